using System.Collections.Frozen;
using Dispatch.Contracts;

namespace Dispatch.Grains.Routing;

/// <summary>
/// Who is there at a given hour, by the timetables of the territory: the answer depends on the territory and the
/// instant alone. The decider asks it when a level is entered.
/// </summary>
public sealed class Staffing
{
    private readonly FrozenDictionary<Scope, (WeeklyTimetable Staffed, TimeZoneInfo Zone)> _timetables;

    internal Staffing(IEnumerable<KeyValuePair<Scope, (WeeklyTimetable Staffed, TimeZoneInfo Zone)>> timetables) =>
        _timetables = timetables.ToFrozenDictionary();

    /// <summary>
    /// True when somebody staffs the grid, community or street at that instant. Of an id that the territory does not
    /// know, false: a case may outlive its grid, and nobody is there.
    /// </summary>
    /// <exception cref="ArgumentException">The scope is of a kind that has no timetable.</exception>
    public bool IsStaffed(Scope scope, DateTimeOffset now)
    {
        if (scope.Kind is not (ScopeKind.Grid or ScopeKind.Community or ScopeKind.Street))
        {
            throw new ArgumentException($"Only grids, communities and streets have timetables, not {scope}.", nameof(scope));
        }

        return _timetables.TryGetValue(scope, out var found)
            && (found.Staffed.IsAlways || found.Staffed.Includes(TimeZoneInfo.ConvertTime(now, found.Zone).DateTime));
    }

    /// <summary>
    /// True when the street's dispatch centre is staffed round the clock, every day. A pack with urgent types is refused
    /// for a street where it is not, since their clocks ignore the calendar and the street is never passed over.
    /// </summary>
    public bool StreetIsAlwaysStaffed(string streetId) =>
        _timetables.TryGetValue(Scope.Street(streetId), out var found) && found.Staffed.IsAlways;
}
