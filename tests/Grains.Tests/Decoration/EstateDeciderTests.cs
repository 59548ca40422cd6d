using System.Collections.Immutable;
using CsCheck;
using Dispatch.Contracts;
using Dispatch.Contracts.Decoration;
using Dispatch.Grains.Cases;
using Dispatch.Grains.Decoration.Dossiers;
using Dispatch.Grains.Decoration.Estates;
using Dispatch.Grains.Storage;
using Dispatch.TestKit;

namespace Dispatch.Grains.Tests.Decoration;

public sealed class EstateDeciderTests
{
    private static readonly DateTimeOffset Now = new(2026, 9, 7, 2, 0, 0, TimeSpan.Zero);
    private static readonly Actor Captain = new("captain", Role.Captain, Scope.Street("xiashi"));
    private static readonly Actor Manager = new("manager-huayu", Role.PropertyManager, Scope.Grid("xishan-03"));
    private static readonly EvidencePiece Photo = new(new string('a', 64), "image/jpeg", 1_000, 800, 600);
    private static readonly Text Sentence = new("飘窗是承重结构，不得拆除。", "The bay window carries load and stays.");

    private static readonly DrawFloorPlan Draw = new() { PlanId = "type-a", Name = new Text("A户型", "Type A"), EvidenceId = Photo.Id, Units = ["7-2-2001"] };
    private static readonly ProneSpot Spot = new() { Id = "bay", X = 0.5, Y = 0.5, Kind = SpotKind.BayWindow, Ruling = RulingKind.Forbidden, Sentence = Sentence };

    [Fact]
    public void Guidance_is_drafted_from_the_rulings_and_published_once_for_each_change()
    {
        var estate = Done(new EstateDossier(), Draw);
        estate = Done(estate, new MarkSpot { PlanId = "type-a", Spot = Spot with { Id = "roof", Kind = SpotKind.Roof, Ruling = RulingKind.Allowed } });
        estate = Done(estate, new MarkSpot { PlanId = "type-a", Spot = Spot }, Manager);
        var published = Done(estate, new PublishGuidance { PlanId = "type-a" }).Plans[0].Published!;

        Assert.Equal((1, Now), (published.Version, published.At));
        Assert.Equal([(2, "bay"), (1, "roof")], published.Lines.Select(line => (line.Number, line.Spot.Id)));
        var again = Done(estate, new PublishGuidance { PlanId = "type-a" });
        Assert.Equal(RefusalCode.NothingToPublish, Refused(again, new PublishGuidance { PlanId = "type-a" }));
        again = Done(again, new DraftGuidance { PlanId = "type-a", Words = Sentence }, Manager);
        Assert.Equal(2, Done(again, new PublishGuidance { PlanId = "type-a" }).Plans[0].Published!.Version);
        Assert.Equal(RefusalCode.RoleNotAllowed, Refused(again, new PublishGuidance { PlanId = "type-a" }, Manager));
    }

    [Fact]
    public void A_spot_is_taken_exactly_when_it_lies_on_its_plan()
    {
        var estate = Done(new EstateDossier(), Draw);
        Gen.Select(Gen.Double[-1, 2], Gen.Double[-1, 2]).Sample((x, y) =>
        {
            var verdict = Decide(estate, new MarkSpot { PlanId = "type-a", Spot = Spot with { X = x, Y = y } }, Captain);
            return verdict is DossierDecision == (x is >= 0 and <= 1 && y is >= 0 and <= 1)
                && verdict is DossierDecision or Refused { Refusal.Code: RefusalCode.SpotOutsidePlan };
        });
        Assert.Equal(RefusalCode.SpotOutsidePlan, Refused(estate, new MarkSpot { PlanId = "type-a", Spot = Spot with { X = double.NaN } }));
        Assert.IsType<DossierDecision>(Decide(estate, new MarkSpot { PlanId = "type-a", Spot = Spot with { X = 1, Y = 0 } }, Captain));
    }

    [Theory]
    [InlineData("a plan that is no picture of the giver's", RefusalCode.UnknownEvidence)]
    [InlineData("a flat of another estate", RefusalCode.UnknownPlace)]
    [InlineData("a flat of another plan", RefusalCode.FlatHasFloorPlan)]
    [InlineData("an id with a blank", RefusalCode.InvalidValue)]
    [InlineData("a name in one language", RefusalCode.InvalidText)]
    [InlineData("another estate's manager", RefusalCode.OutsideArea)]
    [InlineData("a citizen", RefusalCode.RoleNotAllowed)]
    [InlineData("a spot of no plan", RefusalCode.UnknownFloorPlan)]
    [InlineData("a spot that is not there", RefusalCode.UnknownSpot)]
    [InlineData("guidance about nothing", RefusalCode.NothingToPublish)]
    [InlineData("watch points by a person", RefusalCode.RoleNotAllowed)]
    [InlineData("a hand-over in the past", RefusalCode.InThePast)]
    [InlineData("an agreement that has lapsed", RefusalCode.InvalidValue)]
    [InlineData("an agreement with oneself", RefusalCode.InvalidValue)]
    public void What_makes_no_sense_or_is_not_theirs_is_refused(string fault, RefusalCode code)
    {
        var estate = Done(new EstateDossier(), Draw);
        (DossierCommand command, Actor by) = fault switch
        {
            "a plan that is no picture of the giver's" => (Draw with { PlanId = "type-b", Units = [], EvidenceId = "no-picture" }, Captain),
            "a flat of another estate" => (Draw with { Units = ["11-1-101"] }, Captain),
            "a flat of another plan" => (Draw with { PlanId = "type-b" }, Captain),
            "an id with a blank" => (Draw with { PlanId = "type b" }, Captain),
            "a name in one language" => (Draw with { Name = new Text("A户型", " ") }, Captain),
            "another estate's manager" => (Draw, Manager with { Area = Scope.Grid("beiguan-02") }),
            "a citizen" => (Draw, new Actor("citizen", Role.Citizen, Scope.Street("xiashi"))),
            "a spot of no plan" => (new MarkSpot { PlanId = "type-z", Spot = Spot }, Captain),
            "a spot that is not there" => (new RemoveSpot { PlanId = "type-a", SpotId = "bay" }, Captain),
            "guidance about nothing" => (new PublishGuidance { PlanId = "type-a" }, Captain),
            "watch points by a person" => (new KeepWatch { ReviewId = "r1", Points = [] }, Captain),
            "a hand-over in the past" => (new PlanHandOver { On = new DateOnly(2026, 9, 7) }, Captain),
            "an agreement that has lapsed" => (Agreement(new DateOnly(2026, 9, 6)), Captain),
            _ => ((DossierCommand)new RecordAgreement { Agreement = Agreement(new DateOnly(2027, 1, 1)).Agreement with { Parties = ["Developer"] } }, Captain),
        };
        Assert.Equal(code, Refused(estate, command, by));
    }

    [Fact]
    public void An_agreement_is_told_of_thirty_days_before_its_end_until_another_follows_it()
    {
        var estate = Done(new EstateDossier(), Agreement(new DateOnly(2026, 12, 31)));
        var due = Assert.Single(DossierClocks.Deadlines(estate.Clocks, Sample.Xiashi)).DueAt;
        Assert.Equal(new DateTimeOffset(2026, 12, 1, 15, 59, 59, 999, TimeSpan.Zero), due);

        var late = (EstateDossier)DossierFiring.Fire(estate, due.AddMilliseconds(1), Sample.Xiashi, (_, _) => { }).Dossier;
        Assert.Equal("community:xishan", Assert.Single(late.Waiting()).Receiver);
        Assert.Empty(Done(late, Agreement(new DateOnly(2028, 12, 31)), at: due.AddDays(1)).Waiting());
    }

    [Fact]
    public void A_hand_over_without_a_finished_review_is_told_of_until_one_is_finished()
    {
        var estate = Done(new EstateDossier(), new PlanHandOver { On = new DateOnly(2026, 9, 20) });
        Assert.Empty(((DossierDecision)Decide(estate, new PlanHandOver { On = new DateOnly(2026, 9, 20) }, Captain)).Events);
        var late = (EstateDossier)DossierFiring.Fire(estate, Now.AddDays(13), Sample.Xiashi, (_, _) => { }).Dossier;
        Assert.Single(late.Waiting());

        var watched = Done(late, new KeepWatch { ReviewId = "r1", Points = [new WatchPoint { Id = "r1-1", Why = "Bay windows." }] }, Actor.Machine, Now.AddDays(14));
        Assert.Empty(watched.Waiting());
        Assert.Empty(((DossierDecision)Decide(watched, new KeepWatch { ReviewId = "r1", Points = [] }, Actor.Machine)).Events);
    }

    [Theory]
    [InlineData("7-2-2001", "DEC-03", "plan")]
    [InlineData("7-2-2001", "GRN-01", null)]
    [InlineData("7-1-101", "DEC-03", null)]
    [InlineData("7-1-101", "FIRE-01", "flat")]
    [InlineData(null, "DEC-03", null)]
    [InlineData(null, "ILL-01", "estate")]
    public void A_report_falls_on_a_watch_point_of_its_flat_and_type(string? unit, string type, string? expected)
    {
        var estate = Done(Done(new EstateDossier(), Draw), new KeepWatch
        {
            ReviewId = "r1",
            Points =
            [
                new WatchPoint { Id = "plan", PlanId = "type-a", Types = ["DEC-03"], Why = "Bay windows." },
                new WatchPoint { Id = "flat", Unit = "7-1-101", Types = ["FIRE-01"], Why = "A walled-up exit." },
                new WatchPoint { Id = "estate", Types = ["ILL-01"], Why = "Roofs." },
            ],
        }, Actor.Machine);
        Assert.Equal(expected, WatchPoints.Falling(estate, unit, type)?.Id);
    }

    [Fact]
    public void A_link_names_its_plan_and_nobody_makes_one_up()
    {
        var secret = Enumerable.Range(0, 32).Select(n => (byte)n).ToArray();
        var link = Guidance.Link(secret, "huayu-qiantang", "type-a");
        Assert.Equal(("huayu-qiantang", "type-a"), Guidance.Read(secret, link));
        Assert.Null(Guidance.Read(secret, link.Replace("type-a", "type-b", StringComparison.Ordinal)));
        Assert.Null(Guidance.Read(secret, link[..^1] + (link[^1] == 'A' ? 'B' : 'A')));
        Assert.Null(Guidance.Read(secret, "huayu-qiantang.type-a"));
        Assert.Null(Guidance.Read([.. secret.Reverse()], link));
    }

    [Fact]
    public void What_its_events_make_is_what_is_stored()
    {
        var estate = new EstateDossier();
        List<EventRecord> records = [];
        foreach (var (command, by) in (IEnumerable<(DossierCommand, Actor)>)
                 [
                     (Draw, Captain), (new MarkSpot { PlanId = "type-a", Spot = Spot with { EvidenceId = Photo.Id } }, Captain),
                     (new PublishGuidance { PlanId = "type-a" }, Captain), (Agreement(new DateOnly(2027, 1, 1)), Captain),
                     (new NameResponsible { Party = new ResponsibleParty { Id = "manager", Kind = PartyKind.PropertyManager, Name = "Huayu", Duties = Sentence, Since = new DateOnly(2025, 1, 1) } }, Captain),
                     (new PlanHandOver { On = new DateOnly(2026, 10, 1) }, Captain), (new KeepWatch { ReviewId = "r1", Points = [new WatchPoint { Id = "r1-1", Why = "Roofs." }] }, Actor.Machine),
                     (new EndWatch { WatchId = "r1-1", Reason = "Built over." }, Captain), (new ReleaseResponsible { PartyId = "manager" }, Captain),
                 ])
        {
            var decision = Assert.IsType<DossierDecision>(Decide(estate, command, by));
            records.AddRange(decision.Events.Select(EstateDossier.Kind.Record));
            estate = (EstateDossier)decision.Dossier;
        }

        var snapshot = EstateDossier.Kind.Snapshot(estate);
        Assert.Equal(snapshot, EstateDossier.Kind.Snapshot(EstateDossier.Kind.Replay(records)));
        Assert.Equal(snapshot, EstateDossier.Kind.Snapshot(EstateDossier.Kind.Read(snapshot)));
    }

    private static RecordAgreement Agreement(DateOnly until) => new()
    {
        Agreement = new ServiceAgreement { Parties = ["Developer", "Manager"], Covers = "Cleaning, guarding, decoration.", From = new DateOnly(2025, 1, 1), Until = until, EvidenceIds = [Photo.Id] },
    };

    private static EstateDossier Done(EstateDossier estate, DossierCommand command, Actor? by = null, DateTimeOffset? at = null) =>
        (EstateDossier)Assert.IsType<DossierDecision>(Decide(estate, command, by ?? Captain, at)).Dossier;

    private static RefusalCode Refused(EstateDossier estate, DossierCommand command, Actor? by = null) =>
        Assert.IsType<Refused>(Decide(estate, command, by ?? Captain)).Refusal.Code;

    private static Verdict Decide(EstateDossier estate, DossierCommand command, Actor by, DateTimeOffset? at = null) => EstateDecider.Decide(
        estate, new DossierAct { Command = command, By = by, Key = "k", BodyHash = "", ReceivedAt = at ?? Now }, at ?? Now,
        new EstateSurroundings(Sample.Territory.FindEstate("huayu-qiantang")!, Sample.Territory, Sample.Xiashi, ImmutableDictionary<string, EvidencePiece>.Empty.Add(Photo.Id, Photo)));
}
