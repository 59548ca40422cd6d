using System.Text.Json.Serialization;

namespace Dispatch.Contracts;

/// <summary>
/// 高峰: what a surge orders, as cases of its street must know it. It is in force from <see cref="From"/> on and before
/// <see cref="End"/>, whenever a case hears of it.
/// </summary>
[GenerateSerializer, Immutable, Alias("surge-order")]
public sealed record SurgeOrder
{
    /// <summary>The id: the street's, a full stop and a number counted from 1.</summary>
    [Id(0)] public required string Id { get; init; }

    /// <summary>The street, community or grid that it is over.</summary>
    [Id(1)] public required Scope Area { get; init; }

    /// <summary>The codes of the types that it is over; empty for all.</summary>
    [Id(2)] public IReadOnlyList<string> Types { get; init; } = [];

    /// <summary>Since when.</summary>
    [Id(3)] public required DateTimeOffset From { get; init; }

    /// <summary>When it ends by itself.</summary>
    [Id(4)] public required DateTimeOffset Until { get; init; }

    /// <summary>When somebody ended it before its time; null where nobody did.</summary>
    [Id(5)] public DateTimeOffset? EndedAt { get; init; }

    /// <summary>Whether clocks that are not urgent stand still under it.</summary>
    [Id(6)] public bool Freeze { get; init; } = true;

    /// <summary>The priority that cases have at least under it; null leaves priorities alone.</summary>
    [Id(7)] public Priority? Raise { get; init; }

    /// <summary>The first instant at which it is not in force any more.</summary>
    [JsonIgnore]
    public DateTimeOffset End => EndedAt ?? Until;

    /// <summary>Whether it is in force at an instant.</summary>
    public bool HoldsAt(DateTimeOffset at) => From <= at && at < End;

    /// <summary>Whether it is over a case of this type at this place.</summary>
    public bool IsOver(string type, CasePlace place) => (Types.Count == 0 || Types.Contains(type)) && Lies(place, Area);

    /// <summary>Whether a place lies in a street, community or grid.</summary>
    public static bool Lies(CasePlace place, Scope area) => area.Kind switch
    {
        ScopeKind.Street => place.StreetId == area.Id,
        ScopeKind.Community => place.CommunityId == area.Id,
        ScopeKind.Grid => place.GridId == area.Id,
        _ => false,
    };
}
