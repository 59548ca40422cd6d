using Dispatch.Contracts;
using Dispatch.Grains.Cases;
using Dispatch.Grains.Clocks;
using Dispatch.Grains.Storage;

namespace Dispatch.Grains.Requests;

/// <summary>
/// Counts what a replay left in the store, from the stored events alone: it applies them again and looks at each clock as it stops,
/// so that a mark that should have fired is missed here whatever the engine believed. Not safe for several threads.
/// </summary>
/// <param name="plan">What was replayed.</param>
public sealed class ReplayTally(ReplayPlan plan)
{
    private readonly SortedDictionary<string, TypeReplay> _types = new(StringComparer.Ordinal);
    private long _transitions;
    private long _deadlines;
    private long _missed;
    private long _doubled;
    private long _lost;

    /// <summary>Counts one case.</summary>
    /// <param name="planned">The case as planned.</param>
    /// <param name="events">All its stored events, in order; none when the store has no such case.</param>
    public void Add(PlannedCase planned, IReadOnlyList<StoredEvent> events)
    {
        if (events.Count == 0)
        {
            _lost++;
            return;
        }

        var fired = new HashSet<(string Clock, int Generation, int Mark)>();
        var (missed, hasClock, isRepeat) = (0, false, false);
        Case? @case = null;
        foreach (var stored in events)
        {
            var happened = CaseJson.Happened(stored.Event);
            isRepeat = false;
            switch (happened.Event)
            {
                case ClockStarted:
                    hasClock = true;
                    break;
                case ClockStopped stopped:
                    _lost += Past(@case!.FindClock(stopped.Clock)!, stopped.At ?? happened.At);
                    break;
                case DeadlineWarned warned:
                    Fire(warned.Clock, warned.Generation, warned.Mark);
                    break;
                case DeadlineMissed expired:
                    Fire(expired.Clock, expired.Generation, expired.Mark);
                    missed += expired.Mark == SlaClock.Expiry ? 1 : 0;
                    break;
            }

            // A second firing is no step of a case: what is counted here could not be applied.
            @case = @case is null ? Case.Open(happened) : isRepeat ? @case : @case.Apply(happened);
        }

        _lost += @case!.Clocks.Where(clock => clock.IsOpen).Sum(clock => Past(clock, plan.End));
        _lost += planned.ClosedAt is not null && @case.IsOpen ? 1 : 0;
        _transitions += events[^1].Version;
        _missed += missed;
        var type = _types.GetValueOrDefault(@case.Type) ?? new TypeReplay(0, 0, 0);
        _types[@case.Type] = new TypeReplay(
            type.Cases + 1, type.OnTime + (hasClock && missed == 0 && !@case.IsOpen ? 1 : 0), type.Missed + missed);

        void Fire(string clock, int generation, int mark)
        {
            _deadlines++;
            isRepeat = !fired.Add((clock, generation, mark));
            _doubled += isRepeat ? 1 : 0;
        }
    }

    /// <summary>What was counted.</summary>
    /// <param name="skipped">Rows that were not replayed, by reason.</param>
    /// <param name="wall">Real time that the replay took.</param>
    public ReplaySummary Summary(IReadOnlyDictionary<string, int> skipped, TimeSpan wall) => new()
    {
        Cases = _types.Values.Sum(type => type.Cases),
        Transitions = _transitions,
        Deadlines = _deadlines,
        Missed = _missed,
        Doubled = _doubled,
        Lost = _lost,
        ByType = _types,
        Skipped = skipped,
        WallSeconds = Math.Round(wall.TotalSeconds, 3),
    };

    private int Past(SlaClock clock, DateTimeOffset until) => clock.MarksPast(plan.Policy.Pack!.Calendars[clock.Calendar], until).Length;
}
