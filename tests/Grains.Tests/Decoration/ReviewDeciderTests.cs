using System.Collections.Immutable;
using CsCheck;
using Dispatch.Contracts;
using Dispatch.Contracts.Decoration;
using Dispatch.Grains.Cases;
using Dispatch.Grains.Decoration.Dossiers;
using Dispatch.Grains.Decoration.Estates;
using Dispatch.Grains.Decoration.Reviews;
using Dispatch.Grains.Storage;
using Dispatch.TestKit;

namespace Dispatch.Grains.Tests.Decoration;

public sealed class ReviewDeciderTests
{
    private static readonly DateTimeOffset Now = new(2026, 9, 7, 2, 0, 0, TimeSpan.Zero);
    private static readonly Actor Captain = new("captain", Role.Captain, Scope.Street("xiashi"));

    private static readonly Actor[] Signers =
    [
        new("officer-1", Role.Officer, Scope.Street("xiashi")),
        new("department-housing", Role.DepartmentStaff, Scope.Department("housing")),
        new("dispatcher-1", Role.Dispatcher, Scope.Street("xiashi")),
        new("community-beiguan", Role.CommunityStaff, Scope.Community("beiguan")),
        new("manager-kipeili", Role.PropertyManager, Scope.Grid("beiguan-02")),
    ];

    private static readonly OpenReview Open = new() { EstateId = "kipeili-2", HandOverOn = new DateOnly(2026, 9, 20), Agenda = ["Bay windows", "Roofs"] };
    private static readonly ForeseenHarm Harm = new("type-a", "bay", "DEC-03", "Owners nearby took theirs out.");

    [Fact]
    public void A_review_that_all_have_signed_is_finished_and_leaves_its_watch_points()
    {
        var review = Done(new JointReview(), Open);
        Assert.Equal(new DateTimeOffset(2026, 9, 19, 16, 0, 0, TimeSpan.Zero), Assert.Single(DossierClocks.Deadlines(review.Clocks, Sample.Xiashi)).DueAt);
        review = Done(review, new RecordFinding { Finding = new ReviewFinding("type-a", "bay", null, "No railing.", []) }, Signers[3]);
        review = Done(review, new ForeseeHarm { Harm = Harm }, Signers[1]);
        review = Done(review, new RecordFinding { Finding = new ReviewFinding(null, null, "11-1-101", "A hole in the wall.", []) }, Signers[4]);
        review = Done(review, new LeaveItem { Item = new OpenItem("railing", "Put up railings.", ReviewParty.Manager, new DateOnly(2026, 9, 30)) });
        Assert.Equal(RefusalCode.SignatureMissing, Refused(review, new FinishReview()));
        review = AllSign(review);

        var finished = Decided(review, new FinishReview(), Captain);
        var watch = Assert.IsType<ReviewFinished>(finished.Events[^1].Event).Watch;
        Assert.Equal(
            [("r1-1", "bay", null, "DEC-03"), ("r1-2", null, "11-1-101", "")],
            watch.Select(point => (point.Id, point.SpotId, point.Unit, string.Join(',', point.Types))));
        var after = (JointReview)finished.Dossier;
        Assert.Equal((ReviewState.Finished, true), (after.State, after.IsOpen()));
        Assert.Equal(JointReview.ClockOf("railing"), Assert.Single(DossierClocks.Deadlines(after.Clocks, Sample.Xiashi)).Clock);
        var closed = Done(after, new CloseItem { ItemId = "railing" }, Signers[4]);
        Assert.False(closed.IsOpen());
        Assert.Empty(DossierClocks.Deadlines(closed.Clocks, Sample.Xiashi));
    }

    [Fact]
    public void Each_party_signs_once_and_for_itself_in_any_order() => Gen.Shuffle(Signers).Sample(order =>
    {
        var review = Done(new JointReview(), Open);
        foreach (var signer in order)
        {
            var own = ReviewParties.Of(signer, "beiguan-02", Sample.Territory)!.Value;
            foreach (var party in Enum.GetValues<ReviewParty>().Where(party => party != own))
            {
                Assert.Equal(RefusalCode.WrongParty, Refused(review, new SignReview { Party = party }, signer));
            }

            review = Done(review, new SignReview { Party = own }, signer);
            Assert.Equal(RefusalCode.SignedAlready, Refused(review, new SignReview { Party = own }, signer));
        }

        Assert.Equal(ReviewState.Finished, Done(review, new FinishReview()).State);
    });

    [Fact]
    public void Whatever_is_added_after_a_signature_has_to_be_signed_as_well()
    {
        var review = AllSign(Done(new JointReview(), Open));
        review = Done(review, new ForeseeHarm { Harm = Harm });
        Assert.Equal(RefusalCode.SignatureMissing, Refused(review, new FinishReview()));
        Assert.Contains("sign-review", ReviewDecider.May(review, Signers[0], Sample.Territory));
        Assert.DoesNotContain("finish-review", ReviewDecider.May(review, Captain, Sample.Territory));
        Assert.Contains("finish-review", ReviewDecider.May(AllSign(review), Captain, Sample.Territory));
    }

    [Theory]
    [InlineData("no agenda", RefusalCode.InvalidValue)]
    [InlineData("an estate that is not there", RefusalCode.UnknownPlace)]
    [InlineData("a hand-over in the past", RefusalCode.InThePast)]
    [InlineData("an officer opens", RefusalCode.RoleNotAllowed)]
    [InlineData("another community opens", RefusalCode.OutsideArea)]
    [InlineData("another manager writes", RefusalCode.RoleNotAllowed)]
    [InlineData("a plan that is not there", RefusalCode.UnknownFloorPlan)]
    [InlineData("a spot that is not there", RefusalCode.UnknownSpot)]
    [InlineData("a type that is not there", RefusalCode.UnknownType)]
    [InlineData("a flat of another estate", RefusalCode.UnknownPlace)]
    [InlineData("a photo that is not theirs", RefusalCode.UnknownEvidence)]
    [InlineData("an item due yesterday", RefusalCode.InThePast)]
    [InlineData("an item of another party closed", RefusalCode.WrongParty)]
    public void What_makes_no_sense_or_is_not_theirs_is_refused(string fault, RefusalCode code)
    {
        var open = Done(Done(new JointReview(), Open), new LeaveItem { Item = new OpenItem("paint", "Paint it.", ReviewParty.Manager, new DateOnly(2026, 9, 30)) });
        (JointReview review, DossierCommand command, Actor by) = fault switch
        {
            "no agenda" => (new JointReview(), (DossierCommand)(Open with { Agenda = [] }), Captain),
            "an estate that is not there" => (new JointReview(), Open with { EstateId = "nowhere" }, Captain),
            "a hand-over in the past" => (new JointReview(), Open with { HandOverOn = new DateOnly(2026, 9, 7) }, Captain),
            "an officer opens" => (new JointReview(), Open, Signers[0]),
            "another community opens" => (new JointReview(), Open, new Actor("community-xishan", Role.CommunityStaff, Scope.Community("xishan"))),
            "another manager writes" => (open, new ForeseeHarm { Harm = Harm }, new Actor("manager-huayu", Role.PropertyManager, Scope.Grid("xishan-03"))),
            "a plan that is not there" => (open, new ForeseeHarm { Harm = Harm with { PlanId = "type-z" } }, Captain),
            "a spot that is not there" => (open, new ForeseeHarm { Harm = Harm with { SpotId = "roof" } }, Captain),
            "a type that is not there" => (open, new ForeseeHarm { Harm = Harm with { Type = "DEC-99" } }, Captain),
            "a flat of another estate" => (open, new RecordFinding { Finding = new ReviewFinding(null, null, "7-2-2001", "A hole.", []) }, Captain),
            "a photo that is not theirs" => (open, new RecordFinding { Finding = new ReviewFinding(null, null, null, "A hole.", [new string('b', 64)]) }, Captain),
            "an item due yesterday" => (open, new LeaveItem { Item = new OpenItem("late", "Too late.", ReviewParty.Street, new DateOnly(2026, 9, 6)) }, Captain),
            _ => (open, new CloseItem { ItemId = "paint" }, Signers[0]),
        };
        Assert.Equal(code, Refused(review, command, by));
    }

    [Fact]
    public void A_hand_over_that_comes_before_the_last_signature_is_told_to_the_community()
    {
        var review = Done(new JointReview(), Open);
        var late = (JointReview)DossierFiring.Fire(review, Now.AddDays(13), Sample.Xiashi, (_, _) => { }).Dossier;
        Assert.Equal("community:beiguan", Assert.Single(late.Waiting()).Receiver);
        Assert.Equal(ReviewState.Finished, Done(AllSign(late), new FinishReview()).State);
        var off = Done(late, new CallOffReview { Reason = "Another estate." });
        Assert.Equal((false, 0), (off.IsOpen(), DossierClocks.Deadlines(off.Clocks, Sample.Xiashi).Count));
    }

    [Fact]
    public void A_forecast_has_come_true_when_a_case_of_its_type_arose_since_in_a_flat_of_its_plan()
    {
        var review = Done(Done(new JointReview(), Open), new ForeseeHarm { Harm = Harm });
        var units = new Dictionary<string, ImmutableArray<string>> { ["type-a"] = ["11-1-101"] };
        var outcomes = ReviewResults.Outcomes(review, units,
        [
            new CaseAtFlat("true", "DEC-03", "11-1-101", Now.AddDays(30)), new CaseAtFlat("before", "DEC-03", "11-1-101", Now.AddDays(-1)),
            new CaseAtFlat("elsewhere", "DEC-03", "12-1-101", Now.AddDays(30)), new CaseAtFlat("other", "GRN-01", "11-1-101", Now.AddDays(30)),
        ]);
        Assert.Equal(["true"], Assert.Single(outcomes.Items).CaseIds);
        Assert.Equal(2, outcomes.Unforeseen);
    }

    [Fact]
    public void What_its_events_make_is_what_is_stored()
    {
        var review = new JointReview();
        List<EventRecord> records = [];
        foreach (var command in (DossierCommand[])
                 [
                     Open, new RecordFinding { Finding = new ReviewFinding("type-a", "bay", null, "No railing.", []) }, new ForeseeHarm { Harm = Harm },
                     new LeaveItem { Item = new OpenItem("paint", "Paint it.", ReviewParty.Enforcement, new DateOnly(2026, 9, 30)) },
                     new SignReview { Party = ReviewParty.Enforcement }, new CloseItem { ItemId = "paint" }, new CallOffReview { Reason = "Another day." },
                 ])
        {
            var decision = Decided(review, command, Captain);
            records.AddRange(decision.Events.Select(JointReview.Kind.Record));
            review = (JointReview)decision.Dossier;
        }

        var snapshot = JointReview.Kind.Snapshot(review);
        Assert.Equal(snapshot, JointReview.Kind.Snapshot(JointReview.Kind.Replay(records)));
        Assert.Equal(snapshot, JointReview.Kind.Snapshot(JointReview.Kind.Read(snapshot)));
    }

    private static JointReview AllSign(JointReview review) => Signers.Aggregate(
        review, (before, signer) => Done(before, new SignReview { Party = ReviewParties.Of(signer, "beiguan-02", Sample.Territory)!.Value }, signer));

    private static JointReview Done(JointReview review, DossierCommand command, Actor? by = null) => (JointReview)Decided(review, command, by ?? Captain).Dossier;

    private static DossierDecision Decided(JointReview review, DossierCommand command, Actor by) => Assert.IsType<DossierDecision>(Decide(review, command, by));

    private static RefusalCode Refused(JointReview review, DossierCommand command, Actor? by = null) =>
        Assert.IsType<Refused>(Decide(review, command, by ?? Captain)).Refusal.Code;

    private static Verdict Decide(JointReview review, DossierCommand command, Actor by)
    {
        var at = review.LastEventAt > Now ? review.LastEventAt : Now;
        var spot = new ProneSpot { Id = "bay", X = 0.5, Y = 0.5, Kind = SpotKind.BayWindow, Ruling = RulingKind.Forbidden, Sentence = Text.Same("It stays.") };
        var plan = new FloorPlan { Id = "type-a", Name = Text.Same("A"), Image = new EvidencePiece(new string('a', 64), "image/jpeg", 1, 1, 1), Spots = [spot] };
        var view = new FloorPlanView { Id = plan.Id, Name = plan.Name, Image = plan.Image, Units = ["11-1-101"], Spots = plan.Spots, Draft = Guidance.Draft(plan), Changed = true };
        return ReviewDecider.Decide(
            review, "r1", new DossierAct { Command = command, By = by, Key = "k", BodyHash = "", ReceivedAt = at }, at,
            new ReviewSurroundings(Sample.Territory, Sample.Xiashi, [view], ImmutableDictionary<string, EvidencePiece>.Empty));
    }
}
