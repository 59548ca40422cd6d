using System.Text.Json;
using System.Text.Json.Serialization;
using Dispatch.Grains.Clocks;
using Dispatch.Grains.Storage;

namespace Dispatch.Grains.Duties;

/// <summary>How duties and their events are stored: compact JSON by generated code, an event's type told by its name beside it.</summary>
public static class DutyJson
{
    /// <summary>A duty as its snapshot.</summary>
    public static string Snapshot(Duty duty) => JsonSerializer.Serialize(duty, StoredDuty.Default.Duty);

    /// <summary>The duty of a snapshot.</summary>
    /// <exception cref="JsonException">Not a duty: a damaged store.</exception>
    public static Duty Duty(string snapshot) =>
        JsonSerializer.Deserialize(snapshot, StoredDuty.Default.Duty) ?? throw new JsonException("The snapshot is null.");

    /// <summary>An event as stored.</summary>
    public static EventRecord Record(Happened happened) => new(
        happened.Event.Name,
        happened.At,
        happened.OccurredAt,
        happened.Actor,
        JsonSerializer.Serialize(happened.Event, happened.Event.GetType(), StoredDuty.Default));

    /// <summary>The event of a stored one.</summary>
    /// <exception cref="JsonException">Unknown or not readable: a damaged store.</exception>
    public static Happened Happened(EventRecord record)
    {
        OwnerEvent? happening = record.Name switch
        {
            nameof(PatrolWalked) => JsonSerializer.Deserialize(record.Data, StoredDuty.Default.PatrolWalked),
            nameof(ConsoleSilent) => JsonSerializer.Deserialize(record.Data, StoredDuty.Default.ConsoleSilent),
            nameof(ConsoleHeard) => JsonSerializer.Deserialize(record.Data, StoredDuty.Default.ConsoleHeard),
            nameof(ClockStarted) => JsonSerializer.Deserialize(record.Data, StoredDuty.Default.ClockStarted),
            nameof(ClockStopped) => JsonSerializer.Deserialize(record.Data, StoredDuty.Default.ClockStopped),
            nameof(DeadlineWarned) => JsonSerializer.Deserialize(record.Data, StoredDuty.Default.DeadlineWarned),
            nameof(DeadlineMissed) => JsonSerializer.Deserialize(record.Data, StoredDuty.Default.DeadlineMissed),
            _ => null,
        };
        return happening is null
            ? throw new JsonException($"{record.Name} is not an event of a grid or community.")
            : new Happened(happening, record.At, record.OccurredAt, record.Actor);
    }

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
[JsonSerializable(typeof(ConsoleSilent))]
[JsonSerializable(typeof(ConsoleHeard))]
[JsonSerializable(typeof(ClockStarted))]
[JsonSerializable(typeof(ClockStopped))]
[JsonSerializable(typeof(DeadlineWarned))]
[JsonSerializable(typeof(DeadlineMissed))]
internal sealed partial class StoredDuty : JsonSerializerContext;
