using System.Text.Json.Serialization;

namespace Dispatch.Contracts;

/// <summary>By what cases are put into rows.</summary>
[GenerateSerializer, Alias("figure-by"), JsonConverter(typeof(CamelCaseEnumJson<FigureBy>))]
public enum FigureBy
{
    /// <summary>The street that a case lies in.</summary>
    Street = 0,

    /// <summary>The community that it lay in at <c>asOf</c>.</summary>
    Community = 1,

    /// <summary>The grid that it lay in at <c>asOf</c>.</summary>
    Grid = 2,

    /// <summary>Its type.</summary>
    Type = 3,

    /// <summary>The local day on which it was opened, <c>2026-03-02</c>.</summary>
    Day = 4,

    /// <summary>The ISO week, Monday to Sunday, in which it was opened, <c>2026-W10</c>.</summary>
    Week = 5,

    /// <summary>The month in which it was opened, <c>2026-03</c>.</summary>
    Month = 6,

    /// <summary>Each clock that ran on it: such a case stands in a row for each.</summary>
    Clock = 7,
}

/// <summary>What is counted. The names on the wire are those of <see cref="FigureCounts"/>, whose comments define each.</summary>
[GenerateSerializer, Alias("measure"), JsonConverter(typeof(CamelCaseEnumJson<Measure>))]
public enum Measure
{
    /// <summary><see cref="FigureCounts.Opened"/>.</summary>
    Opened = 0,

    /// <summary><see cref="FigureCounts.Dismissed"/>.</summary>
    Dismissed = 1,

    /// <summary><see cref="FigureCounts.Responded"/>.</summary>
    Responded = 2,

    /// <summary><see cref="FigureCounts.RespondedInTime"/>.</summary>
    RespondedInTime = 3,

    /// <summary><see cref="FigureCounts.Worked"/>.</summary>
    Worked = 4,

    /// <summary><see cref="FigureCounts.Resolved"/>.</summary>
    Resolved = 5,

    /// <summary><see cref="FigureCounts.ResolvedInTime"/>.</summary>
    ResolvedInTime = 6,

    /// <summary><see cref="FigureCounts.Closed"/>.</summary>
    Closed = 7,

    /// <summary><see cref="FigureCounts.ClosedInTime"/>.</summary>
    ClosedInTime = 8,

    /// <summary><see cref="FigureCounts.OverdueOpen"/>.</summary>
    OverdueOpen = 9,

    /// <summary><see cref="FigureCounts.Rework"/>.</summary>
    Rework = 10,

    /// <summary><see cref="FigureCounts.Extended"/>.</summary>
    Extended = 11,

    /// <summary><see cref="FigureCounts.Whistled"/>.</summary>
    Whistled = 12,

    /// <summary><see cref="FigureCounts.WhistleAnswered"/>.</summary>
    WhistleAnswered = 13,

    /// <summary><see cref="FigureCounts.Repeats"/>.</summary>
    Repeats = 14,

    /// <summary><see cref="FigureCounts.ClocksMet"/>.</summary>
    ClocksMet = 15,

    /// <summary><see cref="FigureCounts.ClocksMissed"/>.</summary>
    ClocksMissed = 16,

    /// <summary><see cref="FigureCounts.ExtraTaken"/>.</summary>
    ExtraTaken = 17,

    /// <summary><see cref="FigureCounts.WhistlesSolved"/>.</summary>
    WhistlesSolved = 20,

    /// <summary><see cref="FigureCounts.DepartmentsCalled"/>.</summary>
    DepartmentsCalled = 21,

    /// <summary><see cref="FigureCounts.DepartmentsInTime"/>.</summary>
    DepartmentsInTime = 22,

    /// <summary><see cref="FigureCounts.DepartmentsSolved"/>.</summary>
    DepartmentsSolved = 23,

    /// <summary><see cref="FigureCounts.RepliesInTime"/>.</summary>
    RepliesInTime = 24,

    /// <summary><see cref="FigureCounts.RepliesLate"/>.</summary>
    RepliesLate = 25,

    /// <summary><see cref="FigureCounts.OutcomesSaid"/>.</summary>
    OutcomesSaid = 26,

    /// <summary><see cref="FigureCounts.Satisfied"/>.</summary>
    Satisfied = 27,
}

/// <summary>Which cases are counted, and from which instant they are looked at.</summary>
[GenerateSerializer, Immutable, Alias("figure-query")]
public sealed record FigureQuery
{
    /// <summary>The longest period, in days.</summary>
    public const int LongestDays = 400;

    /// <summary>A street, community or grid; a case lies where it lay at <see cref="AsOf"/>.</summary>
    [Id(0)] public required Scope Scope { get; init; }

    /// <summary>The street of the scope.</summary>
    [Id(1)] public required string StreetId { get; init; }

    /// <summary>The first instant of the period in which a case was opened.</summary>
    [Id(2)] public required DateTimeOffset From { get; init; }

    /// <summary>The first instant after the period, later than <see cref="From"/>, at most <see cref="LongestDays"/> days.</summary>
    [Id(3)] public required DateTimeOffset To { get; init; }

    /// <summary>Only what was decided before this instant is known. Never ahead of the city's clock.</summary>
    [Id(4)] public required DateTimeOffset AsOf { get; init; }

    /// <summary>By what cases are put into rows.</summary>
    [Id(5)] public required FigureBy By { get; init; }
}

/// <summary>Which number's cases are listed.</summary>
[GenerateSerializer, Immutable, Alias("figure-case-query")]
public sealed record FigureCaseQuery
{
    /// <summary>The figures that the number stands in.</summary>
    [Id(0)] public required FigureQuery Figures { get; init; }

    /// <summary>The row's key; null for the total.</summary>
    [Id(1)] public string? Key { get; init; }

    /// <summary>The number.</summary>
    [Id(2)] public required Measure Measure { get; init; }

    /// <summary>Where the last page ended; opaque.</summary>
    [Id(3)] public string? Cursor { get; init; }

    /// <summary>How many, 1 to 200.</summary>
    [Id(4)] public required int Limit { get; init; }
}
