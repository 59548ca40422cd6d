using System.Text.Json;
using System.Text.Json.Serialization;
using Dispatch.Grains.Clocks;
using Dispatch.Grains.Storage;

namespace Dispatch.Grains.Policies.Adopting;

/// <summary>How a street's acts are stored: compact JSON by generated code.</summary>
public static class StreetPoliciesJson
{
    /// <summary>The acts as a snapshot.</summary>
    public static string Snapshot(StreetPolicies policies) => JsonSerializer.Serialize(policies, StoredPolicies.Default.StreetPolicies);

    /// <summary>The acts of a snapshot.</summary>
    /// <exception cref="JsonException">None: a damaged store.</exception>
    public static StreetPolicies Policies(string snapshot) =>
        JsonSerializer.Deserialize(snapshot, StoredPolicies.Default.StreetPolicies) ?? throw new JsonException("The snapshot is null.");

    /// <summary>An act as stored.</summary>
    public static EventRecord Record(Happened happened) => new(
        happened.Event.Name, happened.At, happened.OccurredAt, happened.Actor,
        JsonSerializer.Serialize((PolicyAdopted)happened.Event, StoredPolicies.Default.PolicyAdopted));

    /// <summary>What stored events make.</summary>
    /// <exception cref="JsonException">An event that is not readable: a damaged store.</exception>
    public static StreetPolicies Replay(IEnumerable<EventRecord> events) =>
        events.Aggregate(StreetPolicies.None, (policies, record) => policies.Apply(Happened(record)));

    private static Happened Happened(EventRecord record) =>
        record.Name == nameof(PolicyAdopted) && JsonSerializer.Deserialize(record.Data, StoredPolicies.Default.PolicyAdopted) is { } adopted
            ? new Happened(adopted, record.At, record.OccurredAt, record.Actor)
            : throw new JsonException($"{record.Name} is not an event of a street's policies.");
}

/// <summary>The generated code of stored JSON.</summary>
[JsonSourceGenerationOptions(
    PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase,
    DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull)]
[JsonSerializable(typeof(StreetPolicies))]
[JsonSerializable(typeof(PolicyAdopted))]
internal sealed partial class StoredPolicies : JsonSerializerContext;
