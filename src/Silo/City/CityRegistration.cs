using Dispatch.Grains.Cases;
using Dispatch.Grains.Feeds;
using Dispatch.Grains.Policies;
using Dispatch.Grains.Routing;
using Dispatch.Silo.Health;
using Dispatch.Silo.Hosting;
using Microsoft.Extensions.DependencyInjection;

namespace Dispatch.Silo.City;

/// <summary>Puts the territory and the policy packs where the grains find them.</summary>
internal static class CityRegistration
{
    /// <summary>They are there once the start step has been taken, which needs the store and the clock.</summary>
    public static IServiceCollection AddCity(this IServiceCollection services) => services
        .AddSingleton<OpenedCity>()
        .AddSingleton<CalendarGaps>()
        .AddSingleton<IReadinessNote>(provider => provider.GetRequiredService<CalendarGaps>())
        .AddSingleton(provider => provider.GetRequiredService<OpenedCity>().Territory)
        .AddSingleton<AreaMap>()
        .AddSingleton<IPolicyShelf>(provider => provider.GetRequiredService<OpenedCity>().Policies)
        .AddSingleton<CaseRows>()
        .AddSingleton<ICaseRows>(provider => provider.GetRequiredService<CaseRows>())
        .AddStartStep<CityOpening>();
}
