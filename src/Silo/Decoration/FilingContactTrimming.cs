using Dispatch.Contracts;
using Dispatch.Grains.Decoration.Filings;
using Dispatch.Silo.Storage;
using Microsoft.Extensions.Logging;

namespace Dispatch.Silo.Decoration;

/// <summary>Erases owners' contacts whose time is over; each has its own.</summary>
public sealed class FilingContactTrimming(IFilingContacts contacts, ICityClock clock, TimeProvider real, ILogger<FilingContactTrimming> logger)
    : HourlyTrimming("contacts of filings", TimeSpan.Zero, clock, real, logger)
{
    /// <inheritdoc/>
    protected override ValueTask<int> TrimAsync(DateTimeOffset olderThan, CancellationToken cancellation) => contacts.TrimAsync(olderThan, cancellation);
}
