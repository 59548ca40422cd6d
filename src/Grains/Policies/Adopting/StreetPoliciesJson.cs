using System.Text.Json;
using System.Text.Json.Serialization;
using Dispatch.Grains.Clocks;
using Dispatch.Grains.Storage;

namespace Dispatch.Grains.Policies.Adopting;

/// <summary>How a street's acts are stored: compact JSON by generated code.</summary>
public static class StreetPoliciesJson
{
    private static readonly EventJson Events = new("a street's policies", StoredPolicies.Default, [typeof(PolicyAdopted)]);

    /// <summary>The acts as a snapshot.</summary>
    public static string Snapshot(StreetPolicies policies) => JsonSerializer.Serialize(policies, StoredPolicies.Default.StreetPolicies);

    /// <summary>The acts of a snapshot.</summary>
    /// <exception cref="JsonException">None: a damaged store.</exception>
    public static StreetPolicies Policies(string snapshot) =>
        JsonSerializer.Deserialize(snapshot, StoredPolicies.Default.StreetPolicies) ?? throw new JsonException("The snapshot is null.");

    /// <inheritdoc cref="EventJson.Record"/>
    public static EventRecord Record(Happened happened) => Events.Record(happened);

    /// <summary>What stored events make.</summary>
    /// <exception cref="JsonException">An event that is not readable: a damaged store.</exception>
    public static StreetPolicies Replay(IEnumerable<EventRecord> events) =>
        events.Aggregate(StreetPolicies.None, (policies, record) => policies.Apply(Events.Happened(record)));
}

/// <summary>The generated code of stored JSON.</summary>
[JsonSourceGenerationOptions(
    PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase,
    DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull)]
[JsonSerializable(typeof(StreetPolicies))]
[JsonSerializable(typeof(PolicyAdopted))]
internal sealed partial class StoredPolicies : JsonSerializerContext;
