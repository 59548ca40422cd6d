using System.Text.Json;
using Dispatch.Contracts;
using Dispatch.Hub.Live;
using Dispatch.Hub.Live.Client;
using Dispatch.TestKit.Feeds;

namespace Dispatch.DispatchHub.Tests.Live;

/// <summary>A department that several streets have whistled watches all of them in one stream.</summary>
[Collection(nameof(FeedCluster))]
public sealed class StreetsWatchTests(FeedCluster feeds)
{
    private static readonly Scope Fire = Scope.Department("fire");
    private static readonly JsonSerializerOptions Wire = new(JsonSerializerDefaults.Web) { Converters = { new WatchItemJson() } };
    private readonly string _east = $"east-{Guid.NewGuid():n}";
    private readonly string _west = $"west-{Guid.NewGuid():n}";

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Every_street_that_whistled_a_department_is_in_its_watch_from_the_first_item_on()
    {
        await feeds.CommitAsync(_east, Called("a"));
        await feeds.CommitAsync(_west, Called("b"));
        await feeds.CommitAsync(_west, BoardRows.Row("of-nobody"));
        await using var server = await StartAsync();
        await using var board = await Board.OpenAsync(server);
        Assert.Equal(["a", "b"], board.Ids);

        await feeds.CommitAsync(_west, Called("c"));
        await board.UntilAsync("a b c");
        await feeds.CommitAsync(_east, Called("a", 2, CaseStatus.Closed), gone: true);
        await board.UntilAsync("b c");
        await feeds.CommitAsync(_west, BoardRows.Row("b", 2));
        await board.UntilAsync("c");
    }

    [Fact]
    public async Task After_a_cut_the_watch_goes_on_in_every_street_from_where_it_was()
    {
        await feeds.CommitAsync(_east, Called("a"));
        var server = await StartAsync();
        var board = await Board.OpenAsync(server);
        var cursor = board.State.Cursor;
        await board.DisposeAsync();
        await server.DisposeAsync();
        await feeds.CommitAsync(_east, Called("a", 2, CaseStatus.Closed), gone: true);
        await feeds.CommitAsync(_west, Called("b"));

        await using var restarted = await StartAsync();
        await using var again = await Board.OpenAsync(restarted, board.State, cursor);

        Assert.Equal("resumed", again.Kinds[0]);
        await again.UntilAsync("b");
        await feeds.CommitAsync(_west, Called("c"));
        await again.UntilAsync("b c");
        Assert.DoesNotContain("gap", again.Kinds);
    }

    [Fact]
    public async Task A_street_that_begins_anew_gives_a_gap_with_the_cases_of_all()
    {
        await feeds.CommitAsync(_east, Called("a"));
        await feeds.CommitAsync(_west, Called("b"));
        await feeds.CommitAsync(_west, Called("c"));
        await using var server = await StartAsync();
        await using var board = await Board.OpenAsync(server);

        feeds.Store.Restore(_west, 1);
        await feeds.Client.GetGrain<IStreetFeedGrain>(_west).Committed(feeds.Store.Commit(_west, Called("d")));
        server.Time.Advance(FeedFollowing.Renewal);

        await board.UntilAsync("a b d");
        Assert.Contains("gap", board.Kinds);
        await feeds.CommitAsync(_east, Called("e"));
        await board.UntilAsync("a b d e");
    }

    [Fact]
    public async Task A_case_handed_from_one_street_to_the_other_stays_in_whatever_order_they_tell_of_it()
    {
        await feeds.CommitAsync(_east, Called("a"));
        await using var server = await StartAsync();
        await using var board = await Board.OpenAsync(server);

        await feeds.CommitAsync(_west, Called("a", 2));
        await board.UntilAsync("a", version: 2);
        await feeds.CommitAsync(_east, Called("a", 2), gone: true);
        await feeds.CommitAsync(_west, Called("b"));

        await board.UntilAsync("a b");
    }

    [Fact]
    public void A_cursor_of_another_number_of_streets_or_one_that_is_too_long_counts_as_none()
    {
        Assert.Equal(["x", "y"], StreetsCursor.Split(StreetsCursor.Join(["x", "y"]), 2));
        Assert.Equal([null, null], StreetsCursor.Split("x", 2));
        Assert.Equal([null, null], StreetsCursor.Split(null, 2));
        Assert.Equal("", StreetsCursor.Join([new string('x', 5_000), new string('y', 5_000)]));
    }

    private Task<HubServer> StartAsync() => HubServer.StartAsync(feeds.Client, _east, streets: [_east, _west]);

    private static CaseRow Called(string id, long version = 1, CaseStatus status = CaseStatus.AwaitingCommunity) =>
        BoardRows.Row(id, version, status: status) with { Departments = ["fire"] };

    private static BoardItem Parsed(WatchItem item) => JsonSerializer.Deserialize<BoardItem>(JsonSerializer.SerializeToUtf8Bytes(item, Wire), Wire)!;

    /// <summary>What a department's page does with its stream.</summary>
    private sealed class Board(IAsyncEnumerator<WatchItem> items, BoardState state) : IAsyncDisposable
    {
        public BoardState State { get; } = state;

        public List<string> Kinds { get; } = [];

        public IEnumerable<string> Ids => State.Rows.Keys.Order();

        public static async Task<Board> OpenAsync(HubServer server, BoardState? state = null, string? cursor = null)
        {
            var board = new Board(
                server.Watcher.WatchAsync(new System.Security.Claims.ClaimsPrincipal(), Fire.ToString(), cursor, Cancellation).GetAsyncEnumerator(Cancellation),
                state ?? new BoardState());
            await board.NextAsync();
            return board;
        }

        public async Task UntilAsync(string ids, long version = 1)
        {
            while (string.Join(' ', Ids) != ids || State.Rows.Values.Max(row => row.Version) < version)
            {
                await NextAsync();
            }
        }

        public ValueTask DisposeAsync() => items.DisposeAsync();

        private async Task NextAsync()
        {
            Assert.True(await items.MoveNextAsync().AsTask().WaitAsync(TimeSpan.FromSeconds(20), Cancellation));
            Kinds.Add(items.Current.Kind);
            Assert.True(State.Apply(Parsed(items.Current)), "Each item leads on from the one before.");
        }
    }
}
