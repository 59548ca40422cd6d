namespace Dispatch.Contracts;

/// <summary>Figures of a period, as they were known at an instant.</summary>
/// <param name="Scope">The street, community or grid.</param>
/// <param name="From">The first instant of the period.</param>
/// <param name="To">The first instant after it.</param>
/// <param name="AsOf">Only what was decided before this instant is counted.</param>
/// <param name="By">By what cases are put into rows.</param>
/// <param name="Rows">
/// In order of their keys. Days, weeks and months that had begun by <paramref name="AsOf"/> each have a row, also without cases;
/// every other row has at least one case.
/// </param>
/// <param name="Total">Every case once, whatever the rows are.</param>
[GenerateSerializer, Immutable, Alias("figure-answer")]
public sealed record FigureAnswer(
    [property: Id(0)] Scope Scope,
    [property: Id(1)] DateTimeOffset From,
    [property: Id(2)] DateTimeOffset To,
    [property: Id(3)] DateTimeOffset AsOf,
    [property: Id(4)] FigureBy By,
    [property: Id(5)] IReadOnlyList<FigureRow> Rows,
    [property: Id(6)] FigureTotal Total);

/// <summary>One row.</summary>
/// <param name="Key">An id, a type's code, a clock's name, or a period in the street's time zone: <c>2026-03-02</c>, <c>2026-W10</c>, <c>2026-03</c>.</param>
/// <param name="Name">What people call it; null for periods, clocks, and whatever territory and pack no longer have.</param>
/// <param name="Counts">Numbers of cases, or of runs of clocks.</param>
/// <param name="Rates">Shares of them.</param>
[GenerateSerializer, Immutable, Alias("figure-row")]
public sealed record FigureRow(
    [property: Id(0)] string Key,
    [property: Id(1)] Text? Name,
    [property: Id(2)] FigureCounts Counts,
    [property: Id(3)] FigureRates Rates);

/// <summary>All rows together.</summary>
/// <param name="Counts">Numbers of cases, or of runs of clocks.</param>
/// <param name="Rates">Shares of them.</param>
[GenerateSerializer, Immutable, Alias("figure-total")]
public sealed record FigureTotal([property: Id(0)] FigureCounts Counts, [property: Id(1)] FigureRates Rates);

/// <summary>
/// What is counted, among the cases opened in the period, as it stood at <c>asOf</c>. The unit is the case, each once, save for
/// <see cref="ClocksMet"/> and <see cref="ClocksMissed"/>, whose unit is one run of a clock, the calls of departments and the replies to other systems. A clock's run is missed when its time
/// was used up and no extension granted later gave it more; <c>suspension-end</c> is no promise and never counted.
/// </summary>
[GenerateSerializer, Immutable, Alias("figure-counts")]
public sealed record FigureCounts
{
    /// <summary>Cases opened.</summary>
    [Id(0)] public required int Opened { get; init; }

    /// <summary>Cases that stand as rejected or merged: no cases of their own.</summary>
    [Id(1)] public required int Dismissed { get; init; }

    /// <summary>
    /// Cases that somebody has answered: verified, settled, passed up, acknowledged, taken in hand, whistled for, taken back,
    /// assigned, accepted, arrived at, worked on, returned, suspended, rejected or merged by a person. What the machine does and
    /// what leaves the case where it was (comments, priority, escalation by hand) is no answer.
    /// </summary>
    [Id(2)] public required int Responded { get; init; }

    /// <summary>Of those responded, cases of which no clock had been missed when the first answer was given.</summary>
    [Id(3)] public required int RespondedInTime { get; init; }

    /// <summary>Cases that were settled or resolved at least once.</summary>
    [Id(4)] public required int Worked { get; init; }

    /// <summary>Cases that stand as settled or resolved: closed, or waiting for their check. One whose check failed or that was reopened is none.</summary>
    [Id(5)] public required int Resolved { get; init; }

    /// <summary>Of those resolved, cases of which no clock that their settling or resolving stops was missed in any of its runs.</summary>
    [Id(6)] public required int ResolvedInTime { get; init; }

    /// <summary>Cases that stand as closed.</summary>
    [Id(7)] public required int Closed { get; init; }

    /// <summary>Of those closed, cases of which no clock at all was missed in any of its runs.</summary>
    [Id(8)] public required int ClosedInTime { get; init; }

    /// <summary>Open cases with a clock that was missed and is not answered yet; in a clock's row, with that clock so.</summary>
    [Id(9)] public required int OverdueOpen { get; init; }

    /// <summary>Cases of which a check failed, or that were reopened after they were closed.</summary>
    [Id(10)] public required int Rework { get; init; }

    /// <summary>Cases that were granted an extension; in a clock's row, of that clock.</summary>
    [Id(11)] public required int Extended { get; init; }

    /// <summary>Cases for which the street was whistled, by a person or automatically.</summary>
    [Id(12)] public required int Whistled { get; init; }

    /// <summary>Of those whistled, cases at which an officer reported in after the last whistle.</summary>
    [Id(13)] public required int WhistleAnswered { get; init; }

    /// <summary>Cases that their report was marked for as likely the same matter as another open case, or that stand as merged.</summary>
    [Id(14)] public required int Repeats { get; init; }

    /// <summary>Runs of clocks that ended in time; in a clock's row, of that clock.</summary>
    [Id(15)] public required int ClocksMet { get; init; }

    /// <summary>Runs of clocks that were missed, whether they have ended or not; in a clock's row, of that clock.</summary>
    [Id(16)] public required int ClocksMissed { get; init; }

    /// <summary>Cases on which the responsible party took extra time; in a clock's row, on that clock. An extension is none.</summary>
    [Id(17)] public required int ExtraTaken { get; init; }

    /// <summary>Of those whistled, cases that stand as closed after an officer had reported in on the last whistle.</summary>
    [Id(20)] public required int WhistlesSolved { get; init; }

    /// <summary>Calls of departments: each department each time that it was called.</summary>
    [Id(21)] public required int DepartmentsCalled { get; init; }

    /// <summary>Of those calls, the ones on which the department reported in and none of its times ran out.</summary>
    [Id(22)] public required int DepartmentsInTime { get; init; }

    /// <summary>Of those calls, the ones that the department answered as solved.</summary>
    [Id(23)] public required int DepartmentsSolved { get; init; }

    /// <summary>Replies that another system had by the time that it named or the pack gives: each time that it waited for one.</summary>
    [Id(24)] public required int RepliesInTime { get; init; }

    /// <summary>Replies that another system did not have by then, whether it has had them since or not.</summary>
    [Id(25)] public required int RepliesLate { get; init; }

    /// <summary>Cases of which whoever reported them said how they ended, by the link that they have; the last answer counts.</summary>
    [Id(26)] public required int OutcomesSaid { get; init; }

    /// <summary>Of those, cases that they called solved and were content with.</summary>
    [Id(27)] public required int Satisfied { get; init; }
}

/// <summary>Shares, 0 to 1. Null where there is nothing to be a share of.</summary>
[GenerateSerializer, Immutable, Alias("figure-rates")]
public sealed record FigureRates
{
    /// <summary>Responded of opened.</summary>
    [Id(0)] public required double? Response { get; init; }

    /// <summary>Resolved of those opened and not dismissed.</summary>
    [Id(1)] public required double? Resolution { get; init; }

    /// <summary>Closed in time of closed.</summary>
    [Id(2)] public required double? OnTime { get; init; }

    /// <summary>Rework of worked.</summary>
    [Id(3)] public required double? Rework { get; init; }

    /// <summary>Extended of opened.</summary>
    [Id(4)] public required double? Extension { get; init; }

    /// <summary>Whistled of opened.</summary>
    [Id(5)] public required double? Whistle { get; init; }

    /// <summary>Repeats of opened.</summary>
    [Id(6)] public required double? Repeat { get; init; }

    /// <summary>Runs met of runs met or missed.</summary>
    [Id(7)] public required double? Clocks { get; init; }

    /// <summary>Replies to other systems in time of those in time or late; null also where no other system sent a case.</summary>
    [Id(8)] public required double? Replies { get; init; }

    /// <summary>Satisfied of those that somebody said anything of; null also where nobody did.</summary>
    [Id(9)] public required double? Satisfaction { get; init; }
}

/// <summary>A page of the cases behind a number, newest first.</summary>
/// <param name="Items">The cases.</param>
/// <param name="Next">The cursor of the next page; null at the end.</param>
[GenerateSerializer, Immutable, Alias("figure-case-page")]
public sealed record FigureCasePage([property: Id(0)] IReadOnlyList<FigureCase> Items, [property: Id(1)] string? Next);

/// <summary>A case behind a number, as it stood at <c>asOf</c>.</summary>
[GenerateSerializer, Immutable, Alias("figure-case")]
public sealed record FigureCase
{
    /// <summary>The id.</summary>
    [Id(0)] public required string Id { get; init; }

    /// <summary>The number that people say.</summary>
    [Id(1)] public required string Number { get; init; }

    /// <summary>The type's code.</summary>
    [Id(2)] public required string Type { get; init; }

    /// <summary>The type's name in the pack's first language; its code where the pack in force no longer has it.</summary>
    [Id(3)] public required string Title { get; init; }

    /// <summary>The community.</summary>
    [Id(4)] public required string CommunityId { get; init; }

    /// <summary>The grid.</summary>
    [Id(5)] public required string GridId { get; init; }

    /// <summary>When it was opened.</summary>
    [Id(6)] public required DateTimeOffset OpenedAt { get; init; }

    /// <summary>The status.</summary>
    [Id(7)] public required CaseStatus Status { get; init; }

    /// <summary>How often it is counted in the number: 1, and more only where the number counts runs of clocks or calls of departments.</summary>
    [Id(8)] public required int Times { get; init; }
}
