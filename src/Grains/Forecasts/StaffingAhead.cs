using Dispatch.Contracts;
using Dispatch.Grains.Cases;
using Dispatch.Grains.Duties;
using Dispatch.Grains.Policies;
using Dispatch.Grains.Routing;

namespace Dispatch.Grains.Forecasts;

/// <summary>
/// Who will be where, as far as it is known now: the timetables of the territory, changed by what was said against them. At each instant
/// it says what the grids and communities themselves would say.
/// </summary>
/// <param name="territory">Has the timetables.</param>
/// <param name="exceptions">By grid and community; none where there is no entry.</param>
public sealed class StaffingAhead(Territory territory, IReadOnlyDictionary<Scope, StaffingRoster> exceptions)
{
    private static readonly Dictionary<Scope, StaffingRoster> None = [];

    /// <summary>By the timetables alone.</summary>
    public StaffingAhead(Territory territory)
        : this(territory, None)
    {
    }

    /// <summary>Whether what its deadlines do depends on who is where: only urgent clocks pass over levels that nobody staffs, and only below the street.</summary>
    public static bool Matters(Case @case, PolicyPack pack) => @case.StatusLevel < CaseLevel.Street && @case.Rules(pack).Urgent;

    /// <summary>The grid and the community whose staffing a case asks for.</summary>
    public static IEnumerable<Scope> PlacesOf(Case @case) => [Scope.Grid(@case.Place.GridId), Scope.Community(@case.Place.CommunityId)];

    /// <summary>What is known for a case at an instant.</summary>
    public Known At(CasePlace place, DateTimeOffset at) => new()
    {
        GridStaffed = IsStaffed(Scope.Grid(place.GridId), at),
        CommunityStaffed = IsStaffed(Scope.Community(place.CommunityId), at),
    };

    private bool IsStaffed(Scope place, DateTimeOffset at)
    {
        var byTimetable = territory.Staffing.IsStaffed(place, at);
        return exceptions.TryGetValue(place, out var roster) ? roster.IsStaffed(at, byTimetable) : byTimetable;
    }
}
