using System.Collections.Immutable;
using Dispatch.Contracts;
using Dispatch.Grains.Clocks;

namespace Dispatch.Grains.Surges;

/// <summary>Something that happened to the surges of a street and not to their clock.</summary>
public abstract record SurgeEvent : OwnerEvent;

/// <summary>The one act: a surge holds over an area from the event's instant on.</summary>
/// <param name="SurgeId">Its id.</param>
/// <param name="Area">Over which street, community or grid.</param>
/// <param name="Types">The codes of the types; empty for all.</param>
/// <param name="Until">When it ends by itself.</param>
/// <param name="Reason">Why.</param>
/// <param name="Freeze">Whether clocks that are not urgent stand still.</param>
/// <param name="Raise">The priority that cases have at least; null leaves priorities alone.</param>
public sealed record SurgeDeclared(
    string SurgeId, Scope Area, ImmutableArray<string> Types, DateTimeOffset Until, string Reason, bool Freeze, Priority? Raise) : SurgeEvent
{
    /// <summary>What it orders.</summary>
    /// <param name="from">The event's instant.</param>
    public SurgeOrder Order(DateTimeOffset from) => new()
    {
        Id = SurgeId,
        Area = Area,
        Types = Types,
        From = from,
        Until = Until,
        Freeze = Freeze,
        Raise = Raise,
    };
}

/// <summary>Somebody ended it before its time, at the event's instant.</summary>
/// <param name="SurgeId">Which.</param>
/// <param name="Reason">Why.</param>
public sealed record SurgeCalledOff(string SurgeId, string Reason) : SurgeEvent;

/// <summary>More of the open cases have been told of its beginning, or of its end before its time.</summary>
/// <param name="SurgeId">Which.</param>
/// <param name="Cases">How many.</param>
/// <param name="UpTo">The owner id of the last of them; null where there were none.</param>
/// <param name="Last">Whether these were the last.</param>
public sealed record SurgeCarried(string SurgeId, int Cases, string? UpTo, bool Last) : SurgeEvent;
