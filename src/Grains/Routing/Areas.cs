using System.Text.Json.Serialization;
using Dispatch.Contracts;
using NetTopologySuite.Geometries;

namespace Dispatch.Grains.Routing;

/// <summary>街道: the upper of the three levels; holds communities, a street team and a dispatch centre.</summary>
/// <param name="Id">Stable and kebab-case, such as <c>xiashi</c>.</param>
/// <param name="Name">Its name.</param>
/// <param name="Zone">The zone that all timetables of the street, its communities and grids are written in.</param>
/// <param name="Staffed">When somebody sits in the dispatch centre.</param>
public sealed record Street(string Id, Text Name, TimeZoneInfo Zone, WeeklyTimetable Staffed)
{
    /// <summary>The street as a scope.</summary>
    public Scope Scope => Scope.Street(Id);
}

/// <summary>社区 or 村: the middle level; lies in one street.</summary>
/// <param name="Id">Stable and kebab-case, such as <c>xishan</c>.</param>
/// <param name="Name">Its name.</param>
/// <param name="Kind">Community or village: the same level, another word.</param>
/// <param name="StreetId">Its street.</param>
/// <param name="Staffed">When somebody sits in the community hub, in the street's zone.</param>
public sealed record Community(string Id, Text Name, CommunityKind Kind, string StreetId, WeeklyTimetable Staffed)
{
    /// <summary>True of the community that holds the street's unlocated grid and nothing else; nobody ever staffs it.</summary>
    public bool IsUnlocated { get; init; }

    /// <summary>The community as a scope.</summary>
    public Scope Scope => Scope.Community(Id);
}

/// <summary>What the middle level is called in its part of the city.</summary>
[JsonConverter(typeof(CamelCaseEnumJson<CommunityKind>))]
public enum CommunityKind
{
    /// <summary>社区.</summary>
    Community,

    /// <summary>村.</summary>
    Village,
}

/// <summary>网格: the ground that one grid worker patrols; lies in one community.</summary>
/// <param name="Id">Stable and kebab-case, such as <c>xishan-03</c>.</param>
/// <param name="Name">Its name.</param>
/// <param name="CommunityId">Its community.</param>
/// <param name="Staffed">When its grid worker is about, in the street's zone.</param>
/// <param name="Area">
/// A valid polygon or multipolygon, x longitude and y latitude in WGS 84, never changed; null in a territory without polygons.
/// </param>
public sealed record Grid(string Id, Text Name, string CommunityId, WeeklyTimetable Staffed, Geometry? Area = null)
{
    /// <summary>True of the street's grid for reports that name no place; it has no polygon, and nobody ever staffs it.</summary>
    public bool IsUnlocated { get; init; }

    /// <summary>The grid as a scope.</summary>
    public Scope Scope => Scope.Grid(Id);
}

/// <summary>Somebody who can sign in.</summary>
/// <param name="UserName">Unique, lower case.</param>
/// <param name="Name">Their name; made up in samples.</param>
/// <param name="Role">What they may do.</param>
/// <param name="Area">Where they may do it.</param>
public sealed record Person(string UserName, Text Name, Role Role, Scope Area);
