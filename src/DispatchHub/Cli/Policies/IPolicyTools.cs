using Dispatch.Contracts;

namespace Dispatch.Hub.Cli.Policies;

/// <summary>What the verbs ask of packs and calendars, over the store that the settings name.</summary>
/// <remarks>Whatever an operator must mend is a <see cref="ToolFaultException"/>.</remarks>
public interface IPolicyTools
{
    /// <summary>Looks at the calendars of the pack of the settings and of those adopted, and at the deadlines of running clocks.</summary>
    /// <param name="settings">Name store and pack.</param>
    /// <param name="at">The instant to look from; null for the city's own time.</param>
    /// <param name="cancellation">Stops it.</param>
    Task<CalendarCheck> LintAsync(IConfiguration settings, DateTimeOffset? at, CancellationToken cancellation);

    /// <summary>Lets the cases of a period happen under a changed pack.</summary>
    /// <param name="settings">Name store and territory.</param>
    /// <param name="pack">The changed pack: its file, its folder, or a sample's name.</param>
    /// <param name="from">The first instant; null for a month before <paramref name="to"/>.</param>
    /// <param name="to">The first instant after; null for the city's own time.</param>
    /// <param name="cancellation">Stops it.</param>
    Task<DryRunReport> DryRunAsync(IConfiguration settings, string pack, DateTimeOffset? from, DateTimeOffset? to, CancellationToken cancellation);

    /// <summary>Adopts a pack, on a store that is in use or not.</summary>
    /// <param name="settings">Name store and territory.</param>
    /// <param name="wish">What.</param>
    /// <param name="cancellation">Stops it.</param>
    Task<PolicyAdoption> AdoptAsync(IConfiguration settings, AdoptionWish wish, CancellationToken cancellation);
}
