using Dispatch.Contracts;
using Dispatch.Contracts.Decoration;
using Dispatch.Grains.Cases;
using Dispatch.Grains.Decoration;
using Dispatch.Grains.Decoration.Dossiers;
using Dispatch.Grains.Decoration.Mediations;
using Dispatch.TestKit;

namespace Dispatch.Grains.Tests.Decoration;

public sealed class MediationDeciderTests
{
    private static readonly DateTimeOffset Now = new(2026, 9, 7, 2, 0, 0, TimeSpan.Zero);
    private static readonly Actor Community = new("c.chen", Role.CommunityStaff, Scope.Community("xishan"));

    private static readonly OpenMediation Good = new() { CommunityId = "xishan", Matter = "Water from the flat above.", Parties = ["7-2-2001", "7-2-1901"] };

    [Fact]
    public void A_mediation_is_kept_when_the_call_after_its_agreement_says_so()
    {
        var open = Done(new Mediation(), Good, Now);
        Assert.Equal(DecorationClocks.MediationSession, Assert.Single(DossierClocks.Deadlines(open.Clocks, Sample.Xiashi)).Clock);
        var again = Done(open, new HoldMediation { Mediator = "Aunt Li", Said = "Both were heard." }, Now.AddDays(1));
        Assert.Equal(Now.AddDays(8), Assert.Single(DossierClocks.Deadlines(again.Clocks, Sample.Xiashi)).DueAt);
        var agreed = Done(again, new HoldMediation { Mediator = "Aunt Li", Said = "They shook hands.", Agreement = "The floor is sealed." }, Now.AddDays(2));
        Assert.Equal((MediationState.Agreed, true), (agreed.State, agreed.IsOpen()));

        var broken = Done(agreed, new FollowUpMediation { Kept = false, Said = "Still wet." }, Now.AddDays(5));
        Assert.Equal((MediationState.Open, DecorationClocks.MediationSession), (broken.State, Assert.Single(DossierClocks.Deadlines(broken.Clocks, Sample.Xiashi)).Clock));
        var kept = Done(agreed, new FollowUpMediation { Kept = true, Said = "Dry." }, Now.AddDays(5));
        Assert.Equal((MediationState.Kept, false), (kept.State, kept.IsOpen()));
        Assert.Empty(DossierClocks.Deadlines(kept.Clocks, Sample.Xiashi));
        Assert.Equal(ClockState.Met, kept.Clock(DecorationClocks.MediationFollowUp)!.State);
    }

    [Fact]
    public void A_session_that_nobody_holds_is_told_to_the_community_once_and_until_it_is_held()
    {
        var open = Done(new Mediation(), Good, Now);
        Assert.Empty(DossierFiring.Fire(open, Now.AddDays(7), Sample.Xiashi, (_, _) => { }).Events);
        var late = DossierFiring.Fire(open, Now.AddDays(7).AddMilliseconds(1), Sample.Xiashi, (_, _) => { });
        Assert.Equal(["DeadlineMissed"], late.Events.Select(happened => happened.Event.Name));
        Assert.Equal("community:xishan", Assert.Single(late.Dossier.Waiting()).Receiver);

        var held = Done((Mediation)late.Dossier, new HoldMediation { Mediator = "Aunt Li", Said = "Late, but held." }, Now.AddDays(8));
        Assert.Empty(held.Waiting());
        Assert.Equal(2, held.Clock(DecorationClocks.MediationSession)!.Generation);
    }

    [Fact]
    public void What_its_events_make_is_what_is_stored()
    {
        var step = Decided(new Mediation(), Good, Now);
        var records = step.Events.Select(Mediation.Kind.Record).ToList();
        Assert.Equal(Mediation.Kind.Snapshot(step.Dossier), Mediation.Kind.Snapshot(Mediation.Kind.Replay(records)));
        Assert.Equal(Mediation.Kind.Snapshot(step.Dossier), Mediation.Kind.Snapshot(Mediation.Kind.Read(Mediation.Kind.Snapshot(step.Dossier))));
    }

    [Theory]
    [InlineData("a blank matter", RefusalCode.InvalidText)]
    [InlineData("one party", RefusalCode.InvalidValue)]
    [InlineData("a community that is not there", RefusalCode.UnknownPlace)]
    [InlineData("a flat that is not there", RefusalCode.UnknownPlace)]
    [InlineData("an officer", RefusalCode.RoleNotAllowed)]
    [InlineData("another community's staff", RefusalCode.OutsideArea)]
    public void A_bad_opening_is_refused(string fault, RefusalCode code)
    {
        var (command, by) = fault switch
        {
            "a blank matter" => (Good with { Matter = " " }, Community),
            "one party" => (Good with { Parties = ["7-2-2001"] }, Community),
            "a community that is not there" => (Good with { CommunityId = "nowhere" }, Community),
            "a flat that is not there" => (Good with { Unit = "huayu-qiantang/9-9-9999" }, Community),
            "an officer" => (Good, new Actor("o.zhang", Role.Officer, Scope.Street("xiashi"))),
            _ => (Good, new Actor("c.other", Role.CommunityStaff, Scope.Community("hehua"))),
        };
        var refused = Assert.IsType<Refused>(MediationDecider.Decide(new Mediation(), "m1", Act(command, by), Now, Sample.Xiashi, Sample.Territory));
        Assert.Equal(code, refused.Refusal.Code);
    }

    [Fact]
    public void A_pack_without_the_block_offers_none() => Assert.Equal(
        RefusalCode.DecorationNotOffered,
        Assert.IsType<Refused>(MediationDecider.Decide(
            new Mediation(), "m1", Act(Good, Community), Now, Sample.Xiashi with { Decoration = null }, Sample.Territory)).Refusal.Code);

    private static Mediation Done(Mediation mediation, DossierCommand command, DateTimeOffset now) => (Mediation)Decided(mediation, command, now).Dossier;

    private static DossierDecision Decided(Mediation mediation, DossierCommand command, DateTimeOffset now) =>
        Assert.IsType<DossierDecision>(MediationDecider.Decide(mediation, "m1", Act(command, Community), now, Sample.Xiashi, Sample.Territory));

    private static DossierAct Act(DossierCommand command, Actor by) => new() { Command = command, By = by, Key = "k", BodyHash = "", ReceivedAt = Now };
}
