using Dispatch.Hub.Decoration.Committee;
using Dispatch.Hub.Decoration.Estates;
using Dispatch.Hub.Decoration.Filings;
using Dispatch.Hub.Decoration.Mediations;
using Dispatch.Hub.Decoration.Papers;
using Dispatch.Hub.Decoration.Pilots;
using Dispatch.Hub.Decoration.Promises;
using Dispatch.Hub.Decoration.Reviews;
using Dispatch.Hub.Decoration.Rounds;
using Dispatch.Hub.Decoration.Sessions;
using Dispatch.Hub.Decoration.Visits;

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
        EstateApi.Map(app);
        GuidanceApi.Map(app);
        ReviewApi.Map(app);
        PapersApi.Map(app);
        RoundApi.Map(app);
        VisitApi.Map(app);
        PromiseApi.Map(app);
        PilotApi.Map(app);
        CommitteeApi.Map(app);
        TeachingApi.Map(app);
        LearnPages.Map(app);
    }
}
