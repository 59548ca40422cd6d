using Dispatch.Contracts;
using Dispatch.Grains.Policies;
using Dispatch.Simulator;
using Dispatch.TestKit;

namespace Dispatch.Scenarios.Simulator;

/// <summary>The sample street as a simulated city.</summary>
internal static class SampleCity
{
    /// <summary>A Monday of 2026 at 08:30 in Haining.</summary>
    public static DateTimeOffset Morning { get; } = new DateTimeOffset(2026, 9, 7, 8, 30, 0, TimeSpan.FromHours(8)).ToUniversalTime();

    public static CityPlan Plan { get; } = new()
    {
        StreetId = "xiashi",
        Zone = TimeZoneInfo.FindSystemTimeZoneById("Asia/Shanghai"),
        People = [.. Sample.Territory.People.Select(person => new Actor(person.UserName, person.Role, person.Area))],
        Places =
        [
            .. Sample.Territory.Grids.Where(grid => !grid.IsUnlocated)
                .Select(grid => new CityPlace(new PlaceInput { GridId = grid.Id }, grid.Id, grid.CommunityId)),
        ],
        Kinds = [.. Sample.Xiashi.Types.Values.OrderBy(type => type.Code, StringComparer.Ordinal).Select(KindOf)],
    };

    private static CaseKind KindOf(CaseType type) => CaseStories.Of(
        type.Code,
        [.. type.Clocks.Rules.Where(rule => rule.StopOn.Contains($"Milestone:{rule.Name}")).Select(rule => rule.Name)],
        type.MinOfficers);
}
