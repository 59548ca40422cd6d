using System.Collections.Immutable;
using System.Text.Json.Serialization;
using Dispatch.Contracts;

namespace Dispatch.Grains.Clocks;

/// <summary>
/// Something that happened to whatever has clocks. Its name in the history is the type's name; its fields are the history entry's
/// data. A stored event is never changed, so a record here only ever gains optional fields.
/// </summary>
public abstract record OwnerEvent
{
    /// <summary>The name in the history and among a pack's triggers.</summary>
    [JsonIgnore]
    public string Name => GetType().Name;

    /// <summary>The word by which a pack's clocks start and stop on this event.</summary>
    [JsonIgnore]
    public virtual string Trigger => Name;
}

/// <summary>An event with what stands around it.</summary>
/// <param name="Event">What happened.</param>
/// <param name="At">When it was decided, city time.</param>
/// <param name="OccurredAt">When it really happened, where that differs.</param>
/// <param name="Actor">Who.</param>
public sealed record Happened(OwnerEvent Event, DateTimeOffset At, DateTimeOffset? OccurredAt, string Actor);

/// <summary>Something that happened to a clock: the same for cases, grids and communities.</summary>
public abstract record ClockEvent : OwnerEvent;

/// <summary>A clock runs, for the first time or again.</summary>
public sealed record ClockStarted : ClockEvent
{
    /// <summary>Its name.</summary>
    public required string Clock { get; init; }

    /// <summary>Its generation.</summary>
    public required int Generation { get; init; }

    /// <summary>Its time.</summary>
    public required Budget Budget { get; init; }

    /// <summary>Its calendar.</summary>
    public required string Calendar { get; init; }

    /// <summary>Its marks.</summary>
    public required ImmutableArray<int> Marks { get; init; }

    /// <summary>From when, where that is not the event's own instant.</summary>
    public DateTimeOffset? From { get; init; }

    /// <summary>Nobody works on its calendar now: its time begins then.</summary>
    public DateTimeOffset? WaitsUntil { get; init; }
}

/// <summary>A clock was stopped.</summary>
/// <param name="Clock">Which.</param>
/// <param name="Generation">Its generation.</param>
/// <param name="State">With what verdict.</param>
/// <param name="At">The instant by which it was judged, where that is not the event's own.</param>
public sealed record ClockStopped(string Clock, int Generation, ClockState State, DateTimeOffset? At = null) : ClockEvent;

/// <summary>A clock stands still.</summary>
/// <param name="Clock">Which.</param>
/// <param name="Reason">Why.</param>
/// <param name="At">Since when, where that is not the event's own instant.</param>
public sealed record ClockPaused(string Clock, string Reason, DateTimeOffset? At = null) : ClockEvent;

/// <summary>A clock runs on.</summary>
/// <param name="Clock">Which.</param>
/// <param name="At">Since when, where that is not the event's own instant.</param>
public sealed record ClockResumed(string Clock, DateTimeOffset? At = null) : ClockEvent;

/// <summary>A clock was given more time.</summary>
/// <param name="Clock">Which.</param>
/// <param name="Length">How much.</param>
public sealed record ClockExtended(string Clock, Budget Length) : ClockEvent;

/// <summary>A mark below 100 per cent was passed.</summary>
/// <param name="Clock">On which clock.</param>
/// <param name="Generation">Its generation.</param>
/// <param name="Mark">Per cent.</param>
/// <param name="DueAt">The last instant before it.</param>
/// <param name="FiredAt">When that was seen.</param>
public sealed record DeadlineWarned(string Clock, int Generation, int Mark, DateTimeOffset DueAt, DateTimeOffset FiredAt) : ClockEvent;

/// <summary>A clock ran out.</summary>
/// <param name="Clock">Which.</param>
/// <param name="Generation">Its generation.</param>
/// <param name="Mark">100.</param>
/// <param name="DueAt">The last instant in time.</param>
/// <param name="FiredAt">When that was seen.</param>
/// <param name="AnswerableUntil">Until when a command that was given in time may still arrive; null where the pack does not take such.</param>
/// <param name="Excused">The outage that the deadline lies in, by its number: it costs no card. Null for none.</param>
public sealed record DeadlineMissed(
    string Clock, int Generation, int Mark, DateTimeOffset DueAt, DateTimeOffset FiredAt, DateTimeOffset? AnswerableUntil = null, long? Excused = null)
    : ClockEvent;
