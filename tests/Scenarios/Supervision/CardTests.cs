using Dispatch.Contracts;
using Dispatch.Grains.Cases;
using Dispatch.TestKit;

namespace Dispatch.Scenarios.Supervision;

/// <summary>Cards: automatic on a unit, proposed on a person, withdrawn with a reason.</summary>
public sealed class CardTests
{
    private const string Monday = "2026-09-07";

    private static CaseWorld NeverArrived() => new CaseWorld(Sample.Xiashi)
        .Report($"{Monday} 09:00", Role.GridWorker, "DEC-02", passUp: true)
        .Do($"{Monday} 09:05", Role.CommunityStaff, new Acknowledge())
        .Do($"{Monday} 09:10", Role.CommunityStaff, new Whistle("They do not open the door."))
        .Do($"{Monday} 09:11", Role.Dispatcher, new Assign(["o.li", "o.zhang"]))
        .Do($"{Monday} 09:12", Role.Officer, new OfferAccept(), "o.li")
        .PassUntil($"{Monday} 15:00");

    private static IEnumerable<string> Of(CaseWorld world) => world.Case.Cards.Select(card => $"{card.Number} {card.Colour} {card.On} {card.State}");

    [Fact]
    public void A_card_on_the_unit_stands_at_once_and_one_on_the_officer_waits_for_the_supervisors_word()
    {
        var world = NeverArrived();
        Assert.Equal(["1 Yellow street:xiashi Standing", "2 Yellow officer:o.li Proposed"], Of(world));

        world.Do($"{Monday} 15:01", Role.Supervisor, new DecideCard(2, Granted: true, "For the third time this month."));
        Assert.Equal(["1 Yellow street:xiashi Standing", "2 Yellow officer:o.li Standing"], Of(world));
        Assert.Equal(("Supervisor", "For the third time this month."), (world.Case.Cards[1].By, world.Case.Cards[1].Reason));
    }

    [Fact]
    public void A_proposed_card_without_the_supervisors_word_never_stands_however_long_it_waits() =>
        Assert.All(NeverArrived().PassAll().Case.Cards, card => Assert.Equal(card.On.Kind == ScopeKind.Officer ? CardState.Proposed : CardState.Standing, card.State));

    [Fact]
    public void Cards_are_decided_and_withdrawn_once_also_after_the_case_has_ended()
    {
        var world = NeverArrived()
            .Do($"{Monday} 15:01", Role.Dispatcher, new Return(Scope.Grid("xishan-01"), "It is their courtyard."))
            .Do($"{Monday} 15:02", Role.Dispatcher, new Reject("A mistake."))
            .Do($"{Monday} 15:03", Role.Supervisor, new DecideCard(2, Granted: false))
            .Do($"{Monday} 15:04", Role.Supervisor, new WithdrawCard(1, "The bridge was closed."));
        Assert.Equal(["1 Yellow street:xiashi Withdrawn", "2 Yellow officer:o.li Refused"], Of(world));
        Assert.Equal(RefusalCode.CardNotProposed, world.Refused($"{Monday} 15:05", Role.Supervisor, new DecideCard(2, Granted: true)));
        Assert.Equal(RefusalCode.CardNotStanding, world.Refused($"{Monday} 15:05", Role.Supervisor, new WithdrawCard(1, "Again.")));
    }

    [Fact]
    public void What_cannot_be_decided_or_withdrawn_is_refused_with_a_code()
    {
        var world = NeverArrived();
        Assert.Equal(RefusalCode.UnknownCard, world.Refused($"{Monday} 15:01", Role.Supervisor, new DecideCard(7, Granted: true)));
        Assert.Equal(RefusalCode.CardNotProposed, world.Refused($"{Monday} 15:01", Role.Supervisor, new DecideCard(1, Granted: true)));
        Assert.Equal(RefusalCode.UnknownCard, world.Refused($"{Monday} 15:01", Role.Supervisor, new WithdrawCard(0, "No.")));
        Assert.Equal(RefusalCode.CardNotStanding, world.Refused($"{Monday} 15:01", Role.Supervisor, new WithdrawCard(2, "It only waits.")));
        Assert.Equal(RefusalCode.ReasonRequired, world.Refused($"{Monday} 15:01", Role.Supervisor, new WithdrawCard(1, " ")));
        Assert.Equal(RefusalCode.InvalidText, world.Refused($"{Monday} 15:01", Role.Supervisor, new DecideCard(2, Granted: true, new string('x', 501))));
        Assert.Equal(RefusalCode.RoleNotAllowed, world.Refused($"{Monday} 15:01", Role.Captain, new WithdrawCard(1, "We were busy.")));
    }

    [Fact]
    public void An_arrival_in_time_that_came_late_takes_back_the_card_and_what_was_proposed_beside_it()
    {
        var world = NeverArrived().Do($"{Monday} 15:00", Role.Officer, new Arrive(), "o.li", occurredAt: $"{Monday} 14:00");
        Assert.Equal(["1 Yellow street:xiashi Withdrawn", "2 Yellow officer:o.li Withdrawn"], Of(world));
        Assert.Null(world.Case.Overdue);
        Assert.False(world.Case.IsActive(SideClocks.Overdue));

        // A card of later on has a number of its own.
        Assert.Equal(3, world.Case.NextCard);
    }

    [Fact]
    public void A_supervisors_word_on_a_card_does_not_keep_a_command_in_time_from_taking_the_firing_back()
    {
        var world = NeverArrived()
            .Do($"{Monday} 15:01", Role.Supervisor, new WithdrawCard(1, "The bridge was closed."))
            .Do($"{Monday} 15:02", Role.Officer, new Arrive(), "o.li", occurredAt: $"{Monday} 14:00");
        var answered = world.Events.Select(happened => happened.Event).OfType<EscalationAnswered>().Single();
        Assert.Equal((true, null), (answered.TakenBack, answered.Withdrawn));
    }
}
