using System.Text.Json;
using System.Text.Json.Serialization;
using Dispatch.Grains.Clocks;
using Dispatch.Grains.Storage;

namespace Dispatch.Grains.Surges;

/// <summary>How the surges of a street and their events are stored: compact JSON by generated code, an event's type told by its name beside it.</summary>
public static class SurgeJson
{
    private static readonly EventJson Events = new("surges", StoredSurges.Default, [
        typeof(SurgeDeclared), typeof(SurgeCalledOff), typeof(SurgeCarried), typeof(ClockStarted), typeof(ClockStopped), typeof(DeadlineMissed),
    ]);

    /// <summary>The surges as their snapshot.</summary>
    public static string Snapshot(StreetSurges surges) => JsonSerializer.Serialize(surges, StoredSurges.Default.StreetSurges);

    /// <summary>The surges of a snapshot.</summary>
    /// <exception cref="JsonException">No surges: a damaged store.</exception>
    public static StreetSurges Surges(string snapshot) =>
        JsonSerializer.Deserialize(snapshot, StoredSurges.Default.StreetSurges) ?? throw new JsonException("The snapshot is null.");

    /// <inheritdoc cref="EventJson.Record"/>
    public static EventRecord Record(Happened happened) => Events.Record(happened);

    /// <inheritdoc cref="EventJson.Happened"/>
    public static Happened Happened(EventRecord record) => Events.Happened(record);

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
