using System.Threading.Channels;
using Dispatch.Contracts;
using Dispatch.Grains.Storage;
using Microsoft.Extensions.Time.Testing;

namespace Dispatch.Silo.Tests.Deadlines;

/// <summary>Deadline rows in memory, with leases in real time, as a store keeps them.</summary>
internal sealed class FakeDeadlines(FakeTimeProvider real) : IDeadlineReads
{
    private readonly Lock _lock = new();
    private readonly List<Row> _rows = [];
    private readonly Channel<DateTimeOffset> _claims = System.Threading.Channels.Channel.CreateUnbounded<DateTimeOffset>();

    public bool Away { get; set; }

    /// <summary>The city time of every claim.</summary>
    public ChannelReader<DateTimeOffset> Claims => _claims.Reader;

    public void Add(string ownerId, DateTimeOffset dueAt, int mark = 100)
    {
        lock (_lock)
        {
            _rows.Add(new Row(ownerId, new Deadline("grid", 1, mark, dueAt)));
        }
    }

    public void Commit(string ownerId)
    {
        lock (_lock)
        {
            _rows.RemoveAll(row => row.OwnerId == ownerId);
        }
    }

    public ValueTask<IReadOnlyList<DueOwner>> ClaimDueAsync(
        DateTimeOffset now, int limit, string holder, TimeSpan lease, CancellationToken cancellation = default)
    {
        _claims.Writer.TryWrite(now);
        if (Away)
        {
            throw new IOException("away");
        }

        lock (_lock)
        {
            var claimed = _rows
                .Where(row => row.Deadline.DueAt < now && row.LeasedUntil <= real.GetUtcNow())
                .OrderBy(row => row.Deadline.DueAt)
                .Take(limit)
                .ToList();
            claimed.ForEach(row => row.LeasedUntil = real.GetUtcNow() + lease);
            return ValueTask.FromResult<IReadOnlyList<DueOwner>>(
            [
                .. claimed.GroupBy(row => row.OwnerId).Select(rows =>
                    new DueOwner(new StoredOwner(rows.Key, 1, null, "{}"), [.. rows.Select(row => row.Deadline)])),
            ]);
        }
    }

    public ValueTask<DateTimeOffset?> NextDueAsync(CancellationToken cancellation = default)
    {
        lock (_lock)
        {
            var free = _rows.Where(row => row.LeasedUntil <= real.GetUtcNow()).Select(row => row.Deadline.DueAt);
            return ValueTask.FromResult(free.Any() ? free.Min() : (DateTimeOffset?)null);
        }
    }

    public ValueTask<DeadlineCounts> CountAsync(DateTimeOffset now, CancellationToken cancellation = default) =>
        throw new NotSupportedException("The sweeper counts nothing.");

    private sealed class Row(string ownerId, Deadline deadline)
    {
        public string OwnerId { get; } = ownerId;

        public Deadline Deadline { get; } = deadline;

        public DateTimeOffset LeasedUntil { get; set; } = DateTimeOffset.MinValue;
    }
}
