using Dispatch.Contracts;
using Dispatch.Grains.Storage;
using Dispatch.Silo.Storage;
using Microsoft.Extensions.Logging;

namespace Dispatch.Silo.Evidence;

/// <summary>Removes photos that no case uses and that nobody uploaded or asked for within <see cref="Kept"/> of city time.</summary>
public sealed class EvidenceTrimming(IEvidenceStore evidence, ICityClock clock, TimeProvider real, ILogger<EvidenceTrimming> logger)
    : HourlyTrimming("unused photos", Kept, clock, real, logger)
{
    /// <summary>How long an unused photo is kept, city time.</summary>
    public static readonly TimeSpan Kept = TimeSpan.FromDays(7);

    /// <inheritdoc/>
    protected override ValueTask<int> TrimAsync(DateTimeOffset olderThan, CancellationToken cancellation) => evidence.TrimAsync(olderThan, cancellation);
}
