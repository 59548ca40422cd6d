using Dispatch.Contracts;
using Dispatch.Grains.Tests.Duties;
using Dispatch.TestKit.Feeds;

namespace Dispatch.Grains.Tests.Grids;

[Collection(DutyCollection.Name)]
public sealed class GridGrainTests(DutyCluster city)
{
    private static readonly DateTimeOffset Now = DutyWorld.At("2026-09-07 09:00");
    private static readonly Actor Captain = new("c.wu", Role.Captain, Scope.Street(DutyCluster.Street));

    [Fact]
    public async Task A_grid_keeps_its_own_open_cases_by_the_feed_and_names_the_next_instants_due()
    {
        var grid = city.Grid("hehua-01");
        await city.TellAsync(Row("h1", "hehua-01"));
        await city.TellAsync(Row("other", "hehua-02"));
        Assert.Equal(["h1"], (await grid.View(Now))!.NextDue.Select(due => due.CaseId));

        await city.TellAsync(Row("h2", "hehua-01"));
        await city.UntilAsync(async () => (await grid.View(Now))!.OpenCases == 2);

        await city.TellAsync(Row("h1", "hehua-01", version: 2), gone: true);
        await city.UntilAsync(async () => (await grid.View(Now))!.OpenCases == 1);
        Assert.Equal(["h2"], (await grid.View(Now))!.NextDue.Select(due => due.CaseId));
    }

    [Fact]
    public async Task What_no_hint_told_is_found_at_a_renewal_and_a_restored_store_is_read_anew()
    {
        var grid = city.Grid("hehua-03");
        await city.TellAsync(Row("r1", "hehua-03"));
        Assert.Equal(1, (await grid.View(Now))!.OpenCases);
        var backup = (int)(await city.Feeds.HeadAsync(DutyCluster.Street, TestContext.Current.CancellationToken)).At;

        city.Feeds.Commit(DutyCluster.Street, Row("r2", "hehua-03"));
        city.Renew();
        await city.UntilAsync(async () => (await grid.View(Now))!.OpenCases == 2);

        city.Feeds.Restore(DutyCluster.Street, backup);
        city.Renew();
        await city.UntilAsync(async () => (await grid.View(Now))!.OpenCases == 1);
    }

    [Fact]
    public async Task A_report_in_the_same_unit_is_a_likely_duplicate_until_the_first_case_is_closed()
    {
        var grid = city.Grid("nanyuan-01");
        Assert.Empty(await grid.Place(Seen("first")));
        Assert.Empty(await grid.Place(Seen("first")));
        Assert.Equal(["first"], await grid.Place(Seen("second")));

        await city.TellAsync(Row("first", "nanyuan-01"));
        await city.UntilAsync(async () => (await grid.View(Now))!.OpenCases == 1);
        Assert.Equal(["first"], await grid.Place(Seen("second")));

        await city.TellAsync(Row("first", "nanyuan-01", version: 2), gone: true);
        await city.UntilAsync(async () => (await grid.View(Now))!.OpenCases == 0);
        Assert.Empty(await grid.Place(Seen("second")));
    }

    [Fact]
    public async Task An_open_case_of_the_feed_near_by_is_a_likely_duplicate_too()
    {
        var grid = city.Grid("nanyuan-02");
        await city.TellAsync(Row("near", "nanyuan-02"));
        await grid.View(Now);

        var seen = DuplicatesTests.Seen("new", grid: "nanyuan-02");
        Assert.Equal(["near"], await grid.Place(seen with { Place = seen.Place with { Lat = 30.5282, Lon = 120.6902 } }));
        Assert.Empty(await grid.Place(seen with { CaseId = "far", Place = seen.Place with { Lat = 30.53, Lon = 120.69 } }));
        Assert.Empty(await grid.Place(seen with { CaseId = "odd", Type = "NONE" }));
    }

    [Fact]
    public async Task Asking_what_is_similar_answers_what_a_report_would_be_told_and_remembers_nothing()
    {
        var grid = city.Grid("nanyuan-03");
        await city.TellAsync(Row("near", "nanyuan-03"));
        var seen = DuplicatesTests.Seen("asked", grid: "nanyuan-03");
        var here = seen with { Place = seen.Place with { Lat = 30.5282, Lon = 120.6902 } };

        // The first question waits until the grid follows its street.
        Assert.Equal(["near"], await grid.Similar(here));
        Assert.Equal(["near"], await grid.Similar(here with { CaseId = "again" }));
        Assert.Equal(["near"], await grid.Place(here with { CaseId = "reported" }));
        Assert.Empty(await grid.Similar(here with { Type = "NONE" }));
        Assert.Empty(await city.Grid("nowhere").Similar(here));
    }

    [Fact]
    public async Task A_patrol_is_recorded_once_however_often_it_is_sent()
    {
        var grid = city.Grid("luotang-01");
        var owner = Scope.Grid("luotang-01");
        var patrol = new PatrolRecord(new Actor("g.chen", Role.GridWorker, owner), Now, "key-1", "all quiet");

        var first = await grid.RecordPatrol(patrol);
        var again = await grid.RecordPatrol(patrol with { At = Now.AddMinutes(1) });
        var other = await grid.RecordPatrol(patrol with { Note = "something else" });

        Assert.Equal((1, Now), (first.View!.Version, first.View.LastPatrolAt));
        Assert.Equal((1, Now), (again.View!.Version, again.View.LastPatrolAt));
        Assert.Equal(RefusalCode.IdempotencyKeyReused, other.Refusal!.Code);
        Assert.Equal(["PatrolWalked", "ClockStarted"], city.Store.EventNames(owner));
    }

    [Fact]
    public async Task A_patrol_of_a_phone_with_a_wrong_clock_is_recorded_once_whatever_it_is_corrected_to()
    {
        var grid = city.Grid("xishan-05");
        var owner = Scope.Grid("xishan-05");
        var patrol = new PatrolRecord(
            new Actor("g.chen", Role.GridWorker, owner), Now, "key-1", null, OccurredAt: Now.AddMinutes(-10), StampedAt: Now.AddHours(3));

        var first = await grid.RecordPatrol(patrol);
        var again = await grid.RecordPatrol(patrol with { At = Now.AddMinutes(1), OccurredAt = Now.AddMinutes(-9) });
        var other = await grid.RecordPatrol(patrol with { StampedAt = Now.AddHours(4) });

        Assert.Equal((1, Now.AddMinutes(-10)), (first.View!.Version, first.View.LastPatrolAt));
        Assert.Equal(1, again.View!.Version);
        Assert.Equal(RefusalCode.IdempotencyKeyReused, other.Refusal!.Code);
    }

    [Fact]
    public async Task A_missed_patrol_fires_once_and_leaves_the_deadline_of_the_next()
    {
        var grid = city.Grid("luotang-02");
        var owner = Scope.Grid("luotang-02");
        await grid.Open(Now);
        await grid.Open(Now);
        var claimed = Assert.Single(city.Store.Deadlines(owner));
        var firing = new DeadlineFiring { FiredAt = DutyWorld.At("2026-09-08 09:00:00.001"), Claimed = [claimed] };

        var early = await grid.OnDeadline(firing with { FiredAt = claimed.DueAt });
        var fired = await grid.OnDeadline(firing);
        var again = await grid.OnDeadline(firing);

        Assert.Equal((0, claimed.DueAt), (early.Fired, early.Next));
        Assert.Equal(1, fired.Fired);
        Assert.Equal((0, fired.Next), (again.Fired, again.Next));
        Assert.Equal(new Deadline("patrol", 2, 100, DutyWorld.At("2026-09-09 09:00:00.001")), Assert.Single(city.Store.Deadlines(owner)));
        Assert.Equal(1, city.Store.EventNames(owner).Count(name => name == "DeadlineMissed"));
    }

    [Fact]
    public async Task A_quicker_activation_elsewhere_is_read_again_and_nothing_is_lost()
    {
        var grid = city.Grid("luotang-03");
        await grid.Open(Now);
        city.Store.Overtake(Scope.Grid("luotang-03"));

        var answer = await grid.RecordPatrol(new PatrolRecord(Captain, Now.AddHours(1), "key", null));

        Assert.Equal(3, answer.View!.Version);
    }

    [Fact]
    public async Task An_exception_from_the_timetable_outlives_the_activation()
    {
        var grid = city.Grid("meiyuan-01");
        Assert.True(await grid.IsStaffed(Now));

        var answer = await grid.SetStaffing(new StaffingChange(false, Now, Now.AddHours(2), Captain, Now));
        Assert.False(answer.View!.Staffed);

        await city.ForgetAllAsync();
        Assert.False(await grid.IsStaffed(Now.AddHours(1)));
        Assert.True(await grid.IsStaffed(Now.AddHours(2)));
    }

    [Fact]
    public async Task A_grid_that_the_territory_lacks_is_unknown_and_stores_nothing()
    {
        var grid = city.Grid("atlantis-01");
        await grid.Open(Now);

        Assert.Null(await grid.View(Now));
        Assert.Empty(await grid.Place(Seen("first")));
        Assert.False(await grid.IsStaffed(Now));
        Assert.Equal(RefusalCode.Unknown, (await grid.RecordPatrol(new PatrolRecord(Actor.Machine, Now, "key", null))).Refusal!.Code);
        Assert.Equal(RefusalCode.Unknown, (await grid.SetStaffing(new StaffingChange(true, Now, Now.AddHours(1), Actor.Machine, Now))).Refusal!.Code);
        Assert.Empty(city.Store.EventNames(Scope.Grid("atlantis-01")));
    }

    [Fact]
    public async Task Nobody_waits_for_a_patrol_where_nobody_ever_is()
    {
        await city.Grid("xiashi-unlocated").Open(Now);

        Assert.Empty(city.Store.Deadlines(Scope.Grid("xiashi-unlocated")));
    }

    private static Sighting Seen(string id) => DuplicatesTests.Seen(id, unit: "7-2-2001", grid: "nanyuan-01");

    private static CaseRow Row(string id, string grid, long version = 1) => BoardRows.Row(id, version, grid[..^3], grid);
}
