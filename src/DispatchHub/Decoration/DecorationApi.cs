using Dispatch.Hub.Decoration.Filings;
using Dispatch.Hub.Decoration.Mediations;

namespace Dispatch.Hub.Decoration;

/// <summary>House decoration over HTTP: everything under one line of the hub, so that it can be left out.</summary>
internal static class DecorationApi
{
    public static void Map(IEndpointRouteBuilder app)
    {
        MediationApi.Map(app);
        FilingApi.Map(app);
        UnitApi.Map(app);
        DoorPages.Map(app);
    }
}
