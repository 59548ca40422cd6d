using Orleans.Concurrency;

namespace Dispatch.Contracts;

/// <summary>Which policy packs a street has adopted. Its key is the street's scope, <c>street:{id}</c>.</summary>
[Alias("policy-grain")]
public interface IPolicyGrain : IGrainWithStringKey
{
    /// <summary>
    /// The pack under which a case of a community is opened at an instant; null where none was adopted by then, so that the one of the
    /// settings holds. In memory.
    /// </summary>
    /// <param name="communityId">The community; null for the street as a whole.</param>
    /// <param name="at">The instant.</param>
    [Alias("in-force"), AlwaysInterleave]
    Task<PolicyName?> InForce(string? communityId, DateTimeOffset at);

    /// <summary>Every act, oldest first.</summary>
    [Alias("adoptions"), AlwaysInterleave]
    Task<IReadOnlyList<PolicyAdoption>> Adoptions();

    /// <summary>By which pack cases are opened where, and which packs there are.</summary>
    [Alias("overview")]
    Task<PolicyOverview> Overview(DateTimeOffset now);

    /// <summary>How a pack differs from those that hold in the areas of a wish to adopt it; why it could not be adopted there. Nothing is stored.</summary>
    [Alias("examine")]
    Task<PackLookAnswer> Examine(AdoptPolicy wish, DateTimeOffset now);

    /// <summary>Adopts a pack, or refuses to and stores nothing.</summary>
    [Alias("adopt")]
    Task<AdoptionAnswer> Adopt(PolicyAdopting adopting);
}
