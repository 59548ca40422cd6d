using System.Collections.Frozen;
using System.Collections.Immutable;
using Dispatch.Contracts;
using Dispatch.Contracts.Decoration;
using Dispatch.Grains.Cases.Commands;
using Dispatch.Grains.Decoration.Promises;
using static Dispatch.Contracts.CaseStatus;
using static Dispatch.Contracts.RefusalCode;

namespace Dispatch.Grains.Cases;

/// <summary>
/// Every command that a case knows, in the order of a case's life: where it has a place and why it is refused.
/// <c>docs/lifecycle.md</c> is generated from it.
/// </summary>
internal static class CommandTable
{
    private static readonly CaseStatus[] Open = [.. Enum.GetValues<CaseStatus>().Where(status => status.IsOpen())];

    /// <summary>The statuses in which somebody has to act on the matter itself.</summary>
    public static ImmutableArray<CaseStatus> Moving { get; } = [AtGrid, AwaitingCommunity, PreControl, AwaitingDispatch, Offered, EnRoute, OnSite];

    private static readonly CaseStatus[] Running = [.. Open.Except([CaseStatus.Suspended])];

    /// <summary>The rules in order.</summary>
    public static ImmutableArray<CommandRule> Rules { get; } =
    [
        CommandRule.Of<VerifyReport>([AwaitingVerification], GridCommands.Verify, answers: [nameof(Verified)]),
        CommandRule.Of<Settle>([AtGrid], GridCommands.Settle, [InvalidValue, UnknownEvidence, TooMuchEvidence, OpenAssists], answers: [nameof(Settled)]),
        CommandRule.Of<PassUp>([AtGrid], GridCommands.PassUp, [ReasonRequired], [nameof(PassedUp)]),
        CommandRule.Of<Acknowledge>(
            [AwaitingCommunity, AwaitingDispatch, Offered, EnRoute], CommunityCommands.Acknowledge, answers: [nameof(Acknowledged)]),
        CommandRule.Of<StartPreControl>(
            [AwaitingCommunity, PreControl, AwaitingDispatch, Offered, EnRoute], CommunityCommands.StartPreControl, answers: [nameof(PreControlStarted)]),
        CommandRule.Of<Whistle>([AwaitingCommunity, PreControl], CommunityCommands.Whistle, [ReasonRequired], [nameof(Whistled)]),
        CommandRule.Of<TakeBack>([AwaitingDispatch], CommunityCommands.TakeBack, [ReasonRequired]),
        CommandRule.Of<Assign>([AwaitingDispatch], StreetCommands.Assign, [TooFewOfficers, UnknownOfficer, InvalidValue], [nameof(Assigned)]),
        CommandRule.Of<Reassign>([Offered, EnRoute], StreetCommands.Reassign, [TooFewOfficers, UnknownOfficer, InvalidValue]),
        CommandRule.Of<OfferAccept>([Offered], StreetCommands.Accept, [NotYours], [nameof(OfferAccepted)]) with { Party = Refuse.UnlessOfficer },
        CommandRule.Of<OfferDecline>([Offered], StreetCommands.Decline, [NotYours, ReasonRequired]) with { Party = Refuse.UnlessOfficer },
        CommandRule.Of<Arrive>([EnRoute], StreetCommands.Arrive, [NotYours], [nameof(Arrived)]) with { Party = Refuse.UnlessOfficer },
        CommandRule.Of<RecordMilestone>([PreControl, OnSite], StreetCommands.RecordMilestone, [NotYours, UnknownMilestone]) with
        {
            Answers = (command, _) => [MilestoneRecorded.MilestoneTrigger(((RecordMilestone)command).Milestone)],
            Party = Refuse.UnlessParty,
            Awaited = StreetCommands.UnlessMilestones,
        },
        CommandRule.Of<Resolve>(
            [PreControl, OnSite], CheckCommands.Resolve, [NotYours, InvalidValue, UnknownEvidence, TooMuchEvidence, OpenAssists], [nameof(Resolved)]) with
        {
            Party = Refuse.UnlessParty,
        },
        CommandRule.Of<Check>([AwaitingCheck], CheckCommands.Check, [OwnWork, NotYours], [nameof(Checked)]) with { Party = CheckCommands.UnlessChecker },
        CommandRule.Of<Return>(
            [AtGrid, AwaitingCommunity, PreControl, AwaitingDispatch, EnRoute, OnSite], DeskCommands.Return, [NotYours, ReasonRequired, ReturnedTooOften, InvalidReturn]) with
        {
            Party = Refuse.UnlessParty,
            Awaited = DeskCommands.UnlessReturnedTooOften,
        },
        CommandRule.Of<RequestExtension>(
            Moving,
            ExtensionCommands.Request,
            [NotYours, ReasonRequired, ClockNotRunning, ExtensionAfterExpiry, ExtensionPending, ExtensionsUsedUp, InvalidLength]) with
        {
            Party = Refuse.UnlessParty,
            Awaited = ExtensionCommands.UnlessExtendable,
        },
        CommandRule.Of<DecideExtension>(Open, ExtensionCommands.Decide, [NoExtensionRequested, ClockNotRunning, InvalidLength, InvalidText]) with
        {
            Awaited = ExtensionCommands.UnlessRequested,
        },
        CommandRule.Of<TakeExtraTime>(
            Moving, ExtraTimeCommands.Take, [NotYours, ReasonRequired, ExtraTimeNotOffered, ExtraTimeUsedUp, ClockNotRunning, UrgentClock]) with
        {
            Party = ExtraTimeCommands.UnlessResponsible,
            Awaited = ExtraTimeCommands.UnlessLeft,
        },
        CommandRule.Of<Suspend>(Moving, SuspensionCommands.Suspend, [ReasonRequired, InvalidEnd, SuspensionPending]) with
        {
            Party = SuspensionCommands.UnlessAsked,
        },
        CommandRule.Of<DecideSuspension>(Moving, SuspensionCommands.Decide, [NoSuspensionRequested, InvalidEnd, InvalidText]) with
        {
            Awaited = SuspensionCommands.UnlessRequested,
        },
        CommandRule.Of<ReviewSuspension>([CaseStatus.Suspended], SuspensionCommands.Review, [NoReview, InvalidText]) with
        {
            Awaited = SuspensionCommands.UnlessReviewed,
        },
        CommandRule.Of<Resume>([CaseStatus.Suspended], SuspensionCommands.Resume),
        CommandRule.Of<CallDepartment>(
            Moving, DepartmentCommands.Call, [NotYours, UnknownDepartment, DepartmentAlreadyCalled, ReasonRequired, InvalidValue]) with
        {
            Party = DepartmentCommands.UnlessCaller,
            Awaited = DepartmentCommands.UnlessCallable,
        },
        CommandRule.Of<DepartmentReportIn>(Running, DepartmentCommands.ReportIn, [DepartmentNotCalled, AlreadyReportedIn]) with
        {
            Answers = (_, actor) => [DepartmentReportedIn.TriggerOf(actor.Area?.Id ?? "")],
            Party = DepartmentCommands.UnlessAwaitedOnSite,
            Awaited = DepartmentCommands.UnlessAnyAwaited,
        },
        CommandRule.Of<DepartmentAnswer>(
            Running,
            DepartmentCommands.Answer,
            [DepartmentNotCalled, DepartmentNotReportedIn, ReasonRequired, InvalidValue, UnknownEvidence, TooMuchEvidence]) with
        {
            Answers = (_, actor) => [DepartmentAnswered.TriggerOf(actor.Area?.Id ?? "")],
            Party = DepartmentCommands.UnlessOnSite,
            Awaited = DepartmentCommands.UnlessAnyOnSite,
        },
        CommandRule.Of<Instruct>(Running, InstructionCommands.Instruct, [InstructionPending, InvalidText, InvalidEnd]) with
        {
            Awaited = InstructionCommands.UnlessPending,
        },
        CommandRule.Of<AnswerInstruction>(Running, InstructionCommands.Answer, [NotYours, NoInstruction, InvalidText], [nameof(InstructionAnswered)]) with
        {
            Party = Refuse.UnlessParty,
            Awaited = InstructionCommands.UnlessInstructed,
        },
        CommandRule.Of<DecideCard>(Enum.GetValues<CaseStatus>(), CardCommands.Decide, [UnknownCard, CardNotProposed, InvalidText]) with
        {
            Awaited = CardCommands.UnlessProposed,
        },
        CommandRule.Of<WithdrawCard>(Enum.GetValues<CaseStatus>(), CardCommands.Withdraw, [UnknownCard, CardNotStanding, ReasonRequired]) with
        {
            Awaited = CardCommands.UnlessStanding,
        },
        CommandRule.Of<ReplyExternal>(Enum.GetValues<CaseStatus>(), ExternalCommands.Reply, [NotExternal, InvalidText], [nameof(ExternalReplied)]) with
        {
            Awaited = ExternalCommands.UnlessExternal,
        },
        CommandRule.Of<UpdateExternal>(Enum.GetValues<CaseStatus>(), ExternalCommands.Update, [NotExternal, InvalidText, InvalidReplyBy]) with
        {
            Awaited = ExternalCommands.UnlessExternal,
        },
        CommandRule.Of<Reject>([AwaitingVerification, AtGrid, AwaitingCommunity, PreControl, AwaitingDispatch], DeskCommands.Reject, [ReasonRequired]),
        CommandRule.Of<Merge>([.. Open.Except([AwaitingCheck, CaseStatus.Suspended])], DeskCommands.Merge, [InvalidMerge]),
        CommandRule.Of<Reopen>([CaseStatus.Closed, CaseStatus.Rejected], DeskCommands.Reopen, [ReasonRequired]),
        CommandRule.Of<Escalate>([.. Open.Except([CaseStatus.Suspended])], DeskCommands.Escalate, [ReasonRequired, AlreadySupervised]) with
        {
            Awaited = DeskCommands.UnlessSupervised,
        },
        CommandRule.Of<Comment>(Enum.GetValues<CaseStatus>(), DeskCommands.Comment, [InvalidText]),
        CommandRule.Of<AttachEvidence>(Enum.GetValues<CaseStatus>(), EvidenceCommands.Attach, [InvalidValue, UnknownEvidence, TooMuchEvidence]),
        CommandRule.Of<SetPriority>(Open, DeskCommands.SetPriority, [ReasonRequired]),
        CommandRule.Of<CheckIn>([OnSite], SafetyCommands.CheckIn, [NotYours, NoCheckIn]) with
        {
            Party = Refuse.UnlessOfficer,
            Awaited = SafetyCommands.UnlessSigns,
        },
        CommandRule.Of<RaiseAlarm>(Open, SafetyCommands.Raise, [InvalidText]),
        CommandRule.Of<AcknowledgeAlarm>(Open, SafetyCommands.Acknowledge, [NotYours, NoAlarm, AlarmAnswered, InvalidText]) with
        {
            Party = SafetyCommands.UnlessOwn,
            Awaited = SafetyCommands.UnlessWaiting,
        },
        CommandRule.Of<EndAlarm>(Open, SafetyCommands.End, [NotYours, NoAlarm, InvalidValue]) with
        {
            Party = SafetyCommands.UnlessOwn,
            Awaited = SafetyCommands.UnlessOpen,
        },
        CommandRule.Of<AnswerOutcome>([CaseStatus.Closed], PromiseDecider.Answer, [DecorationNotOffered, InvalidValue, AnswerTooLate, AlreadyAnswered]),
        CommandRule.Of<ShowPhotos>(Enum.GetValues<CaseStatus>(), PromiseDecider.Show, [DecorationNotOffered, InvalidValue, UnknownEvidence]),
        CommandRule.Of<EndDrill>(Open, DrillCommands.End, [NotADrill, ReasonRequired]) with { Awaited = DrillCommands.UnlessDrill },
    ];

    /// <summary>The rules by command.</summary>
    public static FrozenDictionary<Type, CommandRule> ByCommand { get; } = Rules.ToFrozenDictionary(rule => rule.Command);
}
