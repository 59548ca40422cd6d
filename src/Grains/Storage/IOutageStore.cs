using Dispatch.Contracts;

namespace Dispatch.Grains.Storage;

/// <summary>The ledger of outages and the service's sign of life, which all silos of a city share.</summary>
public interface IOutageStore
{
    /// <summary>
    /// Leaves a sign of life. Where the last one by whatever silo lies further back than <paramref name="longest"/>, the time between is
    /// recorded as an outage of the whole city in the same transaction, so that of several silos only the first records it.
    /// </summary>
    /// <param name="now">City time.</param>
    /// <param name="longest">The longest silence that is none, in city time.</param>
    /// <param name="reason">Why there was none.</param>
    /// <param name="cancellation">Stops it.</param>
    /// <returns>The outage; null for none.</returns>
    ValueTask<Outage?> BeatAsync(DateTimeOffset now, TimeSpan longest, string reason, CancellationToken cancellation = default);

    /// <summary>Adds one; the store gives its number.</summary>
    ValueTask<Outage> RecordAsync(Outage outage, CancellationToken cancellation = default);

    /// <summary>One that lasts still ends later; it never ends earlier than it did.</summary>
    ValueTask ExtendAsync(long id, DateTimeOffset to, CancellationToken cancellation = default);

    /// <summary>Those that ended after an instant, the latest recorded first.</summary>
    /// <param name="streetId">Those that concern this street; null for all.</param>
    /// <param name="endedAfter">The instant.</param>
    /// <param name="limit">At most so many.</param>
    /// <param name="cancellation">Stops it.</param>
    ValueTask<IReadOnlyList<Outage>> OutagesAsync(string? streetId, DateTimeOffset endedAfter, int limit, CancellationToken cancellation = default);
}
