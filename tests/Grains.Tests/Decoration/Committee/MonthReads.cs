using Dispatch.Contracts;
using Dispatch.Grains.Cases;
using Dispatch.Grains.Decoration.Dossiers;
using Dispatch.Grains.Storage;

namespace Dispatch.Grains.Tests.Decoration.Committee;

/// <summary>Stored events as a store answers them.</summary>
internal sealed class MonthReads(IReadOnlyList<StoredHistory> histories) : IFigureReads, IDossierReads
{
    public ValueTask<IReadOnlyList<OpenedCase>> OpenedAsync(OpenedQuery query, CancellationToken cancellation = default) => new(
        [.. histories.Where(one => one.Events[0].Name == nameof(Reported) && one.Events[0].At >= query.From && one.Events[0].At < query.To)
            .OrderByDescending(one => one.Events[0].At)
            .Select(one => new OpenedCase(new OpenedMark(one.Events[0].At, one.OwnerId), $"No. {one.OwnerId}", one.Events.Count))]);

    public ValueTask<IReadOnlyList<CaseHistory>> HistoriesAsync(IReadOnlyList<string> ownerIds, DateTimeOffset before, CancellationToken cancellation = default) => new(
        [.. histories.Where(one => ownerIds.Contains(one.OwnerId) && one.Events[0].At < before)
            .Select(one => new CaseHistory(one.OwnerId, [.. one.Events.Where(record => record.At < before).Select((record, n) => new StoredEvent(n + 1, n + 1, record))]))]);

    public ValueTask<IReadOnlyList<StoredOwner>> ListAsync(DossierQuery query, CancellationToken cancellation = default) => new(
        [.. histories.Where(one => one.OwnerId.StartsWith($"{query.Kind}:", StringComparison.Ordinal)).OrderBy(one => one.OwnerId, StringComparer.Ordinal)
            .Select(one => new StoredOwner(one.OwnerId, one.Events.Count, null, ""))]);

    public ValueTask<IReadOnlyList<StoredOwner>> OfUnitAsync(string unit, int limit, CancellationToken cancellation = default) => throw new NotSupportedException();

    public ValueTask<IReadOnlyList<StoredOwner>> OfEstateAsync(string estateId, int limit, CancellationToken cancellation = default) => throw new NotSupportedException();
}
