using Dispatch.Contracts;
using Dispatch.Grains.Cases;
using Dispatch.TestKit;

namespace Dispatch.Scenarios.Supervision;

/// <summary>What a case leads to that stays overdue: every instant of a walk up the rungs of the pack.</summary>
public sealed class OverdueTests
{
    private static readonly string[] Told =
        [nameof(FellOverdue), nameof(ReminderSent), nameof(CardIssued), nameof(CardProposed), nameof(PubliclyCriticised), nameof(NoLongerOverdue), nameof(LastRungReached)];

    /// <summary>Assigned to two officers who accept and never arrive: due four working hours later.</summary>
    private static CaseWorld NeverArrived(string day, string accepted = "09:12") => new CaseWorld(Sample.Xiashi)
        .Report($"{day} 09:00", Role.GridWorker, "DEC-02", passUp: true)
        .Do($"{day} 09:05", Role.CommunityStaff, new Acknowledge())
        .Do($"{day} 09:10", Role.CommunityStaff, new Whistle("They do not open the door."))
        .Do($"{day} 09:11", Role.Dispatcher, new Assign(["o.li", "o.zhang"]))
        .Do($"{day} {accepted}", Role.Officer, new OfferAccept(), "o.li");

    private static string Of(CaseWorld world) => string.Join(
        '\n', world.Events.Zip(world.History).Where(one => Told.Contains(one.First.Event.Name)).Select(one => one.Second));

    [Fact]
    public void The_next_working_day_brings_a_reminder_then_cards_and_five_working_days_later_public_criticism() => Assert.Equal(
        """
        Mon 09-07 14:42:00.001 CardIssued Yellow on street:xiashi
        Mon 09-07 14:42:00.001 CardProposed Yellow on officer:o.li
        Mon 09-07 14:42:00.001 FellOverdue arrive#1
        Tue 09-08 14:42:00.002 ReminderSent to officer:o.li, copy to street:xiashi
        Wed 09-09 09:42:00.003 CardIssued Red on supervisor:xiashi
        Wed 09-09 09:42:00.003 LastRungReached
        Thu 09-10 14:42:00.004 CardIssued Red on street:xiashi
        Thu 09-10 14:42:00.004 CardProposed Red on officer:o.li
        Tue 09-15 14:42:00.005 PubliclyCriticised street:xiashi
        """,
        Of(NeverArrived("2026-09-07").PassAll()));

    [Fact]
    public void A_make_up_Sunday_counts_as_a_working_day_and_a_holiday_does_not()
    {
        // Sunday 20 September is worked; Friday the 25th is a holiday, and so are 1 to 7 October.
        Assert.Contains("Sun 09-20 14:42:00.004 CardIssued Red on street:xiashi", Of(NeverArrived("2026-09-16").PassAll()), StringComparison.Ordinal);
        Assert.EndsWith("Wed 09-23 14:42:00.005 PubliclyCriticised street:xiashi", Of(NeverArrived("2026-09-16").PassAll()), StringComparison.Ordinal);
        var holiday = Of(NeverArrived("2026-09-24").PassAll());
        Assert.Contains("Mon 09-28 14:42:00.002 ReminderSent", holiday, StringComparison.Ordinal);
        Assert.EndsWith("Sat 10-10 14:42:00.005 PubliclyCriticised street:xiashi", holiday, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("2026-09-04 17:05", "Mon 09-07 08:30:00.001")] // Friday, missed at 17:35
    [InlineData("2026-09-05 10:00", "Mon 09-07 08:30:00.001")] // Saturday
    [InlineData("2026-09-07 07:00", "Tue 09-08 08:30:00.001")] // Monday before work: it counts from 08:30
    [InlineData("2026-09-07 11:40", "Tue 09-08 13:30:00.001")] // Monday at noon: it counts from 13:30
    public void What_is_missed_after_hours_is_reminded_of_on_the_next_working_days_morning(string alarmed, string reminded)
    {
        // A gas case is offered at once, accepted and never reached: 30 minutes later the card.
        var world = new CaseWorld(Sample.Xiashi).Report(alarmed, Role.CommunityStaff, "DEC-04");
        world.Do(alarmed, Role.CommunityStaff, new Whistle("It smells of gas.")).Do(alarmed, Role.Dispatcher, new Assign(["o.li", "o.zhang"]))
            .Do(alarmed, Role.Officer, new OfferAccept(), "o.li").PassAll();
        Assert.Contains($"{reminded} ReminderSent to officer:o.li, copy to street:xiashi", Of(world), StringComparison.Ordinal);
    }

    [Fact]
    public void Whoever_arrives_late_is_reminded_of_nothing_more()
    {
        var world = NeverArrived("2026-09-07").PassUntil("2026-09-08 15:00").Do("2026-09-08 15:00", Role.Officer, new Arrive(), "o.li").PassUntil("2026-09-16 12:00");
        Assert.EndsWith("Tue 09-08 15:00:00.000 NoLongerOverdue", Of(world), StringComparison.Ordinal);
        Assert.Null(world.Case.Overdue);
        Assert.False(world.Case.IsActive(SideClocks.Overdue));
    }

    [Fact]
    public void A_case_that_ends_is_reminded_of_nothing_more_and_its_cards_stand()
    {
        var world = new CaseWorld(Sample.Xiashi)
            .Report("2026-09-07 09:00", Role.GridWorker, "DEC-03", passUp: true)
            .PassUntil("2026-09-07 10:30");
        Assert.Equal("Mon 09-07 09:50:00.003 CardIssued Yellow on street:xiashi\nMon 09-07 09:50:00.003 FellOverdue assign#2", Of(world));

        world.Do("2026-09-07 10:30", Role.Dispatcher, new Reject("Nobody is building there.")).PassAll();
        Assert.Equal((CaseStatus.Rejected, null), (world.Case.Status, world.Case.Overdue));
        Assert.Equal(CardState.Standing, Assert.Single(world.Case.Cards).State);
        Assert.DoesNotContain(world.Events, happened => happened.Event is ReminderSent);
    }

    [Fact]
    public void The_next_reminder_stands_still_while_the_case_is_parked()
    {
        var world = NeverArrived("2026-09-07").PassUntil("2026-09-07 16:42")
            .Do("2026-09-07 16:42", Role.Supervisor, new Suspend("The owner is in hospital.", new DateTimeOffset(2026, 9, 11, 8, 42, 0, TimeSpan.Zero)))
            .PassUntil("2026-09-14 16:00");

        // Two hours of the working day were spent before; the other five and a half run from Friday 16:42.
        Assert.Contains("Mon 09-14 14:42:00.003 ReminderSent to officer:o.li", Of(world), StringComparison.Ordinal);
    }

    [Fact]
    public void The_reminder_and_the_next_card_are_no_promise_in_figures_and_not_counted_down_on_boards()
    {
        var world = NeverArrived("2026-09-07").PassUntil("2026-09-08 15:00");
        Assert.DoesNotContain(Grains.Figures.CaseFactsFold.Of(world.Events, DateTimeOffset.MaxValue)!.Clocks, facts => facts.Name == SideClocks.Overdue);
        var view = CaseViews.View(world.Case, "n", 1, Sample.Xiashi);
        Assert.Contains(view.Clocks, clock => clock.Name == ClockView.Overdue);
        Assert.DoesNotContain(view.AsRow().Clocks, clock => clock.Name == ClockView.Overdue);
    }
}
