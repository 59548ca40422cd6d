namespace Dispatch.Contracts;

/// <summary>
/// What the cases of a period would have come to under a changed pack: everybody acts as they did, at the same instants, and clocks run
/// by other rules. Both sides are computed in the same way.
/// </summary>
public sealed record DryRunReport
{
    /// <summary>The first instant of the period.</summary>
    public required DateTimeOffset From { get; init; }

    /// <summary>The first instant after it, at which virtual time ends.</summary>
    public required DateTimeOffset To { get; init; }

    /// <summary>Cases opened in the period.</summary>
    public required int Cases { get; init; }

    /// <summary>Deadlines that the store says were missed in the period: how far <see cref="Before"/> is from what happened.</summary>
    public required int MissedInStore { get; init; }

    /// <summary>Commits whose command cannot be told from their events, which neither side has.</summary>
    public required int NotRead { get; init; }

    /// <summary>Under the packs that the cases were opened under.</summary>
    public required DryRunSide Before { get; init; }

    /// <summary>Under the changed pack.</summary>
    public required DryRunSide After { get; init; }

    /// <summary>By who is responsible when it happens, most changed first; at most <see cref="MostUnits"/>.</summary>
    public required IReadOnlyList<DryRunUnit> Units { get; init; }

    /// <summary>Breaches by clock, in order of their names.</summary>
    public required IReadOnlyList<DryRunClock> Clocks { get; init; }

    /// <summary>Open cases at instants an even time apart, in order; the first is an hour or day after <see cref="From"/>.</summary>
    public required IReadOnlyList<DryRunLoad> Load { get; init; }

    /// <summary>Cases that breach on one side only, in order of their numbers; at most <see cref="MostCases"/>.</summary>
    public required IReadOnlyList<DryRunCase> Changed { get; init; }

    /// <summary>How many there are with those that are not listed.</summary>
    public required int ChangedTotal { get; init; }

    /// <summary>The most units of a report.</summary>
    public const int MostUnits = 500;

    /// <summary>The most changed cases of a report.</summary>
    public const int MostCases = 100;
}

/// <summary>One side of a dry run.</summary>
/// <param name="Packs">The packs, each as <c>id version</c>, in order.</param>
/// <param name="Breaches">Deadlines missed.</param>
/// <param name="CasesBreached">Cases with at least one.</param>
/// <param name="Escalations">How often cases rose, by the level reached.</param>
/// <param name="Closed">Cases that ended.</param>
/// <param name="Refused">Recorded commands that this side refuses, by code; <c>unknown-type</c> leaves the whole case out.</param>
public sealed record DryRunSide(
    IReadOnlyList<string> Packs, int Breaches, int CasesBreached, LevelCounts Escalations, int Closed, IReadOnlyDictionary<string, int> Refused);

/// <summary>A party on both sides.</summary>
/// <param name="Unit">The party.</param>
/// <param name="BreachesBefore">Deadlines that it missed.</param>
/// <param name="BreachesAfter">The same under the changed pack.</param>
/// <param name="EscalationsBefore">Cases that rose from it.</param>
/// <param name="EscalationsAfter">The same under the changed pack.</param>
public sealed record DryRunUnit(Scope Unit, int BreachesBefore, int BreachesAfter, int EscalationsBefore, int EscalationsAfter);

/// <summary>A clock on both sides.</summary>
/// <param name="Clock">Its name.</param>
/// <param name="Before">Breaches.</param>
/// <param name="After">Breaches under the changed pack.</param>
public sealed record DryRunClock(string Clock, int Before, int After);

/// <summary>Open cases by level at an instant.</summary>
/// <param name="At">The instant.</param>
/// <param name="Before">On the one side.</param>
/// <param name="After">Under the changed pack.</param>
public sealed record DryRunLoad(DateTimeOffset At, LevelCounts Before, LevelCounts After);

/// <summary>A case that breaches on one side only.</summary>
/// <param name="CaseId">Its id.</param>
/// <param name="Number">Its number.</param>
/// <param name="Type">Its type's code.</param>
/// <param name="Before">The clocks that it missed, in order.</param>
/// <param name="After">The same under the changed pack.</param>
public sealed record DryRunCase(string CaseId, string Number, string Type, IReadOnlyList<string> Before, IReadOnlyList<string> After);
