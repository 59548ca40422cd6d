using Dispatch.Contracts;
using Dispatch.Contracts.Decoration;
using Dispatch.Grains.Decoration.Dossiers;
using Dispatch.Grains.Policies;
using Dispatch.Grains.Routing;

namespace Dispatch.Grains.Decoration.Pilots;

/// <summary>How a pilot project is shown. Pure.</summary>
internal static class PilotViews
{
    public static PilotView Of(Pilot pilot, long version, PolicyPack pack, Territory territory) => new()
    {
        Id = pilot.Opened!.Id,
        Version = version,
        Clocks = DossierClocks.Views(pilot.Clocks, pack),
        Stage = pilot.Stage,
        StreetId = pilot.Opened.StreetId,
        Title = pilot.Opened.Title,
        Lead = pilot.Opened.Lead,
        Bureau = pilot.Opened.Bureau,
        Team = pilot.Opened.Team,
        Communities = [.. pilot.Opened.CommunityIds.Select(id => Community(id, territory))],
        Estates = [.. pilot.Opened.EstateIds.Select(id => new PilotPlace(id, territory.FindEstate(id)?.Name ?? Text.Same(id)))],
        Practice = pilot.Opened.Practice,
        Compared = pilot.Opened.Compared,
        Before = pilot.Opened.Before,
        After = pilot.Results?.After,
        Results = pilot.Results?.Said,
        Experience = pilot.Experience,
        Since = pilot.Since,
        Adoptions = [.. pilot.Adoptions.Select(one => new PilotAdoption(Community(one.CommunityId, territory), one.At, one.By, one.Plan))],
        CalledOff = pilot.CalledOff,
        May = [],
    };

    private static PilotPlace Community(string id, Territory territory) => new(id, territory.FindCommunity(id)?.Name ?? Text.Same(id));
}
