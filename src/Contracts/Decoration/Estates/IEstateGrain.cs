using Orleans.Concurrency;

namespace Dispatch.Contracts.Decoration;

/// <summary>The dossier of one estate of the territory. Its key is <c>estate:{id}</c>.</summary>
[Alias("estate-grain")]
public interface IEstateGrain : IDossierGrain
{
    /// <summary>The dossier as somebody sees it, with what they may do; null where the territory has no such estate.</summary>
    [Alias("open-for")]
    Task<EstateView?> OpenFor(Actor actor, DateTimeOffset at);

    /// <summary>The watch point that a report at this place falls on; null for none. Asked at every report, so it answers from memory.</summary>
    /// <param name="unit">The flat; null where the report names none.</param>
    /// <param name="type">The code of the case's type.</param>
    [Alias("watched")]
    Task<WatchPoint?> Watched(string? unit, string type);
}

/// <summary>Looking at estates: a stateless worker with key 0.</summary>
[Alias("estate-desk-grain")]
public interface IEstateDeskGrain : IGrainWithIntegerKey
{
    /// <summary>The estates of a street, community or grid, by id, those without a dossier included; at most 1,000.</summary>
    [Alias("list"), ReadOnly]
    Task<EstateList> List(Scope area);

    /// <summary>What residents read under a link; null where there is no such link. A link cannot be guessed: it carries an HMAC under a secret of the store.</summary>
    /// <param name="secret">What stands after <c>/g/</c>.</param>
    /// <param name="at">City time.</param>
    [Alias("guidance")]
    Task<PublicGuidance?> Guidance(string secret, DateTimeOffset at);
}
