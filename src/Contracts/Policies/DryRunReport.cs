namespace Dispatch.Contracts;

/// <summary>
/// What the cases of a period would have come to under a changed pack: everybody acts as they did, at the same instants, and clocks run
/// by other rules. Both sides are computed in the same way.
/// </summary>
[GenerateSerializer, Immutable, Alias("dry-run-report")]
public sealed record DryRunReport
{
    /// <summary>The first instant of the period.</summary>
    [Id(0)] public required DateTimeOffset From { get; init; }

    /// <summary>The first instant after it, at which virtual time ends.</summary>
    [Id(1)] public required DateTimeOffset To { get; init; }

    /// <summary>Cases opened in the period.</summary>
    [Id(2)] public required int Cases { get; init; }

    /// <summary>Deadlines that the store says were missed in the period: how far <see cref="Before"/> is from what happened.</summary>
    [Id(3)] public required int MissedInStore { get; init; }

    /// <summary>Commits whose command cannot be told from their events, which neither side has.</summary>
    [Id(4)] public required int NotRead { get; init; }

    /// <summary>Under the packs that the cases were opened under.</summary>
    [Id(5)] public required DryRunSide Before { get; init; }

    /// <summary>Under the changed pack.</summary>
    [Id(6)] public required DryRunSide After { get; init; }

    /// <summary>By who is responsible, those whose breaches change most first; at most <see cref="MostUnits"/>.</summary>
    [Id(7)] public required IReadOnlyList<DryRunUnit> Units { get; init; }

    /// <summary>Breaches by clock, in order of their names.</summary>
    [Id(8)] public required IReadOnlyList<DryRunClock> Clocks { get; init; }

    /// <summary>Open cases at instants an even time apart, in order; the first is an hour or day after <see cref="From"/>.</summary>
    [Id(9)] public required IReadOnlyList<DryRunLoad> Load { get; init; }

    /// <summary>Cases that breach on one side only, in order of their numbers; at most <see cref="MostCases"/>.</summary>
    [Id(10)] public required IReadOnlyList<DryRunCase> Changed { get; init; }

    /// <summary>How many there are with those that are not listed.</summary>
    [Id(11)] public required int ChangedTotal { get; init; }

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
[GenerateSerializer, Immutable, Alias("dry-run-side")]
public sealed record DryRunSide(
    [property: Id(0)] IReadOnlyList<string> Packs,
    [property: Id(1)] int Breaches,
    [property: Id(2)] int CasesBreached,
    [property: Id(3)] LevelCounts Escalations,
    [property: Id(4)] int Closed,
    [property: Id(5)] IReadOnlyDictionary<string, int> Refused);

/// <summary>A party on both sides.</summary>
/// <param name="Unit">The party.</param>
/// <param name="BreachesBefore">Deadlines that it missed.</param>
/// <param name="BreachesAfter">The same under the changed pack.</param>
/// <param name="EscalationsBefore">Cases that rose from it.</param>
/// <param name="EscalationsAfter">The same under the changed pack.</param>
/// <param name="LoadBefore">Open cases in its hands, on average over the period.</param>
/// <param name="LoadAfter">The same under the changed pack.</param>
[GenerateSerializer, Immutable, Alias("dry-run-unit")]
public sealed record DryRunUnit(
    [property: Id(0)] Scope Unit,
    [property: Id(1)] int BreachesBefore,
    [property: Id(2)] int BreachesAfter,
    [property: Id(3)] int EscalationsBefore,
    [property: Id(4)] int EscalationsAfter,
    [property: Id(5)] double LoadBefore,
    [property: Id(6)] double LoadAfter);

/// <summary>A clock on both sides.</summary>
/// <param name="Clock">Its name.</param>
/// <param name="Before">Breaches.</param>
/// <param name="After">Breaches under the changed pack.</param>
[GenerateSerializer, Immutable, Alias("dry-run-clock")]
public sealed record DryRunClock([property: Id(0)] string Clock, [property: Id(1)] int Before, [property: Id(2)] int After);

/// <summary>Open cases by level at an instant.</summary>
/// <param name="At">The instant.</param>
/// <param name="Before">On the one side.</param>
/// <param name="After">Under the changed pack.</param>
[GenerateSerializer, Immutable, Alias("dry-run-load")]
public sealed record DryRunLoad([property: Id(0)] DateTimeOffset At, [property: Id(1)] LevelCounts Before, [property: Id(2)] LevelCounts After);

/// <summary>A case that breaches on one side only.</summary>
/// <param name="CaseId">Its id.</param>
/// <param name="Number">Its number.</param>
/// <param name="Type">Its type's code.</param>
/// <param name="Before">The clocks that it missed, in order.</param>
/// <param name="After">The same under the changed pack.</param>
[GenerateSerializer, Immutable, Alias("dry-run-case")]
public sealed record DryRunCase(
    [property: Id(0)] string CaseId,
    [property: Id(1)] string Number,
    [property: Id(2)] string Type,
    [property: Id(3)] IReadOnlyList<string> Before,
    [property: Id(4)] IReadOnlyList<string> After);
