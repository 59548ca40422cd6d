using Dispatch.Contracts;
using Dispatch.Grains.Decoration.Contacts;
using Dispatch.Silo.Storage;
using Microsoft.Extensions.Logging;

namespace Dispatch.Silo.Decoration;

/// <summary>Erases contacts whose time is over; each has its own.</summary>
public sealed class ContactTrimming(IContacts contacts, ICityClock clock, TimeProvider real, ILogger<ContactTrimming> logger)
    : HourlyTrimming("contacts", TimeSpan.Zero, clock, real, logger)
{
    /// <inheritdoc/>
    protected override ValueTask<int> TrimAsync(DateTimeOffset olderThan, CancellationToken cancellation) => contacts.TrimAsync(olderThan, cancellation);
}
