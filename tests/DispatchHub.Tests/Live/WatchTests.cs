using System.Net;
using System.Net.WebSockets;
using System.Security.Claims;
using System.Text;
using Dispatch.Contracts;
using Dispatch.Hub.Live;
using Dispatch.Hub.Live.Client;
using Dispatch.TestKit.Feeds;
using Microsoft.AspNetCore.SignalR;
using Microsoft.AspNetCore.SignalR.Client;

namespace Dispatch.DispatchHub.Tests.Live;

[Collection(nameof(FeedCluster))]
public sealed class WatchTests(FeedCluster feeds)
{
    private readonly string _street = $"street-{Guid.NewGuid():n}";

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    private Scope Scope => Scope.Street(_street);

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task A_watch_gives_everything_and_then_each_change_as_it_happens(bool messagePack)
    {
        await feeds.CommitAsync(_street, BoardRows.Row("a"));
        await using var server = await HubServer.StartAsync(feeds.Client, _street);
        await using var connection = server.Connection(messagePack: messagePack);
        var board = new Board(connection, Scope.ToString());

        var snapshot = await board.NextAsync();
        Assert.Equal(("snapshot", 1L), (snapshot.Kind, snapshot.At!.Value));
        Assert.Equal((60, "Asia/Shanghai"), (snapshot.Clock!.Speed, snapshot.Clock.Zone));
        Assert.Equivalent(BoardRows.Row("a"), Assert.Single(snapshot.Rows!), strict: true);

        await feeds.CommitAsync(_street, BoardRows.Row("b"));
        var changes = await board.NextAsync();
        Assert.Equal((1L, 2L), (changes.From!.Value, changes.To!.Value));
        await feeds.CommitAsync(_street, BoardRows.Row("b", 2, status: CaseStatus.Closed), gone: true);
        var closed = await board.NextAsync();
        Assert.Equal(["b"], closed.Removed!);
        Assert.Equal(CaseStatus.Closed, Assert.Single(closed.Rows!).Status);
        Assert.Equal(["a"], board.Watch.State.Rows.Keys);
    }

    [Fact]
    public async Task A_watch_does_not_hold_on_to_the_snapshot_that_it_began_with()
    {
        await feeds.CommitAsync(_street, BoardRows.Row("a"));
        await using var server = await HubServer.StartAsync(feeds.Client, _street);
        await using var watch = server.Watcher.WatchAsync(new ClaimsPrincipal(), Scope.ToString(), null, Cancellation).GetAsyncEnumerator(Cancellation);
        var rows = await FirstRowsAsync(watch);
        for (var version = 2; version < 40; version++)
        {
            await feeds.CommitAsync(_street, BoardRows.Row("a", version));
            Assert.True(await watch.MoveNextAsync());
        }

        GC.Collect();
        GC.WaitForPendingFinalizers();
        GC.Collect();
        Assert.False(rows.IsAlive);
    }

    [Theory]
    [InlineData("dispatcher", "city:all", "invalid-scope")]
    [InlineData("dispatcher", "supervisor:xiashi", "invalid-scope")]
    [InlineData("dispatcher", null, "invalid-scope")]
    [InlineData("dispatcher", "community:nowhere", "unknown")]
    [InlineData("outsider", "community:xishan", "outside-area")]
    public async Task What_may_not_be_watched_is_refused_with_its_code(string user, string? scope, string code)
    {
        await using var server = await HubServer.StartAsync(feeds.Client, _street);
        await using var connection = server.Connection(user);
        await connection.StartAsync(Cancellation);
        var refusal = await Assert.ThrowsAsync<HubException>(async () =>
            await connection.StreamAsync<BoardItem>("Watch", scope, null, Cancellation).FirstAsync(Cancellation));
        Assert.Contains($"HubException: {code}: ", refusal.Message, StringComparison.Ordinal);
        Assert.Equal(0, server.Scopes.Count);
    }

    [Fact]
    public async Task Nobody_connects_without_a_token()
    {
        await using var server = await HubServer.StartAsync(feeds.Client, _street);
        await using var connection = server.Connection("");
        var refusal = await Assert.ThrowsAsync<HttpRequestException>(() => connection.StartAsync(Cancellation));
        Assert.Equal(HttpStatusCode.Unauthorized, refusal.StatusCode);
    }

    [Fact]
    public async Task A_connection_closes_when_its_token_expires()
    {
        await using var server = await HubServer.StartAsync(feeds.Client, _street);
        await using var connection = server.Connection("expiring");
        var closed = new TaskCompletionSource();
        connection.Closed += _ =>
        {
            closed.TrySetResult();
            return Task.CompletedTask;
        };
        await connection.StartAsync(Cancellation);
        await closed.Task.WaitAsync(TimeSpan.FromSeconds(20), Cancellation);
    }

    [Fact]
    public async Task Signs_of_life_are_given_every_15_seconds()
    {
        await using var server = await HubServer.StartAsync(feeds.Client, _street);
        await using var connection = server.Connection();
        var board = new Board(connection, Scope.ToString());
        await board.NextAsync();
        server.Time.Advance(TimeSpan.FromSeconds(15));
        Assert.Empty((await board.NextAsync()).Rows!);
    }

    [Fact]
    public async Task While_the_feed_is_out_of_reach_a_new_watch_is_refused_in_ten_seconds_and_succeeds_afterwards()
    {
        feeds.Store.Cut(_street);
        await using var server = await HubServer.StartAsync(feeds.Client, _street);
        await using var connection = server.Connection();
        await connection.StartAsync(Cancellation);
        var watch = connection.StreamAsync<BoardItem>("Watch", Scope.ToString(), null, Cancellation).FirstAsync(Cancellation).AsTask();
        while (!watch.IsCompleted)
        {
            server.Time.Advance(TimeSpan.FromSeconds(1));
            await Task.Yield();
        }

        Assert.Contains("unavailable: ", (await Assert.ThrowsAsync<HubException>(() => watch)).Message, StringComparison.Ordinal);
        feeds.Store.Mend(_street);
        server.Time.Advance(FeedFollowing.Renewal);
        Assert.Equal("snapshot", (await connection.StreamAsync<BoardItem>("Watch", Scope.ToString(), null, Cancellation).FirstAsync(Cancellation)).Kind);
    }

    [Fact]
    public async Task A_connection_carries_eight_watches_and_a_ninth_when_one_has_ended()
    {
        await using var server = await HubServer.StartAsync(feeds.Client, _street);
        await using var connection = server.Connection();
        await connection.StartAsync(Cancellation);
        var watches = new List<IAsyncEnumerator<BoardItem>>();
        for (var i = 0; i < ConnectionLimits.MaxStreams; i++)
        {
            watches.Add(connection.StreamAsync<BoardItem>("Watch", Scope.ToString(), null, Cancellation).GetAsyncEnumerator(Cancellation));
            Assert.True(await watches[i].MoveNextAsync());
        }

        var refusal = await Assert.ThrowsAsync<HubException>(async () =>
            await connection.StreamAsync<BoardItem>("Watch", Scope.ToString(), null, Cancellation).FirstAsync(Cancellation));
        Assert.Contains("too-many-streams: ", refusal.Message, StringComparison.Ordinal);
        Assert.Equal(1, server.Scopes.Count);
    }

    [Fact]
    public async Task Many_boards_that_open_together_cost_one_query()
    {
        await feeds.CommitAsync(_street, BoardRows.Row("a"));
        await using var server = await HubServer.StartAsync(feeds.Client, _street);
        var connections = Enumerable.Range(0, 30).Select(_ => server.Connection()).ToList();
        var first = await Task.WhenAll(connections.Select(connection => new Board(connection, Scope.ToString()).NextAsync()));
        Assert.All(first, item => Assert.Equal(["a"], item.Rows!.Select(row => row.Id)));
        Assert.Equal(1, feeds.Store.SnapshotReads(_street));
        await Task.WhenAll(connections.Select(connection => connection.DisposeAsync().AsTask()));
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task After_a_cut_the_watch_goes_on_from_its_cursor_even_at_a_server_started_since(bool messagePack)
    {
        await feeds.CommitAsync(_street, BoardRows.Row("a"));
        var server = await HubServer.StartAsync(feeds.Client, _street);
        await using var connection = server.Connection(messagePack: messagePack);
        var board = new Board(connection, Scope.ToString());
        await board.NextAsync();

        var url = server.Address.ToString();
        await server.DisposeAsync();
        await feeds.CommitAsync(_street, BoardRows.Row("a", 2));
        await feeds.CommitAsync(_street, BoardRows.Row("b"));
        await using var restarted = await HubServer.StartAsync(feeds.Client, _street, url);

        Assert.Equal(("resumed", 1L), (await board.NextAsync()) is var resumed ? (resumed.Kind, resumed.At!.Value) : default);
        var missed = await board.NextAsync();
        Assert.Equal((1L, 3L), (missed.From!.Value, missed.To!.Value));
        Assert.Equal(feeds.Store.Open(_street).Keys.Order(), board.Watch.State.Rows.Keys.Order());
        await feeds.CommitAsync(_street, BoardRows.Row("c"));
        Assert.Equal(4, (await board.NextAsync()).To);
    }

    [Fact]
    public async Task A_cursor_of_another_epoch_or_of_nobodys_gets_a_snapshot_and_one_too_old_a_gap()
    {
        await feeds.CommitAsync(_street, BoardRows.Row("a"));
        await feeds.CommitAsync(_street, BoardRows.Row("b"));
        feeds.Store.Trim(_street, 1);
        await using var server = await HubServer.StartAsync(feeds.Client, _street);
        Assert.Equal("snapshot", await FirstKindAsync(server, new FeedCursor("restored", _street, 1).ToString()));
        Assert.Equal("snapshot", await FirstKindAsync(server, new FeedCursor("epoch", "another", 1).ToString()));
        Assert.Equal("snapshot", await FirstKindAsync(server, "made up!"));
        Assert.Equal("gap", await FirstKindAsync(server, new FeedCursor("epoch", _street, 0).ToString()));
        Assert.Equal("resumed", await FirstKindAsync(server, new FeedCursor("epoch", _street, 1).ToString()));
    }

    [Fact]
    public async Task A_restored_store_gives_running_watches_a_gap_with_what_is_true_now()
    {
        await feeds.CommitAsync(_street, BoardRows.Row("a"));
        await feeds.CommitAsync(_street, BoardRows.Row("b"));
        await using var server = await HubServer.StartAsync(feeds.Client, _street);
        await using var connection = server.Connection();
        var board = new Board(connection, Scope.ToString());
        await board.NextAsync();

        feeds.Store.Restore(_street, 1);
        server.Time.Advance(FeedFollowing.Renewal);
        var gap = await board.NextAsync();
        Assert.Equal(("gap", 1L), (gap.Kind, gap.At!.Value));
        Assert.Equal(["a"], board.Watch.State.Rows.Keys);
    }

    [Fact]
    public async Task What_no_hint_told_comes_with_the_next_renewal()
    {
        await using var server = await HubServer.StartAsync(feeds.Client, _street);
        await using var connection = server.Connection();
        var board = new Board(connection, Scope.ToString());
        await board.NextAsync();
        feeds.Store.Commit(_street, BoardRows.Row("a"));
        server.Time.Advance(FeedFollowing.Renewal);
        Assert.Equal(["a"], (await board.NextAsync()).Rows!.Select(row => row.Id));
    }

    [Fact]
    public async Task A_reader_that_stops_holds_up_nobody()
    {
        await using var server = await HubServer.StartAsync(feeds.Client, _street);
        await using var connection = server.Connection();
        var board = new Board(connection, Scope.ToString());
        await board.NextAsync();
        using var stopped = await StoppedReaderAsync(server);

        // Well beyond what sockets and pipes of a loopback connection hold; had the stopped reader a say, the others would wait for it.
        var title = new string('长', 2_000);
        for (var i = 1; i <= 3_000; i++)
        {
            await feeds.CommitAsync(_street, BoardRows.Row($"c{i % 50}", i, title: title));
        }

        while (board.Watch.State.At < 3_000)
        {
            await board.NextAsync();
        }

        Assert.Equal(50, board.Watch.State.Rows.Count);
        Assert.Equal(WebSocketState.Open, stopped.State);
    }

    [Fact]
    public async Task A_scope_that_nobody_watches_any_more_is_dropped_after_a_minute()
    {
        await using var server = await HubServer.StartAsync(feeds.Client, _street);
        await using (var connection = server.Connection())
        {
            await connection.StartAsync(Cancellation);
            await connection.StreamAsync<BoardItem>("Watch", Scope.ToString(), null, Cancellation).FirstAsync(Cancellation);
            Assert.Equal(1, server.Scopes.Count);
        }

        while (server.Scopes.Count > 0)
        {
            server.Time.Advance(TimeSpan.FromSeconds(15));
            await Task.Yield();
        }
    }

    private async Task<string> FirstKindAsync(HubServer server, string cursor)
    {
        await using var connection = server.Connection();
        await connection.StartAsync(Cancellation);
        return (await connection.StreamAsync<BoardItem>("Watch", Scope.ToString(), cursor, Cancellation).FirstAsync(Cancellation)).Kind;
    }

    /// <summary>A client of the bare protocol that watches and then reads nothing more.</summary>
    private async Task<ClientWebSocket> StoppedReaderAsync(HubServer server)
    {
        var socket = new ClientWebSocket();
        var address = new UriBuilder(new Uri(server.Address, "/hubs/dispatch?access_token=stopped")) { Scheme = "ws" }.Uri;
        await socket.ConnectAsync(address, Cancellation);
        await SendAsync("""{"protocol":"json","version":1}""");
        await socket.ReceiveAsync(new byte[64], Cancellation);
        await SendAsync($$"""{"type":4,"invocationId":"1","target":"Watch","arguments":["{{Scope}}",null]}""");
        await socket.ReceiveAsync(new byte[16], Cancellation);
        return socket;

        Task SendAsync(string message) =>
            socket.SendAsync(Encoding.UTF8.GetBytes(message + '\u001e'), WebSocketMessageType.Text, endOfMessage: true, Cancellation);
    }

    private static async Task<WeakReference> FirstRowsAsync(IAsyncEnumerator<WatchItem> watch)
    {
        Assert.True(await watch.MoveNextAsync());
        return new WeakReference(watch.Current.Rows);
    }

    /// <summary>A board that is watched item by item.</summary>
    private sealed class Board(HubConnection connection, string scope)
    {
        private IAsyncEnumerator<BoardItem>? _items;

        public BoardWatch Watch { get; } = new(connection, scope, TimeProvider.System);

        public async Task<BoardItem> NextAsync()
        {
            _items ??= Watch.ItemsAsync(Cancellation).GetAsyncEnumerator(Cancellation);
            Assert.True(await _items.MoveNextAsync().AsTask().WaitAsync(TimeSpan.FromSeconds(20), Cancellation));
            return _items.Current;
        }
    }
}
