using Dispatch.Grains.Cases;
using Dispatch.Grains.Feeds;
using Dispatch.Grains.Figures;
using Dispatch.Grains.Policies;
using Dispatch.Grains.Routing;
using Dispatch.Silo.Health;
using Dispatch.Silo.Hosting;
using Dispatch.Silo.Storage.Auditing;
using Microsoft.Extensions.DependencyInjection;

namespace Dispatch.Silo.City;

/// <summary>What grains are given beside the store: territory, packs, the map.</summary>
internal static class CityRegistration
{
    /// <summary>Registers the city of these files; its start step comes after the clock's.</summary>
    public static IServiceCollection AddCity(this IServiceCollection services, CityFiles files) => services
        .AddSingleton(files)
        .AddSingleton(files.Territory)
        .AddSingleton<AreaMap>()
        .AddSingleton<OpenedCity>()
        .AddSingleton<CalendarGaps>()
        .AddSingleton<IReadinessNote>(provider => provider.GetRequiredService<CalendarGaps>())
        .AddSingleton<IPolicyShelf>(provider => provider.GetRequiredService<OpenedCity>().Policies)
        .AddSingleton<CaseRows>()
        .AddSingleton<FactsShelf>()
        .AddSingleton<ICaseRows>(provider => provider.GetRequiredService<CaseRows>())
        .AddSingleton<IOwnerFold, OwnerFold>()
        .AddStartStep<CityOpening>();
}
