using System.Collections.Immutable;
using Dispatch.Grains.Policies;
using Dispatch.Grains.Routing;
using Dispatch.Grains.Teams;
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

    /// <summary>The first rosters of its teams; none where the territory comes without.</summary>
    public ImmutableArray<TeamRoster> Rosters { get; init; } = [];

    /// <summary>Reads both and the rosters beside the territory, and checks that they fit each other.</summary>
    /// <exception cref="StartFaultException">Something is wrong; one line names every fault by its path.</exception>
    public static CityFiles Read(DispatchSettings settings)
    {
        var sample = SampleFolder.PathOf(Sample);
        var ground = settings.Territory.Path is { } named ? SampleFolder.PathOf(named) : Path.Combine(sample, TerritoryFolder);
        var rules = settings.Policy.Path is { } pack ? SampleFolder.PathOf(pack) : sample;
        var territory = TerritoryFile.Load(ground);
        Refuse($"The territory {ground} has faults", territory.Faults);
        var policy = PolicyFile.Load(rules);
        Refuse($"The policy pack {rules} has faults", policy.Faults);
        Refuse($"The policy pack {rules} does not fit the territory {ground}", PolicyAgainstTerritory.Faults(policy.Pack!, territory.Territory!));
        var rosters = RosterFile.Load(ground, territory.Territory!, policy.Pack!.StreetCalendar);
        Refuse($"The rosters of the territory {ground} have faults", rosters.Faults);
        return new CityFiles(territory.Territory!, policy) { Rosters = rosters.Teams };
    }

    private static void Refuse(string what, ImmutableArray<Fault> faults)
    {
        if (!faults.IsEmpty)
        {
            throw new StartFaultException($"{what}: {string.Join("; ", faults)}.");
        }
    }
}
