using System.Text.Json;
using System.Text.Json.Serialization;
using System.Text.Json.Serialization.Metadata;
using Dispatch.Grains.Clocks;
using Dispatch.Grains.Storage;

namespace Dispatch.Grains.Decoration.Dossiers;

/// <summary>How one kind of dossier is stored: its snapshot and its events as compact JSON by generated code.</summary>
public sealed class DossierKind
{
    private static readonly Type[] OfClocks = [typeof(ClockStarted), typeof(ClockStopped), typeof(DeadlineWarned), typeof(DeadlineMissed)];

    private readonly JsonTypeInfo _state;
    private readonly EventJson _events;

    /// <summary>A kind.</summary>
    /// <param name="name">One of <see cref="Contracts.Decoration.DossierKinds"/>.</param>
    /// <param name="none">A dossier to which nothing has happened.</param>
    /// <param name="json">The generated code of its state, of its events and of the four of clocks.</param>
    /// <param name="events">The events of its own.</param>
    /// <param name="interface">The interface of its grain.</param>
    public DossierKind(string name, Dossier none, JsonSerializerContext json, IEnumerable<Type> events, Type @interface)
    {
        (Name, None, Interface) = (name, none, @interface);
        _state = json.GetTypeInfo(none.GetType()) ?? throw new InvalidOperationException($"{none.GetType().Name} is missing in {json.GetType().Name}.");
        _events = new EventJson(name, json, events.Concat(OfClocks));
    }

    /// <summary>As its owner ids begin.</summary>
    public string Name { get; }

    /// <summary>A dossier to which nothing has happened.</summary>
    public Dossier None { get; }

    /// <summary>The interface of its grain: an <see cref="Contracts.Decoration.IDossierGrain"/>.</summary>
    public Type Interface { get; }

    /// <summary>A state as its snapshot.</summary>
    public string Snapshot(Dossier dossier) => JsonSerializer.Serialize(dossier, _state);

    /// <summary>The state of a snapshot.</summary>
    /// <exception cref="JsonException">None of this kind: a damaged store.</exception>
    public Dossier Read(string snapshot) => (Dossier?)JsonSerializer.Deserialize(snapshot, _state) ?? throw new JsonException("The snapshot is null.");

    /// <summary>An event as stored.</summary>
    public EventRecord Record(Happened happened) => _events.Record(happened);

    /// <summary>The event of a stored one.</summary>
    /// <exception cref="JsonException">Unknown or not readable: a damaged store.</exception>
    public Happened Happened(EventRecord record) => _events.Happened(record);

    /// <summary>The state that stored events make.</summary>
    public Dossier Replay(IEnumerable<EventRecord> events) => events.Aggregate(None, (dossier, record) => dossier.Apply(Happened(record)));
}
