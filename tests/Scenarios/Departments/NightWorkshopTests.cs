using Dispatch.Contracts;
using Dispatch.TestKit;

namespace Dispatch.Scenarios.Departments;

/// <summary>
/// A true story: on night patrol a grid worker stops an illegal workshop with the village cadre and reports it; police and environment
/// are whistled together and shut it at 22:00 the same evening.
/// </summary>
public sealed class NightWorkshopTests
{
    [Fact]
    public void Police_and_environment_are_whistled_together_and_shut_the_workshop_the_same_evening()
    {
        var world = new CaseWorld(Sample.Xiashi) { CommunityStaffed = true }
            .Report("2026-09-05 20:40", Role.GridWorker, "ILL-01", inProgress: true, passUp: true)
            .Do("2026-09-05 20:45", Role.CommunityStaff, new Acknowledge())
            .Do("2026-09-05 20:50", Role.CommunityStaff, new CallDepartment(
                ["public-security", "environment"], WhistleGround.SeveralDepartments, "A workshop paints and sands at night; stop it together."))
            .Do("2026-09-05 21:10", Role.DepartmentStaff, new DepartmentReportIn(), "public-security")
            .Do("2026-09-05 21:18", Role.DepartmentStaff, new DepartmentReportIn(), "environment")
            .Do("2026-09-05 22:00", Role.DepartmentStaff, new DepartmentAnswer(Solved: true, "Power cut off, the owner summoned."), "public-security")
            .Do("2026-09-05 22:00", Role.DepartmentStaff, new DepartmentAnswer(Solved: true, "Sealed."), "environment")
            .Do("2026-09-05 22:00", Role.CommunityStaff, new Resolve())
            .Do("2026-09-07 09:00", Role.GridWorker, new Check(Passed: true), "another-worker")
            .PassAll();
        Assert.Equal(
            """
            Sat 09-05 20:40:00.000 Reported
            Sat 09-05 20:40:00.000 Entered AwaitingCommunity by community:xishan
            Sat 09-05 20:40:00.000 ClockStarted acknowledge#1 15 min U
            Sat 09-05 20:45:00.000 Acknowledged
            Sat 09-05 20:45:00.000 ClockStopped acknowledge#1 Met
            Sat 09-05 20:45:00.000 ClockStarted stop-work#1 4 h U
            Sat 09-05 20:45:00.000 Entered PreControl by community:xishan
            Sat 09-05 20:50:00.000 DepartmentsCalled public-security environment SeveralDepartments
            Sat 09-05 20:50:00.000 ClockStarted report-in:public-security#1 30 min U
            Sat 09-05 20:50:00.000 ClockStarted report-in:environment#1 30 min U
            Sat 09-05 21:05:00.001 DeadlineWarned report-in:public-security#1 50 due Sat 09-05 21:05:00.000
            Sat 09-05 21:05:00.001 DeadlineWarned report-in:environment#1 50 due Sat 09-05 21:05:00.000
            Sat 09-05 21:10:00.000 DepartmentReportedIn public-security
            Sat 09-05 21:10:00.000 ClockStopped report-in:public-security#1 Met
            Sat 09-05 21:10:00.000 ClockStarted answer:public-security#1 4 h U
            Sat 09-05 21:14:00.001 DeadlineWarned report-in:environment#1 80 due Sat 09-05 21:14:00.000
            Sat 09-05 21:18:00.000 DepartmentReportedIn environment
            Sat 09-05 21:18:00.000 ClockStopped report-in:environment#1 Met
            Sat 09-05 21:18:00.000 ClockStarted answer:environment#1 4 h U
            Sat 09-05 22:00:00.000 DepartmentAnswered public-security solved
            Sat 09-05 22:00:00.000 ClockStopped answer:public-security#1 Met
            Sat 09-05 22:00:00.000 DepartmentAnswered environment solved
            Sat 09-05 22:00:00.000 ClockStopped answer:environment#1 Met
            Sat 09-05 22:00:00.000 Resolved
            Sat 09-05 22:00:00.000 ClockStopped stop-work#1 Met
            Sat 09-05 22:00:00.000 Entered AwaitingCheck by grid:xishan-01
            Sat 09-05 22:00:00.000 ClockStarted check#1 2 wd waits until Mon 09-07 08:30:00.000
            Mon 09-07 09:00:00.000 Checked passed
            Mon 09-07 09:00:00.000 ClockStopped check#1 Met
            Mon 09-07 09:00:00.000 Closed
            """,
            string.Join('\n', world.History));
    }
}
