using System.Collections.Immutable;
using Dispatch.Contracts;
using Dispatch.Grains.Clocks;
using Dispatch.Grains.Decoration.Promises;

namespace Dispatch.Grains.Cases;

/// <summary>How events make a case. Live and replay are this one function.</summary>
public sealed partial record Case
{
    /// <summary>The case that a report opens.</summary>
    /// <exception cref="InvalidOperationException">The first event is not <see cref="Reported"/>: a damaged store.</exception>
    public static Case Open(Happened first) => first.Event is Reported reported
        ? new Case
        {
            Id = reported.CaseId,
            PolicyId = reported.PolicyId,
            PolicyVersion = reported.PolicyVersion,
            Type = reported.Type,
            InProgress = reported.InProgress,
            ReportedBy = first.Actor,
            Place = reported.Place,
            Description = reported.Description,
            Address = reported.Address,
            Contact = reported.Contact,
            PossibleDuplicates = reported.PossibleDuplicates,
            Priority = reported.Priority,
            IsDrill = reported.Drill,
            OpenedAt = first.At,
            LastEventAt = first.At,
            Responsible = Scope.Grid(reported.Place.GridId),
            External = ExternalOrigin.Of(reported.External, first.At),
        }
        : throw new InvalidOperationException($"A case starts with Reported, not with {first.Event.Name}.");

    /// <summary>The case after one more event.</summary>
    public Case Apply(Happened happened) => Witnessing(happened).After(happened) with { LastEventAt = happened.At };

    private Case After(Happened happened) => happened.Event switch
    {
        Entered e => Enter(e).WatchedForReturn(),
        Escalated { To: CaseLevel.Supervision } => this with { Supervised = true },
        SupervisionEnded => this with { Supervised = false, LastRung = false, SupervisedFor = null },
        LastRungReached => this with { LastRung = true },
        Whistled => this with { AssignMisses = 0, WhistledAt = happened.At, Offers = null },
        Assigned e => Assign(e, happened.At),
        OfferAccepted e => Accept(e.OfficerId),
        OfferDeclined e => WithoutOfficer(e.OfficerId, OfferAnswer.Declined),
        OfferPassedOver e => WithoutOfficer(e.OfficerId, OfferAnswer.Gone),
        OfferPassedOn e => PassOn(e, happened.At),
        OfferWithdrawn e => Withdraw(e.Reason),
        MilestoneRecorded e => this with { Milestones = Milestones.Add(e.Milestone) },
        Settled e => Worked(happened.Actor, e.Rework),
        Resolved e => Worked(happened.Actor, e.Rework),
        CheckPassedOn e => this with { Responsible = e.To },
        Returned e => WithReturn(e) with { Offers = Offers is null ? null : Offers with { Round = 0 } },
        ExtensionRequested e => this with { PendingExtension = e },
        ExtensionDecided e => WithExtensionDecided(e),
        ExtensionLapsed => this with { PendingExtension = null },
        ExtraTimeTaken => this with { ExtraTaken = ExtraTaken + 1 },
        SuspensionRequested e => this with { PendingSuspension = e },
        SuspensionDecided or SuspensionLapsed => this with { PendingSuspension = null },
        SuspensionReviewed => this with { ReviewsMissed = 0 },
        Suspended => this with { SuspendedFrom = Status, Status = CaseStatus.Suspended, ReviewsMissed = 0 },
        Resumed => this with { SuspendedFrom = null, Status = SuspendedFrom ?? Status, ReviewsMissed = 0 },
        Closed => this with { Status = CaseStatus.Closed },
        Rejected => this with { Status = CaseStatus.Rejected },
        Merged e => this with { Status = CaseStatus.Merged, MergedInto = e.IntoCaseId },
        EvidenceAttached e => this with
        {
            Attached = Evidence.AddRange(e.Items.Select(piece => new CaseEvidence(
                piece.Id, piece.Type, piece.Bytes, piece.Width, piece.Height, happened.Actor, happened.OccurredAt ?? happened.At))),
        },
        PrioritySet e => this with { Priority = e.Priority, Surge = Surge is null ? null : Surge with { Before = null } },
        SurgeBegan e => Begin(e),
        SurgeEnded => EndOfSurge(),
        DepartmentsCalled e => Call(e, happened),
        DepartmentReportedIn e => WithAssist(e.Department, assist => assist with { ReportedInAt = happened.OccurredAt ?? happened.At }),
        DepartmentAnswered e => WithAssist(
            e.Department, assist => assist with { AnsweredAt = happened.OccurredAt ?? happened.At, Solved = e.Solved, Answer = e.Reason }),
        DepartmentOverdue e => e.Raised ? this with { SupervisedFor = e.Department } : this,
        AssistsEnded e => WithoutAnswers(e, happened.At),
        Instructed e => this with { Instruction = new Instruction { Text = e.Text, By = happened.Actor, At = happened.At, Until = e.Until } },
        ExternalUpdated e => WithUpdate(e, happened.At),
        ExternalReplied e => WithReply(e, happened),
        ExternalReplyOverdue e => e.Raised ? this with { SupervisedFor = External!.SupervisedAs } : this,
        InstructionAnswered e => this with { Instruction = Instruction! with { AnsweredAt = happened.OccurredAt ?? happened.At, Answer = e.Text } },
        CheckedIn e => Hear(e, happened),
        CheckInMissed e => Miss(e, happened.At),
        AlarmRaised e => Raise(e, happened),
        AlarmUnanswered e => this with { Alarm = Alarm! with { Rung = e.To } },
        AlarmAcknowledged e => this with { Alarm = Alarm! with { AcknowledgedBy = e.By, AcknowledgedAt = happened.OccurredAt ?? happened.At, Said = e.Said } },
        AlarmEnded e => this with { Alarm = Alarm! with { EndedAt = happened.OccurredAt ?? happened.At, Outcome = e.Outcome } },
        ClockStarted e => WithClock(Started(e, happened.At)),
        ClockStopped e => WithClock(Clock(e.Clock).Stop(e.At ?? happened.At, e.State)),
        ClockPaused e => WithClock(Clock(e.Clock).Pause(e.At ?? happened.At, e.Reason)),
        ClockResumed e => WithClock(Clock(e.Clock).Resume(e.At ?? happened.At)),
        ClockExtended e => WithClock(Clock(e.Clock).Extend(happened.At, e.Length)),
        DeadlineWarned e => WithClock(Clock(e.Clock).MarkFired(e.Mark)),
        DeadlineMissed e => Remembering(e).Missed(e),
        EscalationAnswered e => Answered(e),
        FellOverdue e => this with { Overdue = new OverdueRun { Clock = e.Clock, Since = happened.At } },
        NoLongerOverdue => this with { Overdue = null },
        CardIssued e => WithCard(e, happened.At),
        CardProposed e => WithCard(e, happened.At),
        CardDecided e => WithCard(e.Card, card => card with { State = e.Granted ? CardState.Standing : CardState.Refused, By = happened.Actor, Reason = e.Reason }),
        CardWithdrawn e => WithCard(e.Card, card => card with { State = CardState.Withdrawn, By = happened.Actor, Reason = e.Reason }),
        OutcomeAnswered e => this with { Promise = (Promise ?? new CasePromise()).After(e, happened.At) },
        PhotosShown e => this with { Promise = (Promise ?? new CasePromise()).After(e) },
        Reopened => this with { LastRung = false },
        Acknowledged or PreControlStarted or PassedUp or Verified or MarkedUnverified or TakenBack or Arrived or Checked
            or DeviceClockCorrected or Commented or SpokenFor or ReminderSent or PubliclyCriticised or CaptainAlarmed or Escalated or OffersEnded or DrillEnded => this,
        _ => throw new InvalidOperationException($"A case does not know {happened.Event.Name}."),
    };

    private Case Enter(Entered entered) => this with
    {
        Status = entered.Status,
        Responsible = entered.Responsible,
        Signs = null,
        OfficerIds = entered.Status is CaseStatus.Offered or CaseStatus.EnRoute or CaseStatus.OnSite or CaseStatus.AwaitingCheck
            ? OfficerIds
            : [],
    };

    private Case Worked(string actor, ImmutableArray<string> rework) => this with
    {
        WorkedIn = Status,
        WorkedBy = Responsible,
        Rework = rework,
        Handlers = [.. Handlers.Append(actor).Concat(OfficerIds).Distinct()],
    };

    private Case Missed(DeadlineMissed missed)
    {
        var next = WithClock(Clock(missed.Clock).MarkFired(missed.Mark));
        return missed.Clock switch
        {
            Policies.ClockNames.Assign => next with { AssignMisses = AssignMisses + 1 },
            Policies.ClockNames.Arrive => next with { ArriveMisses = ArriveMisses + 1 },
            Policies.ClockNames.SuspensionReview => next with { ReviewsMissed = ReviewsMissed + 1 },
            ClockView.Overdue when Overdue is { } run => next with { Overdue = run with { Rungs = run.Rungs + 1 } },
            _ => next.MissedBeside(missed.Clock),
        };
    }

    private static SlaClock Started(ClockStarted e, DateTimeOffset at) =>
        SlaClock.Start(e.Clock, e.Budget, e.Calendar, e.Marks, e.From ?? at) with { Generation = e.Generation };

    private SlaClock Clock(string name) =>
        FindClock(name) ?? throw new InvalidOperationException($"Case {Id} has no clock {name}.");

    private Case WithClock(SlaClock clock)
    {
        for (var i = 0; i < Clocks.Length; i++)
        {
            if (Clocks[i].Name == clock.Name)
            {
                return this with { Clocks = Clocks.SetItem(i, clock) };
            }
        }

        return this with { Clocks = Clocks.Add(clock) };
    }
}
