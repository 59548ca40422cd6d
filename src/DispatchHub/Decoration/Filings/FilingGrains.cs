using Dispatch.Contracts;
using Dispatch.Contracts.Decoration;

namespace Dispatch.Hub.Decoration.Filings;

/// <summary>Where flats are looked at, and who sees what of their owners.</summary>
internal static class FilingGrains
{
    /// <summary>Looking at flats.</summary>
    public static IUnitDeskGrain UnitDesk(this IGrainFactory grains) => grains.GetGrain<IUnitDeskGrain>(0);

    /// <summary>Whether somebody calls on owners, and so needs to know how to reach them.</summary>
    public static bool CallsOnOwners(this Actor actor) =>
        actor.Role is Role.GridWorker or Role.PropertyManager or Role.CommunityStaff or Role.Officer or Role.Captain;
}
