using Dispatch.Contracts.Decoration;
using Dispatch.Grains.Decoration.Dossiers;
using Dispatch.Grains.Policies;

namespace Dispatch.Grains.Decoration.Filings;

/// <summary>How a flat's filings are shown.</summary>
internal static class FilingViews
{
    public static UnitFilingsView Of(UnitFilings flat, long version, PolicyPack pack) => new()
    {
        Id = $"{flat.Unit!.EstateId}.{flat.Unit.UnitId}",
        Version = version,
        Clocks = DossierClocks.Views(flat.Clocks, pack),
        Unit = flat.Unit.Name,
        Estate = flat.Unit.Estate,
        CommunityId = flat.Unit.CommunityId,
        Filings = flat.Filings,
        Scans = flat.Scans,
    };
}
