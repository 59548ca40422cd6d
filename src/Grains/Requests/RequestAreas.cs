using System.Globalization;
using Dispatch.Contracts;
using Dispatch.Grains.Routing;

namespace Dispatch.Grains.Requests;

/// <summary>
/// Where published requests belong: neighbourhood, ward and precinct serve as street, community and grid, made as the rows name
/// them. A request without a ward goes to its street's unlocated grid; an unknown neighbourhood is a street of its own name.
/// </summary>
/// <param name="basis">The streets that are there already, with other names for them.</param>
/// <param name="zone">The zone of the streets that are made.</param>
public sealed class RequestAreas(Territory basis, TimeZoneInfo zone)
{
    /// <summary>The name that stands for no neighbourhood at all; the territory's table of other names says which street that is.</summary>
    public const string NoNeighbourhood = "(none)";

    private readonly TerritoryBuilder _builder = new(basis, zone, WeeklyTimetable.Always);

    /// <summary>The id of the request's grid, made if need be.</summary>
    public string GridOf(ServiceRequest request) => _builder.Grid(
        request.Neighbourhood ?? NoNeighbourhood,
        request.Ward is { } ward ? string.Create(CultureInfo.InvariantCulture, $"Ward {ward}") : "",
        request.Precinct is { } precinct ? string.Create(CultureInfo.InvariantCulture, $"Precinct {precinct}") : "");

    /// <summary>The streets that were there, with all that has been made since.</summary>
    public Territory Build() => _builder.Build();

    /// <summary>The place of a request in a territory that was built after its grid was made.</summary>
    public static CasePlace PlaceOf(ServiceRequest request, string gridId, Territory territory)
    {
        var communityId = territory.FindGrid(gridId)!.CommunityId;
        return new CasePlace
        {
            GridId = gridId,
            CommunityId = communityId,
            StreetId = territory.FindCommunity(communityId)!.StreetId,
            Lat = request.Lat,
            Lon = request.Lon,
        };
    }
}
