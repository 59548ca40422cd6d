using System.Runtime.CompilerServices;
using System.Security.Claims;
using Dispatch.Contracts;

namespace Dispatch.Hub.Live;

/// <summary>
/// Walks a scope's log for one connection, at the pace at which that connection takes items: a cursor, not a queue. While the
/// connection does not read, nothing piles up for it anywhere.
/// </summary>
internal sealed class Watcher(WatchedScopes scopes, IWatchAccess access, ICityClock clock, TimeProvider time)
{
    private static readonly TimeSpan RecheckAccess = TimeSpan.FromSeconds(30);

    /// <summary>The stream of one watch.</summary>
    /// <param name="user">Who watches.</param>
    /// <param name="scopeText">What, as sent.</param>
    /// <param name="cursor">Where it stood before, as sent; one that was never given out counts as none.</param>
    /// <param name="cancellation">The watch or its connection ends.</param>
    public async IAsyncEnumerable<WatchItem> WatchAsync(
        ClaimsPrincipal user, string? scopeText, string? cursor, [EnumeratorCancellation] CancellationToken cancellation)
    {
        if (!Scope.TryParse(scopeText, out var scope) || !scope.CanBeWatched())
        {
            throw WatchRefusal.InvalidScope();
        }

        await CheckAccessAsync(user, scope);
        var checkedAt = time.GetTimestamp();
        using var reading = await scopes.ReadAsync(scope, await access.StreetsAsync(user, scope), cancellation);
        await reading.ReachAsync(cursor, cancellation);

        using var counted = new CountedStream();
        // A watch lasts for hours, and what it begins with are megabytes.
        var (first, missed) = ((WatchItem?, WatchItem?))reading.Begin(cursor, clock.Time);
        yield return first!;
        first = null;
        if (missed is not null)
        {
            yield return missed;
            missed = null;
        }

        while (true)
        {
            if (reading.Next(() => clock.Time, out var moved) is { } item)
            {
                if (time.GetElapsedTime(checkedAt) >= RecheckAccess)
                {
                    await CheckAccessAsync(user, scope);
                    checkedAt = time.GetTimestamp();
                }

                yield return item;
            }
            else if (reading.Ended)
            {
                yield break;
            }
            else
            {
                await moved.WaitAsync(cancellation);
            }
        }
    }

    private async ValueTask CheckAccessAsync(ClaimsPrincipal user, Scope scope)
    {
        if (await access.RefusalAsync(user, scope) is { } refusal)
        {
            throw WatchRefusal.Access(refusal);
        }
    }

    /// <summary>Counts a stream for as long as it is open, however it ends.</summary>
    private readonly struct CountedStream : IDisposable
    {
        public CountedStream() => DispatchMetrics.Watchers.Add(1);

        public void Dispose() => DispatchMetrics.Watchers.Add(-1);
    }
}
