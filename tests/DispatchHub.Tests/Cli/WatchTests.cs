using Dispatch.Contracts;
using Dispatch.Hub.Cli.Watch;
using Dispatch.Hub.Live.Client;

namespace Dispatch.DispatchHub.Tests.Cli;

public sealed class WatchTests
{
    private static readonly CalendarSpans Friday = new(
        "xiashi",
        "Asia/Shanghai",
        27_000_000,
        [new(At(4, 8, 30), At(4, 12, 0)), new(At(4, 13, 30), At(4, 17, 30)), new(At(7, 8, 30), At(7, 12, 0)), new(At(7, 13, 30), At(7, 17, 30))],
        Provisional: false);

    [Fact]
    public void A_working_clock_stands_still_over_lunch()
    {
        var clock = Clock("acknowledge", At(4, 11, 50), At(4, 13, 50), minutes: 30, "xiashi");
        Assert.Equal(TimeSpan.FromMinutes(20), Countdown.Left(clock, At(4, 12, 0), Friday));
        Assert.Equal(TimeSpan.FromMinutes(20), Countdown.Left(clock, At(4, 13, 30), Friday));
        Assert.Equal(TimeSpan.FromMinutes(15), Countdown.Left(clock, At(4, 13, 35), Friday));
    }

    [Fact]
    public void A_working_clock_loses_nothing_over_a_weekend()
    {
        var clock = Clock("acknowledge", At(4, 17, 20), At(7, 8, 50), minutes: 30, "xiashi");
        Assert.Equal(TimeSpan.FromMinutes(20), Countdown.Left(clock, At(6, 3, 0), Friday));
    }

    [Fact]
    public void An_urgent_clock_counts_real_time()
    {
        var clock = Clock("acknowledge", At(4, 11, 50), At(4, 12, 20), minutes: 30, calendar: null);
        Assert.Equal(TimeSpan.FromMinutes(10), Countdown.Left(clock, At(4, 12, 10), null));
    }

    [Fact]
    public void A_clock_of_whole_days_counts_real_time()
    {
        var clock = Clock("rectify", At(4, 9, 0), At(7, 9, 0), minutes: 3 * 24 * 60, "xiashi");
        Assert.Equal(TimeSpan.FromHours(33), Countdown.Left(clock, At(6, 0, 0), Friday));
    }

    [Fact]
    public void A_late_clock_counts_real_time_below_zero()
    {
        var clock = Clock("acknowledge", At(4, 17, 0), At(4, 17, 30), minutes: 30, "xiashi");
        Assert.Equal("-2:30:00", Countdown.Text(Countdown.Left(clock, At(4, 20, 0), Friday)!.Value));
    }

    [Fact]
    public void A_paused_clock_has_nothing_left_to_show()
    {
        Assert.Null(Countdown.Left(Clock("grid", At(4, 9, 0), At(4, 9, 30), 30, "xiashi") with { State = ClockState.Paused }, At(4, 9, 10), Friday));
    }

    [Fact]
    public void Least_working_time_left_comes_first_even_where_it_is_due_later()
    {
        // 20 working minutes that end on Monday press more than an urgent hour and a half on Friday evening.
        var monday = Row("monday", Clock("acknowledge", At(4, 17, 20), At(7, 8, 50), 30, "xiashi"));
        var tonight = Row("tonight", Clock("arrive", At(4, 18, 0), At(4, 19, 40), 100, calendar: null));
        var late = Row("late", Clock("grid", At(4, 8, 30), At(4, 9, 0), 30, "xiashi"));
        var still = Row("still");
        var order = BoardOrder.BySlack([still, tonight, monday, late], At(4, 18, 10), _ => Friday);
        Assert.Equal(["late", "monday", "tonight", "still"], order.Select(line => line.Row.Id));
    }

    [Fact]
    public void An_escalation_is_one_line()
    {
        var before = Row("1") with { Level = CaseLevel.Community, Status = CaseStatus.AwaitingCommunity };
        var after = before with { Level = CaseLevel.Street, Status = CaseStatus.AwaitingDispatch, Version = 2 };
        var change = BoardChange.Between(before, after, gone: false)!;
        Assert.True(change.IsEscalation);
        Assert.Equal("08:50:00 ↑ xiashi-2026-000012 Community→Street DEC-03 华语钱塘 7幢", change.Line(At(7, 8, 50).ToOffset(TimeSpan.FromHours(8))));
    }

    [Fact]
    public void A_remark_is_no_change()
    {
        Assert.Null(BoardChange.Between(Row("1"), Row("1") with { Version = 2 }, gone: false));
    }

    [Fact]
    public void The_first_snapshot_is_no_change_and_a_later_one_shows_what_differs()
    {
        var diff = new BoardDiff();
        Assert.Empty(diff.Take(Snapshot(Row("1"), Row("2"))));
        var changes = diff.Take(Snapshot(Row("1") with { Level = CaseLevel.Supervision, Version = 2 }, Row("3")));
        Assert.Equal(["↑1", "+3", "×2"], changes.Select(change => $"{change.Sign}{change.Row.Id}"));
    }

    [Fact]
    public void A_closed_case_leaves_the_board_with_its_last_status()
    {
        var diff = new BoardDiff();
        diff.Take(Snapshot(Row("1")));
        var changes = diff.Take(new BoardItem
        {
            Kind = "changes",
            Cursor = "c",
            From = 1,
            To = 2,
            Rows = [Row("1") with { Status = CaseStatus.Closed, Version = 2 }],
            Removed = ["1"],
        });
        Assert.Equal(["× Closed"], changes.Select(change => $"{change.Sign} {change.What}"));
        Assert.Empty(diff.Rows);
    }

    private static BoardItem Snapshot(params CaseRow[] rows) => new() { Kind = "snapshot", Cursor = "c", At = 1, Rows = rows };

    private static DateTimeOffset At(int day, int hour, int minute) => new DateTimeOffset(2026, 9, day, hour, minute, 0, TimeSpan.FromHours(8)).ToUniversalTime();

    private static ClockView Clock(string name, DateTimeOffset since, DateTimeOffset due, int minutes, string? calendar) => new()
    {
        Name = name,
        Generation = 1,
        State = ClockState.Running,
        BudgetMs = minutes * 60_000L,
        SpentMs = 0,
        Since = since,
        Calendar = calendar,
        DueAt = due,
    };

    private static CaseRow Row(string id, params ClockView[] clocks) => new()
    {
        Id = id,
        Number = "xiashi-2026-000012",
        Type = "DEC-03",
        Title = "外立面",
        CommunityId = "xishan",
        GridId = "xishan-03",
        Level = CaseLevel.Grid,
        Status = CaseStatus.AtGrid,
        Priority = Priority.Normal,
        Responsible = Scope.Grid("xishan-03"),
        OfficerIds = [],
        Clocks = clocks,
        OpenedAt = At(4, 8, 0),
        Version = 1,
        PlaceName = "华语钱塘 7幢",
    };
}
