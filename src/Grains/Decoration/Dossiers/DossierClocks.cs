using System.Collections.Immutable;
using Dispatch.Contracts;
using Dispatch.Grains.Cases;
using Dispatch.Grains.Clocks;
using Dispatch.Grains.Policies;

namespace Dispatch.Grains.Decoration.Dossiers;

/// <summary>A mark of a dossier's clock that is past.</summary>
/// <param name="Clock">As it stood before it fired.</param>
/// <param name="Mark">Per cent; 100 is the expiry.</param>
/// <param name="DueAt">The last instant in time.</param>
public readonly record struct DueMark(SlaClock Clock, int Mark, DateTimeOffset DueAt);

/// <summary>What is the same for the clocks of every dossier. Pure.</summary>
public static class DossierClocks
{
    /// <summary>The clocks after an event about one of them.</summary>
    /// <exception cref="InvalidOperationException">The clock never started, or the event is none that a dossier has.</exception>
    public static ImmutableArray<SlaClock> After(ImmutableArray<SlaClock> clocks, Happened happened) => happened.Event switch
    {
        ClockStarted e => Put(clocks, SlaClock.Start(e.Clock, e.Budget, e.Calendar, e.Marks, e.From ?? happened.At) with { Generation = e.Generation }),
        ClockStopped e => Put(clocks, Of(clocks, e.Clock).Stop(e.At ?? happened.At, e.State)),
        DeadlineWarned e => Put(clocks, Of(clocks, e.Clock).MarkFired(e.Mark)),
        DeadlineMissed e => Put(clocks, Of(clocks, e.Clock).MarkFired(e.Mark)),
        _ => throw new InvalidOperationException($"A dossier does not know {happened.Event.Name}."),
    };

    /// <summary>The earliest mark that is past at an instant; null for none. Of equal ones the clock that started first.</summary>
    /// <param name="clocks">All clocks of the dossier.</param>
    /// <param name="now">Strictly after the due instant.</param>
    /// <param name="pack">Has their calendars.</param>
    public static DueMark? Due(ImmutableArray<SlaClock> clocks, DateTimeOffset now, PolicyPack pack) =>
        Next(clocks, pack).Where(due => due.DueAt < now).OrderBy(due => due.DueAt).Select(due => (DueMark?)due).FirstOrDefault();

    /// <summary>The next mark of each running clock: what the store holds for the dossier.</summary>
    public static IReadOnlyList<Deadline> Deadlines(ImmutableArray<SlaClock> clocks, PolicyPack pack) =>
        [.. Next(clocks, pack).Select(due => new Deadline(due.Clock.Name, due.Clock.Generation, due.Mark, due.DueAt))];

    /// <summary>The clocks as views show them.</summary>
    public static IReadOnlyList<ClockView> Views(ImmutableArray<SlaClock> clocks, PolicyPack pack) => [.. clocks.Select(clock => CaseViews.Clock(clock, pack))];

    private static IEnumerable<DueMark> Next(ImmutableArray<SlaClock> clocks, PolicyPack pack) =>
        from clock in clocks
        where clock.State == ClockState.Running
        let next = clock.NextMark(pack.Calendars[clock.Calendar])
        where next is not null
        select new DueMark(clock, next.Value.Mark, next.Value.DueAt);

    private static SlaClock Of(ImmutableArray<SlaClock> clocks, string name) =>
        clocks.FirstOrDefault(clock => clock.Name == name) ?? throw new InvalidOperationException($"The clock {name} was never started.");

    private static ImmutableArray<SlaClock> Put(ImmutableArray<SlaClock> clocks, SlaClock clock)
    {
        for (var i = 0; i < clocks.Length; i++)
        {
            if (clocks[i].Name == clock.Name)
            {
                return clocks.SetItem(i, clock);
            }
        }

        return clocks.Add(clock);
    }
}
