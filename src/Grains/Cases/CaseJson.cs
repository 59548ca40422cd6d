using System.Text.Json;
using System.Text.Json.Serialization;
using Dispatch.Grains.Clocks;
using Dispatch.Grains.Decoration.Promises;
using Dispatch.Grains.Storage;

namespace Dispatch.Grains.Cases;

/// <summary>How cases and their events are stored: compact JSON by generated code, an event's type told by its name beside it.</summary>
public static class CaseJson
{
    private static readonly EventJson Events = new("a case", StoredJson.Default, typeof(CaseEvent).Assembly.GetTypes()
        .Where(type => type.IsSubclassOf(typeof(CaseEvent)) || type.IsSubclassOf(typeof(ClockEvent))));

    /// <summary>A case as its snapshot.</summary>
    public static string Snapshot(Case @case) => JsonSerializer.Serialize(@case, StoredJson.Default.Case);

    /// <summary>The case of a snapshot.</summary>
    /// <exception cref="JsonException">Not a case: a damaged store.</exception>
    public static Case Case(string snapshot) =>
        JsonSerializer.Deserialize(snapshot, StoredJson.Default.Case) ?? throw new JsonException("The snapshot is null.");

    /// <inheritdoc cref="EventJson.Record"/>
    public static EventRecord Record(Happened happened) => Events.Record(happened);

    /// <inheritdoc cref="EventJson.Happened"/>
    public static Happened Happened(EventRecord record) => Events.Happened(record);

    /// <summary>The case that stored events make.</summary>
    public static Case Replay(IEnumerable<EventRecord> events)
    {
        Case? @case = null;
        foreach (var record in events)
        {
            var happened = Happened(record);
            @case = @case is null ? Cases.Case.Open(happened) : @case.Apply(happened);
        }

        return @case ?? throw new JsonException("A case without events.");
    }
}

/// <summary>The generated code of stored JSON.</summary>
[JsonSourceGenerationOptions(
    PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase,
    DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull)]
[JsonSerializable(typeof(Case))]
[JsonSerializable(typeof(Reported))]
[JsonSerializable(typeof(Entered))]
[JsonSerializable(typeof(Escalated))]
[JsonSerializable(typeof(SupervisionEnded))]
[JsonSerializable(typeof(LastRungReached))]
[JsonSerializable(typeof(Verified))]
[JsonSerializable(typeof(MarkedUnverified))]
[JsonSerializable(typeof(PassedUp))]
[JsonSerializable(typeof(Acknowledged))]
[JsonSerializable(typeof(PreControlStarted))]
[JsonSerializable(typeof(Whistled))]
[JsonSerializable(typeof(TakenBack))]
[JsonSerializable(typeof(Assigned))]
[JsonSerializable(typeof(OfferAccepted))]
[JsonSerializable(typeof(OfferDeclined))]
[JsonSerializable(typeof(OfferWithdrawn))]
[JsonSerializable(typeof(OfferPassedOn))]
[JsonSerializable(typeof(OfferPassedOver))]
[JsonSerializable(typeof(OffersEnded))]
[JsonSerializable(typeof(Arrived))]
[JsonSerializable(typeof(MilestoneRecorded))]
[JsonSerializable(typeof(Settled))]
[JsonSerializable(typeof(Resolved))]
[JsonSerializable(typeof(Checked))]
[JsonSerializable(typeof(CheckPassedOn))]
[JsonSerializable(typeof(Returned))]
[JsonSerializable(typeof(ExtensionRequested))]
[JsonSerializable(typeof(ExtensionDecided))]
[JsonSerializable(typeof(ExtensionLapsed))]
[JsonSerializable(typeof(ExtraTimeTaken))]
[JsonSerializable(typeof(SuspensionRequested))]
[JsonSerializable(typeof(SuspensionDecided))]
[JsonSerializable(typeof(SuspensionLapsed))]
[JsonSerializable(typeof(SuspensionReviewed))]
[JsonSerializable(typeof(Suspended))]
[JsonSerializable(typeof(Resumed))]
[JsonSerializable(typeof(Reopened))]
[JsonSerializable(typeof(Rejected))]
[JsonSerializable(typeof(Merged))]
[JsonSerializable(typeof(Closed))]
[JsonSerializable(typeof(Commented))]
[JsonSerializable(typeof(EvidenceAttached))]
[JsonSerializable(typeof(SpokenFor))]
[JsonSerializable(typeof(PrioritySet))]
[JsonSerializable(typeof(CardIssued))]
[JsonSerializable(typeof(CaptainAlarmed))]
[JsonSerializable(typeof(DepartmentsCalled))]
[JsonSerializable(typeof(DepartmentReportedIn))]
[JsonSerializable(typeof(DepartmentAnswered))]
[JsonSerializable(typeof(DepartmentOverdue))]
[JsonSerializable(typeof(AssistsEnded))]
[JsonSerializable(typeof(Instructed))]
[JsonSerializable(typeof(InstructionAnswered))]
[JsonSerializable(typeof(CheckedIn))]
[JsonSerializable(typeof(CheckInMissed))]
[JsonSerializable(typeof(AlarmRaised))]
[JsonSerializable(typeof(AlarmUnanswered))]
[JsonSerializable(typeof(AlarmAcknowledged))]
[JsonSerializable(typeof(AlarmEnded))]
[JsonSerializable(typeof(ExternalUpdated))]
[JsonSerializable(typeof(ExternalReplied))]
[JsonSerializable(typeof(ExternalReplyOverdue))]
[JsonSerializable(typeof(EscalationAnswered))]
[JsonSerializable(typeof(DeviceClockCorrected))]
[JsonSerializable(typeof(FellOverdue))]
[JsonSerializable(typeof(NoLongerOverdue))]
[JsonSerializable(typeof(ReminderSent))]
[JsonSerializable(typeof(CardProposed))]
[JsonSerializable(typeof(CardDecided))]
[JsonSerializable(typeof(CardWithdrawn))]
[JsonSerializable(typeof(PubliclyCriticised))]
[JsonSerializable(typeof(SurgeBegan))]
[JsonSerializable(typeof(SurgeEnded))]
[JsonSerializable(typeof(DrillEnded))]
[JsonSerializable(typeof(OutcomeAnswered))]
[JsonSerializable(typeof(PhotosShown))]
[JsonSerializable(typeof(ClockStarted))]
[JsonSerializable(typeof(ClockStopped))]
[JsonSerializable(typeof(ClockPaused))]
[JsonSerializable(typeof(ClockResumed))]
[JsonSerializable(typeof(ClockExtended))]
[JsonSerializable(typeof(DeadlineWarned))]
[JsonSerializable(typeof(DeadlineMissed))]
internal sealed partial class StoredJson : JsonSerializerContext;
