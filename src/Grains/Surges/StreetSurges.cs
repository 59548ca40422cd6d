using System.Collections.Immutable;
using System.Text.Json.Serialization;
using Dispatch.Contracts;
using Dispatch.Grains.Clocks;

namespace Dispatch.Grains.Surges;

/// <summary>
/// The surges of a street as their events left them. Immutable; only <see cref="Apply"/> makes the next one, live and in replay. Its
/// version is the store's and not part of it.
/// </summary>
public sealed record StreetSurges
{
    /// <summary>The clock by which a surge is carried to the open cases: due at once until the last of them has heard of it.</summary>
    public const string Carry = "carry";

    /// <summary>As many are kept, the newest; older ones stand in the events.</summary>
    public const int Most = 32;

    /// <summary>A street that never had one.</summary>
    public static StreetSurges None { get; } = new();

    /// <summary>The surges, oldest first.</summary>
    public ImmutableArray<Surge> Surges { get; init; } = [];

    /// <summary>How many there ever were: the next one's number.</summary>
    public int Count { get; init; }

    /// <summary>The clock <see cref="Carry"/>; null until it first ran.</summary>
    public SlaClock? Clock { get; init; }

    /// <summary>When the last event was decided: no later one is decided before it.</summary>
    public DateTimeOffset LastEventAt { get; init; }

    /// <summary>The surge that cases are being told of; null where all have heard of all.</summary>
    [JsonIgnore]
    public Surge? ToCarry => Surges.FirstOrDefault(surge => !surge.Carried);

    /// <summary>What a decision about a case at an instant must know.</summary>
    public IReadOnlyList<SurgeOrder> KnownAt(DateTimeOffset at)
    {
        List<SurgeOrder>? known = null;
        foreach (var surge in Surges)
        {
            if (!surge.Carried || surge.Order.End > at)
            {
                (known ??= []).Add(surge.Order);
            }
        }

        return known ?? [];
    }

    /// <summary>The surge of an id; null where there is none, or it is too long ago.</summary>
    public Surge? Find(string id) => Surges.FirstOrDefault(surge => surge.Order.Id == id);

    /// <summary>The surges after one more event.</summary>
    /// <exception cref="InvalidOperationException">An event that no street knows: a damaged store.</exception>
    public StreetSurges Apply(Happened happened) => After(happened) with { LastEventAt = happened.At };

    private StreetSurges After(Happened happened) => happened.Event switch
    {
        SurgeDeclared e => this with
        {
            Count = Count + 1,
            Surges = [.. Kept(happened.At), Of(e, happened)],
        },
        SurgeCalledOff e => With(e.SurgeId, surge => surge with
        {
            Order = surge.Order with { EndedAt = happened.At },
            EndedBy = happened.Actor,
            EndReason = e.Reason,
            CarriedTo = null,
            Carried = false,
        }),
        SurgeCarried e => With(e.SurgeId, surge => surge with
        {
            CarriedTo = e.Last ? null : e.UpTo,
            Carried = e.Last,
            Cases = surge.Cases + (surge.Order.EndedAt is null ? e.Cases : 0),
        }),
        ClockStarted e => this with { Clock = SlaClock.Start(e.Clock, e.Budget, e.Calendar, e.Marks, e.From ?? happened.At) with { Generation = e.Generation } },
        ClockStopped e => this with { Clock = Clock?.Stop(happened.At, e.State) },
        DeadlineMissed e => this with { Clock = Clock?.MarkFired(e.Mark) },
        _ => throw new InvalidOperationException($"The surges of a street do not know {happened.Event.Name}."),
    };

    private IEnumerable<Surge> Kept(DateTimeOffset at) =>
        Surges.Where((surge, place) => place > Surges.Length - Most || !surge.Carried || surge.Order.End > at);

    private StreetSurges With(string id, Func<Surge, Surge> change) =>
        Find(id) is { } surge ? this with { Surges = Surges.Replace(surge, change(surge)) } : this;

    private static Surge Of(SurgeDeclared e, Happened happened) => new()
    {
        Order = e.Order(happened.At),
        Reason = e.Reason,
        By = happened.Actor,
    };
}

/// <summary>One surge with how far it has been carried.</summary>
public sealed record Surge
{
    /// <summary>What it orders.</summary>
    public required SurgeOrder Order { get; init; }

    /// <summary>Why it was declared.</summary>
    public required string Reason { get; init; }

    /// <summary>Who declared it.</summary>
    public required string By { get; init; }

    /// <summary>Who ended it before its time.</summary>
    public string? EndedBy { get; init; }

    /// <summary>Why it was ended.</summary>
    public string? EndReason { get; init; }

    /// <summary>The owner id of the last case that was told of its present state; null before the first and after the last.</summary>
    public string? CarriedTo { get; init; }

    /// <summary>Whether every open case was told.</summary>
    public bool Carried { get; init; }

    /// <summary>How many cases were told that it began.</summary>
    public int Cases { get; init; }

    /// <summary>The surge as views show it at an instant.</summary>
    public SurgeView View(DateTimeOffset at) => new()
    {
        Id = Order.Id,
        Scope = Order.Area,
        Types = Order.Types,
        From = Order.From,
        Until = Order.Until,
        Reason = Reason,
        By = By,
        Freeze = Order.Freeze,
        Raise = Order.Raise,
        InForce = at < Order.End,
        Cases = Cases,
        Carried = Carried,
        EndedAt = Order.EndedAt,
        EndedBy = EndedBy,
        EndReason = EndReason,
    };
}
