using Dispatch.Contracts;
using Dispatch.TestKit;

namespace Dispatch.Scenarios.Safety;

/// <summary>
/// Two officers look at a cut gas line. They give one sign and then none: the pair is asked, then the captain, and nobody has to remember to.
/// Meanwhile the case stays where it is.
/// </summary>
public sealed class SilentOfficerTests
{
    [Fact]
    public void An_officer_who_does_not_check_in_is_asked_for_at_the_partner_and_then_at_the_captain()
    {
        var world = OnSite()
            .Do("2026-09-07 09:30", Role.Officer, new CheckIn(), "o.zhang")
            .Do("2026-09-07 09:55", Role.Dispatcher, new AcknowledgeAlarm("Nobody answers the radio; a car goes there."))
            .Do("2026-09-07 10:02", Role.Dispatcher, new EndAlarm(AlarmOutcome.Safe));

        Assert.Equal(
            """
            Mon 09-07 09:20:00.000 Arrived
            Mon 09-07 09:20:00.000 ClockStopped arrive#1 Met
            Mon 09-07 09:20:00.000 Entered OnSite by officer:o.zhang
            Mon 09-07 09:20:00.000 ClockStarted rectify#1 24 h U
            Mon 09-07 09:20:00.000 ClockStarted check-in#1 20 min U
            Mon 09-07 09:30:00.000 CheckedIn o.zhang
            Mon 09-07 09:30:00.000 ClockStopped check-in#1 Met
            Mon 09-07 09:30:00.000 ClockStarted check-in#2 20 min U
            Mon 09-07 09:50:00.001 DeadlineMissed check-in#2 due Mon 09-07 09:50:00.000
            Mon 09-07 09:50:00.001 CheckInMissed asks o.zhang o.li
            Mon 09-07 09:50:00.001 ClockStopped check-in#2 Missed
            Mon 09-07 09:50:00.001 ClockStarted check-in#3 3 min U
            Mon 09-07 09:53:00.002 DeadlineMissed check-in#3 due Mon 09-07 09:53:00.001
            Mon 09-07 09:53:00.002 ClockStopped check-in#3 Missed
            Mon 09-07 09:53:00.002 CheckInMissed again
            Mon 09-07 09:53:00.002 CaptainAlarmed
            Mon 09-07 09:53:00.002 AlarmRaised by the machine
            Mon 09-07 09:53:00.002 ClockStarted alarm#1 1 min U
            Mon 09-07 09:54:00.003 DeadlineMissed alarm#1 due Mon 09-07 09:54:00.002
            Mon 09-07 09:54:00.003 AlarmUnanswered to Supervisor
            Mon 09-07 09:54:00.003 ClockStopped alarm#1 Missed
            Mon 09-07 09:54:00.003 ClockStarted alarm#2 1 min U
            Mon 09-07 09:55:00.000 AlarmAcknowledged Dispatcher
            Mon 09-07 09:55:00.000 ClockStopped alarm#2 Met
            Mon 09-07 10:02:00.000 AlarmEnded Safe
            """,
            string.Join('\n', world.History.SkipWhile(line => !line.EndsWith("Arrived", StringComparison.Ordinal))));
        Assert.Equal((CaseStatus.OnSite, CaseLevel.Street, Scope.Officer("o.zhang")), (world.Case.Status, world.Case.Level, world.Case.Responsible));
    }

    [Fact]
    public void The_partner_answers_for_both_and_the_captain_hears_nothing()
    {
        var world = OnSite().Do("2026-09-07 09:41", Role.Officer, new CheckIn(), "o.li").PassUntil("2026-09-07 10:00");

        Assert.Equal(
            """
            Mon 09-07 09:40:00.001 DeadlineMissed check-in#1 due Mon 09-07 09:40:00.000
            Mon 09-07 09:40:00.001 CheckInMissed asks o.zhang o.li
            Mon 09-07 09:40:00.001 ClockStopped check-in#1 Missed
            Mon 09-07 09:40:00.001 ClockStarted check-in#2 3 min U
            Mon 09-07 09:41:00.000 CheckedIn o.li
            Mon 09-07 09:41:00.000 ClockStopped check-in#2 Met
            Mon 09-07 09:41:00.000 ClockStarted check-in#3 20 min U
            """,
            string.Join('\n', world.History.SkipWhile(line => !line.Contains("DeadlineMissed check-in", StringComparison.Ordinal))));
    }

    [Fact]
    public void A_sign_in_the_end_takes_back_the_alarm_that_its_absence_raised()
    {
        var world = OnSite().Do("2026-09-07 09:43:30", Role.Officer, new CheckIn(), "o.zhang");

        Assert.Equal(
            """
            Mon 09-07 09:43:30.000 CheckedIn o.zhang
            Mon 09-07 09:43:30.000 ClockStarted check-in#3 20 min U
            Mon 09-07 09:43:30.000 ClockStopped alarm#1 Cancelled
            Mon 09-07 09:43:30.000 AlarmEnded by a sign
            """,
            string.Join('\n', world.History.SkipWhile(line => !line.Contains("CheckedIn", StringComparison.Ordinal))));
    }

    [Fact]
    public void Whoever_goes_back_to_a_site_for_rework_is_waited_for_as_on_the_first_visit()
    {
        var world = OnSite()
            .Do("2026-09-07 09:35", Role.Officer, new Resolve([]), "o.zhang")
            .PassUntil("2026-09-07 10:20")
            .Do("2026-09-07 10:30", Role.GridWorker, new Check(Passed: false), "g.wang")
            .PassUntil("2026-09-07 10:54");

        Assert.Equal(
            """
            Mon 09-07 09:35:00.000 ClockStopped check-in#1 Cancelled
            Mon 09-07 10:30:00.000 ClockStarted check-in#2 20 min U
            Mon 09-07 10:50:00.001 DeadlineMissed check-in#2 due Mon 09-07 10:50:00.000
            Mon 09-07 10:50:00.001 CheckInMissed asks o.zhang o.li
            Mon 09-07 10:50:00.001 ClockStopped check-in#2 Missed
            Mon 09-07 10:50:00.001 ClockStarted check-in#3 3 min U
            Mon 09-07 10:53:00.002 DeadlineMissed check-in#3 due Mon 09-07 10:53:00.001
            Mon 09-07 10:53:00.002 ClockStopped check-in#3 Missed
            Mon 09-07 10:53:00.002 CheckInMissed again
            """,
            string.Join('\n', world.History.SkipWhile(line => !line.Contains("Resolved", StringComparison.Ordinal))
                .Where(line => line.Contains("check-in", StringComparison.Ordinal) || line.Contains("CheckInMissed", StringComparison.Ordinal))));
    }

    /// <summary>Two officers who arrived at 09:20; <c>o.zhang</c> leads.</summary>
    private static CaseWorld OnSite() => new CaseWorld(Sample.Xiashi)
        .Report("2026-09-07 09:00", Role.CommunityStaff, "DEC-04")
        .Do("2026-09-07 09:05", Role.CommunityStaff, new Whistle("Gas smells on the stairs."))
        .Do("2026-09-07 09:08", Role.Dispatcher, new Assign(["o.zhang", "o.li"]))
        .Do("2026-09-07 09:10", Role.Officer, new OfferAccept(), "o.zhang")
        .Do("2026-09-07 09:20", Role.Officer, new Arrive(), "o.zhang");
}
