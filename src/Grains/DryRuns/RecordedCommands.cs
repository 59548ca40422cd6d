using System.Collections.Immutable;
using Dispatch.Contracts;
using Dispatch.Contracts.Decoration;
using Dispatch.Grains.Cases;
using Dispatch.Grains.Clocks;
using Dispatch.Grains.Decoration.Promises;
using Dispatch.Grains.Storage;

namespace Dispatch.Grains.DryRuns;

/// <summary>A command as its events recorded it.</summary>
/// <param name="Command">What was asked for.</param>
/// <param name="Actor">Whose it was, with a role that lets them; of one given on behalf, for whom.</param>
/// <param name="At">When it was decided.</param>
/// <param name="OccurredAt">When it really happened, where that differs.</param>
/// <param name="Known">What was known of it then and still is: officers, photos, the place of a return. Staffing is not among it.</param>
public sealed record RecordedCommand(CaseCommand Command, Actor Actor, DateTimeOffset At, DateTimeOffset? OccurredAt, Known Known);

/// <summary>
/// Finds the commands of a case in its events. A commit has at an instant the events of one command or of a firing, and events carry what
/// the command said. Notes beside a command are not read, since they move nothing.
/// </summary>
public static class RecordedCommands
{
    /// <summary>The commands in order, and how many commits have one that cannot be told from their events.</summary>
    /// <param name="history">A case's events from the first.</param>
    public static (ImmutableArray<RecordedCommand> Commands, int NotRead) Of(IReadOnlyList<StoredEvent> history)
    {
        var (commands, notRead, photos) = (ImmutableArray.CreateBuilder<RecordedCommand>(), 0, ImmutableDictionary<string, EvidencePiece>.Empty);
        var street = "";
        for (var first = 0; first < history.Count;)
        {
            var end = first + 1;
            while (end < history.Count && history[end].Version == history[first].Version && history[end].Event.At == history[first].Event.At)
            {
                end++;
            }

            var step = new Happened[end - first];
            for (var i = first; i < end; i++)
            {
                step[i - first] = CaseJson.Happened(history[i].Event);
            }

            photos = photos.SetItems(step.Select(happened => happened.Event).OfType<EvidenceAttached>()
                .SelectMany(attached => attached.Items).Select(piece => KeyValuePair.Create(piece.Id, piece)));
            street = step[0].Event is Reported { Place.StreetId: var id } ? id : street;
            if (Read(step, photos, street) is { } command)
            {
                commands.Add(command);
                if (command.Command is not (Assign or Reassign) && Array.Find(step, happened => happened.Event is Assigned) is { } offer)
                {
                    // What the machine offered by itself in the same commit is given as by hand: a dry run knows no rosters.
                    commands.Add(new RecordedCommand(Command(offer.Event, [offer]), Actor.Machine, offer.At, null, Known([offer])));
                }
            }
            else if (!IsFiring(step))
            {
                notRead++;
            }

            first = end;
        }

        return (commands.DrainToImmutable(), notRead);
    }

    private static bool IsFiring(Happened[] step) => Array.TrueForAll(step, happened => happened.Actor == Actor.Machine.Id);

    private static RecordedCommand? Read(Happened[] step, ImmutableDictionary<string, EvidencePiece> photos, string street)
    {
        // What names a command outright counts before what may only stand beside it.
        var told = Array.Find(step, IsCommand) ?? Array.Find(step, happened => happened.Event is EvidenceAttached)
            ?? Array.Find(step, happened => happened.Event is Commented);
        if (told is null)
        {
            return null;
        }

        return new RecordedCommand(Command(told.Event, step), ActorOf(told, street), told.At, told.OccurredAt, Known(step) with { Evidence = photos });
    }

    /// <summary>Events keep no roles. Those that a decision depends on follow from what was done; the rest was allowed to whoever did it.</summary>
    private static Actor ActorOf(Happened told, string street) => told.Event switch
    {
        Reported e => new Actor(told.Actor, e.Source, null),
        SuspensionRequested => new Actor(told.Actor, Role.Dispatcher, Scope.Street(street)),
        DepartmentReportedIn e => new Actor(told.Actor, Role.DepartmentStaff, Scope.Department(e.Department)),
        DepartmentAnswered e => new Actor(told.Actor, Role.DepartmentStaff, Scope.Department(e.Department)),
        _ => new Actor(told.Actor, Role.System, null),
    };

    private static bool IsCommand(Happened happened) => happened.Event is Assigned || (happened.Actor != Actor.Machine.Id && IsCommand(happened.Event));

    private static bool IsCommand(OwnerEvent happening) => happening is Reported or Verified or Settled or PassedUp or Acknowledged or PreControlStarted
        or Whistled { Automatic: false } or TakenBack or Assigned or OfferAccepted or OfferDeclined or Arrived or MilestoneRecorded or Resolved or Checked
        or Returned or ExtensionRequested or ExtensionDecided or ExtraTimeTaken or SuspensionRequested or SuspensionDecided { Granted: false } or SuspensionReviewed
        or Suspended or Resumed { Automatic: false } or DepartmentsCalled or DepartmentReportedIn or DepartmentAnswered or Instructed or InstructionAnswered
        or ExternalReplied { Automatic: false } or ExternalUpdated or CardDecided or CardWithdrawn or Rejected or Merged or Reopened
        or Escalated { Reason: EscalationReason.ByHand } or PrioritySet or CheckedIn or AlarmRaised or AlarmAcknowledged or AlarmEnded or DrillEnded
        or OutcomeAnswered or PhotosShown;

    private static CaseCommand Command(OwnerEvent happening, Happened[] step) => happening switch
    {
        Reported e => new Report
        {
            CaseId = e.CaseId,
            Type = e.Type,
            Place = e.Place,
            InProgress = e.InProgress,
            External = e.External,
            PassUp = e.Source == Role.GridWorker && SkipsGrid(step),
            EvidenceIds = [.. step.Select(happened => happened.Event).OfType<EvidenceAttached>().SelectMany(attached => attached.Items).Select(piece => piece.Id)],
        },
        Verified e => new VerifyReport(e.Confirmed),
        Settled e => new Settle(e.EvidenceIds, e.OpenAssists),
        PassedUp e => new PassUp(e.Reason),
        Acknowledged when Array.Exists(step, happened => happened.Event is PreControlStarted) => new StartPreControl(),
        Acknowledged => new Acknowledge(),
        PreControlStarted => new StartPreControl(),
        Whistled e => new Whistle(e.Reason, e.Ground),
        TakenBack e => new TakeBack(e.Reason),
        Assigned e when Array.Exists(step, happened => happened.Event is OfferWithdrawn { Reason: "reassigned" }) => new Reassign(e.OfficerIds),
        Assigned e => new Assign(e.OfficerIds),
        OfferAccepted => new OfferAccept(),
        OfferDeclined e => new OfferDecline(e.Reason),
        Arrived => new Arrive(),
        MilestoneRecorded e => new RecordMilestone(e.Milestone),
        Resolved e => new Resolve(e.EvidenceIds, e.OpenAssists),
        Checked e => new Check(e.Passed),
        Returned e => new Return(e.To, e.Reason),
        ExtensionRequested e => new RequestExtension(e.Clock, e.Length.ToString(), e.Reason),
        ExtensionDecided e => new DecideExtension(e.Granted, e.Length?.ToString(), e.Reason),
        ExtraTimeTaken e => new TakeExtraTime(e.Clock, e.Reason),
        SuspensionRequested e => new Suspend(e.Reason, e.Until),
        SuspensionDecided => new DecideSuspension(false),
        SuspensionReviewed e => new ReviewSuspension(e.Keep, e.Reason),
        Suspended e => new Suspend(e.Reason, e.Until),
        DepartmentsCalled e => new CallDepartment(e.Departments, e.Ground, e.Reason),
        DepartmentReportedIn => new DepartmentReportIn(),
        DepartmentAnswered e => new DepartmentAnswer(e.Solved, e.Reason, e.EvidenceIds),
        Instructed e => new Instruct(e.Text, e.Until),
        ExternalReplied e => new ReplyExternal(e.Text!),
        ExternalUpdated e => new UpdateExternal(e.Description, e.Address, e.Contact, e.ReplyBy),
        InstructionAnswered e => new AnswerInstruction(e.Text),
        CheckedIn => new CheckIn(),
        AlarmRaised e => new RaiseAlarm(e.Where, e.What),
        AlarmAcknowledged when step.Select(happened => happened.Event).OfType<AlarmEnded>().FirstOrDefault() is { Outcome: { } outcome } => new EndAlarm(outcome),
        AlarmAcknowledged e => new AcknowledgeAlarm(e.Said),
        AlarmEnded e => new EndAlarm(e.Outcome ?? AlarmOutcome.Safe),
        CardDecided e => new DecideCard(e.Card, e.Granted, e.Reason),
        CardWithdrawn e => new WithdrawCard(e.Card, e.Reason),
        Resumed => new Resume(),
        Rejected e => new Reject(e.Reason),
        Merged e => new Merge(e.IntoCaseId),
        Reopened e => new Reopen(e.Reason),
        Escalated e => new Escalate(e.Note),
        PrioritySet e => new SetPriority(e.Priority, e.Reason),
        DrillEnded e => new EndDrill(e.Reason),
        OutcomeAnswered e => new AnswerOutcome(e.Party, e.Answer),
        PhotosShown e => new ShowPhotos(e.EvidenceIds),
        EvidenceAttached e => new AttachEvidence([.. e.Items.Select(piece => piece.Id)]),
        Commented e => new Comment(e.Text),
        _ => throw new ArgumentOutOfRangeException(nameof(happening), happening.Name, "No command's event."),
    };

    /// <summary>A grid worker's report begins at the community where it was handed on, and not where the grid was passed over.</summary>
    private static bool SkipsGrid(Happened[] step) =>
        step.Select(happened => happened.Event).FirstOrDefault(happening => happening is Entered or Escalated) switch
        {
            Entered entered => entered.Status != CaseStatus.AtGrid,
            Escalated escalated => escalated.From != CaseLevel.Grid,
            _ => false,
        };

    private static Known Known(Happened[] step)
    {
        var known = Cases.Known.Nothing;
        foreach (var happened in step)
        {
            known = happened.Event switch
            {
                Assigned e => known with { Officers = [.. e.OfficerIds] },
                Returned e => known with { ReturnPlace = e.Place },
                OutcomeAnswered e => known with { ClosedAt = e.Closing },
                _ => known,
            };
        }

        return known;
    }
}
