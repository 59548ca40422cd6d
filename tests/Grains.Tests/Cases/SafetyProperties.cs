using CsCheck;
using Dispatch.Contracts;
using Dispatch.Grains.Cases;
using Dispatch.Grains.Clocks;
using Dispatch.TestKit;
using Check = Dispatch.Contracts.Check;

namespace Dispatch.Grains.Tests.Cases;

/// <summary>What holds of signs and alarms on every walk through the sample pack.</summary>
public sealed class SafetyProperties
{
    [Fact]
    public void An_alarm_is_answered_or_climbs_or_stands_with_the_supervisor_and_no_case_ends_over_it()
    {
        var (answered, climbed, stood) = (0, 0, 0);
        CaseWalks.All.Sample(
            walk =>
            {
                var rung = AlarmRung.Dispatcher;
                foreach (var (decision, _) in CaseWalks.Of(walk))
                {
                    var events = decision.Events.Select(happened => happened.Event).ToList();
                    answered += events.Count(one => one is AlarmAcknowledged);
                    climbed += events.Count(one => one is AlarmUnanswered);
                    if (decision.Case.OpenAlarm is not { AcknowledgedBy: null } alarm)
                    {
                        Assert.False(decision.Case.IsActive(SideClocks.Alarm));
                        continue;
                    }

                    Assert.True(decision.Case.IsOpen);
                    Assert.True(decision.Case.IsActive(SideClocks.Alarm) || alarm.Rung == AlarmRung.Supervisor);
                    Assert.True(alarm.Rung >= rung || events.Exists(one => one is AlarmRaised));
                    rung = alarm.Rung;
                    stood += decision.Case.IsActive(SideClocks.Alarm) ? 0 : 1;
                }
            },
            iter: 10_000,
            threads: 1);

        Assert.All([answered, climbed, stood], seen => Assert.True(seen > 50, $"The walks meet too little: {answered}, {climbed}, {stood}."));
    }

    [Fact]
    public void While_officers_are_on_site_a_sign_is_waited_for_or_an_alarm_was_raised_for_its_absence() => CaseWalks.All.Sample(
        walk =>
        {
            var waits = false;
            foreach (var (decision, _) in CaseWalks.Of(walk))
            {
                var events = decision.Events.Select(happened => happened.Event).ToList();
                waits = decision.Case.Status == CaseStatus.OnSite && SideClocks.CheckInTime(decision.Case, Sample.Xiashi) is not null
                    && (waits || events.Exists(one => one is Arrived or Checked { Passed: false })) && !events.Exists(one => one is CheckInMissed { Asked.IsEmpty: true });
                Assert.True(!waits || decision.Case.IsActive(SideClocks.CheckIn));
                Assert.True(decision.Case.Status is CaseStatus.OnSite or CaseStatus.Suspended || !decision.Case.IsActive(SideClocks.CheckIn));
            }
        },
        iter: 10_000);

    [Fact]
    public void However_often_a_check_fails_whoever_goes_back_on_site_has_the_whole_time_until_the_next_sign() => Gen.Select(Gen.Int[0, 22], Gen.Int[1, 20]).Array[1, 4].Sample(
        visits =>
        {
            var world = new CaseWorld(Sample.Xiashi)
                .Report("2026-09-07 09:00", Role.CommunityStaff, "DEC-04")
                .Do("2026-09-07 09:05", Role.CommunityStaff, new Whistle("Gas smells on the stairs."))
                .Do("2026-09-07 09:08", Role.Dispatcher, new Assign(["o.zhang", "o.li"]))
                .Do("2026-09-07 09:10", Role.Officer, new OfferAccept(), "o.zhang")
                .Do("2026-09-07 09:20", Role.Officer, new Arrive(), "o.zhang");
            var now = new DateTime(2026, 9, 7, 9, 20, 0, DateTimeKind.Unspecified);
            foreach (var (resolves, checks) in visits)
            {
                now = now.AddMinutes(resolves);
                world.Do(Text(now), Role.Officer, new Resolve(), "o.zhang");
                Assert.False(world.Case.IsActive(SideClocks.CheckIn));
                now = now.AddMinutes(checks);
                world.Do(Text(now), Role.GridWorker, new Check(false), "g.wang");

                var clock = world.Case.FindClock(SideClocks.CheckIn)!;
                Assert.Equal((CaseStatus.OnSite, true, 20), (world.Case.Status, world.Case.IsActive(SideClocks.CheckIn), clock.Budget.Amount));
                Assert.Equal(TimeSpan.FromMinutes(20), clock.DueAt(Sample.Xiashi.StreetCalendar) - clock.Spans[^1].From);
            }

            static string Text(DateTime local) => local.ToString("yyyy-MM-dd HH:mm", System.Globalization.CultureInfo.InvariantCulture);
        },
        iter: 200);

    [Fact]
    public void Signs_and_alarms_leave_level_status_party_and_the_clocks_of_the_matter_alone() => CaseWalks.All.Sample(
        walk =>
        {
            Case? before = null;
            foreach (var (decision, _) in CaseWalks.Of(walk))
            {
                var firstOfAll = decision.Events.IsEmpty ? null : decision.Events[0].Event;
                if (before is not null && firstOfAll is CheckedIn or AlarmRaised or AlarmAcknowledged or AlarmEnded)
                {
                    Assert.Equal((before.Level, before.Status, before.Responsible), (decision.Case.Level, decision.Case.Status, decision.Case.Responsible));
                    Assert.Equal(OfMatter(before), OfMatter(decision.Case));
                }

                before = decision.Case;
            }

            static IEnumerable<SlaClock> OfMatter(Case @case) => @case.Clocks.Where(clock => !SideClocks.IsSafety(clock.Name));
        },
        iter: 10_000);
}
