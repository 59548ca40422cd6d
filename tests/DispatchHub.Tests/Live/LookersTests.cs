using Dispatch.Contracts;
using Dispatch.Hub.Live;
using Microsoft.AspNetCore.SignalR;
using Microsoft.AspNetCore.SignalR.Client;

namespace Dispatch.DispatchHub.Tests.Live;

/// <summary>Who else has a case open, over real connections and a real cluster.</summary>
[Collection(nameof(FeedCluster))]
public sealed class LookersTests(FeedCluster feeds)
{
    private readonly string _case = $"case-{Guid.NewGuid():n}";

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Two_who_open_a_case_at_one_server_see_each_other_at_once_and_see_the_other_go()
    {
        await using var server = await HubServer.StartAsync(feeds.Client, "street");
        await using var anns = server.Connection("ann");
        var ann = new Page(anns, _case);
        Assert.Empty(await ann.NextAsync());

        await using (var bobs = server.Connection("bob"))
        {
            Assert.Equal(["ann"], await new Page(bobs, _case).NextAsync());
            Assert.Equal(["bob"], await ann.NextAsync());
        }

        Assert.Empty(await ann.NextAsync());
    }

    [Fact]
    public async Task A_looker_is_shown_with_name_role_and_since_when()
    {
        await using var server = await HubServer.StartAsync(feeds.Client, "street");
        await using var anns = server.Connection("ann");
        await using var bobs = server.Connection("bob");
        await new Page(anns, _case).NextAsync();
        await bobs.StartAsync(Cancellation);

        var item = await bobs.StreamAsync<Item>("Lookers", _case, Cancellation).FirstAsync(Cancellation);

        Assert.Equal("lookers", item.Kind);
        Assert.Equal(
            new Looker("ann", "Named ann", Role.Dispatcher, new DateTimeOffset(2026, 3, 2, 9, 0, 0, TimeSpan.FromHours(8))), Assert.Single(item.People));
    }

    [Fact]
    public async Task In_messagepack_an_item_is_the_same_map()
    {
        await using var server = await HubServer.StartAsync(feeds.Client, "street");
        await using var anns = server.Connection("ann");
        await using var bobs = server.Connection("bob", messagePack: true);
        await new Page(anns, _case).NextAsync();
        await bobs.StartAsync(Cancellation);

        var item = await bobs.StreamAsync<Dictionary<string, object>>("Lookers", _case, Cancellation).FirstAsync(Cancellation);

        Assert.Equal(["kind", "people"], item.Keys.Order(StringComparer.Ordinal));
        var person = Assert.IsType<Dictionary<object, object>>(Assert.Single((object[])item["people"]));
        Assert.Equal(("ann", "dispatcher", "2026-03-02T09:00:00+08:00"), (person["userName"], person["role"], person["since"]));
    }

    [Fact]
    public async Task Lookers_at_another_server_are_seen_within_five_seconds_and_so_is_their_going()
    {
        await using var here = await HubServer.StartAsync(feeds.Client, "street");
        await using var there = await HubServer.StartAsync(feeds.Client, "street");
        await using var anns = here.Connection("ann");
        var ann = new Page(anns, _case);
        Assert.Empty(await ann.NextAsync());

        await using (var bobs = there.Connection("bob"))
        {
            var bob = new Page(bobs, _case);
            Assert.Empty(await bob.NextAsync());
            Assert.Equal(["ann"], await bob.NextAsync());
            await SaidAsync("ann", "bob");
            here.Time.Advance(Looker.Renewal);
            Assert.Equal(["bob"], await ann.NextAsync());
        }

        await SaidAsync("ann");
        here.Time.Advance(Looker.Renewal);
        Assert.Empty(await ann.NextAsync());
    }

    [Fact]
    public async Task Ones_own_other_windows_and_citizens_are_not_shown()
    {
        await using var server = await HubServer.StartAsync(feeds.Client, "street");
        await using var first = server.Connection("ann");
        await using var second = server.Connection("ann");
        await using var citizen = server.Connection("citizen");
        await using var bobs = server.Connection("bob");

        Assert.Empty(await new Page(citizen, _case).NextAsync());
        Assert.Empty(await new Page(first, _case).NextAsync());
        Assert.Empty(await new Page(second, _case).NextAsync());
        Assert.Equal(["ann"], await new Page(bobs, _case).NextAsync());
    }

    [Theory]
    [InlineData("outsider", "case-1", "outside-area")]
    [InlineData("ann", "case 1", "unknown")]
    [InlineData("ann", null, "unknown")]
    public async Task What_may_not_be_looked_at_is_refused_with_its_code(string user, string? caseId, string code)
    {
        await using var server = await HubServer.StartAsync(feeds.Client, "street");
        await using var connection = server.Connection(user);
        await connection.StartAsync(Cancellation);

        var refusal = await Assert.ThrowsAsync<HubException>(async () => await connection.StreamAsync<Item>("Lookers", caseId, Cancellation).FirstAsync(Cancellation));

        Assert.Contains($"HubException: {code}: ", refusal.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Lookers_count_among_the_streams_of_a_connection()
    {
        await using var server = await HubServer.StartAsync(feeds.Client, "street");
        await using var connection = server.Connection("ann");
        for (var i = 0; i < ConnectionLimits.MaxStreams; i++)
        {
            await new Page(connection, $"{_case}-{i}").NextAsync();
        }

        var refusal = await Assert.ThrowsAsync<HubException>(() => new Page(connection, _case).NextAsync());

        Assert.Contains("too-many-streams: ", refusal.Message, StringComparison.Ordinal);
    }

    /// <summary>Completes when the cluster has heard that exactly these look.</summary>
    private async Task SaidAsync(params string[] names)
    {
        var grain = feeds.Client.GetGrain<ILookersGrain>(Scope.Case(_case).ToString());
        while (!(await grain.Say("a test that only listens", [])).Select(looker => looker.UserName).Order(StringComparer.Ordinal).SequenceEqual(names))
        {
            Cancellation.ThrowIfCancellationRequested();
        }
    }

    private sealed record Item(string Kind, IReadOnlyList<Looker> People);

    /// <summary>A page that shows who else looks.</summary>
    private sealed class Page(HubConnection connection, string caseId)
    {
        private IAsyncEnumerator<Item>? _items;

        public async Task<IEnumerable<string>> NextAsync()
        {
            if (connection.State is HubConnectionState.Disconnected)
            {
                await connection.StartAsync(Cancellation);
            }

            _items ??= connection.StreamAsync<Item>("Lookers", caseId, Cancellation).GetAsyncEnumerator(Cancellation);
            Assert.True(await _items.MoveNextAsync().AsTask().WaitAsync(TimeSpan.FromSeconds(20), Cancellation));
            return _items.Current.People.Select(looker => looker.UserName);
        }
    }
}
