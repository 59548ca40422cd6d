using System.Text.Json;
using System.Text.Json.Serialization;
using Dispatch.Grains.Clocks;
using Dispatch.Grains.Storage;

namespace Dispatch.Grains.Surges;

/// <summary>How the surges of a street and their events are stored: compact JSON by generated code, an event's type told by its name beside it.</summary>
public static class SurgeJson
{
    /// <summary>The surges as their snapshot.</summary>
    public static string Snapshot(StreetSurges surges) => JsonSerializer.Serialize(surges, StoredSurges.Default.StreetSurges);

    /// <summary>The surges of a snapshot.</summary>
    /// <exception cref="JsonException">No surges: a damaged store.</exception>
    public static StreetSurges Surges(string snapshot) =>
        JsonSerializer.Deserialize(snapshot, StoredSurges.Default.StreetSurges) ?? throw new JsonException("The snapshot is null.");

    /// <summary>An event as stored.</summary>
    public static EventRecord Record(Happened happened) => new(
        happened.Event.Name,
        happened.At,
        happened.OccurredAt,
        happened.Actor,
        JsonSerializer.Serialize(happened.Event, happened.Event.GetType(), StoredSurges.Default));

    /// <summary>The event of a stored one.</summary>
    /// <exception cref="JsonException">Unknown or not readable: a damaged store.</exception>
    public static Happened Happened(EventRecord record)
    {
        OwnerEvent? happening = record.Name switch
        {
            nameof(SurgeDeclared) => JsonSerializer.Deserialize(record.Data, StoredSurges.Default.SurgeDeclared),
            nameof(SurgeCalledOff) => JsonSerializer.Deserialize(record.Data, StoredSurges.Default.SurgeCalledOff),
            nameof(SurgeCarried) => JsonSerializer.Deserialize(record.Data, StoredSurges.Default.SurgeCarried),
            nameof(ClockStarted) => JsonSerializer.Deserialize(record.Data, StoredSurges.Default.ClockStarted),
            nameof(ClockStopped) => JsonSerializer.Deserialize(record.Data, StoredSurges.Default.ClockStopped),
            nameof(DeadlineMissed) => JsonSerializer.Deserialize(record.Data, StoredSurges.Default.DeadlineMissed),
            _ => null,
        };
        return happening is null
            ? throw new JsonException($"{record.Name} is not an event of surges.")
            : new Happened(happening, record.At, record.OccurredAt, record.Actor);
    }

    /// <summary>The surges that stored events make.</summary>
    public static StreetSurges Replay(IEnumerable<EventRecord> events) =>
        events.Aggregate(StreetSurges.None, (surges, record) => surges.Apply(Happened(record)));
}

/// <summary>The generated code of stored JSON.</summary>
[JsonSourceGenerationOptions(
    PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase,
    DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull)]
[JsonSerializable(typeof(StreetSurges))]
[JsonSerializable(typeof(SurgeDeclared))]
[JsonSerializable(typeof(SurgeCalledOff))]
[JsonSerializable(typeof(SurgeCarried))]
[JsonSerializable(typeof(ClockStarted))]
[JsonSerializable(typeof(ClockStopped))]
[JsonSerializable(typeof(DeadlineMissed))]
internal sealed partial class StoredSurges : JsonSerializerContext;
