using Dispatch.Contracts;

namespace Dispatch.Hub.City;

/// <summary>The grains by what they stand for.</summary>
internal static class GrainsByScope
{
    public static ICaseGrain Case(this IGrainFactory grains, string id) => grains.GetGrain<ICaseGrain>(Scope.Case(id).ToString());

    public static IGridGrain Grid(this IGrainFactory grains, string id) => grains.GetGrain<IGridGrain>(Scope.Grid(id).ToString());

    public static ICommunityGrain Community(this IGrainFactory grains, string id) => grains.GetGrain<ICommunityGrain>(Scope.Community(id).ToString());

    public static ITeamGrain Team(this IGrainFactory grains, Scope team) => grains.GetGrain<ITeamGrain>(team.ToString());

    public static IOfficerGrain Officer(this IGrainFactory grains, string userName) => grains.GetGrain<IOfficerGrain>(Scope.Officer(userName).ToString());

    public static IPolicyGrain Policies(this IGrainFactory grains, string streetId) => grains.GetGrain<IPolicyGrain>(Scope.Street(streetId).ToString());

    public static IPlaceGrain Places(this IGrainFactory grains) => grains.GetGrain<IPlaceGrain>(0);

    public static IUserDirectoryGrain Users(this IGrainFactory grains) => grains.GetGrain<IUserDirectoryGrain>(0);

    public static IEvidenceGrain Evidence(this IGrainFactory grains) => grains.GetGrain<IEvidenceGrain>(0);

    public static IFigureGrain Figures(this IGrainFactory grains) => grains.GetGrain<IFigureGrain>(0);

    public static IForecastGrain Forecasts(this IGrainFactory grains) => grains.GetGrain<IForecastGrain>(0);

    public static ICityQueryGrain City(this IGrainFactory grains) => grains.GetGrain<ICityQueryGrain>(0);
}
