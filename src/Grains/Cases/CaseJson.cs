using System.Collections.Frozen;
using System.Text.Json;
using System.Text.Json.Serialization;
using System.Text.Json.Serialization.Metadata;
using Dispatch.Grains.Clocks;
using Dispatch.Grains.Storage;

namespace Dispatch.Grains.Cases;

/// <summary>How cases and their events are stored: compact JSON by generated code, an event's type told by its name beside it.</summary>
public static class CaseJson
{
    private static readonly FrozenDictionary<string, JsonTypeInfo> Events = typeof(CaseEvent).Assembly.GetTypes()
        .Where(type => type.IsSubclassOf(typeof(CaseEvent)) || type.IsSubclassOf(typeof(ClockEvent)))
        .ToFrozenDictionary(type => type.Name, type => StoredJson.Default.GetTypeInfo(type)
            ?? throw new InvalidOperationException($"{type.Name} is missing in {nameof(StoredJson)}."));

    /// <summary>A case as its snapshot.</summary>
    public static string Snapshot(Case @case) => JsonSerializer.Serialize(@case, StoredJson.Default.Case);

    /// <summary>The case of a snapshot.</summary>
    /// <exception cref="JsonException">Not a case: a damaged store.</exception>
    public static Case Case(string snapshot) =>
        JsonSerializer.Deserialize(snapshot, StoredJson.Default.Case) ?? throw new JsonException("The snapshot is null.");

    /// <summary>An event as stored.</summary>
    public static EventRecord Record(Happened happened) => new(
        happened.Event.Name, happened.At, happened.OccurredAt, happened.Actor, JsonSerializer.Serialize(happened.Event, Events[happened.Event.Name]));

    /// <summary>The event of a stored one.</summary>
    /// <exception cref="JsonException">Unknown or not readable: a damaged store.</exception>
    public static Happened Happened(EventRecord record)
    {
        if (!Events.TryGetValue(record.Name, out var type) || JsonSerializer.Deserialize(record.Data, type) is not OwnerEvent happening)
        {
            throw new JsonException($"{record.Name} is not an event of a case.");
        }

        return new Happened(happening, record.At, record.OccurredAt, record.Actor);
    }

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
[JsonSerializable(typeof(ClockStarted))]
[JsonSerializable(typeof(ClockStopped))]
[JsonSerializable(typeof(ClockPaused))]
[JsonSerializable(typeof(ClockResumed))]
[JsonSerializable(typeof(ClockExtended))]
[JsonSerializable(typeof(DeadlineWarned))]
[JsonSerializable(typeof(DeadlineMissed))]
internal sealed partial class StoredJson : JsonSerializerContext;
