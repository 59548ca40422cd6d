using Dispatch.Contracts;
using Dispatch.Grains.Cases;
using Dispatch.Grains.Clocks;
using Dispatch.Grains.Storage;

namespace Dispatch.TestKit.Storage;

/// <summary>Events of cases in memory, read by the rules of the real stores; an area leaves out nothing, which it need not.</summary>
public sealed class HistoriesInMemory : IFigureReads
{
    private readonly Dictionary<string, List<Happened>> _cases = new(StringComparer.Ordinal);

    /// <summary>How many histories were read so far.</summary>
    public int Read { get; private set; }

    /// <summary>Adds what one decision brought about.</summary>
    public void Add(string caseId, IEnumerable<Happened> events)
    {
        var ownerId = Scope.Case(caseId).ToString();
        if (!_cases.TryGetValue(ownerId, out var kept))
        {
            _cases[ownerId] = kept = [];
        }

        kept.AddRange(events);
    }

    /// <inheritdoc/>
    public ValueTask<IReadOnlyList<OpenedCase>> OpenedAsync(OpenedQuery query, CancellationToken cancellation = default)
    {
        var found =
            from kept in _cases
            let mark = new OpenedMark(kept.Value[0].At, kept.Key)
            where mark.OpenedAt >= query.From && mark.OpenedAt < query.To && (query.After is not { } after || Compare(mark, after) < 0)
            select new OpenedCase(mark, kept.Key, kept.Value.Count);
        return new([.. found.Order(Comparer<OpenedCase>.Create((one, other) => Compare(other.Mark, one.Mark))).Take(query.Limit)]);
    }

    /// <inheritdoc/>
    public ValueTask<IReadOnlyList<CaseHistory>> HistoriesAsync(IReadOnlyList<string> ownerIds, DateTimeOffset before, CancellationToken cancellation = default)
    {
        Read += ownerIds.Count;
        return new(
        [
            .. ownerIds.Select(ownerId => new CaseHistory(
                ownerId, [.. _cases[ownerId].Where(happened => happened.At < before).Select((happened, i) => new StoredEvent(i + 1, 1, CaseJson.Record(happened)))])),
        ]);
    }

    private static int Compare(OpenedMark one, OpenedMark other) => one.OpenedAt.CompareTo(other.OpenedAt) is not 0 and var order
        ? order
        : string.CompareOrdinal(one.OwnerId, other.OwnerId);
}
