using Orleans.Concurrency;

namespace Dispatch.Contracts.Decoration;

/// <summary>Looking into catalogues: a stateless worker with key 0.</summary>
[Alias("catalogue-grain")]
public interface ICatalogueGrain : IGrainWithIntegerKey
{
    /// <summary>A catalogue; null where the pack has none, or no such version is kept.</summary>
    /// <param name="area">A street, community or grid; null for the first street.</param>
    /// <param name="version">A version of the pack in force there; null for the one in force.</param>
    /// <param name="at">City time.</param>
    [Alias("read"), ReadOnly]
    Task<DecorationCatalogue?> Read(Scope? area, string? version, DateTimeOffset at);
}
