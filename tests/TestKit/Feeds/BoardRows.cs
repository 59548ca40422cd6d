using Dispatch.Contracts;

namespace Dispatch.TestKit.Feeds;

/// <summary>Board rows for tests.</summary>
public static class BoardRows
{
    /// <summary>An open case with the community, unless told otherwise.</summary>
    public static CaseRow Row(
        string id,
        long version = 1,
        string community = "xishan",
        string grid = "xishan-03",
        CaseStatus status = CaseStatus.AwaitingCommunity,
        string[]? officers = null,
        string title = "外立面、门窗洞口") => new()
        {
            Id = id,
            Number = $"xiashi-2026-{id}",
            Type = "DEC-03",
            Title = title,
            CommunityId = community,
            GridId = grid,
            Level = status.Level() ?? CaseLevel.Street,
            Status = status,
            Priority = Priority.Normal,
            Responsible = Scope.Community(community),
            OfficerIds = officers ?? [],
            Clocks =
            [
                new ClockView
                {
                    Name = "acknowledge",
                    Generation = 1,
                    State = ClockState.Running,
                    BudgetMs = 1_800_000,
                    SpentMs = 0,
                    Since = new DateTimeOffset(2026, 3, 2, 9, 0, 0, TimeSpan.FromHours(8)),
                    Calendar = "office",
                    DueAt = new DateTimeOffset(2026, 3, 2, 9, 30, 0, TimeSpan.FromHours(8)),
                },
            ],
            OpenedAt = new DateTimeOffset(2026, 3, 2, 9, 0, 0, TimeSpan.FromHours(8)),
            Version = version,
            Lat = 30.5281,
            Lon = 120.6902,
            PlaceName = "华宇钱塘 7 幢",
        };
}
