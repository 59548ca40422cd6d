using Dispatch.Contracts;
using Dispatch.TestKit;

namespace Dispatch.Scenarios.Departments;

/// <summary>A department that never comes climbs its own ladder, while the lead's work goes on beside it.</summary>
public sealed class AbsentDepartmentTests
{
    [Fact]
    public void A_department_that_never_comes_is_told_of_then_costs_it_a_card_and_then_is_recorded_only()
    {
        var world = new CaseWorld(Sample.Xiashi)
            .Report("2026-09-07 09:00", Role.GridWorker, "DEC-02", passUp: true)
            .Do("2026-09-07 09:05", Role.CommunityStaff, new Acknowledge())
            .Do("2026-09-07 09:10", Role.CommunityStaff, new CallDepartment(["housing"], WhistleGround.CannotSolve, "Is this wall load-bearing?"))
            .PassUntil("2026-09-07 10:41")
            .Do("2026-09-07 10:45", Role.CommunityStaff, new Resolve(OpenAssists: "The designer's drawing shows it; housing never came."))
            .Do("2026-09-07 11:00", Role.GridWorker, new Check(Passed: true), "another-worker")
            .PassAll();
        Assert.Equal(
            """
            Mon 09-07 09:00:00.000 Reported
            Mon 09-07 09:00:00.000 Entered AwaitingCommunity by community:xishan
            Mon 09-07 09:00:00.000 ClockStarted acknowledge#1 30 min
            Mon 09-07 09:05:00.000 Acknowledged
            Mon 09-07 09:05:00.000 ClockStopped acknowledge#1 Met
            Mon 09-07 09:05:00.000 Entered PreControl by community:xishan
            Mon 09-07 09:05:00.000 ClockStarted pre-control#1 2 wh
            Mon 09-07 09:10:00.000 DepartmentsCalled housing CannotSolve
            Mon 09-07 09:10:00.000 ClockStarted report-in:housing#1 30 min
            Mon 09-07 09:25:00.001 DeadlineWarned report-in:housing#1 50 due Mon 09-07 09:25:00.000
            Mon 09-07 09:34:00.001 DeadlineWarned report-in:housing#1 80 due Mon 09-07 09:34:00.000
            Mon 09-07 09:40:00.001 DeadlineMissed report-in:housing#1 due Mon 09-07 09:40:00.000
            Mon 09-07 09:40:00.001 DepartmentOverdue report-in:housing 1
            Mon 09-07 09:40:00.001 ClockStopped report-in:housing#1 Missed
            Mon 09-07 09:40:00.001 ClockStarted report-in:housing#2 30 min
            Mon 09-07 09:55:00.002 DeadlineWarned report-in:housing#2 50 due Mon 09-07 09:55:00.001
            Mon 09-07 10:04:00.002 DeadlineWarned report-in:housing#2 80 due Mon 09-07 10:04:00.001
            Mon 09-07 10:05:00.001 DeadlineWarned pre-control#1 50 due Mon 09-07 10:05:00.000
            Mon 09-07 10:10:00.002 DeadlineMissed report-in:housing#2 due Mon 09-07 10:10:00.001
            Mon 09-07 10:10:00.002 CardIssued Yellow on department:housing
            Mon 09-07 10:10:00.002 Escalated Community→Supervision Expired
            Mon 09-07 10:10:00.002 ClockStarted supervise#1 1 wd
            Mon 09-07 10:10:00.002 DepartmentOverdue report-in:housing 2 raised
            Mon 09-07 10:10:00.002 ClockStopped report-in:housing#2 Missed
            Mon 09-07 10:10:00.002 ClockStarted report-in:housing#3 30 min
            Mon 09-07 10:25:00.003 DeadlineWarned report-in:housing#3 50 due Mon 09-07 10:25:00.002
            Mon 09-07 10:34:00.003 DeadlineWarned report-in:housing#3 80 due Mon 09-07 10:34:00.002
            Mon 09-07 10:40:00.003 DeadlineMissed report-in:housing#3 due Mon 09-07 10:40:00.002
            Mon 09-07 10:41:00.001 DeadlineWarned pre-control#1 80 due Mon 09-07 10:41:00.000
            Mon 09-07 10:45:00.000 Resolved
            Mon 09-07 10:45:00.000 ClockStopped pre-control#1 Met
            Mon 09-07 10:45:00.000 ClockStopped supervise#1 Cancelled
            Mon 09-07 10:45:00.000 SupervisionEnded
            Mon 09-07 10:45:00.000 Entered AwaitingCheck by grid:xishan-01
            Mon 09-07 10:45:00.000 ClockStarted check#1 2 wd
            Mon 09-07 11:00:00.000 Checked passed
            Mon 09-07 11:00:00.000 ClockStopped check#1 Met
            Mon 09-07 11:00:00.000 AssistsEnded housing
            Mon 09-07 11:00:00.000 ClockStopped report-in:housing#3 Missed
            Mon 09-07 11:00:00.000 Closed
            """,
            string.Join('\n', world.History));
    }

    [Fact]
    public void A_department_that_comes_late_takes_the_case_down_from_the_supervisor_again()
    {
        var world = new CaseWorld(Sample.Xiashi)
            .Report("2026-09-07 09:00", Role.GridWorker, "DEC-02", passUp: true)
            .Do("2026-09-07 09:05", Role.CommunityStaff, new Acknowledge())
            .Do("2026-09-07 09:10", Role.CommunityStaff, new CallDepartment(["housing"], WhistleGround.CannotSolve, "Is this wall load-bearing?"))
            .PassUntil("2026-09-07 10:12");
        Assert.Equal(CaseLevel.Supervision, world.Case.Level);

        world.Do("2026-09-07 10:15", Role.DepartmentStaff, new DepartmentReportIn(), "housing");
        Assert.Equal((CaseLevel.Community, 2), (world.Case.Level, world.Case.FindAssist("housing")!.Misses));
        Assert.Equal(Scope.Department("housing"), world.Events.Select(happened => happened.Event).OfType<Grains.Cases.CardIssued>().Single().On);
    }
}
