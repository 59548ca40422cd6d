using System.Text.Json.Serialization;

namespace Dispatch.Contracts;

/// <summary>How the clocks of a case ran and stood still, and what became of its whistles.</summary>
/// <param name="Items">Every clock that has run, in the order of their first start.</param>
[GenerateSerializer, Immutable, Alias("case-ledger")]
public sealed record CaseLedger([property: Id(0)] IReadOnlyList<ClockLedger> Items)
{
    /// <summary>Every whistle, for the street or for a department, with its score, in order.</summary>
    [Id(1)] public IReadOnlyList<WhistleScore> Whistles { get; init; } = [];
}

/// <summary>One clock since it was last started from nothing: rework and repeated alarms begin a new ledger.</summary>
[GenerateSerializer, Immutable, Alias("clock-ledger")]
public sealed record ClockLedger
{
    /// <summary>Its name in the pack.</summary>
    [Id(0)] public required string Name { get; init; }

    /// <summary>Counts the changes of its due instant, from 1.</summary>
    [Id(1)] public required int Generation { get; init; }

    /// <summary>Its state.</summary>
    [Id(2)] public required ClockState State { get; init; }

    /// <summary>The calendar's id; null where it ignores calendars (urgent).</summary>
    [Id(3)] public string? Calendar { get; init; }

    /// <summary>The time allowed as the pack writes it, such as <c>2 wd</c>, without extensions.</summary>
    [Id(4)] public required string Budget { get; init; }

    /// <summary>Its whole time with extensions, ms on its own axis (real, working or local time).</summary>
    [Id(5)] public required long BudgetMs { get; init; }

    /// <summary>Its own time spent up to the answer, ms on the same axis; more than <see cref="BudgetMs"/> while nobody answers a missed one.</summary>
    [Id(6)] public required long SpentMs { get; init; }

    /// <summary>When it was started.</summary>
    [Id(7)] public required DateTimeOffset StartedAt { get; init; }

    /// <summary>The instant by which it was stopped; null while its ledger goes on.</summary>
    [Id(8)] public DateTimeOffset? EndedAt { get; init; }

    /// <summary>The last instant in time; null while paused and once stopped.</summary>
    [Id(9)] public DateTimeOffset? DueAt { get; init; }

    /// <summary>True where the deadline lies in a year that the calendar lacks.</summary>
    [Id(10)] public required bool Provisional { get; init; }

    /// <summary>When it ran and when it stood still; each begins where the one before ends.</summary>
    [Id(11)] public required IReadOnlyList<LedgerSpan> Spans { get; init; }

    /// <summary>Time granted on top, in order.</summary>
    [Id(12)] public required IReadOnlyList<LedgerExtension> Extensions { get; init; }

    /// <summary>Its marks, ascending.</summary>
    [Id(13)] public required IReadOnlyList<LedgerMark> Marks { get; init; }
}

/// <summary>One span of a clock's ledger.</summary>
/// <param name="From">Inside.</param>
/// <param name="To">Outside; null while it lasts.</param>
/// <param name="Kind">Whether time counted.</param>
/// <param name="Reason">Why it stood still; null where it ran.</param>
[GenerateSerializer, Immutable, Alias("ledger-span")]
public sealed record LedgerSpan(
    [property: Id(0)] DateTimeOffset From, [property: Id(1)] DateTimeOffset? To, [property: Id(2)] SpanKind Kind, [property: Id(3)] string? Reason);

/// <summary>Whether time counts in a span.</summary>
[GenerateSerializer, Alias("span-kind"), JsonConverter(typeof(CamelCaseEnumJson<SpanKind>))]
public enum SpanKind
{
    /// <summary>Time counts.</summary>
    Running = 0,

    /// <summary>Time stands still.</summary>
    Paused = 1,
}

/// <summary>Time that was granted on top.</summary>
/// <param name="At">When.</param>
/// <param name="Length">How much, such as <c>2 wd</c>.</param>
/// <param name="Reason">What it was asked for with; null where that is not told.</param>
[GenerateSerializer, Immutable, Alias("ledger-extension")]
public sealed record LedgerExtension([property: Id(0)] DateTimeOffset At, [property: Id(1)] string Length, [property: Id(2)] string? Reason);

/// <summary>A mark of a clock.</summary>
/// <param name="Mark">Per cent of the time allowed; 100 is expiry.</param>
/// <param name="DueAt">The last instant before it; of one that has not fired null while the clock is paused and once it is stopped.</param>
/// <param name="FiredAt">When it fired; null where it has not, or not since an extension moved it.</param>
[GenerateSerializer, Immutable, Alias("ledger-mark")]
public sealed record LedgerMark([property: Id(0)] int Mark, [property: Id(1)] DateTimeOffset? DueAt, [property: Id(2)] DateTimeOffset? FiredAt);
