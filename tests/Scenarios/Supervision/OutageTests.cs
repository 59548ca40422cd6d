using Dispatch.Contracts;
using Dispatch.Grains.Cases;
using Dispatch.Grains.Outages;
using Dispatch.TestKit;

namespace Dispatch.Scenarios.Supervision;

/// <summary>A deadline inside an outage fires and moves the case, and costs no card.</summary>
public sealed class OutageTests
{
    private const string Monday = "2026-09-07";

    private static CaseWorld EnRoute() => new CaseWorld(Sample.Xiashi)
        .Report($"{Monday} 09:00", Role.GridWorker, "DEC-02", passUp: true)
        .Do($"{Monday} 09:05", Role.CommunityStaff, new Acknowledge())
        .Do($"{Monday} 09:10", Role.CommunityStaff, new Whistle("They do not open the door."))
        .Do($"{Monday} 09:11", Role.Dispatcher, new Assign(["o.li", "o.zhang"]))
        .Do($"{Monday} 09:12", Role.Officer, new OfferAccept(), "o.li");

    private static Outage Outage(CaseWorld world, string from, string to, string? street = null) => new()
    {
        Id = 7,
        StreetId = street,
        From = world.At(from),
        To = world.At(to),
        Reason = "network-down",
        By = "system",
        RecordedAt = world.At(to),
    };

    [Theory]
    [InlineData("14:00", "14:41", null, 1)]
    [InlineData("14:00", "14:42", null, 0)]
    [InlineData("14:42", "14:50", null, 0)]
    [InlineData("14:43", "14:50", null, 1)]
    [InlineData("14:00", "15:00", "xiashi", 0)]
    [InlineData("14:00", "15:00", "elsewhere", 1)]
    public void Only_a_deadline_inside_an_outage_of_its_street_is_free(string from, string to, string? street, int cards)
    {
        var world = EnRoute();
        world.Outages = [Outage(world, $"{Monday} {from}", $"{Monday} {to}", street)];
        world.PassUntil($"{Monday} 15:00");
        Assert.Equal(cards, world.Events.Count(happened => happened.Event is CardIssued));
        Assert.Equal(cards == 0 ? 7 : null, world.Events.Select(happened => happened.Event).OfType<Grains.Clocks.DeadlineMissed>().Single().Excused);
    }

    [Fact]
    public void The_case_moves_all_the_same_and_is_reminded_from_when_the_service_was_there_again()
    {
        var world = EnRoute();
        world.Outages = [Outage(world, $"{Monday} 14:00", "2026-09-09 11:00")];
        world.PassUntil("2026-09-09 11:00");
        Assert.Equal(CaseLevel.Supervision, world.Case.Level);
        Assert.True(world.Case.LastRung);
        Assert.Empty(world.Case.Cards);

        // Nobody can be held to what was due while nothing could be done; what falls due later counts.
        world.PassAll();
        Assert.All(world.Case.Cards, card => Assert.True(card.DueAt > world.Outages[0].To));
        Assert.Contains(world.Events, happened => happened.Event is ReminderSent);
        Assert.Contains(world.Events, happened => happened.Event is PubliclyCriticised);
    }

    [Fact]
    public void An_outage_that_is_recorded_after_its_cards_takes_them_back()
    {
        var world = EnRoute().PassUntil($"{Monday} 15:00");
        var outage = Outage(world, $"{Monday} 14:00", $"{Monday} 14:50", "xiashi");
        foreach (var command in OutageLedger.TakesBack(outage, world.Case))
        {
            world.Do($"{Monday} 15:00", Role.Supervisor, command);
        }

        Assert.Equal([CardState.Withdrawn, CardState.Refused], world.Case.Cards.Select(card => card.State));
        Assert.Empty(OutageLedger.TakesBack(outage, world.Case));
    }

    [Fact]
    public void A_department_pays_no_card_for_an_outage_either()
    {
        var world = new CaseWorld(Sample.Xiashi)
            .Report($"{Monday} 09:00", Role.GridWorker, "DEC-02", passUp: true)
            .Do($"{Monday} 09:05", Role.CommunityStaff, new Acknowledge())
            .Do($"{Monday} 09:10", Role.CommunityStaff, new CallDepartment(["housing"], WhistleGround.CannotSolve, "Is this wall load-bearing?"));
        world.Outages = [Outage(world, $"{Monday} 10:00", $"{Monday} 10:30")];
        world.PassUntil($"{Monday} 10:41");
        Assert.Equal(CaseLevel.Supervision, world.Case.Level);
        Assert.Empty(world.Case.Cards);
    }

    [Theory]
    [InlineData(0, 1, true)]
    [InlineData(1, 1, false)]
    [InlineData(2, 1, false)]
    [InlineData(0, 24 * 8, false)]
    [InlineData(-24 * 32, 1, false)]
    [InlineData(23, 2, false)]
    public void One_by_hand_has_a_beginning_and_an_end_that_have_been(int fromHours, int hours, bool good)
    {
        var now = new DateTimeOffset(2026, 9, 8, 0, 0, 0, TimeSpan.Zero);
        var from = now.AddDays(-1).AddHours(fromHours);
        var command = new RecordOutage(from, fromHours is 1 or 2 ? from.AddHours(1 - fromHours) : from.AddHours(hours), "The network was down.");
        Assert.Equal(good ? null : RefusalCode.InvalidInterval, OutageLedger.Refuses(command, now)?.Code);
        Assert.Equal(RefusalCode.ReasonRequired, OutageLedger.Refuses(command with { Reason = " " }, now)?.Code);
    }

    [Fact]
    public void Two_signs_of_life_far_apart_leave_an_outage_and_a_clock_that_was_set_back_does_not()
    {
        var (then, longest) = (new DateTimeOffset(2026, 9, 7, 0, 0, 0, TimeSpan.Zero), TimeSpan.FromSeconds(20));
        Assert.Null(OutageLedger.Between(then, then.AddSeconds(20), longest, "r"));
        Assert.Null(OutageLedger.Between(then, then.AddHours(-3), longest, "r"));
        var found = OutageLedger.Between(then, then.AddSeconds(21), longest, "r")!;
        Assert.Equal((then, then.AddSeconds(21), "system"), (found.From, found.To, found.By));
    }
}
