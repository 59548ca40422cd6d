using Dispatch.Contracts;
using Dispatch.Grains.Cases;
using Dispatch.Grains.Clocks;
using Dispatch.Grains.Storage;

namespace Dispatch.TestKit.Storage;

/// <summary>Events of cases in memory, read by the rules of the real stores; an area leaves out nothing, which it need not.</summary>
public sealed class HistoriesInMemory : IFigureReads
{
    private readonly Dictionary<string, (DateTimeOffset OpenedAt, List<Happened> Events)> _cases = new(StringComparer.Ordinal);

    /// <summary>Adds what one decision brought about.</summary>
    public void Add(string caseId, IEnumerable<Happened> events)
    {
        foreach (var happened in events)
        {
            if (!_cases.TryGetValue(caseId, out var kept))
            {
                _cases[caseId] = kept = (happened.At, []);
            }

            kept.Events.Add(happened);
        }
    }

    /// <inheritdoc/>
    public ValueTask<IReadOnlyList<CaseHistory>> HistoriesAsync(HistoryQuery query, CancellationToken cancellation = default)
    {
        var end = query.To < query.Before ? query.To : query.Before;
        var found =
            from kept in _cases
            let mark = new HistoryMark(kept.Value.OpenedAt, Scope.Case(kept.Key).ToString())
            where mark.OpenedAt >= query.From && mark.OpenedAt < end && (query.After is not { } after || Compare(mark, after) < 0)
            let events = kept.Value.Events.Where(happened => happened.At < query.Before).Select(CaseJson.Record)
            select new CaseHistory(mark, kept.Key, [.. events]);
        return new([.. found.Order(Comparer<CaseHistory>.Create((one, other) => Compare(other.Mark, one.Mark))).Take(query.Limit)]);
    }

    private static int Compare(HistoryMark one, HistoryMark other) => one.OpenedAt.CompareTo(other.OpenedAt) is not 0 and var order
        ? order
        : string.CompareOrdinal(one.OwnerId, other.OwnerId);
}
