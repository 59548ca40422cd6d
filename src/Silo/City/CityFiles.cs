using Dispatch.Grains.Policies;
using Dispatch.Grains.Routing;
using Dispatch.Silo.Hosting;

namespace Dispatch.Silo.City;

/// <summary>The territory and the policy pack in force, as read from their files without a fault.</summary>
/// <param name="Territory">The territory.</param>
/// <param name="Policy">The pack and its text.</param>
public sealed record CityFiles(Territory Territory, PolicyLoad Policy)
{
    /// <summary>The sample that is used where nothing else is named.</summary>
    public const string Sample = "xiashi";

    private const string TerritoryFolder = "territory";

    /// <summary>Reads both, and checks that they fit each other.</summary>
    /// <exception cref="StartFaultException">Something is wrong; every fault is named by its path, one a line.</exception>
    public static CityFiles Read(DispatchSettings settings)
    {
        var sample = SampleFolder.PathOf(Sample);
        var territory = TerritoryFile.Load(settings.Territory.Path is { } named ? SampleFolder.PathOf(named) : Path.Combine(sample, TerritoryFolder));
        var policy = PolicyFile.Load(settings.Policy.Path is { } pack ? SampleFolder.PathOf(pack) : sample);
        var faults = territory.Faults.AddRange(policy.Faults);
        if (territory.Territory is { } ground && policy.Pack is { } rules)
        {
            faults = faults.AddRange(PolicyAgainstTerritory.Faults(rules, ground));
            if (faults.IsEmpty)
            {
                return new CityFiles(ground, policy);
            }
        }

        throw new StartFaultException(
            $"The territory or the policy pack has {faults.Length} fault(s):{Environment.NewLine}{string.Join(Environment.NewLine, faults.Select(fault => $"  {fault}"))}");
    }
}
