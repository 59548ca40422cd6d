using System.Collections.Immutable;
using Dispatch.Contracts;
using Dispatch.Grains.Clocks;

namespace Dispatch.Grains.Policies.Adopting;

/// <summary>A pack was adopted.</summary>
/// <param name="Adoption">The act.</param>
public sealed record PolicyAdopted(PolicyAdoption Adoption) : OwnerEvent;

/// <summary>
/// What a street has adopted, as its events left it. Immutable; only <see cref="Apply"/> makes the next one, live and in replay.
/// </summary>
public sealed record StreetPolicies
{
    /// <summary>The kind of owner that the acts are stored under: <c>policy:{street}</c>.</summary>
    public const string OwnerKind = "policy";

    /// <summary>A street that never adopted anything.</summary>
    public static StreetPolicies None { get; } = new();

    /// <summary>Every act, oldest first.</summary>
    public ImmutableArray<PolicyAdoption> Adoptions { get; init; } = [];

    /// <summary>After one more event.</summary>
    /// <exception cref="InvalidOperationException">An event that no street's policies know: a damaged store.</exception>
    public StreetPolicies Apply(Happened happened) => happened.Event is PolicyAdopted { Adoption: var adoption }
        ? this with { Adoptions = Adoptions.Add(adoption) }
        : throw new InvalidOperationException($"A street's policies do not know {happened.Event.Name}.");
}
