using System.Collections.Immutable;
using Dispatch.Grains.Clocks;

namespace Dispatch.Grains.Decoration.Dossiers;

/// <summary>
/// The state of a dossier as its events left it. Immutable; only <see cref="Apply"/> makes the next one, live and in replay. Its version
/// is the store's and not part of it.
/// </summary>
public abstract record Dossier
{
    /// <summary>Its clocks by name, in the order of their first start; those that ended included.</summary>
    public ImmutableArray<SlaClock> Clocks { get; init; } = [];

    /// <summary>When its last event was decided: no later one is decided before it.</summary>
    public DateTimeOffset LastEventAt { get; init; }

    /// <summary>Where it stands among what lists filter by; the street is required.</summary>
    public abstract DossierPlace Place();

    /// <summary>Whether anything is still to be done; a dossier that is over has no running clock.</summary>
    public abstract bool IsOpen();

    /// <summary>What waits for whom as it stands: who is told, and until when (<see cref="DossierNotices"/>).</summary>
    public virtual IEnumerable<DossierMatter> Waiting() => [];

    /// <summary>The dossier after one more event.</summary>
    /// <exception cref="InvalidOperationException">An event that this kind does not know, or a clock's before it was started: a damaged store.</exception>
    public Dossier Apply(Happened happened) =>
        (happened.Event is ClockEvent ? this with { Clocks = DossierClocks.After(Clocks, happened) } : After(happened)) with { LastEventAt = happened.At };

    /// <summary>The clock of a name; null when it never ran.</summary>
    public SlaClock? Clock(string name) => Clocks.FirstOrDefault(clock => clock.Name == name);

    /// <summary>The dossier after an event of its own kind.</summary>
    protected abstract Dossier After(Happened happened);

    /// <summary>For the last arm of <see cref="After"/>.</summary>
    protected InvalidOperationException Unknown(Happened happened) => new($"A {GetType().Name} does not know {happened.Event.Name}.");
}

/// <summary>Where a dossier lies.</summary>
/// <param name="StreetId">The street.</param>
/// <param name="CommunityId">The community; null where it concerns several.</param>
/// <param name="GridId">The grid; null where it concerns several.</param>
/// <param name="Unit">The flat that it belongs to, <c>estate/unit</c>; null for none. The history of a flat is found by it.</param>
/// <param name="Search">Text in which lists search, any case, at most 2,500 characters; no personal data.</param>
public sealed record DossierPlace(string StreetId, string? CommunityId = null, string? GridId = null, string? Unit = null, string? Search = null);

/// <summary>A decision about a dossier: what happened, and what it is after that.</summary>
/// <param name="Events">In order; empty when nothing is to be stored.</param>
/// <param name="Dossier">After them.</param>
public sealed record DossierDecision(ImmutableArray<Happened> Events, Dossier Dossier) : Cases.Verdict;
