using Dispatch.Contracts;
using Dispatch.Grains.Storage;
using Dispatch.Grains.Surges;

namespace Dispatch.Grains.DryRuns;

/// <summary>
/// The surges of a street as its events tell them. A dry run knows them all and not only those that a case was under: with other clocks
/// a case may be open, or lie elsewhere, when one holds.
/// </summary>
public static class RecordedSurges
{
    /// <summary>The orders in the order of time, those left out that were over before an instant.</summary>
    /// <param name="history">The events of the street's surges from the first.</param>
    /// <param name="since">The instant.</param>
    public static IReadOnlyList<SurgeOrder> Of(IReadOnlyList<StoredEvent> history, DateTimeOffset since)
    {
        var orders = new OrderedDictionary<string, SurgeOrder>(StringComparer.Ordinal);
        foreach (var stored in history)
        {
            if (stored.Event.Name is not (nameof(SurgeDeclared) or nameof(SurgeCalledOff)))
            {
                continue;
            }

            var happened = SurgeJson.Happened(stored.Event);
            switch (happened.Event)
            {
                case SurgeDeclared declared:
                    orders.Add(declared.SurgeId, declared.Order(happened.At));
                    break;
                case SurgeCalledOff over:
                    orders[over.SurgeId] = orders[over.SurgeId] with { EndedAt = happened.At };
                    break;
            }
        }

        return [.. orders.Values.Where(order => order.End > since)];
    }
}
