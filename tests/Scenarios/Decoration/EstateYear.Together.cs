using System.Globalization;
using Dispatch.Contracts;
using Dispatch.Contracts.Decoration;

namespace Dispatch.Scenarios.Decoration;

/// <summary>What they do together: rounds, visits of several departments, and sessions in which the rules are taught.</summary>
internal sealed partial class EstateYear
{
    private const int RoundEvery = 7;
    private const int VisitEvery = 4;
    private static readonly int[] SessionDays = [60, 120, 190, 250, 310];

    private readonly List<(string Id, int Day)> _rounds = [];
    private string? _visit;

    /// <summary>How many visits were made.</summary>
    public int Visits { get; private set; }

    /// <summary>How many rounds were drawn up.</summary>
    public int Rounds => _rounds.Count;

    /// <summary>How many sessions were held.</summary>
    public int Sessions { get; private set; }

    private async Task TogetherAsync(int day, DateTimeOffset now)
    {
        await WalkAsync(day, now);
        await PlanVisitAsync(day, now);
        await TeachAsync(day, now);
    }

    /// <summary>A round each week: most of it at once, the rest two days later; what is found is mostly stopped and reported by the manager.</summary>
    private async Task WalkAsync(int day, DateTimeOffset now)
    {
        if (day % RoundEvery == 0)
        {
            var id = string.Create(CultureInfo.InvariantCulture, $"round-{day}");
            await MustAsync(Round(id), Manager, new DrawRound { EstateId = GrownEstate.Id }, now);
            _rounds.Add((id, day));
        }

        foreach (var (id, drawn) in _rounds.Where(round => day == round.Day || day == round.Day + 2).ToList())
        {
            var inTime = day == drawn && _dice.Chance(0.85);
            var round = (RoundView)(await Round(id).Look(now))!;
            foreach (var item in round.Items.Where(item => item.SeenAt is null && (inTime || day > drawn || _dice.Chance(0.9))))
            {
                await MarkAsync(id, item, now);
            }
        }
    }

    private async Task MarkAsync(string round, RoundItem item, DateTimeOffset now)
    {
        if (!_dice.Chance(0.02))
        {
            await MustAsync(Round(round), Manager, new MarkRoundItem { ItemId = item.Id, Mark = RoundMark.Clear }, now);
            return;
        }

        await MustAsync(Round(round), Manager, new MarkRoundItem { ItemId = item.Id, Mark = RoundMark.Found, Note = "Dust on the stairs." }, now);
        if (_dice.Chance(0.7))
        {
            var photo = await UploadAsync(Manager, now);
            await MustAsync(Round(round), Manager, new MarkRoundItem { ItemId = item.Id, Mark = RoundMark.ManagerStopped, EvidenceIds = [photo] }, now);
            await MustAsync(Round(round), Manager, new MarkRoundItem { ItemId = item.Id, Mark = RoundMark.ManagerReported }, now);
        }
    }

    /// <summary>One of the proposed visits that several departments make at eleven, where there is one.</summary>
    private async Task PlanVisitAsync(int day, DateTimeOffset now)
    {
        if (day % VisitEvery != 3)
        {
            return;
        }

        var at = now.AddHours(1);
        var proposals = await city.Grains.GetGrain<IVisitDeskGrain>(0).Proposals(Scope.Street("xiashi"), now);
        if (proposals.Items.FirstOrDefault(one => one.EstateId == GrownEstate.Id && one.Checks.Count > 1 && one.Checks.All(check => check.From <= at && at <= check.Until)) is { } proposed)
        {
            _visit = string.Create(CultureInfo.InvariantCulture, $"visit-{day}");
            await MustAsync(Visit(_visit), Captain, new PlanVisit { EstateId = GrownEstate.Id, CheckIds = [.. proposed.Checks.Select(check => check.Id)], At = at }, now);
        }
    }

    private async Task HoldVisitAsync(DateTimeOffset now)
    {
        if (_visit is not { } id)
        {
            return;
        }

        _visit = null;
        await MustAsync(Visit(id), Officer, new BeginVisit { Officers = ["officer-1", "officer-2"] }, now);
        var visit = (VisitView)(await Visit(id).Look(now))!;
        foreach (var line in visit.Checklists.SelectMany(list => list.Lines))
        {
            await MustAsync(Visit(id), Signer(line.Departments[0]), new TickVisit { Item = line.Item, UnitId = line.UnitId, Good = true }, now);
        }

        foreach (var department in visit.Departments)
        {
            await MustAsync(Visit(id), Signer(department), new SignVisit { Department = department }, now);
        }

        Visits++;
    }

    /// <summary>Five sessions: ordered, asked for, held, answered and published; the fifth teaches the manager's people, who sign their list.</summary>
    private async Task TeachAsync(int day, DateTimeOffset now)
    {
        for (var n = 0; n < SessionDays.Length; n++)
        {
            var session = city.Grains.GetGrain<ITeachingSessionGrain>($"{DossierKinds.Session}:s{n + 1}");
            var ofManagers = n == SessionDays.Length - 1;
            switch (day - SessionDays[n])
            {
                case 0:
                    await MustAsync(session, Manager, new OrderTopics { EstateId = GrownEstate.Id, Audience = ofManagers ? TeachingAudience.Managers : TeachingAudience.Owners, Topics = ["structure"] }, now);
                    if (!ofManagers)
                    {
                        await MustAsync(session, Community, new AskQuestion { EstateId = GrownEstate.Id, Question = "May the bay window go?" }, now);
                        await MustAsync(session, Community, new AskQuestion { EstateId = GrownEstate.Id, Question = "May one work on Sundays?" }, now);
                    }

                    await MustAsync(session, Community, new PlanSession { Place = "The hall", At = now.AddDays(3) }, now);
                    break;
                case 3:
                    await MustAsync(session, Officer, new HoldSession { Attendance = [new GroupCount(ofManagers ? TeachingGroup.Managers : TeachingGroup.Owners, 20 + n)] }, now);
                    Sessions++;
                    break;
                case 5 when ofManagers:
                    await MustAsync(session, Manager, new SignSpotList(), now);
                    break;
                case 5:
                    await MustAsync(session, Officer, new AnswerQuestion { Number = 1, Answer = new Text("不可以。", "No."), Ruling = new SpotRuling("type-a", "bay", RulingKind.Forbidden) }, now);
                    await MustAsync(session, Officer, new AnswerQuestion { Number = 2, Answer = new Text("不可以。", "No.") }, now);
                    break;
                case 6 when !ofManagers:
                    await MustAsync(session, Captain, new PublishAnswers(), now);
                    break;
                default:
                    break;
            }
        }
    }

    /// <summary>Whoever reported says how a case ended: mostly content, sometimes not, now and then that it is not solved.</summary>
    private async Task<OutcomeAnswer?> AnswerAsync(string id, DateTimeOffset now)
    {
        OutcomeAnswer? answer = _dice.Share() switch
        {
            < 0.4 => OutcomeAnswer.Satisfied,
            < 0.5 => OutcomeAnswer.Unsatisfied,
            < 0.6 => OutcomeAnswer.NotSolved,
            _ => null,
        };
        if (answer is { } said)
        {
            Assert.Null((await CaseAsync(id, new AnswerOutcome(PromiseParty.Reporter, said), Actor.Machine, now)).Refusal);
        }

        return answer;
    }

    private static Actor Signer(string department) => department switch
    {
        "enforcement" => Officer,
        "community" => Community,
        "property" => Manager,
        _ => new Actor($"department-{department}", Role.DepartmentStaff, Scope.Department(department)),
    };

    private IRoundGrain Round(string id) => city.Grains.GetGrain<IRoundGrain>($"{DossierKinds.Round}:{id}");

    private IVisitGrain Visit(string id) => city.Grains.GetGrain<IVisitGrain>($"{DossierKinds.Visit}:{id}");
}
