using System.Runtime.CompilerServices;
using Dispatch.Hub.Live.Bells;
using Dispatch.Hub.Live.Lookers;
using Microsoft.AspNetCore.SignalR;

namespace Dispatch.Hub.Live;

/// <summary>
/// What one connection may ask of the hub: so many streams at a time, so many calls in a time. The server's rate limiter sees
/// only HTTP requests, and a connection is one of them.
/// </summary>
internal sealed class ConnectionLimits(TimeProvider time) : IHubFilter
{
    /// <summary>The most streams at a time.</summary>
    public const int MaxStreams = 8;

    /// <summary>The most calls in <see cref="CallWindow"/>.</summary>
    public const int MaxCalls = 40;

    /// <summary>The span in which calls are counted.</summary>
    public static readonly TimeSpan CallWindow = TimeSpan.FromSeconds(10);

    private static readonly object Key = new();

    /// <inheritdoc/>
    public Task OnConnectedAsync(HubLifetimeContext context, Func<HubLifetimeContext, Task> next)
    {
        context.Context.Items[Key] = new Usage { WindowStart = time.GetTimestamp() };
        return next(context);
    }

    /// <inheritdoc/>
    public async ValueTask<object?> InvokeMethodAsync(HubInvocationContext context, Func<HubInvocationContext, ValueTask<object?>> next)
    {
        var usage = (Usage)context.Context.Items[Key]!;
        if (!TakeCall(usage))
        {
            throw WatchRefusal.TooManyCalls();
        }

        var answer = await next(context);
        return answer switch
        {
            IAsyncEnumerable<WatchItem> watch => Counted(watch, usage),
            IAsyncEnumerable<LookersItem> lookers => Counted(lookers, usage),
            IAsyncEnumerable<NoticesItem> notices => Counted(notices, usage),
            _ => answer,
        };
    }

    private static async IAsyncEnumerable<TItem> Counted<TItem>(
        IAsyncEnumerable<TItem> stream, Usage usage, [EnumeratorCancellation] CancellationToken cancellation = default)
    {
        try
        {
            if (Interlocked.Increment(ref usage.Streams) > MaxStreams)
            {
                throw WatchRefusal.TooManyStreams(MaxStreams);
            }

            await foreach (var item in stream.WithCancellation(cancellation))
            {
                yield return item;
            }
        }
        finally
        {
            Interlocked.Decrement(ref usage.Streams);
        }
    }

    private bool TakeCall(Usage usage)
    {
        lock (usage)
        {
            if (time.GetElapsedTime(usage.WindowStart) >= CallWindow)
            {
                (usage.WindowStart, usage.Calls) = (time.GetTimestamp(), 0);
            }

            return ++usage.Calls <= MaxCalls;
        }
    }

    private sealed class Usage
    {
        public long WindowStart;
        public int Calls;
        public int Streams;
    }
}
