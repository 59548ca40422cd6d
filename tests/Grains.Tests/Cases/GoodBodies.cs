using Dispatch.Contracts;
using Dispatch.Contracts.Decoration;
using Dispatch.Grains.Cases;
using Dispatch.Grains.Policies;
using Dispatch.TestKit;
using Check = Dispatch.Contracts.Check;

namespace Dispatch.Grains.Tests.Cases;

/// <summary>For every command a body that is right for a case, so that whatever is refused is not refused for its body.</summary>
internal sealed class GoodBodies(Case @case, DateTimeOffset now)
{
    private static readonly string[] Team = ["o.zhang", "o.li", "o.wang", "o.zhao", "o.sun"];

    /// <summary>A command that is right for the case.</summary>
    public CaseCommand Of(string name) => name switch
    {
        "verify-report" => new VerifyReport(true),
        "settle" => new Settle(OpenAssists: "r"),
        "pass-up" => new PassUp("r"),
        "acknowledge" => new Acknowledge(),
        "start-pre-control" => new StartPreControl(),
        "whistle" => new Whistle("r"),
        "take-back" => new TakeBack("r"),
        "assign" => new Assign(Team),
        "reassign" => new Reassign(Team),
        "offer-accept" => new OfferAccept(),
        "offer-decline" => new OfferDecline("r"),
        "arrive" => new Arrive(),
        "record-milestone" => new RecordMilestone(Milestone()),
        "resolve" => new Resolve(OpenAssists: "r"),
        "check" => new Check(true),
        "return" => new Return(@case.Responsible.Kind == ScopeKind.Grid ? Scope.Street("xiashi") : Scope.Grid("xishan-01"), "r"),
        "request-extension" => Extension(),
        "decide-extension" => new DecideExtension(false),
        "suspend" => new Suspend("r", now.AddHours(1)),
        "decide-suspension" => new DecideSuspension(false),
        "review-suspension" => new ReviewSuspension(true),
        "take-extra-time" => new TakeExtraTime(null, "r"),
        "resume" => new Resume(),
        "reject" => new Reject("r"),
        "merge" => new Merge("other"),
        "reopen" => new Reopen("r"),
        "escalate" => new Escalate("r"),
        "comment" => new Comment("c"),
        "attach-evidence" => new AttachEvidence(["another"]),
        "call-department" => new CallDepartment([Sample.Xiashi.Callable.Keys.Order().FirstOrDefault(id => !@case.OpenDepartments.Contains(id), "fire")], WhistleGround.CannotSolve, "r"),
        "department-report-in" => new DepartmentReportIn(),
        "department-answer" => new DepartmentAnswer(Solved: true),
        "instruct" => new Instruct("i"),
        "answer-instruction" => new AnswerInstruction("a"),
        "check-in" => new CheckIn(),
        "raise-alarm" => new RaiseAlarm("w", "n"),
        "acknowledge-alarm" => new AcknowledgeAlarm("s"),
        "end-alarm" => new EndAlarm(AlarmOutcome.Helped),
        "decide-card" => new DecideCard(NumberOf(CardState.Proposed), true),
        "withdraw-card" => new WithdrawCard(NumberOf(CardState.Standing), "r"),
        "answer-outcome" => new AnswerOutcome(PromiseParty.Reporter, OutcomeAnswer.Satisfied),
        "show-photos" => new ShowPhotos([]),
        "end-drill" => new EndDrill("r"),
        "reply-external" => new ReplyExternal("a"),
        "update-external" => new UpdateExternal(Description: "d"),
        "set-priority" => new SetPriority(Priority.High, "r"),
        _ => throw new ArgumentOutOfRangeException(nameof(name), name, "A command without a good body: add one."),
    };

    /// <summary>What a grain would gather for such bodies.</summary>
    public static Known Known(Case @case) => new()
    {
        ClosedAt = @case.LastEventAt,
        GridStaffed = @case.OpenedAt.Ticks % 2 == 0,
        CommunityStaffed = @case.Milestones.IsEmpty,
        Officers = [.. Team],
        Evidence = CaseWalks.Photos,
        ReturnPlace = @case.Place,
        MergeTarget = CaseViews.View(
            @case with { Id = "other", Status = CaseStatus.AtGrid, Place = CaseWorld.Place }, "n", 1, Sample.Xiashi),
    };

    /// <summary>Somebody of a role: an officer of the case or its reporter, somebody new of its area, or somebody of elsewhere.</summary>
    public static Actor Somebody(Role role, Case @case, int whose) => whose switch
    {
        0 => new Actor(role is Role.Officer or Role.Captain ? @case.OfficerIds.FirstOrDefault("o.li") : @case.ReportedBy, role, AreaOf(role)),
        1 => new Actor(role.ToString(), role, role == Role.DepartmentStaff ? Scope.Department("housing") : AreaOf(role)),
        2 => new Actor("new", role, AreaOf(role)),
        _ => new Actor("new", role, Scope.Street("elsewhere")),
    };

    /// <summary>One of each kind for whom somebody else could speak.</summary>
    public static IEnumerable<Actor> Everybody(Case @case) => Enum.GetValues<Role>().SelectMany(role => Enumerable.Range(0, 4).Select(whose => Somebody(role, @case, whose)));

    /// <summary>A command as it comes, for somebody where a person is named.</summary>
    public static CommandEnvelope By(Actor actor, CaseCommand command, DateTimeOffset now, Actor? person = null) => new()
    {
        Command = command,
        Actor = actor,
        Key = "k",
        BodyHash = "",
        ReceivedAt = now,
        OnBehalf = person is null ? null : new OnBehalf(person.Id, Channel.Phone, "So they said."),
    };

    private static Scope? AreaOf(Role role) => role switch
    {
        Role.Citizen or Role.System => null,
        Role.GridWorker => Scope.Grid(CaseWorld.Place.GridId),
        Role.CommunityStaff or Role.PropertyManager => Scope.Community(CaseWorld.Place.CommunityId),
        Role.DepartmentStaff => Scope.Department("fire"),
        _ => Scope.Street(CaseWorld.Place.StreetId),
    };

    private string Milestone() => @case.Rules(Sample.Xiashi).Rules
        .Where(rule => @case.FindClock(rule.Name) is { IsOpen: true })
        .SelectMany(rule => rule.StopOn)
        .Select(ClockTriggers.MilestoneOf)
        .FirstOrDefault(name => name is not null) ?? "stop-work";

    private int NumberOf(CardState state) => @case.Cards.FirstOrDefault(card => card.State == state)?.Number ?? 1;

    private RequestExtension Extension()
    {
        var open = @case.Clocks.Where(clock => clock.IsOpen && !ClockNames.OfConsent.Contains(clock.Name) && !SideClocks.IsSide(clock.Name)).OrderBy(clock => clock.State == ClockState.Missed).FirstOrDefault();
        return new RequestExtension(open?.Name ?? ClockNames.Grid, open?.Budget.ToString() ?? "1 wh", "r");
    }
}
