using System.Collections.Concurrent;
using System.Threading.Channels;
using Dispatch.Contracts;
using Dispatch.Silo.Deadlines;

namespace Dispatch.Silo.Tests.Deadlines;

/// <summary>Owners of deadlines that commit at once, unless told to fail or to take their time.</summary>
internal sealed class FakeOwners(FakeDeadlines deadlines) : IDeadlineCalls
{
    private readonly Channel<(string OwnerId, DeadlineFiring Firing)> _calls = System.Threading.Channels.Channel.CreateUnbounded<(string, DeadlineFiring)>();
    private int _underWay;
    private int _most;

    /// <summary>Every call, in order of arrival.</summary>
    public ChannelReader<(string OwnerId, DeadlineFiring Firing)> Calls => _calls.Reader;

    public ConcurrentDictionary<string, Exception> Failing { get; } = new();

    /// <summary>Set, every call waits for it.</summary>
    public TaskCompletionSource? Gate { get; set; }

    /// <summary>The most calls that were ever under way together.</summary>
    public int Most => Volatile.Read(ref _most);

    public async Task<FiringOutcome> FireAsync(string ownerId, DeadlineFiring firing)
    {
        var now = Interlocked.Increment(ref _underWay);
        _most = Math.Max(_most, now);
        _calls.Writer.TryWrite((ownerId, firing));
        try
        {
            if (Gate is { } gate)
            {
                await gate.Task;
            }

            if (Failing.TryGetValue(ownerId, out var fault))
            {
                throw fault;
            }

            deadlines.Commit(ownerId);
            return new FiringOutcome(firing.Claimed.Count, null);
        }
        finally
        {
            Interlocked.Decrement(ref _underWay);
        }
    }
}
