namespace Dispatch.Contracts;

/// <summary>Which cases to list. All conditions hold together.</summary>
[GenerateSerializer, Immutable, Alias("case-query")]
public sealed record CaseQuery
{
    /// <summary>The part of the city; a citizen's own reports are asked for with <see cref="ReportedBy"/>.</summary>
    [Id(0)] public Scope? Scope { get; init; }

    /// <summary>One status.</summary>
    [Id(1)] public CaseStatus? Status { get; init; }

    /// <summary>One type's code.</summary>
    [Id(2)] public string? Type { get; init; }

    /// <summary>Open, with a clock that was missed and not answered since.</summary>
    [Id(3)] public bool? Overdue { get; init; }

    /// <summary>Text in number, place, address or description, up to 100 characters.</summary>
    [Id(4)] public string? Text { get; init; }

    /// <summary>Only those reported by this user.</summary>
    [Id(5)] public string? ReportedBy { get; init; }

    /// <summary>Where the last page ended; opaque.</summary>
    [Id(6)] public string? Cursor { get; init; }

    /// <summary>How many, 1 to 200.</summary>
    [Id(7)] public int Limit { get; init; } = 50;
}

/// <summary>A page of cases, newest first.</summary>
/// <param name="Items">The cases.</param>
/// <param name="Next">The cursor of the next page; null at the end.</param>
[GenerateSerializer, Immutable, Alias("case-page")]
public sealed record CasePage([property: Id(0)] IReadOnlyList<CaseView> Items, [property: Id(1)] string? Next);

/// <summary>Lateness of firings, ms of real time.</summary>
/// <param name="P50">Half are at most this late.</param>
/// <param name="P99">99 of 100 are at most this late.</param>
/// <param name="Max">The latest.</param>
[GenerateSerializer, Immutable, Alias("lateness")]
public sealed record Lateness([property: Id(0)] double P50, [property: Id(1)] double P99, [property: Id(2)] double Max);

/// <summary>Open cases by what keeps them moving. <see cref="Without"/> must be zero.</summary>
/// <param name="Clocked">A clock runs.</param>
/// <param name="Suspended">Parked with an end.</param>
/// <param name="LastRung">Every rung has been missed.</param>
/// <param name="Unclocked">The pack gives the type no clock.</param>
/// <param name="Without">None of these.</param>
[GenerateSerializer, Immutable, Alias("open-cases")]
public sealed record OpenCases(
    [property: Id(0)] long Clocked, [property: Id(1)] long Suspended, [property: Id(2)] long LastRung, [property: Id(3)] long Unclocked, [property: Id(4)] long Without);

/// <summary>How the deadlines are kept.</summary>
/// <param name="Due">Rows that are due now and not yet fired.</param>
/// <param name="Fired">Firings since the store was made.</param>
/// <param name="LatenessMs">Of the latest firings of all silos (up to 10,000).</param>
/// <param name="OldestOverdue">The oldest due instant that has not fired; null when there is none.</param>
/// <param name="OpenCases">Open cases by what keeps them moving.</param>
[GenerateSerializer, Immutable, Alias("deadline-report")]
public sealed record DeadlineReport(
    [property: Id(0)] long Due,
    [property: Id(1)] long Fired,
    [property: Id(2)] Lateness LatenessMs,
    [property: Id(3)] DateTimeOffset? OldestOverdue,
    [property: Id(4)] OpenCases OpenCases);
