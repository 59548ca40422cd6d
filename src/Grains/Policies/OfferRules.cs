using System.Collections.Frozen;
using System.Collections.Immutable;

namespace Dispatch.Grains.Policies;

/// <summary>How a street offers its cases to its officers.</summary>
public sealed record OfferRules
{
    /// <summary>Whether the best are asked by themselves; otherwise the ranking only advises the dispatcher.</summary>
    public required bool Automatic { get; init; }

    /// <summary>How many rounds are asked, each until somebody accepts or its clock runs out, before the captain is told; 1 to 10.</summary>
    public required int Rounds { get; init; }

    /// <summary>The ranking rules that count, in their order: a later one decides only between those whom all earlier ones find equal.</summary>
    public required ImmutableArray<string> Ranking { get; init; }

    /// <summary>Skills that everybody needs who is asked for a case of a type, by the type's code; a type without an entry needs none.</summary>
    public FrozenDictionary<string, ImmutableArray<string>> Skills { get; init; } = FrozenDictionary<string, ImmutableArray<string>>.Empty;
}
