using System.Collections.Frozen;
using System.Text.Json;
using System.Text.Json.Serialization;
using System.Text.Json.Serialization.Metadata;
using Dispatch.Grains.Clocks;

namespace Dispatch.Grains.Storage;

/// <summary>How the events of one kind of owner are stored: compact JSON by generated code, an event's type told by its name beside it.</summary>
/// <param name="owner">Whose events they are, as a fault says it: <c>a case</c>.</param>
/// <param name="json">The generated code.</param>
/// <param name="events">Every event that such an owner has.</param>
internal sealed class EventJson(string owner, JsonSerializerContext json, IEnumerable<Type> events)
{
    private readonly FrozenDictionary<string, JsonTypeInfo> _types = events.ToFrozenDictionary(
        type => type.Name, type => json.GetTypeInfo(type) ?? throw new InvalidOperationException($"{type.Name} is missing in {json.GetType().Name}."));

    /// <summary>An event as stored.</summary>
    public EventRecord Record(Happened happened) => new(
        happened.Event.Name, happened.At, happened.OccurredAt, happened.Actor, JsonSerializer.Serialize(happened.Event, _types[happened.Event.Name]));

    /// <summary>The event of a stored one.</summary>
    /// <exception cref="JsonException">Unknown or not readable: a damaged store.</exception>
    public Happened Happened(EventRecord record) =>
        _types.TryGetValue(record.Name, out var type) && JsonSerializer.Deserialize(record.Data, type) is OwnerEvent happening
            ? new Happened(happening, record.At, record.OccurredAt, record.Actor)
            : throw new JsonException($"{record.Name} is not an event of {owner}.");
}
