using System.Globalization;
using System.Security.Cryptography;
using Dispatch.Contracts;
using Dispatch.Contracts.Decoration;
using Dispatch.Simulator;

namespace Dispatch.Scenarios.Decoration;

/// <summary>
/// What the people of one estate do in a year, a day at a time and from a seed: the joint review before its hand-over, filings and
/// their inspections, violations and what is done about them, disputes and their mediation, and what they do together. Most of it in
/// time; some of it late, badly or not at all.
/// </summary>
internal sealed partial class EstateYear(SteppedCity city, DateTimeOffset start, ulong seed)
{
    private const int HandOverDay = 20;
    private static readonly TimeSpan Zone = TimeSpan.FromHours(8);
    private static readonly Actor Citizen = new("owner", Role.Citizen, null);
    private static readonly Actor Community = new("community-beiguan", Role.CommunityStaff, Scope.Community("beiguan"));
    private static readonly Actor Grid = new("grid-beiguan-02", Role.GridWorker, Scope.Grid("beiguan-02"));
    private static readonly Actor Manager = new("manager-kipeili", Role.PropertyManager, Scope.Grid("beiguan-02"));
    private static readonly Actor Captain = new("captain", Role.Captain, Scope.Street("xiashi"));
    private static readonly Actor Officer = new("officer-1", Role.Officer, Scope.Street("xiashi"));
    private static readonly Actor Dispatcher = new("dispatcher-1", Role.Dispatcher, Scope.Street("xiashi"));
    private static readonly Actor Housing = new("department-housing", Role.DepartmentStaff, Scope.Department("housing"));

    /// <summary>What owners file, each with the office that must approve it.</summary>
    private static readonly (string[] Works, string? Office)[] Scopes =
    [
        (["finishes"], null), (["rewire", "finishes"], null), (["waterproofing", "finishes"], null), (["remove-partition", "rewire"], null),
        (["doors-windows-inside"], null), (["close-balcony", "finishes"], "property"), (["move-gas"], "gas"), (["add-load"], "housing"),
    ];

    private static readonly string[] Violations = ["DEC-01", "DEC-02", "DEC-03", "DEC-03", "DEC-03", "DEC-05", "DEC-06", "DEC-07", "GRN-01", "ILL-01"];

    private readonly Dice _dice = new(seed);
    private readonly List<(string Flat, int Number)> _open = [];
    private readonly List<string> _cases = [];
    private readonly HashSet<string> _ended = new(StringComparer.Ordinal);
    private readonly List<(string Id, int HeldOn)> _mediations = [];
    private readonly HashSet<Scope> _owners = [];
    private int _keys;

    /// <summary>Everything that anybody acted on.</summary>
    public IReadOnlyCollection<Scope> Owners => _owners;

    /// <summary>How many filings were taken.</summary>
    public int Filings { get; private set; }

    /// <summary>How many filings were refused, because the flat had one, or the works are forbidden.</summary>
    public int RefusedFilings { get; private set; }

    /// <summary>The violations' cases.</summary>
    public IReadOnlyList<string> Cases => _cases;

    /// <summary>How many disputes were mediated.</summary>
    public int Mediations => _mediations.Count;

    /// <summary>Lives a day, from morning to evening.</summary>
    /// <param name="day">Counted from 0.</param>
    /// <param name="cancellation">Stops it.</param>
    public async Task LiveAsync(int day, CancellationToken cancellation)
    {
        var morning = start.AddDays(day);
        await city.PassUntilAsync(morning, cancellation);
        await (day switch
        {
            0 => PrepareAsync(morning),
            HandOverDay - 2 => ReviewAsync(morning),
            _ => Task.CompletedTask,
        });
        if (day > HandOverDay)
        {
            await FileAsync(day, morning);
            await InspectAsync(morning);
            await ReportAsync(day, morning);
            await MediateAsync(day, morning);
            await TogetherAsync(day, morning);
        }

        foreach (var hour in (int[])[1, 4, 6])
        {
            var now = morning.AddHours(hour);
            await city.PassUntilAsync(now, cancellation);
            await HoldVisitAsync(now);
            await WorkAsync(now);
        }
    }

    /// <summary>Two floor-plan types with their spots, and the review that is opened for the hand-over.</summary>
    private async Task PrepareAsync(DateTimeOffset now)
    {
        var picture = await UploadAsync(Manager, now);
        foreach (var (plan, flats) in (IEnumerable<(string, IReadOnlyList<string>)>)
                 [("type-a", GrownEstate.FirstRooms), ("type-b", [.. GrownEstate.Flats.Except(GrownEstate.FirstRooms)])])
        {
            await EstateAsync(Manager, new DrawFloorPlan { PlanId = plan, Name = Text.Same(plan), EvidenceId = picture, Units = flats }, now);
            await EstateAsync(Manager, Spot(plan, "bay", SpotKind.BayWindow, RulingKind.Forbidden), now);
            await EstateAsync(Captain, Spot(plan, "balcony", SpotKind.EquipmentBalcony, RulingKind.NeedsApproval), now);
            await EstateAsync(Captain, new PublishGuidance { PlanId = plan }, now);
        }

        await EstateAsync(Community, new NameResponsible { Party = new ResponsibleParty { Id = "manager", Kind = PartyKind.PropertyManager, Name = "Kipeili Property", Duties = Text.Same("Stops and reports."), Since = Day(now) } }, now);
        await ReviewAsync(Community, new OpenReview { EstateId = GrownEstate.Id, HandOverOn = Day(start.AddDays(HandOverDay)), Agenda = ["Bay windows", "Equipment balconies"] }, now);
    }

    private async Task ReviewAsync(DateTimeOffset now)
    {
        await ReviewAsync(Officer, new RecordFinding { Finding = new ReviewFinding("type-a", "bay", null, "The sill is structure.", []) }, now);
        await ReviewAsync(Housing, new ForeseeHarm { Harm = new ForeseenHarm("type-a", "bay", "DEC-03", "Owners nearby took theirs out.") }, now);
        foreach (var (by, party) in (IEnumerable<(Actor, ReviewParty)>)
                 [(Officer, ReviewParty.Enforcement), (Housing, ReviewParty.Housing), (Dispatcher, ReviewParty.Street), (Community, ReviewParty.Community), (Manager, ReviewParty.Manager)])
        {
            await ReviewAsync(by, new SignReview { Party = party }, now);
        }

        await ReviewAsync(Captain, new FinishReview(), now);
    }

    /// <summary>One or two owners file, and now and then one who may not.</summary>
    private async Task FileAsync(int day, DateTimeOffset now)
    {
        for (var filed = 0; filed < (day % 5 == 0 ? 2 : 1); filed++)
        {
            var flat = _dice.Pick(GrownEstate.Flats);
            var (works, office) = _dice.Chance(0.05) ? (["remove-bay-window"], null) : _dice.Pick(Scopes);
            var from = Day(now).AddDays(1 + (int)(_dice.Share() * 5));
            var to = from.AddDays(5 + (int)(_dice.Share() * 40));
            var answer = await ActAsync(Filing(flat), Citizen, new FileWorks
            {
                Works = works,
                Contractor = "Honest Works",
                From = from,
                To = to,
                WetOn = works.Contains("waterproofing") ? from.AddDays(2) : null,
                Contact = "12345678901",
                GuidanceRead = "1",
            }, now);
            if (answer.Refusal is { } refusal)
            {
                Assert.Equal(works[0] == "remove-bay-window" ? RefusalCode.WorkForbidden : RefusalCode.FilingOverlaps, refusal.Code);
                RefusedFilings++;
                filed--;
                continue;
            }

            Filings++;
            var number = ((UnitFilingsView)answer.View!).Filings[^1].Number;
            _open.Add((flat, number));
            if (office is not null && _dice.Chance(0.9))
            {
                await MustAsync(Filing(flat), office == "housing" ? Housing : Community, new ApproveFiling { Number = number, Office = office, Permit = "Permit" }, now);
            }
        }
    }

    /// <summary>Neighbours are told and inspections made: mostly in time, sometimes a day late or with a fault, and a few filings are withdrawn.</summary>
    private async Task InspectAsync(DateTimeOffset now)
    {
        foreach (var (flat, number) in _open.ToList())
        {
            var view = (UnitFilingsView)(await Filing(flat).Look(now))!;
            var filing = view.Filings[number - 1];
            if (filing.State is not (FilingState.AwaitingApproval or FilingState.Standing))
            {
                _open.Remove((flat, number));
                continue;
            }

            if (filing.State == FilingState.AwaitingApproval)
            {
                await (filing.FiledAt < now.AddDays(-6)
                    ? MustAsync(Filing(flat), Community, new RefuseFiling { Number = number, Office = filing.Offices[0].Office, Reason = "No drawing." }, now)
                    : Task.CompletedTask);
                continue;
            }

            if (filing.NeighboursToldAt is null && _dice.Chance(0.9))
            {
                await MustAsync(Filing(flat), Manager, new TellNeighbours { Number = number, Said = "By note." }, now);
            }

            if (_dice.Chance(0.002))
            {
                await MustAsync(Filing(flat), Community, new WithdrawFiling { Number = number, Reason = "The owner sold." }, now);
                continue;
            }

            foreach (var due in filing.Inspections.Where(one => !one.IsPassed() && one.DueAt < now.AddDays(1)))
            {
                if (_dice.Chance(0.8))
                {
                    var fault = _dice.Chance(0.08);
                    await MustAsync(Filing(flat), Grid, new InspectWorks
                    {
                        Number = number,
                        Stage = due.Stage,
                        Findings = [.. due.Items.Select((item, at) => new InspectionFinding(item, !(fault && at == 0), fault && at == 0 ? "Not as filed." : null))],
                    }, now);
                }
            }
        }
    }

    /// <summary>A violation about every eighth day.</summary>
    private async Task ReportAsync(int day, DateTimeOffset now)
    {
        if (day % 8 == 1)
        {
            await ReportAsync(_dice.Pick(Violations), _dice.Pick(GrownEstate.Flats), _dice.Chance(0.5) ? Grid : Manager, now);
        }
    }

    private async Task<string> ReportAsync(string type, string flat, Actor by, DateTimeOffset now)
    {
        var place = await city.Grains.GetGrain<IPlaceGrain>(0).Locate(new PlaceInput { Estate = GrownEstate.Id, Unit = flat });
        var id = string.Create(CultureInfo.InvariantCulture, $"year-{_keys}");
        var answer = await CaseAsync(id, new Report { CaseId = id, Type = type, Description = "Seen on the stairs.", Place = place.Place! }, by, now);
        Assert.Null(answer.Refusal);
        _cases.Add(id);
        return id;
    }

    /// <summary>A dispute about every second month; the first session mostly in time, then agreement and the call that asks after it.</summary>
    private async Task MediateAsync(int day, DateTimeOffset now)
    {
        if (day % 55 == 30)
        {
            var flat = _dice.Pick(GrownEstate.Flats);
            var dispute = await ReportAsync("DISP-01", flat, Grid, now);
            var id = string.Create(CultureInfo.InvariantCulture, $"m{_mediations.Count + 1}");
            await MustAsync(Mediation(id), Community, new OpenMediation
            {
                CommunityId = "beiguan",
                Matter = "Noise at noon.",
                Parties = [flat, "the flat below"],
                Unit = $"{GrownEstate.Id}/{flat}",
                CaseId = dispute,
            }, now);
            _mediations.Add((id, day + (_dice.Chance(0.7) ? 3 : 10)));
        }

        foreach (var (id, held) in _mediations)
        {
            if (day == held)
            {
                await MustAsync(Mediation(id), Community, new HoldMediation { Mediator = "Aunt Li", Said = "Heard.", Agreement = "Quiet from noon to two." }, now);
            }
            else if (day == held + 6)
            {
                await MustAsync(Mediation(id), Community, new FollowUpMediation { Kept = _dice.Chance(0.8), Said = "Called both." }, now);
            }
        }
    }

    /// <summary>One step of each open case, by the first who may take it; now and then nobody does.</summary>
    private async Task WorkAsync(DateTimeOffset now)
    {
        foreach (var id in _cases)
        {
            var grain = city.Grains.GetGrain<ICaseGrain>(Scope.Case(id).ToString());
            if (_ended.Contains(id) || _dice.Chance(0.3) || await grain.View() is not { } view)
            {
                continue;
            }

            if (view.Status is CaseStatus.Closed)
            {
                if (await AnswerAsync(id, now) is not OutcomeAnswer.NotSolved)
                {
                    _ended.Add(id);
                }

                continue;
            }

            foreach (var (by, command) in Steps(view))
            {
                var choices = await grain.Choices(by, now);
                if (choices?.Items.First(item => item.Name == command.Name).Allowed == true)
                {
                    Assert.Null((await CaseAsync(id, command, by, now)).Refusal);
                    break;
                }
            }
        }
    }

    private IEnumerable<(Actor By, CaseCommand Command)> Steps(CaseView view)
    {
        yield return (Grid, new PassUp("Not for the grid."));
        yield return (Community, new Acknowledge());
        yield return _dice.Chance(0.5) ? (Community, new Whistle("The owner goes on.")) : (Community, new Resolve());
        foreach (var officer in view.OfficerIds.Append("officer-1").Append("officer-2").Select(name => new Actor(name, Role.Officer, Scope.Street("xiashi"))))
        {
            yield return (officer, new OfferAccept());
            yield return (officer, new Arrive());
            yield return (officer, new Resolve());
        }

        yield return (Dispatcher, new Assign(["officer-1", "officer-2"]));
        var passed = _dice.Chance(0.9);
        foreach (var checker in (Actor[])[Grid, Community, new("supervisor", Role.Supervisor, Scope.Street("xiashi"))])
        {
            yield return (checker, new Check(passed));
        }
    }

    private async Task<string> UploadAsync(Actor by, DateTimeOffset now)
    {
        byte[] content = BitConverter.GetBytes(_dice.Next());
        var piece = new EvidencePiece(Convert.ToHexStringLower(SHA256.HashData(content)), "image/png", content.Length, 800, 600);
        var evidence = city.Grains.GetGrain<IEvidenceGrain>(0);
        Assert.Equal(EvidenceOpening.Send, await evidence.Begin(piece, by.Id, now));
        await evidence.Put(piece.Id, 0, content);
        Assert.True(await evidence.Finish(piece.Id));
        return piece.Id;
    }

    private static MarkSpot Spot(string plan, string id, SpotKind kind, RulingKind ruling) => new()
    {
        PlanId = plan,
        Spot = new ProneSpot { Id = id, X = 0.5, Y = 0.5, Kind = kind, Ruling = ruling, Sentence = new Text("依图为准。", "As the plan says.") },
    };

    private IFilingGrain Filing(string flat) => city.Grains.GetGrain<IFilingGrain>($"{DossierKinds.Filing}:{GrownEstate.Id}.{flat}");

    private IMediationGrain Mediation(string id) => city.Grains.GetGrain<IMediationGrain>($"{DossierKinds.Mediation}:{id}");

    private Task EstateAsync(Actor by, DossierCommand command, DateTimeOffset now) =>
        MustAsync(city.Grains.GetGrain<IEstateGrain>($"{DossierKinds.Estate}:{GrownEstate.Id}"), by, command, now);

    private Task ReviewAsync(Actor by, DossierCommand command, DateTimeOffset now) =>
        MustAsync(city.Grains.GetGrain<IJointReviewGrain>($"{DossierKinds.Review}:r1"), by, command, now);

    private async Task MustAsync(IDossierGrain grain, Actor by, DossierCommand command, DateTimeOffset now)
    {
        var answer = await ActAsync(grain, by, command, now);
        Assert.True(answer.Refusal is null, $"{command} by {by.Id} was refused: {answer.Refusal}");
    }

    private Task<DossierAnswer> ActAsync(IDossierGrain grain, Actor by, DossierCommand command, DateTimeOffset now)
    {
        var key = grain.GetPrimaryKeyString().Split(':', 2);
        _owners.Add(DossierKinds.Owner(key[0], key[1]));
        return grain.Act(new DossierAct { Command = command, By = by, Key = Key(), BodyHash = "", ReceivedAt = now });
    }

    private Task<CommandAnswer> CaseAsync(string id, CaseCommand command, Actor by, DateTimeOffset now)
    {
        _owners.Add(Scope.Case(id));
        return city.Grains.GetGrain<ICaseGrain>(Scope.Case(id).ToString())
            .Execute(new CommandEnvelope { Command = command, Actor = by, Key = Key(), BodyHash = "", ReceivedAt = now });
    }

    private static DateOnly Day(DateTimeOffset now) => DateOnly.FromDateTime(now.ToOffset(Zone).DateTime);

    private string Key() => string.Create(CultureInfo.InvariantCulture, $"year-{_keys++}");
}
