using Dispatch.Hub.Composition;
using Dispatch.Simulator;
using Dispatch.TestKit;

namespace Dispatch.Scenarios.Simulator;

/// <summary>The sample street as a simulated city, as a demonstration has it.</summary>
internal static class SampleCity
{
    /// <summary>A Monday of 2026 at 08:30 in Haining.</summary>
    public static DateTimeOffset Morning { get; } = new DateTimeOffset(2026, 9, 7, 8, 30, 0, TimeSpan.FromHours(8)).ToUniversalTime();

    public static CityPlan Plan { get; } = DemoCity.Plan(Sample.Territory, Sample.Xiashi);
}
