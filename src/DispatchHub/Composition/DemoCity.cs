using Dispatch.Contracts;
using Dispatch.Grains.Policies;
using Dispatch.Grains.Routing;
using Dispatch.Simulator;

namespace Dispatch.Hub.Composition;

/// <summary>What the simulated city of a demonstration is told about the street that the hub serves.</summary>
public static class DemoCity
{
    // Estates are what decoration cases are about: the real streets' reports come from there.
    private const double EstateWeight = 3;

    /// <summary>
    /// The first street of a territory as a city to simulate. A grid without a worker among those who can sign in is given one, who
    /// acts through the grains only, so that the whole street is alive.
    /// </summary>
    public static CityPlan Plan(Territory territory, PolicyPack pack)
    {
        var street = territory.Streets[0];
        var communities = territory.Communities.Where(one => one.StreetId == street.Id && !one.IsUnlocated).Select(one => one.Id).ToHashSet();
        var grids = territory.Grids.Where(grid => communities.Contains(grid.CommunityId) && !grid.IsUnlocated).ToList();
        return new CityPlan
        {
            StreetId = street.Id,
            Zone = street.Zone,
            People = [.. People(territory, grids)],
            Places = [.. Places(territory, grids)],
            Kinds = [.. pack.Types.Values.OrderBy(type => type.Code, StringComparer.Ordinal).Select(KindOf)],
            OnDuty = (actor, at) => actor is not { Role: Role.GridWorker or Role.CommunityStaff, Area: { } area } || territory.Staffing.IsStaffed(area, at),
        };
    }

    private static IEnumerable<Actor> People(Territory territory, List<Grid> grids)
    {
        var known = territory.People.Select(person => new Actor(person.UserName, person.Role, person.Area)).ToList();
        var worked = known.Where(actor => actor.Role == Role.GridWorker).Select(actor => actor.Area).ToHashSet();
        return known.Concat(grids.Where(grid => !worked.Contains(grid.Scope)).Select(grid => new Actor($"grid-{grid.Id}", Role.GridWorker, grid.Scope)));
    }

    private static IEnumerable<CityPlace> Places(Territory territory, List<Grid> grids)
    {
        foreach (var grid in grids)
        {
            yield return new CityPlace(new PlaceInput { GridId = grid.Id }, grid.Id, grid.CommunityId);
        }

        var byId = grids.ToDictionary(grid => grid.Id, StringComparer.Ordinal);
        foreach (var estate in territory.Estates)
        {
            foreach (var building in estate.Buildings.Where(building => byId.ContainsKey(building.GridId)))
            {
                foreach (var unit in building.Units)
                {
                    yield return new CityPlace(
                        new PlaceInput { Estate = estate.Id, Building = building.Id, Unit = unit }, building.GridId, byId[building.GridId].CommunityId, EstateWeight);
                }
            }
        }
    }

    private static CaseKind KindOf(CaseType type) => CaseStories.Of(
        type.Code,
        [.. type.Clocks.Rules.Where(rule => rule.StopOn.Contains($"Milestone:{rule.Name}")).Select(rule => rule.Name)],
        type.MinOfficers);
}
