using Dispatch.Contracts;

namespace Dispatch.Hub.City;

/// <summary>The grains by what they stand for.</summary>
internal static class GrainsByScope
{
    public static ICaseGrain Case(this IGrainFactory grains, string id) => grains.GetGrain<ICaseGrain>(Scope.Case(id).ToString());

    public static IGridGrain Grid(this IGrainFactory grains, string id) => grains.GetGrain<IGridGrain>(Scope.Grid(id).ToString());

    public static ICommunityGrain Community(this IGrainFactory grains, string id) => grains.GetGrain<ICommunityGrain>(Scope.Community(id).ToString());

    public static IHandOverGrain HandOver(this IGrainFactory grains, Scope team) => grains.GetGrain<IHandOverGrain>(team.ToString());

    public static ITeamGrain Team(this IGrainFactory grains, Scope team) => grains.GetGrain<ITeamGrain>(team.ToString());

    public static IOfficerGrain Officer(this IGrainFactory grains, string userName) => grains.GetGrain<IOfficerGrain>(Scope.Officer(userName).ToString());

    public static IAssignmentGrain Assignment(this IGrainFactory grains, string streetId) => grains.GetGrain<IAssignmentGrain>(Scope.Street(streetId).ToString());

    public static INoticeDeskGrain Notices(this IGrainFactory grains) => grains.GetGrain<INoticeDeskGrain>(0);

    public static IPersonNoticesGrain PersonNotices(this IGrainFactory grains, string userName) => grains.GetGrain<IPersonNoticesGrain>($"user:{userName}");

    public static ISurgeGrain Surges(this IGrainFactory grains, string streetId) => grains.GetGrain<ISurgeGrain>(Scope.Surges(streetId).ToString());

    public static IPolicyGrain Policies(this IGrainFactory grains, string streetId) => grains.GetGrain<IPolicyGrain>(Scope.Street(streetId).ToString());

    public static IDryRunGrain DryRuns(this IGrainFactory grains, string streetId) => grains.GetGrain<IDryRunGrain>(Scope.Street(streetId).ToString());

    public static IPlaceGrain Places(this IGrainFactory grains) => grains.GetGrain<IPlaceGrain>(0);

    public static IUserDirectoryGrain Users(this IGrainFactory grains) => grains.GetGrain<IUserDirectoryGrain>(0);

    public static IEvidenceGrain Evidence(this IGrainFactory grains) => grains.GetGrain<IEvidenceGrain>(0);

    public static IExternalSourceGrain Sources(this IGrainFactory grains) => grains.GetGrain<IExternalSourceGrain>(0);

    public static IFigureGrain Figures(this IGrainFactory grains) => grains.GetGrain<IFigureGrain>(0);

    public static IForecastGrain Forecasts(this IGrainFactory grains) => grains.GetGrain<IForecastGrain>(0);

    public static IMorningGrain Mornings(this IGrainFactory grains) => grains.GetGrain<IMorningGrain>(0);

    public static IOutageGrain Outages(this IGrainFactory grains, string streetId) => grains.GetGrain<IOutageGrain>(Scope.Street(streetId).ToString());

    public static ICityQueryGrain City(this IGrainFactory grains) => grains.GetGrain<ICityQueryGrain>(0);
}
