using Dispatch.Contracts;
using Dispatch.Hub.Live.Client;
using Dispatch.TestKit.Processes;
using Microsoft.AspNetCore.SignalR.Client;

namespace Dispatch.Cluster.Tests.Embedded;

/// <summary>Somebody who watches on while the process is killed and another comes up in its place.</summary>
internal sealed class Watching : IAsyncDisposable
{
    private readonly Lock _gate = new();
    private readonly HubConnection _connection;
    private readonly CancellationTokenSource _ending;
    private readonly BoardState _board = new();
    private readonly List<BoardItem> _items = [];
    private readonly List<(Func<BoardState, bool> Seen, TaskCompletionSource<IReadOnlyDictionary<string, CaseRow>> Board)> _waiting = [];
    private readonly Task _reading;

    public Watching(Desk desk, string userName, string scope, CancellationToken cancellation)
    {
        _connection = new HubConnectionBuilder()
            .WithUrl(
                new Uri(desk.Address, "/hubs/dispatch"),
                options => options.AccessTokenProvider = () => Task.FromResult(desk[userName].DefaultRequestHeaders.Authorization!.Parameter))
            .Build();
        _ending = CancellationTokenSource.CreateLinkedTokenSource(cancellation);
        _reading = ReadAsync(new BoardWatch(_connection, scope, TimeProvider.System), _ending.Token);
    }

    /// <summary>The items so far, in order.</summary>
    public IReadOnlyList<BoardItem> Items
    {
        get
        {
            lock (_gate)
            {
                return [.. _items];
            }
        }
    }

    /// <summary>The rows as soon as the board is as wanted.</summary>
    public async Task<IReadOnlyDictionary<string, CaseRow>> UntilAsync(Func<BoardState, bool> seen, CancellationToken cancellation)
    {
        var board = new TaskCompletionSource<IReadOnlyDictionary<string, CaseRow>>(TaskCreationOptions.RunContinuationsAsynchronously);
        lock (_gate)
        {
            _waiting.Add((seen, board));
            Tell();
        }

        try
        {
            await await Task.WhenAny(board.Task, _reading).WaitAsync(cancellation);
            return await board.Task;
        }
        catch (OperationCanceledException)
        {
            throw new TimeoutException($"The board was not as wanted. {Told()}");
        }
    }

    public async ValueTask DisposeAsync()
    {
        await _ending.CancelAsync();
        try
        {
            await _reading;
        }
        catch (OperationCanceledException)
        {
            // It was told to stop.
        }

        await _connection.DisposeAsync();
        _ending.Dispose();
    }

    private async Task ReadAsync(BoardWatch watch, CancellationToken cancellation)
    {
        await foreach (var item in watch.ItemsAsync(cancellation))
        {
            lock (_gate)
            {
                Assert.True(_board.Apply(item), $"A {item.Kind} from {item.From} does not follow on {_board.At}.");
                _items.Add(item);
                Tell();
            }
        }
    }

    private string Told()
    {
        var items = Items;
        var rows = items.SelectMany(item => item.Rows ?? []).TakeLast(20).Select(row => $"{row.Id} {row.Version} {row.Level} {row.Status}");
        return $"Of {items.Count} items the last is {(items.Count > 0 ? items[^1].Kind : "none")}, and the last rows are:\n{string.Join('\n', rows)}";
    }

    private void Tell() => _waiting.RemoveAll(waiting =>
        waiting.Seen(_board) && waiting.Board.TrySetResult(new Dictionary<string, CaseRow>(_board.Rows)));
}
