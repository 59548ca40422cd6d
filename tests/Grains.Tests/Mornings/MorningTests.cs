using Dispatch.Contracts;
using Dispatch.Grains.Cases;
using Dispatch.Grains.Clocks;
using Dispatch.Grains.Mornings;
using Dispatch.TestKit;

namespace Dispatch.Grains.Tests.Mornings;

/// <summary>The morning page of cases of the sample street.</summary>
public sealed class MorningTests
{
    private const string Monday = "2026-09-07";

    private static DateTimeOffset At(string local) => new CaseWorld(Sample.Xiashi).At(local);

    private static CaseWorld NeverArrived(string day = Monday) => new CaseWorld(Sample.Xiashi)
        .Report($"{day} 09:00", Role.GridWorker, "DEC-02", passUp: true)
        .Do($"{day} 09:05", Role.CommunityStaff, new Acknowledge())
        .Do($"{day} 09:10", Role.CommunityStaff, new Whistle("They do not open the door."))
        .Do($"{day} 09:11", Role.Dispatcher, new Assign(["o.li", "o.zhang"]))
        .Do($"{day} 09:12", Role.Officer, new OfferAccept(), "o.li");

    private static MorningView Page(string now, CaseWorld world, DateOnly? day = null, ForecastAnswer? ahead = null)
    {
        var owner = Scope.Case(world.Case.Id).ToString();
        return Morning.Of(new MorningFacts
        {
            Query = new MorningQuery { Scope = Scope.Street("xiashi"), StreetId = "xiashi", Day = day, Now = At(now) },
            Days = MorningDays.Of(At(now), day, Sample.Xiashi.StreetCalendar),
            Misses = [.. world.Events.Where(one => one.Event is DeadlineMissed or EscalationAnswered).Reverse().Select(one => (owner, one))],
            Cases = new Dictionary<string, MorningFact> { [owner] = new("xiashi-2026-000001", world.Case, Sample.Xiashi) },
            Ahead = ahead,
        });
    }

    [Theory]
    [InlineData("2026-09-07 08:00", "2026-09-04")] // Monday tells of Friday and the weekend
    [InlineData("2026-09-08 08:00", "2026-09-07")]
    [InlineData("2026-09-21 08:00", "2026-09-20")] // of a make-up Sunday
    [InlineData("2026-10-08 08:00", "2026-09-30")] // of the long holidays
    [InlineData("2026-09-26 08:00", "2026-09-24")] // on a holiday itself
    public void Yesterday_is_the_last_working_day_and_whatever_was_after_it(string now, string since)
    {
        var days = MorningDays.Of(At(now), null, Sample.Xiashi.StreetCalendar);
        Assert.Equal((At(since + " 00:00"), At(now[..10] + " 00:00"), At(now[..10] + " 00:00").AddDays(1)), (days.Since, days.From, days.To));
    }

    [Fact]
    public void What_ran_out_yesterday_and_today_is_told_apart_by_when_it_was_due()
    {
        var world = NeverArrived().PassUntil("2026-09-08 10:00");
        var page = Page("2026-09-08 10:00", world);
        Assert.Equal(("arrive", At($"{Monday} 14:42")), (page.LateYesterday.Items.Single().Clock, page.LateYesterday.Items.Single().DueAt!.Value));
        Assert.Equal("arrive", page.LateToday.Items.Single().Clock);
        Assert.Equal((1, 1, 0), (page.LateYesterday.Total, page.LateToday.Total, page.ToBeLate.Total));

        // On the day itself what is late yesterday now was late today, and reminders are nobody's lateness.
        Assert.Equal((0, 1), (Page($"{Monday} 15:00", world).LateYesterday.Total, Page($"{Monday} 15:00", world, new DateOnly(2026, 9, 7)).LateToday.Total));
        Assert.DoesNotContain(Page("2026-09-09 10:00", world.PassUntil("2026-09-09 10:00")).LateYesterday.Items, one => one.Clock == SideClocks.Overdue);
    }

    [Fact]
    public void What_was_answered_in_time_after_all_was_never_late()
    {
        var world = NeverArrived().PassUntil($"{Monday} 15:00").Do($"{Monday} 15:00", Role.Officer, new Arrive(), "o.li", occurredAt: $"{Monday} 14:00");
        Assert.Equal(0, Page("2026-09-08 08:00", world).LateYesterday.Total);
    }

    [Fact]
    public void Whatever_waits_for_the_supervisor_is_listed_with_what_is_asked_and_until_when()
    {
        var world = NeverArrived().PassUntil($"{Monday} 15:00")
            .Do($"{Monday} 15:00", Role.Officer, new RequestExtension("arrive", "1 wh", "The bridge is closed."), "o.li")
            .Do($"{Monday} 15:01", Role.Captain, new Suspend("The owner is away.", At("2026-09-20 08:00")));
        var asked = Page($"{Monday} 15:02", world).Approvals;
        Assert.Equal([ApprovalKind.Card, ApprovalKind.Extension, ApprovalKind.Suspension], asked.Items.Select(one => one.Kind).Order().OrderByDescending(kind => kind == ApprovalKind.Card));
        var extension = asked.Items.Single(one => one.Kind == ApprovalKind.Extension);
        Assert.Equal(("o.li", "arrive", "1 wh", "The bridge is closed."), (extension.By, extension.Clock, extension.Length, extension.Reason));
        Assert.NotNull(extension.DecideBy);
        Assert.Equal("officer:o.li", asked.Items.Single(one => one.Kind == ApprovalKind.Card).Card!.On.ToString());
        Assert.Equal(At("2026-09-20 08:00"), asked.Items.Single(one => one.Kind == ApprovalKind.Suspension).Until);

        world.Do($"{Monday} 15:03", Role.Supervisor, new DecideCard(2, Granted: true)).Do($"{Monday} 15:03", Role.Supervisor, new DecideExtension(false))
            .Do($"{Monday} 15:03", Role.Supervisor, new DecideSuspension(false));
        Assert.Equal(0, Page($"{Monday} 15:04", world).Approvals.Total);
        Assert.False(Morning.Concerns(world.Case, Sample.Xiashi, MorningDays.Of(At($"{Monday} 15:04"), null, Sample.Xiashi.StreetCalendar)));
    }

    [Fact]
    public void A_suspended_case_comes_up_on_the_day_of_its_review()
    {
        var world = NeverArrived().Do($"{Monday} 09:30", Role.Supervisor, new Suspend("The owner is away.", At("2026-10-20 08:00"))).PassUntil("2026-09-11 08:00");
        Assert.Equal(0, Page("2026-09-11 08:00", world).Approvals.Total);
        Assert.Equal(ApprovalKind.Review, Page("2026-09-14 08:00", world).Approvals.Items.Single().Kind);
    }

    [Fact]
    public void Cards_of_the_last_week_are_listed_newest_first_whether_they_stand_or_not()
    {
        var world = NeverArrived().PassUntil("2026-09-09 15:00").Do("2026-09-09 15:00", Role.Supervisor, new WithdrawCard(1, "The bridge was closed."));
        var cards = Page("2026-09-09 15:01", world).Cards;
        Assert.Equal([(CardColour.Red, CardState.Standing), (CardColour.Yellow, CardState.Withdrawn)], cards.Items.Select(one => (one.Card.Colour, one.Card.State)).Take(2));
        Assert.Equal(0, Page("2026-09-17 15:01", world).Cards.Total);
    }

    [Fact]
    public void A_case_that_was_returned_twice_is_worth_a_look_as_long_as_it_is_open()
    {
        var world = new CaseWorld(Sample.Xiashi).Report($"{Monday} 09:00", Role.GridWorker, "DEC-02", passUp: true)
            .Do($"{Monday} 09:01", Role.CommunityStaff, new Return(Scope.Grid("xishan-01"), "Look again."))
            .Do($"{Monday} 09:02", Role.GridWorker, new Return(Scope.Community("xishan"), "It is theirs."));
        Assert.Equal(2, Page($"{Monday} 09:03", world).ReturnedTwice.Items.Single().TimesReturned);
        world.Do($"{Monday} 09:04", Role.Dispatcher, new Reject("Nothing there."));
        Assert.Equal(0, Page($"{Monday} 09:05", world).ReturnedTwice.Total);
    }
}
