using System.Collections.Immutable;
using System.Text.Json.Serialization;
using Dispatch.Grains.Clocks;

namespace Dispatch.Grains.Duties;

/// <summary>
/// What a grid or a community has to do again and again, as its events left it: one clock that each answer sets back. Immutable;
/// only <see cref="Apply"/> makes the next one, live and in replay. Its version is the store's and not part of it.
/// </summary>
public sealed record Duty
{
    /// <summary>A duty that was never begun.</summary>
    public static Duty None { get; } = new();

    /// <summary>Its clock; null until it was first started.</summary>
    public SlaClock? Clock { get; init; }

    /// <summary>When it was last answered: the last patrol, or the sign of life that ended a silence.</summary>
    public DateTimeOffset? AnsweredAt { get; init; }

    /// <summary>The latest runs of the clock that were missed and may turn out to have been met, oldest first, <see cref="MostMissed"/> at most; null for none.</summary>
    public ImmutableArray<MissedRun>? Missed { get; init; }

    /// <summary>As many missed runs are remembered: no command may be as late as the ones before them.</summary>
    public const int MostMissed = 8;

    /// <summary>When its last event was decided: no later one is decided before it.</summary>
    public DateTimeOffset LastEventAt { get; init; }

    /// <summary>Whether its clock's ledger goes on: it runs, or was missed and not answered since.</summary>
    [JsonIgnore]
    public bool IsRunning => Clock is { IsOpen: true };

    /// <summary>The duty after one more event.</summary>
    /// <exception cref="InvalidOperationException">An event that no duty knows, or a clock's before it was started: a damaged store.</exception>
    public Duty Apply(Happened happened) => After(happened) with { LastEventAt = happened.At };

    private Duty After(Happened happened) => happened.Event switch
    {
        ClockStarted e => this with
        {
            Clock = SlaClock.Start(e.Clock, e.Budget, e.Calendar, e.Marks, e.From ?? happened.At) with { Generation = e.Generation },
        },
        ClockStopped e => this with { Clock = Begun(happened).Stop(e.At ?? happened.At, e.State) },
        DeadlineWarned e => this with { Clock = Begun(happened).MarkFired(e.Mark) },
        DeadlineMissed e => this with
        {
            Clock = Begun(happened).MarkFired(e.Mark),
            Missed = e.AnswerableUntil is { } until
                ? [.. (Missed ?? []).TakeLast(MostMissed - 1), new MissedRun(e.Generation, Begun(happened).StartedAt, e.DueAt, until)]
                : Missed,
        },
        PatrolMissAnswered e => this with { Missed = Missed?.RemoveAll(run => run.Generation == e.Generation) is { IsEmpty: false } left ? left : null },
        PatrolWalked => this with { AnsweredAt = Latest(AnsweredAt, happened.OccurredAt ?? happened.At) },
        ConsoleHeard => this with { AnsweredAt = happened.At },
        ConsoleSilent => this,
        _ => throw new InvalidOperationException($"A grid or community does not know {happened.Event.Name}."),
    };

    private static DateTimeOffset Latest(DateTimeOffset? one, DateTimeOffset other) => one > other ? one.Value : other;

    private SlaClock Begun(Happened happened) =>
        Clock ?? throw new InvalidOperationException($"{happened.Event.Name} comes before the clock was started.");
}

/// <summary>A run of a duty's clock that was missed.</summary>
/// <param name="Generation">Which.</param>
/// <param name="StartedAt">Since when it ran.</param>
/// <param name="DueAt">The last instant in time.</param>
/// <param name="Until">Until when an answer that was given in time may arrive.</param>
public sealed record MissedRun(int Generation, DateTimeOffset StartedAt, DateTimeOffset DueAt, DateTimeOffset Until);
