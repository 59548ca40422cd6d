using Dispatch.Contracts;
using Dispatch.Grains.Storage;

namespace Dispatch.Benchmarks.Commits;

/// <summary>What a step shows on boards.</summary>
internal static class StepRows
{
    public const string Street = "bench";

    private static readonly Scope Community = Scope.Community("xishan");

    public static OwnerColumns Columns { get; } = new()
    {
        StreetId = Street,
        CommunityId = "xishan",
        GridId = "xishan-03",
        Type = "DEC-03",
        Status = CaseStatus.PreControl,
        Level = CaseLevel.Community,
        OpenedAt = new DateTimeOffset(2090, 1, 3, 9, 0, 0, TimeSpan.Zero),
        Open = true,
        Footing = Footing.Clocked,
        ReportedBy = "grid-xishan-03",
        SearchText = "华语钱塘 7幢 wall opened beside the bay window",
    };

    public static CaseRow Row(string id, string number, long version, DateTimeOffset at) => new()
    {
        Id = id,
        Number = number,
        Type = "DEC-03",
        Title = "外立面、门窗洞口、飘窗、设备平台",
        CommunityId = "xishan",
        GridId = "xishan-03",
        Level = CaseLevel.Community,
        Status = CaseStatus.PreControl,
        Priority = Priority.Normal,
        Responsible = Community,
        OfficerIds = [],
        Clocks =
        [
            new ClockView
            {
                Name = "pre-control",
                Generation = 1,
                State = ClockState.Running,
                BudgetMs = 14_400_000,
                SpentMs = 0,
                Since = at,
                Calendar = "office",
                DueAt = at.AddHours(4),
            },
        ],
        OpenedAt = at,
        Version = version,
        Lat = 30.5281,
        Lon = 120.6902,
        PlaceName = "华语钱塘 7幢",
    };
}
