using System.Text.Json.Serialization;

namespace Dispatch.Grains.Clocks;

/// <summary>Whether time counts within a span of a clock's ledger.</summary>
[JsonConverter(typeof(JsonStringEnumConverter<ClockSpanKind>))]
public enum ClockSpanKind
{
    /// <summary>Time counts.</summary>
    Running,

    /// <summary>Time stands still.</summary>
    Paused,
}

/// <summary>One entry of a clock's ledger. Entries adjoin: each starts where the one before ends.</summary>
/// <param name="From">The first instant of the span.</param>
/// <param name="To">The first instant after it, or null for the span that goes on now (the last one only).</param>
/// <param name="Kind">Whether time counts within it.</param>
/// <param name="Reason">Why the clock was paused; null for a running span.</param>
public readonly record struct ClockSpan(
    DateTimeOffset From,
    [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] DateTimeOffset? To,
    ClockSpanKind Kind,
    [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] string? Reason);

/// <summary>More time, granted to a clock that was started.</summary>
/// <param name="Budget">How much more. It is counted on the clock's own axis.</param>
/// <param name="At">When it was granted. The clock's due instant moves from where it was, not from here.</param>
public readonly record struct ClockExtension(Budget Budget, DateTimeOffset At);

/// <summary>A mark with its instant.</summary>
/// <param name="Mark">Per cent of the budget.</param>
/// <param name="DueAt">The last instant that is still before the mark: it is past strictly after that.</param>
public readonly record struct MarkDue(int Mark, DateTimeOffset DueAt);
