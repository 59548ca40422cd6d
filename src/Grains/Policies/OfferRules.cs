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

    /// <summary>What ranks officers for the dispatcher where a pack does not say (proposed).</summary>
    public static OfferRules ByHand { get; } = new() { Automatic = false, Rounds = 1, Ranking = ["line", "skill", "area", "load", "rest"] };
}
