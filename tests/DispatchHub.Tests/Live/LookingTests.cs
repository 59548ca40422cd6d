using System.Security.Claims;
using Dispatch.Contracts;
using Dispatch.Hub.Access;
using Dispatch.Hub.Live;
using Dispatch.Hub.Live.Lookers;
using Dispatch.Hub.Tests.Hosting;
using Microsoft.AspNetCore.SignalR;
using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Time.Testing;

namespace Dispatch.DispatchHub.Tests.Live;

/// <summary>One looker's stream without a connection: its pace, its rights, and what stays bounded.</summary>
public sealed class LookingTests : IAsyncDisposable
{
    private readonly FakeTimeProvider _time = new();
    private readonly FakeCity _city = new();
    private readonly Rights _rights = new();
    private readonly CaseLookers _lookers;
    private readonly Looking _looking;

    public LookingTests()
    {
        _lookers = new CaseLookers(_city.Grains, _time, NullLogger<CaseLookers>.Instance);
        _looking = new Looking(_lookers, _rights, new LookerNames(_city.Grains, _city), _time);
    }

    public ValueTask DisposeAsync() => _lookers.DisposeAsync();

    [Fact]
    public async Task Who_reads_slowly_gets_what_happened_meanwhile_as_one_item()
    {
        await using var slow = Look("dispatcher-in");
        Assert.Empty(await NextAsync(slow));

        var passing = Looker("captain-in");
        for (var i = 0; i < 100; i++)
        {
            var entered = _lookers.Enter(FakeCity.CaseId, passing);
            _lookers.Leave(entered, passing);
        }

        await using (var staying = Look("officer-in"))
        {
            await NextAsync(staying);
            Assert.Equal(["officer-in"], await NextAsync(slow));
        }

        Assert.Empty(await NextAsync(slow));
    }

    [Fact]
    public async Task A_stream_ends_within_half_a_minute_of_losing_its_right()
    {
        await using var stream = Look("dispatcher-in");
        await NextAsync(stream);
        var next = stream.MoveNextAsync().AsTask();

        _rights.Refusal = "outside-area: Watch what lies in your own area.";
        _time.Advance(TimeSpan.FromSeconds(30));

        Assert.StartsWith("outside-area: ", (await Assert.ThrowsAsync<HubException>(() => next)).Message, StringComparison.Ordinal);
        Assert.Empty(_lookers.Enter(FakeCity.CaseId, null).Read().Everybody);
    }

    [Fact]
    public async Task While_other_servers_cannot_be_heard_their_lookers_go_after_the_lease_and_ones_own_stay()
    {
        _city.LookersElsewhere = [Looker("captain-in")];
        await using var stream = Look("dispatcher-in");
        await using var beside = Look("officer-in");
        await NextAsync(beside);
        Assert.Equal(["captain-in", "officer-in"], await NextAsync(stream));

        _city.Outage = new TimeoutException("No answer in 30 s.");
        _time.Advance(Contracts.Looker.Lease);
        Assert.Equal(2, _lookers.Enter(FakeCity.CaseId, null).Read().Everybody.Count(looker => looker.UserName is "captain-in" or "officer-in"));
        _time.Advance(Contracts.Looker.Renewal);
        Assert.Equal(["officer-in"], await NextAsync(stream));

        _city.Outage = null;
        _time.Advance(Contracts.Looker.Renewal);
        Assert.Equal(["captain-in", "officer-in"], await NextAsync(stream));
    }

    [Fact]
    public async Task A_case_that_nobody_has_open_any_more_is_dropped_at_the_next_renewal()
    {
        await using (var stream = Look("dispatcher-in"))
        {
            await NextAsync(stream);
            _time.Advance(Contracts.Looker.Renewal);
            Assert.Equal(1, _lookers.Count);
        }

        _time.Advance(Contracts.Looker.Renewal);
        Assert.Equal(0, _lookers.Count);
    }

    [Fact]
    public void A_process_has_so_many_cases_open_and_no_more()
    {
        for (var i = 0; i < CaseLookers.MaxCases; i++)
        {
            _lookers.Enter($"case-{i}", null);
        }

        Assert.StartsWith("busy: ", Assert.Throws<HubException>(() => _lookers.Enter("one-more", null)).Message, StringComparison.Ordinal);
        Assert.NotNull(_lookers.Enter("case-0", null));
    }

    [Fact]
    public async Task Somebody_is_shown_under_the_name_that_the_store_has_and_a_citizen_not_at_all()
    {
        _city.Users["officer-in"] = _city.Users["officer-in"] with { DisplayName = "Li Wei" };
        var names = new LookerNames(_city.Grains, _city);

        Assert.Equal(new Looker("officer-in", "Li Wei", Role.Officer, _city.Time.Now), await names.FindAsync(User("officer-in", Role.Officer)));
        Assert.Equal("from-elsewhere", (await names.FindAsync(User("from-elsewhere", Role.Captain)))!.DisplayName);
        Assert.Null(await names.FindAsync(User(FakeCity.Reporter, Role.Citizen)));
        Assert.Null(await names.FindAsync(new ClaimsPrincipal()));
    }

    private static Looker Looker(string name) => new(name, name, Role.Captain, default);

    private static ClaimsPrincipal User(string name, Role role) =>
        new(new ClaimsIdentity([new Claim(Caller.NameClaim, name), new Claim(Caller.RoleClaim, role.OnWire())], "test"));

    private static async Task<IEnumerable<string>> NextAsync(IAsyncEnumerator<LookersItem> stream)
    {
        Assert.True(await stream.MoveNextAsync().AsTask().WaitAsync(TimeSpan.FromSeconds(20), TestContext.Current.CancellationToken));
        return stream.Current.People.Select(looker => looker.UserName);
    }

    private IAsyncEnumerator<LookersItem> Look(string name) =>
        _looking.LookAsync(User(name, _city.Users[name].Role), FakeCity.CaseId, TestContext.Current.CancellationToken).GetAsyncEnumerator();

    private sealed class Rights : IWatchAccess
    {
        public string? Refusal { get; set; }

        public ValueTask<string?> RefusalAsync(ClaimsPrincipal user, Scope scope) => new(Refusal);

        public ValueTask<IReadOnlyList<string>> StreetsAsync(ClaimsPrincipal user, Scope scope) => throw new NotSupportedException();
    }
}
