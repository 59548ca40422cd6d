using System.Text.Json;
using System.Text.Json.Serialization;
using Dispatch.Grains.Clocks;
using Dispatch.Grains.Storage;

namespace Dispatch.Grains.Duties;

/// <summary>How duties and their events are stored: compact JSON by generated code, an event's type told by its name beside it.</summary>
public static class DutyJson
{
    private static readonly EventJson Events = new("a grid or community", StoredDuty.Default, [
        typeof(PatrolWalked), typeof(PatrolMissAnswered), typeof(ConsoleSilent), typeof(ConsoleHeard), typeof(ClockStarted), typeof(ClockStopped), typeof(DeadlineWarned), typeof(DeadlineMissed),
    ]);

    /// <summary>A duty as its snapshot.</summary>
    public static string Snapshot(Duty duty) => JsonSerializer.Serialize(duty, StoredDuty.Default.Duty);

    /// <summary>The duty of a snapshot.</summary>
    /// <exception cref="JsonException">Not a duty: a damaged store.</exception>
    public static Duty Duty(string snapshot) =>
        JsonSerializer.Deserialize(snapshot, StoredDuty.Default.Duty) ?? throw new JsonException("The snapshot is null.");

    /// <inheritdoc cref="EventJson.Record"/>
    public static EventRecord Record(Happened happened) => Events.Record(happened);

    /// <inheritdoc cref="EventJson.Happened"/>
    public static Happened Happened(EventRecord record) => Events.Happened(record);

    /// <summary>The duty that stored events make.</summary>
    public static Duty Replay(IEnumerable<EventRecord> events) =>
        events.Aggregate(Duties.Duty.None, (duty, record) => duty.Apply(Happened(record)));
}

/// <summary>The generated code of stored JSON.</summary>
[JsonSourceGenerationOptions(
    PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase,
    DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull)]
[JsonSerializable(typeof(Duty))]
[JsonSerializable(typeof(PatrolWalked))]
[JsonSerializable(typeof(PatrolMissAnswered))]
[JsonSerializable(typeof(ConsoleSilent))]
[JsonSerializable(typeof(ConsoleHeard))]
[JsonSerializable(typeof(ClockStarted))]
[JsonSerializable(typeof(ClockStopped))]
[JsonSerializable(typeof(DeadlineWarned))]
[JsonSerializable(typeof(DeadlineMissed))]
internal sealed partial class StoredDuty : JsonSerializerContext;
