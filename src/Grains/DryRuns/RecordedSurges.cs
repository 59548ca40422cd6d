using Dispatch.Contracts;
using Dispatch.Grains.Cases;
using Dispatch.Grains.Storage;

namespace Dispatch.Grains.DryRuns;

/// <summary>Finds the surges that a case was under in its events, as orders: a dry run under another pack stands still when the case did.</summary>
public static class RecordedSurges
{
    /// <summary>The orders in the order of time, each surge once.</summary>
    /// <param name="history">A case's events from the first.</param>
    public static IReadOnlyList<SurgeOrder> Of(IReadOnlyList<StoredEvent> history)
    {
        var orders = new OrderedDictionary<string, SurgeOrder>(StringComparer.Ordinal);
        foreach (var stored in history)
        {
            if (stored.Event.Name is not (nameof(SurgeBegan) or nameof(SurgeEnded)))
            {
                continue;
            }

            switch (CaseJson.Happened(stored.Event).Event)
            {
                case SurgeBegan began:
                    orders[began.SurgeId] = orders.TryGetValue(began.SurgeId, out var known) ? known with { EndedAt = null } : new SurgeOrder
                    {
                        Id = began.SurgeId,
                        Area = began.Area,
                        From = began.From,
                        Until = began.Until,
                        Freeze = began.Freezes,
                        Raise = began.Raised,
                    };
                    break;
                case SurgeEnded ended when ended.To < orders[ended.SurgeId].Until:
                    orders[ended.SurgeId] = orders[ended.SurgeId] with { EndedAt = ended.To };
                    break;
            }
        }

        return [.. orders.Values];
    }
}
