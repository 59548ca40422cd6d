using System.Collections.Immutable;
using Dispatch.Contracts;
using Dispatch.Contracts.Decoration;
using Dispatch.Grains.Cases;
using Dispatch.Grains.Decoration.Dossiers;
using Dispatch.Grains.Decoration.Estates;
using Dispatch.Grains.Decoration.Filings;
using Dispatch.Grains.Decoration.Mediations;
using Dispatch.Grains.Decoration.Pilots;
using Dispatch.Grains.Decoration.Reviews;
using Dispatch.Grains.Storage;
using Dispatch.TestKit;

namespace Dispatch.Grains.Tests.Decoration.Committee;

/// <summary>
/// September 2026 in Xiashi, played through the real deciders: two estates, eight reports, two filings' inspections, three mediations, a
/// review and a pilot project. What it leaves are stored events, of which a report and a test each make what they want.
/// </summary>
internal sealed class SmallMonth
{
    private const string Bay = "bay";

    private static readonly Actor Captain = PilotDeciderTests.Captain;
    private static readonly Actor Community = new("community-beiguan", Role.CommunityStaff, Scope.Community("beiguan"));
    private static readonly EvidencePiece Photo = new(new string('a', 64), "image/jpeg", 1_000, 800, 600);
    private static readonly Text Sentence = Text.Same("It stays.");

    private readonly List<StoredHistory> _histories = [];

    /// <summary>Early in October: the month is over.</summary>
    public static DateTimeOffset AsOf { get; } = At("2026-10-05 09:00");

    /// <summary>Every owner with its events.</summary>
    public IReadOnlyList<StoredHistory> Histories => _histories;

    public SmallMonth()
    {
        Cases();
        Estates();
        Filings();
        Mediations();
        Pilots();
    }

    public static DateTimeOffset At(string local) => new CaseWorld(Sample.Xiashi).At(local);

    private void Cases()
    {
        Case("july", new CaseWorld(Sample.Xiashi).Report("2026-07-15 09:00", Role.GridWorker, "DEC-03").Do("2026-07-15 09:10", Role.GridWorker, new Settle())
            .Do("2026-07-15 10:00", Role.CommunityStaff, new Check(true)), "kipeili-2", "11-1-101");
        var settled = new CaseWorld(Sample.Xiashi).Report("2026-09-07 09:00", Role.PropertyManager, "DEC-03").Do("2026-09-07 09:10", Role.GridWorker, new VerifyReport(true));
        Case("again", settled, "kipeili-2", "11-1-101", new MilestoneRecorded("manager-stopped"));
        Case("late", new CaseWorld(Sample.Xiashi).Report("2026-09-08 09:00", Role.GridWorker, "DEC-03").PassUntil("2026-09-25 09:00"), "kipeili-2", "11-1-602");
        Case("green", new CaseWorld(Sample.Xiashi).Report("2026-09-09 09:00", Role.GridWorker, "GRN-01").Do("2026-09-09 09:05", Role.GridWorker, new Settle())
            .Do("2026-09-09 10:00", Role.CommunityStaff, new Check(true)), "huayu-qiantang", "7-2-2001");
        Case("none", new CaseWorld(Sample.Xiashi).Report("2026-09-10 09:00", Role.PropertyManager, "ILL-02").Do("2026-09-10 09:20", Role.Dispatcher, new Reject("Seen: nothing.")), "kipeili-2", "11-1-101");
        Case("fire", new CaseWorld(Sample.Xiashi).Report("2026-09-11 09:00", Role.GridWorker, "FIRE-01").Do("2026-09-11 09:05", Role.GridWorker, new Settle()), null, null);
        Case("october", new CaseWorld(Sample.Xiashi).Report("2026-10-02 09:00", Role.GridWorker, "DEC-03"), "kipeili-2", "12-1-201");
        Case("unseen", new CaseWorld(Sample.Xiashi).Report("2026-09-30 20:00", Role.PropertyManager, "DEC-03"), "kipeili-2", "12-1-201");
        Case("drill", new CaseWorld(Sample.Xiashi).Report("2026-09-14 09:00", Role.Captain, "DEC-01", drill: true), "kipeili-2", "12-1-201");
    }

    private void Estates()
    {
        Dossier(EstateDossier.Kind, "kipeili-2",
            Estate("kipeili-2", new DrawFloorPlan { PlanId = "type-a", Name = Sentence, EvidenceId = Photo.Id, Units = ["11-1-101", "11-1-602"] }),
            Estate("kipeili-2", new MarkSpot { PlanId = "type-a", Spot = new ProneSpot { Id = Bay, X = 0.5, Y = 0.5, Kind = SpotKind.BayWindow, Ruling = RulingKind.Forbidden, Sentence = Sentence } }),
            Estate("kipeili-2", Named("硖北里物业")),
            Estate("kipeili-2", new PlanHandOver { On = new DateOnly(2026, 9, 20) }));
        Dossier(EstateDossier.Kind, "huayu-qiantang",
            Estate("huayu-qiantang", Named("华宇物业")),
            Estate("huayu-qiantang", new PlanHandOver { On = new DateOnly(2026, 9, 15) }));

        List<Func<Dossier, DossierDecision>> review =
        [
            Review(new OpenReview { EstateId = "kipeili-2", HandOverOn = new DateOnly(2026, 9, 20), Agenda = ["Bay windows"] }, Captain),
            Review(new ForeseeHarm { Harm = new ForeseenHarm("type-a", Bay, "DEC-03", "Owners nearby took theirs out.") }, Captain),
            .. Enum.GetValues<ReviewParty>().Select(party => Review(new SignReview { Party = party }, Signer(party))),
            Review(new FinishReview(), Captain),
        ];
        Dossier(JointReview.Kind, "r1", [.. review]);
    }

    private void Filings()
    {
        var now = FilingDeciderTests.Now;
        var due = FilingDeciderTests.Done(new UnitFilings(), FilingDeciderTests.Good, FilingDeciderTests.Owner, now).Filings[0].Inspections;
        Dossier(UnitFilings.Kind, FilingDeciderTests.Id,
            Filing(_ => FilingDeciderTests.Good, FilingDeciderTests.Owner, now),
            Filing(flat => FilingDeciderTests.Passed(flat, WorkStage.Start), FilingDeciderTests.Worker, due[0].DueAt.AddHours(-1)),
            flat => DossierFiring.Fire((UnitFilings)flat, due[1].DueAt.AddMilliseconds(1), Sample.Xiashi, (step, mark) => FilingInspections.Missed(step, mark, Sample.Xiashi)),
            Filing(flat => FilingDeciderTests.Passed(flat, WorkStage.WetWorks), FilingDeciderTests.Worker, due[1].DueAt.AddHours(3)));
    }

    private void Mediations()
    {
        Dossier(Mediation.Kind, "m1",
            Mediate(new OpenMediation { CommunityId = "beiguan", Matter = "Noise at noon.", Parties = ["11-1-101", "11-1-602"] }, "2026-08-28 09:00"),
            Mediate(new HoldMediation { Mediator = "Aunt Li", Said = "Both were heard.", Agreement = "Not at noon." }, "2026-09-02 09:00"),
            Mediate(new FollowUpMediation { Kept = true, Said = "Quiet." }, "2026-09-08 09:00"));
        Dossier(Mediation.Kind, "m2", Mediate(new OpenMediation { CommunityId = "beiguan", Matter = "Water.", Parties = ["a", "b"] }, "2026-09-09 09:00"));
        Dossier(Mediation.Kind, "m3", Mediate(new OpenMediation { CommunityId = "beiguan", Matter = "Dust.", Parties = ["a", "b"] }, "2026-10-06 09:00"));
    }

    private void Pilots() => Dossier(Pilot.Kind, "p1",
        Pilots(PilotDeciderTests.Good, "2026-06-01 09:00", Captain),
        Pilots(PilotDeciderTests.Results, "2026-08-01 09:00", Captain),
        Pilots(PilotDeciderTests.Sharing, "2026-09-01 09:00", Captain),
        Pilots(PilotDeciderTests.Adopting, "2026-09-03 09:00", PilotDeciderTests.Xishan));

    private void Case(string id, CaseWorld world, string? estate, string? unit, params CaseEvent[] further)
    {
        var reported = (Reported)world.Events[0].Event;
        var placed = reported with { CaseId = id, Place = reported.Place with { Estate = estate, Unit = unit } };
        var last = world.Events[^1];
        _histories.Add(new StoredHistory(Scope.Case(id).ToString(),
            [.. world.Events.Skip(1).Prepend(world.Events[0] with { Event = placed }).Concat(further.Select(one => last with { Event = one })).Select(CaseJson.Record)]));
    }

    private void Dossier(DossierKind kind, string id, params Func<Dossier, DossierDecision>[] decisions)
    {
        var (dossier, records) = (kind.None, new List<EventRecord>());
        foreach (var decision in decisions.Select(decide => decide(dossier)))
        {
            records.AddRange(decision.Events.Select(kind.Record));
            dossier = decision.Dossier;
        }

        _histories.Add(new StoredHistory($"{kind.Name}:{id}", records));
    }

    private static Func<Dossier, DossierDecision> Estate(string id, DossierCommand command) => dossier => Done(EstateDecider.Decide(
        (EstateDossier)dossier, Act(command, Captain), At("2026-09-01 09:00"),
        new EstateSurroundings(Sample.Territory.FindEstate(id)!, Sample.Territory, Sample.Xiashi, ImmutableDictionary<string, EvidencePiece>.Empty.Add(Photo.Id, Photo))));

    private static NameResponsible Named(string firm) =>
        new() { Party = new ResponsibleParty { Id = "manager", Kind = PartyKind.PropertyManager, Name = firm, Duties = Sentence, Since = new DateOnly(2026, 1, 1) } };

    private static Func<Dossier, DossierDecision> Review(DossierCommand command, Actor by) => dossier =>
    {
        var spot = new ProneSpot { Id = Bay, X = 0.5, Y = 0.5, Kind = SpotKind.BayWindow, Ruling = RulingKind.Forbidden, Sentence = Sentence };
        var plan = new FloorPlan { Id = "type-a", Name = Sentence, Image = Photo, Spots = [spot] };
        var view = new FloorPlanView { Id = plan.Id, Name = plan.Name, Image = plan.Image, Units = ["11-1-101"], Spots = plan.Spots, Draft = Guidance.Draft(plan), Changed = true };
        return Done(ReviewDecider.Decide((JointReview)dossier, "r1", Act(command, by), At("2026-09-10 09:00"),
            new ReviewSurroundings(Sample.Territory, Sample.Xiashi, [view], ImmutableDictionary<string, EvidencePiece>.Empty)));
    };

    private static Actor Signer(ReviewParty party) => party switch
    {
        ReviewParty.Enforcement => new Actor("officer-1", Role.Officer, Scope.Street("xiashi")),
        ReviewParty.Housing => new Actor("department-housing", Role.DepartmentStaff, Scope.Department("housing")),
        ReviewParty.Street => new Actor("dispatcher-1", Role.Dispatcher, Scope.Street("xiashi")),
        ReviewParty.Community => Community,
        _ => new Actor("manager-kipeili", Role.PropertyManager, Scope.Grid("beiguan-02")),
    };

    private static Func<Dossier, DossierDecision> Filing(Func<UnitFilings, DossierCommand> command, Actor by, DateTimeOffset at) => dossier =>
        Done(FilingDecider.Decide((UnitFilings)dossier, FilingDeciderTests.Id, Act(command((UnitFilings)dossier), by), at, FilingDeciderTests.Known));

    private static Func<Dossier, DossierDecision> Mediate(DossierCommand command, string at) => dossier =>
        Done(MediationDecider.Decide((Mediation)dossier, "m", Act(command, Community), At(at), Sample.Xiashi, Sample.Territory));

    private static Func<Dossier, DossierDecision> Pilots(DossierCommand command, string at, Actor by) => dossier =>
        Done(PilotDecider.Decide((Pilot)dossier, "p1", Act(command, by), At(at), Sample.Xiashi, Sample.Territory));

    private static DossierDecision Done(Verdict verdict) => Assert.IsType<DossierDecision>(verdict);

    private static DossierAct Act(DossierCommand command, Actor by) => new() { Command = command, By = by, Key = "k", BodyHash = "", ReceivedAt = AsOf };
}

/// <summary>An owner with its stored events.</summary>
internal sealed record StoredHistory(string OwnerId, IReadOnlyList<EventRecord> Events);
