using Dispatch.Contracts;
using Dispatch.Grains.Routing;
using Dispatch.Grains.Storage;
using Dispatch.Silo.Clock;
using Dispatch.Silo.Outages;
using Dispatch.Silo.Storage;
using Dispatch.Silo.Tests.Hosting;
using Dispatch.TestKit;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Time.Testing;

namespace Dispatch.Silo.Tests.Outages;

/// <summary>A store that leaves signs of life and turns commits away is an outage as well, in a real city with a count of the test's own.</summary>
public sealed class RefusedCommandsTests : IAsyncDisposable
{
    private static readonly DateTimeOffset Nine = new(2026, 9, 7, 1, 0, 0, TimeSpan.Zero);
    private static readonly Scope Case = Scope.Case("case-1");
    private readonly EmbeddedCity _city = new();
    private readonly FakeTimeProvider _time = new();
    private readonly Turnstile _store = new();
    private RefusedCommands _refused = null!;
    private IHost _host = null!;
    private CityClock _clock = null!;
    private int _keys;

    public ValueTask DisposeAsync() => _city.DisposeAsync();

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Commands_refused_for_longer_than_an_outage_takes_are_one_that_grows_until_they_are_taken()
    {
        await StartAsync();
        Assert.False(await LookAsync(0, refused: 0));
        for (var seconds = 5; seconds <= 20; seconds += 5)
        {
            Assert.False(await LookAsync(5, refused: 3));
        }

        Assert.Empty(await LedgerAsync());
        Assert.True(await LookAsync(5, refused: 1));
        Assert.True(await LookAsync(5, refused: 7));
        Assert.False(await LookAsync(5, refused: 0));

        var outage = Assert.Single(await LedgerAsync());
        Assert.Equal((Nine, Nine.AddSeconds(30), "overloaded", "system", null), (outage.From, outage.To, outage.Reason, outage.By, outage.StreetId));
    }

    [Fact]
    public async Task A_rush_that_is_over_sooner_is_none_however_often_it_comes_and_what_a_sign_found_is_not_recorded_twice()
    {
        await StartAsync();
        await LookAsync(0, refused: 0);
        for (var rush = 0; rush < 5; rush++)
        {
            await LookAsync(5, refused: 90);
            await LookAsync(5, refused: 90);
            await LookAsync(5, refused: 0);
        }

        await LookAsync(300, refused: 90, found: true);
        await LookAsync(5, refused: 90);

        Assert.Empty(await LedgerAsync());
    }

    [Fact]
    public async Task Cards_that_came_before_it_was_found_are_taken_back_in_the_machines_name_once_commands_are_taken_again()
    {
        await StartAsync();
        await EnRouteAsync(Nine.AddSeconds(10) - TimeSpan.FromMinutes(30));
        await LookAsync(0, refused: 0);
        await LookAsync(10, refused: 1);
        await Grain().OnDeadline(new DeadlineFiring { FiredAt = Nine.AddSeconds(12), Claimed = [] });
        Assert.Equal([CardState.Standing, CardState.Proposed], await CardsAsync());

        await LookAsync(15, refused: 1);
        Assert.Equal([CardState.Standing, CardState.Proposed], await CardsAsync());
        await LookAsync(5, refused: 0);

        Assert.Equal([CardState.Withdrawn, CardState.Refused], await CardsAsync());
        Assert.All((await Grain().View())!.Cards, card => Assert.Equal(("system", "overloaded"), (card.By, card.Reason)));
        Assert.Single(await LedgerAsync());
    }

    private async Task StartAsync()
    {
        _host = await _city.StartAsync(
            services => services.AddSingleton<ICityTimeSource>(new At(Nine.AddHours(-2))), Stop, "--Clock:Speed=1", $"--Policy:Path={ByHandPack.Folder}");
        var services = _host.Services;
        _clock = new CityClock(new At(Nine), _time, TimeZoneInfo.Utc, NullLogger<CityClock>.Instance);
        await _clock.OpenAsync(Stop);
        _refused = new RefusedCommands(
            services.GetRequiredService<IOutageStore>(), _store, services.GetRequiredService<Territory>(), services.GetRequiredService<IGrainFactory>(),
            _clock, new OutageOptions { Time = _time }, NullLogger<RefusedCommands>.Instance);
    }

    private Task<bool> LookAsync(int seconds, int refused, bool found = false)
    {
        _time.Advance(TimeSpan.FromSeconds(seconds));
        _store.TurnedAway += refused;
        return _refused.LookAsync(found, Stop);
    }

    private ICaseGrain Grain() => _host.Services.GetRequiredService<IGrainFactory>().GetGrain<ICaseGrain>(Case.ToString());

    private async Task<IEnumerable<CardState>> CardsAsync() => (await Grain().View())!.Cards.Select(card => card.State);

    private async Task<IReadOnlyList<Outage>> LedgerAsync() =>
        [.. (await _host.Services.GetRequiredService<IOutageStore>().OutagesAsync("xiashi", Nine.AddHours(-1), 10, Stop))];

    /// <summary>An urgent gas case with two officers on their way: 30 minutes to arrive.</summary>
    private async Task EnRouteAsync(DateTimeOffset at)
    {
        var grid = Sample.Territory.FindGrid("xishan-01")!;
        var place = new CasePlace { StreetId = "xiashi", CommunityId = grid.CommunityId, GridId = grid.Id };
        var community = new Actor("c", Role.CommunityStaff, Scope.Community(grid.CommunityId));
        string[] officers = [.. Sample.Territory.People.Where(person => person.Role == Role.Officer).Take(2).Select(person => person.UserName)];
        await GiveAsync(at, community, new Report { CaseId = Case.Id, Type = "DEC-04", Place = place });
        await GiveAsync(at, community, new Whistle("It smells of gas."));
        await GiveAsync(at, new Actor("d", Role.Dispatcher, Scope.Street("xiashi")), new Assign(officers));
        await GiveAsync(at, new Actor(officers[0], Role.Officer, Scope.Street("xiashi")), new OfferAccept());
    }

    private async Task GiveAsync(DateTimeOffset at, Actor actor, CaseCommand command) =>
        Assert.Null((await Grain().Execute(new CommandEnvelope { Command = command, Actor = actor, Key = $"key-{_keys++}", BodyHash = "", ReceivedAt = at })).Refusal);

    private sealed class At(DateTimeOffset instant) : ICityTimeSource
    {
        public ValueTask<ClockReading> ReadAsync(CancellationToken cancellation) => new(new ClockReading(instant, 1));
    }

    /// <summary>A store of which nothing is used but how many it turned away.</summary>
    private sealed class Turnstile : IStoreAccess
    {
        public long TurnedAway { get; set; }

        public string RealNow => throw new NotSupportedException();

        public string NotHeld => throw new NotSupportedException();

        public string Contains(string text, string part) => throw new NotSupportedException();

        public string IsAmong(string column, string list) => throw new NotSupportedException();

        public ValueTask<T> ReadAsync<T>(Func<System.Data.Common.DbConnection, Task<T>> read, CancellationToken cancellation) => throw new NotSupportedException();

        public ValueTask<T> ReadSnapshotAsync<T>(Func<System.Data.Common.DbConnection, Task<T>> read, CancellationToken cancellation) => throw new NotSupportedException();

        public ValueTask<T> WriteAsync<T>(Func<System.Data.Common.DbConnection, Task<T>> write, CancellationToken cancellation) => throw new NotSupportedException();
    }
}
