using System.Collections.Frozen;
using System.Collections.Immutable;
using Dispatch.Contracts;
using Dispatch.Grains.Clocks;
using Dispatch.Grains.Routing;

namespace Dispatch.Grains.Policies;

/// <summary>What the clocks of a pack refer to: read before them.</summary>
/// <param name="Ladder">The rungs; empty when they were at fault.</param>
/// <param name="Calendars">The calendars beside the pack.</param>
/// <param name="Calendar">The pack's own calendar.</param>
/// <param name="Marks">The pack's own marks.</param>
internal sealed record PolicyFrame(
    ImmutableArray<CaseLevel> Ladder,
    FrozenDictionary<string, WorkCalendar> Calendars,
    string Calendar,
    ImmutableArray<int> Marks)
{
    private const int LongestId = 64;

    /// <summary>The id of a calendar that is there; null with a fault.</summary>
    public string? CalendarOf(CheckedJson json, string member) => CalendarOf(json, member, Calendars);

    /// <inheritdoc cref="CalendarOf(CheckedJson, string)"/>
    public static string? CalendarOf(CheckedJson json, string member, FrozenDictionary<string, WorkCalendar> calendars)
    {
        var id = json.Text(member, LongestId);
        if (id.Length == 0 || calendars.ContainsKey(id))
        {
            return id.Length == 0 ? null : id;
        }

        json.Fault(member, $"no calendar \"{id}\" lies in the folder {PolicyFile.CalendarFolder} beside the pack");
        return null;
    }
}
