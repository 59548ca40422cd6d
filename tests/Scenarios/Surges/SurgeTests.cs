using Dispatch.Contracts;
using Dispatch.TestKit;

namespace Dispatch.Scenarios.Surges;

/// <summary>A day on which too much happens: the supervisor lets what is not urgent stand still until the afternoon.</summary>
public sealed class SurgeTests
{
    [Fact]
    public void What_is_not_urgent_stands_still_from_the_act_on_and_runs_on_at_the_end()
    {
        var world = new CaseWorld(Sample.Xiashi).Report("2026-09-07 09:00", Role.GridWorker, "DEC-02", passUp: true);
        world.Surges.Add(world.Surge("2026-09-07 09:10", "2026-09-07 14:00", Priority.High));

        // The walk over the open cases is not there before the first mark of the clock.
        world.PassUntil("2026-09-07 09:20")
            .Do("2026-09-07 10:00", Role.CommunityStaff, new Acknowledge())
            .PassUntil("2026-09-07 15:35");
        Assert.Equal(
            """
            Mon 09-07 09:00:00.000 Reported
            Mon 09-07 09:00:00.000 Entered AwaitingCommunity by community:xishan
            Mon 09-07 09:00:00.000 ClockStarted acknowledge#1 30 min
            Mon 09-07 09:15:00.001 SurgeBegan xiashi.1 from Mon 09-07 09:10:00.000 until Mon 09-07 14:00:00.000 raised to High
            Mon 09-07 09:15:00.001 ClockStarted surge-end#1 290 min U
            Mon 09-07 09:15:00.001 ClockPaused acknowledge since Mon 09-07 09:10:00.000
            Mon 09-07 10:00:00.000 Acknowledged
            Mon 09-07 10:00:00.000 ClockStopped acknowledge#2 Met
            Mon 09-07 10:00:00.000 Entered PreControl by community:xishan
            Mon 09-07 10:00:00.000 ClockStarted pre-control#1 2 wh
            Mon 09-07 10:00:00.000 ClockPaused pre-control
            Mon 09-07 14:00:00.001 DeadlineMissed surge-end#1 due Mon 09-07 14:00:00.000
            Mon 09-07 14:00:00.001 ClockStopped surge-end#1 Missed
            Mon 09-07 14:00:00.001 SurgeEnded xiashi.1 at Mon 09-07 14:00:00.000
            Mon 09-07 14:00:00.001 ClockResumed pre-control since Mon 09-07 14:00:00.000
            Mon 09-07 15:00:00.001 DeadlineWarned pre-control#3 50 due Mon 09-07 15:00:00.000
            """,
            string.Join('\n', world.History));
        Assert.Equal(Priority.Normal, world.Case.Priority);
    }

    [Fact]
    public void Urgent_clocks_go_on_and_what_ran_out_before_stays_so()
    {
        var urgent = new CaseWorld(Sample.Xiashi).Report("2026-09-07 09:00", Role.GridWorker, "DEC-01", passUp: true);
        urgent.Surges.Add(urgent.Surge("2026-09-07 09:05", "2026-09-07 14:00"));
        urgent.PassUntil("2026-09-07 09:20");
        Assert.Contains("Mon 09-07 09:15:00.001 DeadlineMissed acknowledge#1 due Mon 09-07 09:15:00.000", urgent.History);
        Assert.Equal(CaseStatus.AwaitingDispatch, urgent.Case.Status);

        // The sweeper comes after the act to what was due before it.
        var late = new CaseWorld(Sample.Xiashi).Report("2026-09-07 09:00", Role.GridWorker, "DEC-02", passUp: true).PassUntil("2026-09-07 09:30");
        late.Surges.Add(late.Surge("2026-09-07 09:30", "2026-09-07 14:00"));
        late.Hear("2026-09-07 09:30");
        Assert.Equal((CaseStatus.AwaitingCommunity, ClockState.Paused), (late.Case.Status, late.Case.FindClock("acknowledge")!.State));
        var before = new CaseWorld(Sample.Xiashi).Report("2026-09-07 09:00", Role.GridWorker, "DEC-02", passUp: true).PassUntil("2026-09-07 09:30:00.001");
        before.Surges.Add(before.Surge("2026-09-07 09:30:00.001", "2026-09-07 14:00"));
        before.Hear("2026-09-07 09:40");
        Assert.Equal(CaseStatus.AwaitingDispatch, before.Case.Status);
        Assert.Equal((ClockState.Missed, ClockState.Paused), (before.Case.FindClock("acknowledge")!.State, before.Case.FindClock("assign")!.State));
    }

    [Fact]
    public void Ended_before_its_time_it_ends_for_every_case_at_that_instant()
    {
        var world = new CaseWorld(Sample.Xiashi).Report("2026-09-07 09:00", Role.GridWorker, "DEC-02", passUp: true);
        world.Surges.Add(world.Surge("2026-09-07 09:10", "2026-09-07 14:00", Priority.Urgent, endedAt: "2026-09-07 10:00"));
        world.Hear("2026-09-07 09:11");
        Assert.Equal((Priority.Urgent, "xiashi.1"), (world.Case.Priority, world.Case.Surge!.Id));

        world.Hear("2026-09-07 10:03");
        Assert.Equal((Priority.Normal, null), (world.Case.Priority, world.Case.Surge));
        Assert.Equal(world.At("2026-09-07 10:20"), world.Case.FindClock("acknowledge")!.DueAt(Sample.Xiashi.StreetCalendar));
    }

    [Fact]
    public void A_priority_that_somebody_set_meanwhile_stays()
    {
        var world = new CaseWorld(Sample.Xiashi).Report("2026-09-07 09:00", Role.GridWorker, "DEC-02", passUp: true);
        world.Surges.Add(world.Surge("2026-09-07 09:10", "2026-09-07 09:40", Priority.Urgent));
        world.Hear("2026-09-07 09:11").Do("2026-09-07 09:20", Role.Dispatcher, new SetPriority(Priority.High, "The owner called twice.")).PassUntil("2026-09-07 09:45");
        Assert.Equal((Priority.High, null), (world.Case.Priority, world.Case.Surge));
    }

    [Fact]
    public void A_case_that_is_opened_under_a_surge_begins_under_it_and_one_that_is_parked_stays_parked_at_its_end()
    {
        var world = new CaseWorld(Sample.Xiashi);
        world.Surges.Add(world.Surge("2026-09-07 09:00", "2026-09-07 11:00"));
        world.Report("2026-09-07 09:30", Role.GridWorker, "DEC-02", passUp: true);
        Assert.Equal(ClockState.Paused, world.Case.FindClock("acknowledge")!.State);

        world.Do("2026-09-07 10:00", Role.Supervisor, new Suspend("The owner is abroad.", world.At("2026-09-07 15:00"))).PassUntil("2026-09-07 14:59");
        Assert.Equal((CaseStatus.Suspended, ClockState.Paused, null), (world.Case.Status, world.Case.FindClock("acknowledge")!.State, world.Case.Surge));
        world.PassUntil("2026-09-07 15:01");
        Assert.Equal(world.At("2026-09-07 15:30:00.001"), world.Case.FindClock("acknowledge")!.DueAt(Sample.Xiashi.StreetCalendar));
    }
}
