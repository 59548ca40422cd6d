using Dispatch.Contracts;

namespace Dispatch.Grains.Storage;

/// <summary>The feeds as stored.</summary>
public interface IFeedReads
{
    /// <summary>The epoch and last number of a street's feed (0 when it has none).</summary>
    ValueTask<FeedPosition> HeadAsync(string streetId, CancellationToken cancellation = default);

    /// <summary>Entries after a number, in order, at most <paramref name="limit"/>; null when the store no longer keeps the first of them.</summary>
    ValueTask<IReadOnlyList<FeedEntry>?> EntriesAsync(string streetId, long after, int limit, CancellationToken cancellation = default);

    /// <summary>Every open case of a street as stored, with the feed number that they include, all from one instant.</summary>
    ValueTask<OpenOwners> OpenCasesAsync(string streetId, CancellationToken cancellation = default);

    /// <summary>The newest row of each case among the entries committed at or before an instant; null when the feed is not kept that far back.</summary>
    ValueTask<OpenRows?> RowsAtAsync(string streetId, DateTimeOffset at, CancellationToken cancellation = default);

    /// <summary>Removes entries older than an instant; returns how many.</summary>
    ValueTask<int> TrimAsync(DateTimeOffset olderThan, CancellationToken cancellation = default);
}

/// <summary>Open cases as stored.</summary>
/// <param name="Position">The epoch and feed number that they include.</param>
/// <param name="Owners">Each case.</param>
public sealed record OpenOwners(FeedPosition Position, IReadOnlyList<StoredOwner> Owners);

/// <summary>Board rows of the past.</summary>
/// <param name="Position">The epoch and feed number that they include.</param>
/// <param name="Rows">Cases that were open then.</param>
public sealed record OpenRows(FeedPosition Position, IReadOnlyList<CaseRow> Rows);
