using Dispatch.Contracts;
using Dispatch.TestKit;

namespace Dispatch.Scenarios;

/// <summary>Three cases from report to end, every instant asserted.</summary>
public sealed class WalkTests
{
    [Fact]
    public void A_grid_workers_report_on_a_Friday_afternoon_that_nobody_touches()
    {
        var world = new CaseWorld(Sample.Xiashi).Report("2026-09-04 16:50", Role.GridWorker, "DEC-03").PassAll();
        Assert.Equal(
            """
            Fri 09-04 16:50:00.000 Reported
            Fri 09-04 16:50:00.000 Entered AtGrid by grid:xishan-01
            Fri 09-04 16:50:00.000 ClockStarted grid#1 30 min
            Fri 09-04 17:05:00.001 DeadlineWarned grid#1 50 due Fri 09-04 17:05:00.000
            Fri 09-04 17:14:00.001 DeadlineWarned grid#1 80 due Fri 09-04 17:14:00.000
            Fri 09-04 17:20:00.001 DeadlineMissed grid#1 due Fri 09-04 17:20:00.000
            Fri 09-04 17:20:00.001 Escalated Grid→Community Expired
            Fri 09-04 17:20:00.001 Entered AwaitingCommunity by community:xishan
            Fri 09-04 17:20:00.001 ClockStarted acknowledge#1 30 min
            Mon 09-07 08:35:00.002 DeadlineWarned acknowledge#1 50 due Mon 09-07 08:35:00.001
            Mon 09-07 08:44:00.002 DeadlineWarned acknowledge#1 80 due Mon 09-07 08:44:00.001
            Mon 09-07 08:50:00.002 DeadlineMissed acknowledge#1 due Mon 09-07 08:50:00.001
            Mon 09-07 08:50:00.002 Escalated Community→Street Expired
            Mon 09-07 08:50:00.002 Whistled automatically: acknowledge
            Mon 09-07 08:50:00.002 Entered AwaitingDispatch by street:xiashi
            Mon 09-07 08:50:00.002 ClockStarted assign#1 10 min
            Mon 09-07 08:55:00.003 DeadlineWarned assign#1 50 due Mon 09-07 08:55:00.002
            Mon 09-07 08:58:00.003 DeadlineWarned assign#1 80 due Mon 09-07 08:58:00.002
            Mon 09-07 09:00:00.003 DeadlineMissed assign#1 due Mon 09-07 09:00:00.002
            Mon 09-07 09:00:00.003 CaptainAlarmed
            Mon 09-07 09:00:00.003 ClockStopped assign#1 Missed
            Mon 09-07 09:00:00.003 ClockStarted assign#2 10 min
            Mon 09-07 09:05:00.004 DeadlineWarned assign#2 50 due Mon 09-07 09:05:00.003
            Mon 09-07 09:08:00.004 DeadlineWarned assign#2 80 due Mon 09-07 09:08:00.003
            Mon 09-07 09:10:00.004 DeadlineMissed assign#2 due Mon 09-07 09:10:00.003
            Mon 09-07 09:10:00.004 CardIssued Yellow on street:xiashi
            Mon 09-07 09:10:00.004 Escalated Street→Supervision Expired
            Mon 09-07 09:10:00.004 ClockStarted supervise#1 1 wd
            Mon 09-07 09:10:00.004 FellOverdue assign#2
            Mon 09-07 09:10:00.004 ClockStarted overdue#1 1 wd
            Mon 09-07 14:25:00.005 DeadlineWarned supervise#1 50 due Mon 09-07 14:25:00.004
            Mon 09-07 16:40:00.005 DeadlineWarned supervise#1 80 due Mon 09-07 16:40:00.004
            Tue 09-08 09:10:00.005 DeadlineMissed supervise#1 due Tue 09-08 09:10:00.004
            Tue 09-08 09:10:00.005 CardIssued Red on supervisor:xiashi
            Tue 09-08 09:10:00.005 LastRungReached
            Tue 09-08 09:10:00.005 DeadlineMissed overdue#1 due Tue 09-08 09:10:00.004
            Tue 09-08 09:10:00.005 ClockStopped overdue#1 Missed
            Tue 09-08 09:10:00.005 ReminderSent to street:xiashi, copy to supervisor:xiashi
            Tue 09-08 09:10:00.005 ClockStarted overdue#2 1 wd
            Wed 09-09 09:10:00.006 DeadlineMissed overdue#2 due Wed 09-09 09:10:00.005
            Wed 09-09 09:10:00.006 ClockStopped overdue#2 Missed
            Wed 09-09 09:10:00.006 ClockStarted overdue#3 1 wd
            Thu 09-10 09:10:00.007 DeadlineMissed overdue#3 due Thu 09-10 09:10:00.006
            Thu 09-10 09:10:00.007 ClockStopped overdue#3 Missed
            Thu 09-10 09:10:00.007 CardIssued Red on street:xiashi
            Thu 09-10 09:10:00.007 ClockStarted overdue#4 3 wd
            Tue 09-15 09:10:00.008 DeadlineMissed overdue#4 due Tue 09-15 09:10:00.007
            Tue 09-15 09:10:00.008 ClockStopped overdue#4 Missed
            Tue 09-15 09:10:00.008 PubliclyCriticised street:xiashi
            """,
            string.Join('\n', world.History));
    }

    [Fact]
    public void An_urgent_public_report_at_night_with_grid_and_community_unstaffed()
    {
        var world = new CaseWorld(Sample.Xiashi) { GridStaffed = false, CommunityStaffed = false }
            .Report("2026-09-04 22:30", Role.Citizen, "DEC-04").PassAll();
        Assert.Equal(
            """
            Fri 09-04 22:30:00.000 Reported
            Fri 09-04 22:30:00.000 Escalated Grid→Community Unstaffed
            Fri 09-04 22:30:00.000 Escalated Community→Street Unstaffed
            Fri 09-04 22:30:00.000 Whistled automatically: unstaffed
            Fri 09-04 22:30:00.000 Entered AwaitingDispatch by street:xiashi
            Fri 09-04 22:30:00.000 ClockStarted assign#1 10 min U
            Fri 09-04 22:35:00.001 DeadlineWarned assign#1 50 due Fri 09-04 22:35:00.000
            Fri 09-04 22:38:00.001 DeadlineWarned assign#1 80 due Fri 09-04 22:38:00.000
            Fri 09-04 22:40:00.001 DeadlineMissed assign#1 due Fri 09-04 22:40:00.000
            Fri 09-04 22:40:00.001 CaptainAlarmed
            Fri 09-04 22:40:00.001 ClockStopped assign#1 Missed
            Fri 09-04 22:40:00.001 ClockStarted assign#2 10 min U
            Fri 09-04 22:45:00.002 DeadlineWarned assign#2 50 due Fri 09-04 22:45:00.001
            Fri 09-04 22:48:00.002 DeadlineWarned assign#2 80 due Fri 09-04 22:48:00.001
            Fri 09-04 22:50:00.002 DeadlineMissed assign#2 due Fri 09-04 22:50:00.001
            Fri 09-04 22:50:00.002 CardIssued Yellow on street:xiashi
            Fri 09-04 22:50:00.002 Escalated Street→Supervision Expired
            Fri 09-04 22:50:00.002 ClockStarted supervise#1 1 h U
            Fri 09-04 22:50:00.002 FellOverdue assign#2
            Fri 09-04 22:50:00.002 ClockStarted overdue#1 1 wd waits until Mon 09-07 08:30:00.000
            Fri 09-04 23:20:00.003 DeadlineWarned supervise#1 50 due Fri 09-04 23:20:00.002
            Fri 09-04 23:38:00.003 DeadlineWarned supervise#1 80 due Fri 09-04 23:38:00.002
            Fri 09-04 23:50:00.003 DeadlineMissed supervise#1 due Fri 09-04 23:50:00.002
            Fri 09-04 23:50:00.003 CardIssued Red on supervisor:xiashi
            Fri 09-04 23:50:00.003 LastRungReached
            Mon 09-07 08:30:00.001 DeadlineMissed overdue#1 due Mon 09-07 08:30:00.000
            Mon 09-07 08:30:00.001 ClockStopped overdue#1 Missed
            Mon 09-07 08:30:00.001 ReminderSent to street:xiashi, copy to supervisor:xiashi
            Mon 09-07 08:30:00.001 ClockStarted overdue#2 1 wd
            Tue 09-08 08:30:00.002 DeadlineMissed overdue#2 due Tue 09-08 08:30:00.001
            Tue 09-08 08:30:00.002 ClockStopped overdue#2 Missed
            Tue 09-08 08:30:00.002 ClockStarted overdue#3 1 wd
            Wed 09-09 08:30:00.003 DeadlineMissed overdue#3 due Wed 09-09 08:30:00.002
            Wed 09-09 08:30:00.003 ClockStopped overdue#3 Missed
            Wed 09-09 08:30:00.003 CardIssued Red on street:xiashi
            Wed 09-09 08:30:00.003 ClockStarted overdue#4 3 wd
            Mon 09-14 08:30:00.004 DeadlineMissed overdue#4 due Mon 09-14 08:30:00.003
            Mon 09-14 08:30:00.004 ClockStopped overdue#4 Missed
            Mon 09-14 08:30:00.004 PubliclyCriticised street:xiashi
            """,
            string.Join('\n', world.History));
    }

    [Fact]
    public void A_case_acknowledged_late_taken_back_resolved_and_checked_twice()
    {
        var world = new CaseWorld(Sample.Xiashi)
            .Report("2026-09-07 09:00", Role.GridWorker, "DEC-03", passUp: true)
            .Do("2026-09-07 09:35", Role.CommunityStaff, new Acknowledge())
            .Do("2026-09-07 09:37", Role.CommunityStaff, new TakeBack("We know the owner."))
            .Do("2026-09-07 09:40", Role.CommunityStaff, new StartPreControl())
            .Do("2026-09-07 11:00", Role.CommunityStaff, new Resolve())
            .Do("2026-09-07 14:00", Role.GridWorker, new Check(Passed: false))
            .Do("2026-09-07 15:00", Role.CommunityStaff, new Resolve())
            .Do("2026-09-07 16:00", Role.GridWorker, new Check(Passed: true))
            .PassAll();
        Assert.Equal(
            """
            Mon 09-07 09:00:00.000 Reported
            Mon 09-07 09:00:00.000 Entered AwaitingCommunity by community:xishan
            Mon 09-07 09:00:00.000 ClockStarted acknowledge#1 30 min
            Mon 09-07 09:15:00.001 DeadlineWarned acknowledge#1 50 due Mon 09-07 09:15:00.000
            Mon 09-07 09:24:00.001 DeadlineWarned acknowledge#1 80 due Mon 09-07 09:24:00.000
            Mon 09-07 09:30:00.001 DeadlineMissed acknowledge#1 due Mon 09-07 09:30:00.000
            Mon 09-07 09:30:00.001 Escalated Community→Street Expired
            Mon 09-07 09:30:00.001 Whistled automatically: acknowledge
            Mon 09-07 09:30:00.001 Entered AwaitingDispatch by street:xiashi
            Mon 09-07 09:30:00.001 ClockStarted assign#1 10 min
            Mon 09-07 09:35:00.000 Acknowledged late
            Mon 09-07 09:35:00.000 ClockStopped acknowledge#1 Missed
            Mon 09-07 09:35:00.002 DeadlineWarned assign#1 50 due Mon 09-07 09:35:00.001
            Mon 09-07 09:37:00.000 TakenBack
            Mon 09-07 09:37:00.000 ClockStopped assign#1 Cancelled
            Mon 09-07 09:37:00.000 Entered PreControl by community:xishan
            Mon 09-07 09:37:00.000 ClockStarted pre-control#1 4 wh
            Mon 09-07 09:40:00.000 PreControlStarted
            Mon 09-07 11:00:00.000 Resolved
            Mon 09-07 11:00:00.000 ClockStopped pre-control#1 Met
            Mon 09-07 11:00:00.000 Entered AwaitingCheck by grid:xishan-01
            Mon 09-07 11:00:00.000 ClockStarted check#1 2 wd
            Mon 09-07 14:00:00.000 Checked failed
            Mon 09-07 14:00:00.000 ClockStopped check#1 Met
            Mon 09-07 14:00:00.000 Entered PreControl by community:xishan
            Mon 09-07 14:00:00.000 ClockStarted pre-control#2 4 wh
            Mon 09-07 15:00:00.000 Resolved
            Mon 09-07 15:00:00.000 ClockStopped pre-control#2 Met
            Mon 09-07 15:00:00.000 Entered AwaitingCheck by grid:xishan-01
            Mon 09-07 15:00:00.000 ClockStarted check#2 2 wd
            Mon 09-07 16:00:00.000 Checked passed
            Mon 09-07 16:00:00.000 ClockStopped check#2 Met
            Mon 09-07 16:00:00.000 Closed
            """,
            string.Join('\n', world.History));
    }
}
