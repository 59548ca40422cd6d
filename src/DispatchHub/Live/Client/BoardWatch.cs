using System.Runtime.CompilerServices;
using System.Text.RegularExpressions;
using Microsoft.AspNetCore.SignalR;
using Microsoft.AspNetCore.SignalR.Client;

namespace Dispatch.Hub.Live.Client;

/// <summary>
/// Watches a scope until told to stop: connects, keeps a <see cref="BoardState"/>, and after any loss, a server's restart included,
/// connects again and goes on from its cursor.
/// </summary>
/// <param name="connection">Built but not started, without automatic reconnection of its own. The watch starts and restarts it; the caller disposes it.</param>
/// <param name="scope">What to watch, <c>kind:id</c>.</param>
/// <param name="time">Real time.</param>
public sealed partial class BoardWatch(HubConnection connection, string scope, TimeProvider time)
{
    /// <summary>A board that has heard nothing for this long is stale: twice the server's silence and some more.</summary>
    public static readonly TimeSpan StaleAfter = TimeSpan.FromSeconds(40);

    private static readonly TimeSpan[] Waits = [.. new[] { 0, 0.25, 0.5, 1, 2, 5 }.Select(TimeSpan.FromSeconds)];
    private static readonly string[] Passing = ["unavailable", "busy", "rate-limited", "too-many-streams"];

    private long? _heardAt;

    /// <summary>The board.</summary>
    public BoardState State { get; } = new();

    /// <summary>True when what the board shows may be old, and people should be told so.</summary>
    public bool IsStale => _heardAt is not { } heardAt || time.GetElapsedTime(heardAt) > StaleAfter;

    /// <summary>Raised when the stream broke, with the reason, before the next attempt; null when the server ended it.</summary>
    public event Action<Exception?>? Lost;

    /// <summary>The items, after each has been applied to <see cref="State"/>.</summary>
    /// <exception cref="HubException">The watch is refused for good, such as <c>outside-area: …</c>.</exception>
    public async IAsyncEnumerable<BoardItem> ItemsAsync([EnumeratorCancellation] CancellationToken cancellation)
    {
        for (var attempt = 0; ; attempt++)
        {
            if (attempt > 0)
            {
                await Task.Delay(Waits[Math.Min(attempt - 1, Waits.Length - 1)], time, cancellation);
            }

            await using var items = Stream(cancellation).GetAsyncEnumerator(cancellation);
            Exception? lost = null;
            while (true)
            {
                try
                {
                    if (!await items.MoveNextAsync() || !State.Apply(items.Current))
                    {
                        break;
                    }
                }
                catch (Exception exception) when (!IsFinal(exception))
                {
                    // A connection that fails while it is being given up was given up.
                    cancellation.ThrowIfCancellationRequested();
                    lost = exception;
                    break;
                }

                attempt = 0;
                _heardAt = time.GetTimestamp();
                yield return items.Current;
            }

            Lost?.Invoke(lost);
        }
    }

    private async IAsyncEnumerable<BoardItem> Stream([EnumeratorCancellation] CancellationToken cancellation)
    {
        if (connection.State == HubConnectionState.Disconnected)
        {
            await connection.StartAsync(cancellation);
        }

        await foreach (var item in connection.StreamAsync<BoardItem>("Watch", scope, State.Cursor, cancellation))
        {
            yield return item;
        }
    }

    private static bool IsFinal(Exception exception) =>
        exception is HubException && RefusalCode().Match(exception.Message) is { Success: true } refusal && !Passing.Contains(refusal.Groups[1].Value);

    /// <summary>SignalR puts words of its own before the server's.</summary>
    [GeneratedRegex("(?:^|HubException: )([a-z-]+): ")]
    private static partial Regex RefusalCode();
}
