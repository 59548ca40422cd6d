using System.Collections.Concurrent;
using System.Text.Json;
using Dispatch.Contracts;
using Dispatch.Grains.Feeds;
using Dispatch.Grains.Storage;

namespace Dispatch.TestKit.Feeds;

/// <summary>The feeds of any number of streets, in memory, that a test commits to; it can be away, be restored, or forget what is old.</summary>
public sealed class FeedStoreInMemory : IFeedReads, ICaseRows
{
    private readonly ConcurrentDictionary<string, Street> _streets = new();

    /// <summary>Reads of a street fail until <see cref="Mend"/>.</summary>
    public void Cut(string street) => Of(street).IsAway = true;

    /// <summary>Reads of a street succeed again.</summary>
    public void Mend(string street) => Of(street).IsAway = false;

    /// <summary>How often all open cases of a street were read.</summary>
    public int SnapshotReads(string street) => Of(street).SnapshotReads;

    /// <summary>Commits a change of a case and gives the batch that a writer would hint.</summary>
    /// <param name="street">The street.</param>
    /// <param name="row">The case after the change.</param>
    /// <param name="gone">Whether it left the open cases.</param>
    /// <param name="at">When it was committed.</param>
    public FeedBatch Commit(string street, CaseRow row, bool gone = false, DateTimeOffset at = default)
    {
        var feed = Of(street);
        lock (feed)
        {
            var entry = new FeedEntry(feed.Entries.Count + 1, row, gone);
            feed.Entries.Add(entry);
            feed.CommittedAt.Add(at);
            if (gone)
            {
                feed.Open.Remove(row.Id);
            }
            else
            {
                feed.Open[row.Id] = row;
            }

            return new FeedBatch(street, feed.Epoch, entry.At - 1, entry.At, [entry]);
        }
    }

    /// <summary>The backup of an earlier moment is put back: later entries are gone and the epoch is another.</summary>
    public void Restore(string street, int at)
    {
        var feed = Of(street);
        lock (feed)
        {
            feed.Epoch += "'";
            feed.Entries.RemoveRange(at, feed.Entries.Count - at);
            feed.CommittedAt.RemoveRange(at, feed.CommittedAt.Count - at);
            feed.Open.Clear();
            foreach (var entry in feed.Entries)
            {
                if (entry.Gone)
                {
                    feed.Open.Remove(entry.Row.Id);
                }
                else
                {
                    feed.Open[entry.Row.Id] = entry.Row;
                }
            }
        }
    }

    /// <summary>Entries up to a number are no longer kept.</summary>
    public void Trim(string street, long upTo) => Of(street).Trimmed = upTo;

    /// <summary>The open cases now, as a feed gives them.</summary>
    public FeedSnapshot Snapshot(string street)
    {
        var feed = Of(street);
        lock (feed)
        {
            return new FeedSnapshot(street, feed.Epoch, feed.Entries.Count, [.. feed.Open.Values]);
        }
    }

    /// <summary>The open cases now, by id.</summary>
    public IReadOnlyDictionary<string, CaseRow> Open(string street)
    {
        var feed = Of(street);
        lock (feed)
        {
            return new Dictionary<string, CaseRow>(feed.Open);
        }
    }

    /// <inheritdoc/>
    public ValueTask<FeedPosition> HeadAsync(string streetId, CancellationToken cancellation = default)
    {
        var feed = Reachable(streetId);
        lock (feed)
        {
            return new(new FeedPosition(feed.Epoch, feed.Entries.Count));
        }
    }

    /// <inheritdoc/>
    public ValueTask<IReadOnlyList<FeedEntry>?> EntriesAsync(string streetId, long after, int limit, CancellationToken cancellation = default)
    {
        var feed = Reachable(streetId);
        lock (feed)
        {
            return new(after < feed.Trimmed ? null : [.. feed.Entries.Skip((int)after).Take(limit)]);
        }
    }

    /// <inheritdoc/>
    public ValueTask<OpenOwners> OpenCasesAsync(string streetId, CancellationToken cancellation = default)
    {
        var feed = Reachable(streetId);
        lock (feed)
        {
            feed.SnapshotReads++;
            return new(new OpenOwners(
                new FeedPosition(feed.Epoch, feed.Entries.Count),
                [.. feed.Open.Values.Select(row => new StoredOwner($"case:{row.Id}", row.Version, row.Number, JsonSerializer.Serialize(row)))]));
        }
    }

    /// <inheritdoc/>
    public ValueTask<OpenRows?> RowsAtAsync(string streetId, DateTimeOffset at, CancellationToken cancellation = default)
    {
        var feed = Reachable(streetId);
        lock (feed)
        {
            var then = feed.CommittedAt.TakeWhile(committed => committed <= at).Count();
            var rows = feed.Entries.Take(then).GroupBy(entry => entry.Row.Id).Select(entries => entries.Last());
            return new(new OpenRows(new FeedPosition(feed.Epoch, then), [.. rows.Where(entry => !entry.Gone).Select(entry => entry.Row)]));
        }
    }

    /// <inheritdoc/>
    public ValueTask<int> TrimAsync(DateTimeOffset olderThan, CancellationToken cancellation = default) => throw new NotSupportedException();

    /// <inheritdoc/>
    public ValueTask<CaseRow> RowAsync(StoredOwner owner) => new(JsonSerializer.Deserialize<CaseRow>(owner.Snapshot)!);

    private Street Of(string street) => _streets.GetOrAdd(street, _ => new Street());

    private Street Reachable(string street) =>
        Of(street) is { IsAway: false } feed ? feed : throw new StoreUnavailableException("The store is away.");

    private sealed class Street
    {
        public bool IsAway { get; set; }

        public string Epoch { get; set; } = "epoch";

        public List<FeedEntry> Entries { get; } = [];

        public List<DateTimeOffset> CommittedAt { get; } = [];

        public Dictionary<string, CaseRow> Open { get; } = [];

        public long Trimmed { get; set; }

        public int SnapshotReads { get; set; }
    }
}
