using Dispatch.Contracts;
using Dispatch.Contracts.Decoration;
using Dispatch.TestKit;

namespace Dispatch.Hub.Tests.Decoration.Catalogue;

/// <summary>The sample's catalogue, and one version of it.</summary>
internal sealed class FakeCatalogue : ICatalogueGrain
{
    public Task<DecorationCatalogue?> Read(Scope? area, string? version, DateTimeOffset at) =>
        Task.FromResult(version is null || version == Sample.Xiashi.Version ? Sample.Xiashi.Catalogue!.View : null);
}
