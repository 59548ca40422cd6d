using Dispatch.Contracts;
using Dispatch.Grains.Cases;
using Dispatch.Grains.Duties;
using Dispatch.Grains.Grids;
using Dispatch.Grains.Policies;
using Dispatch.Grains.Tests.Duties;
using Dispatch.TestKit;

namespace Dispatch.Grains.Tests.Grids;

public sealed class GridDeciderTests
{
    private static readonly Scope Grid = Scope.Grid("xishan-01");
    private static readonly Actor Worker = new("g.chen", Role.GridWorker, Grid);

    // The sample pack warns of no patrol; a pack may.
    private static readonly PolicyPack Pack = Sample.Xiashi with
    {
        Patrol = Sample.Xiashi.Patrol! with { Marks = [50, 80, 100] },
        OccurredAtLimit = TimeSpan.FromHours(72),
    };

    private readonly DutyWorld _world = new((duty, now) => GridDecider.Fire(duty, now, Pack));

    [Fact]
    public void A_patrol_that_nobody_walks_is_missed_and_the_clock_runs_again_from_the_firing()
    {
        _world.Do("2026-09-07 09:00", Open).PassUntil("2026-09-09 09:30");

        Assert.Equal(
        [
            "Mon 09-07 09:00:00.000 ClockStarted patrol#1 1 wd",
            "Mon 09-07 14:15:00.001 DeadlineWarned patrol#1 50 due Mon 09-07 14:15:00.000",
            "Mon 09-07 16:30:00.001 DeadlineWarned patrol#1 80 due Mon 09-07 16:30:00.000",
            "Tue 09-08 09:00:00.001 DeadlineMissed patrol#1 due Tue 09-08 09:00:00.000",
            "Tue 09-08 09:00:00.001 ClockStopped patrol#1 Missed",
            "Tue 09-08 09:00:00.001 ClockStarted patrol#2 1 wd",
            "Tue 09-08 14:15:00.002 DeadlineWarned patrol#2 50 due Tue 09-08 14:15:00.001",
            "Tue 09-08 16:30:00.002 DeadlineWarned patrol#2 80 due Tue 09-08 16:30:00.001",
            "Wed 09-09 09:00:00.002 DeadlineMissed patrol#2 due Wed 09-09 09:00:00.001",
            "Wed 09-09 09:00:00.002 ClockStopped patrol#2 Missed",
            "Wed 09-09 09:00:00.002 ClockStarted patrol#3 1 wd",
        ],
        _world.News());
    }

    [Fact]
    public void A_patrol_sets_the_clock_back_over_the_weekend()
    {
        _world.Do("2026-09-11 09:00", Open).PassUntil("2026-09-11 17:00").News();

        _world.Do("2026-09-11 17:00", Walk).PassUntil("2026-09-14 17:30");

        Assert.Equal(
        [
            "Fri 09-11 17:00:00.000 PatrolWalked",
            "Fri 09-11 17:00:00.000 ClockStopped patrol#1 Met",
            "Fri 09-11 17:00:00.000 ClockStarted patrol#2 1 wd",
            "Mon 09-14 11:45:00.001 DeadlineWarned patrol#2 50 due Mon 09-14 11:45:00.000",
            "Mon 09-14 15:30:00.001 DeadlineWarned patrol#2 80 due Mon 09-14 15:30:00.000",
            "Mon 09-14 17:00:00.001 DeadlineMissed patrol#2 due Mon 09-14 17:00:00.000",
            "Mon 09-14 17:00:00.001 ClockStopped patrol#2 Missed",
            "Mon 09-14 17:00:00.001 ClockStarted patrol#3 1 wd",
        ],
        _world.News());
        Assert.Equal(DutyWorld.At("2026-09-11 17:00"), _world.Duty.AnsweredAt);
    }

    [Fact]
    public void A_patrol_walked_late_misses_first_even_when_nobody_fired()
    {
        _world.Do("2026-09-07 09:00", Open).Do("2026-09-08 09:10", Walk);

        Assert.Equal(
        [
            "Mon 09-07 09:00:00.000 ClockStarted patrol#1 1 wd",
            "Tue 09-08 09:10:00.000 DeadlineWarned patrol#1 50 due Mon 09-07 14:15:00.000",
            "Tue 09-08 09:10:00.000 DeadlineWarned patrol#1 80 due Mon 09-07 16:30:00.000",
            "Tue 09-08 09:10:00.000 DeadlineMissed patrol#1 due Tue 09-08 09:00:00.000",
            "Tue 09-08 09:10:00.000 ClockStopped patrol#1 Missed",
            "Tue 09-08 09:10:00.000 ClockStarted patrol#2 1 wd",
            "Tue 09-08 09:10:00.000 PatrolWalked",
            "Tue 09-08 09:10:00.000 ClockStopped patrol#2 Met",
            "Tue 09-08 09:10:00.000 ClockStarted patrol#3 1 wd",
        ],
        _world.News());
        Assert.Equal([.. Enumerable.Repeat("system", 6), "g.chen", "g.chen", "g.chen"], _world.Actors);
    }

    [Fact]
    public void At_the_deadline_instant_itself_a_patrol_is_in_time()
    {
        _world.Do("2026-09-07 09:00", Open).PassUntil("2026-09-08 09:00").Do("2026-09-08 09:00", Walk);

        Assert.Contains("Tue 09-08 09:00:00.000 ClockStopped patrol#1 Met", _world.News());
    }

    [Fact]
    public void A_patrol_walked_in_time_and_told_after_the_miss_counts_as_met_and_the_next_one_counts_from_receipt()
    {
        _world.Do("2026-09-07 09:00", Open).PassUntil("2026-09-08 09:20").News();

        _world.Do("2026-09-08 09:30", (duty, now) => Told(duty, now, "2026-09-08 08:50"));

        Assert.Equal(
        [
            "Tue 09-08 09:30:00.000 PatrolMissAnswered",
            "Tue 09-08 09:30:00.000 PatrolWalked",
            "Tue 09-08 09:30:00.000 ClockStopped patrol#2 Cancelled",
            "Tue 09-08 09:30:00.000 ClockStarted patrol#3 1 wd",
        ],
        _world.News());
        Assert.Equal((DutyWorld.At("2026-09-08 08:50"), 0), (_world.Duty.AnsweredAt, _world.Duty.Missed?.Length ?? 0));
    }

    [Fact]
    public void Days_of_patrols_without_a_network_are_each_judged_by_when_they_were_walked()
    {
        _world.Do("2026-09-07 09:00", Open).PassUntil("2026-09-09 09:20").News();
        Assert.Equal(2, _world.Duty.Missed!.Value.Length);

        _world.Do("2026-09-09 09:30", (duty, now) => Told(duty, now, "2026-09-07 16:00"))
            .Do("2026-09-09 09:30", (duty, now) => Told(duty, now, "2026-09-08 16:00"))
            .Do("2026-09-09 09:31", (duty, now) => Told(duty, now, "2026-09-09 09:10"));

        Assert.Equal(2, _world.News().Count(line => line.EndsWith("PatrolMissAnswered", StringComparison.Ordinal)));
        Assert.Equal((DutyWorld.At("2026-09-09 09:10"), 0), (_world.Duty.AnsweredAt, _world.Duty.Missed?.Length ?? 0));
    }

    [Fact]
    public void A_patrol_walked_before_the_latest_that_is_known_changes_no_clock()
    {
        _world.Do("2026-09-07 09:00", Open).Do("2026-09-07 11:00", Walk).News();

        _world.Do("2026-09-07 11:30", (duty, now) => Told(duty, now, "2026-09-07 10:00"));

        Assert.Equal(["Mon 09-07 11:30:00.000 PatrolWalked"], _world.News());
        Assert.Equal(DutyWorld.At("2026-09-07 11:00"), _world.Duty.AnsweredAt);
    }

    [Fact]
    public void A_patrol_walked_after_the_deadline_stays_missed()
    {
        _world.Do("2026-09-07 09:00", Open).PassUntil("2026-09-08 08:55").News();

        _world.Do("2026-09-08 09:30", (duty, now) => Told(duty, now, "2026-09-08 09:10"));

        var news = _world.News();
        Assert.DoesNotContain(news, line => line.EndsWith("PatrolMissAnswered", StringComparison.Ordinal));
        Assert.Contains("Tue 09-08 09:30:00.000 ClockStopped patrol#1 Missed", news);
    }

    [Theory]
    [InlineData("2026-09-08 09:31", RefusalCode.OccurredInFuture)]
    [InlineData("2026-08-08 09:00", RefusalCode.OccurredTooLongAgo)]
    public void A_patrol_that_was_walked_ahead_or_too_long_ago_is_refused_and_nothing_fires(string walked, RefusalCode code)
    {
        _world.Do("2026-09-07 09:00", Open);

        Assert.Equal(code, ((Refused)Told(_world.Duty, DutyWorld.At("2026-09-08 09:30"), walked)).Refusal.Code);
    }

    [Fact]
    public void What_a_wrong_clock_stamped_stands_beside_what_it_was()
    {
        var patrol = Record(Worker) with { OccurredAt = DutyWorld.At("2026-09-07 09:10"), StampedAt = DutyWorld.At("2026-09-07 13:10") };

        var walked = (DutyDecision)GridDecider.Walk(Duty.None, patrol, Grid, DutyWorld.At("2026-09-07 09:30"), Pack, Sample.Territory);

        Assert.Equal((new PatrolWalked(null, patrol.StampedAt), patrol.OccurredAt), (walked.Events[0].Event, walked.Events[0].OccurredAt));
        Assert.Equal(walked.Events[0], DutyJson.Happened(DutyJson.Record(walked.Events[0])));
    }

    private static Verdict Told(Duty duty, DateTimeOffset now, string walked) =>
        GridDecider.Walk(duty, Record(Worker) with { OccurredAt = DutyWorld.At(walked) }, Grid, now, Pack, Sample.Territory);

    [Fact]
    public void Opening_twice_starts_one_clock_and_a_pack_without_patrols_ends_it()
    {
        _world.Do("2026-09-07 09:00", Open).Do("2026-09-07 10:00", Open)
            .Do("2026-09-07 11:00", (duty, now) => DutyDecider.Open(duty, null, now, Pack));

        Assert.Equal(["Mon 09-07 09:00:00.000 ClockStarted patrol#1 1 wd", "Mon 09-07 11:00:00.000 ClockStopped patrol#1 Cancelled"], _world.News());
        Assert.Empty(DutyDecider.Deadlines(_world.Duty, Pack));
    }

    [Fact]
    public void A_pack_without_patrols_still_remembers_one()
    {
        var verdict = GridDecider.Walk(Duty.None, Record(Worker), Grid, DutyWorld.At("2026-09-07 09:00"), Pack with { Patrol = null }, Sample.Territory);

        Assert.Equal(["PatrolWalked"], ((DutyDecision)verdict).Events.Select(happened => happened.Event.Name));
    }

    [Theory]
    [InlineData(Role.GridWorker, "grid:xishan-02", RefusalCode.OutsideArea)]
    [InlineData(Role.CommunityStaff, "community:hehua", RefusalCode.OutsideArea)]
    [InlineData(Role.Citizen, null, RefusalCode.RoleNotAllowed)]
    [InlineData(Role.Officer, "street:xiashi", RefusalCode.RoleNotAllowed)]
    [InlineData(Role.CommunityStaff, "community:xishan", null)]
    [InlineData(Role.Captain, "street:xiashi", null)]
    public void Only_those_who_walk_a_grid_or_answer_for_it_record_a_patrol(Role role, string? area, RefusalCode? code)
    {
        var by = new Actor("somebody", role, Scope.TryParse(area, out var scope) ? scope : null);

        var verdict = GridDecider.Walk(Duty.None, Record(by), Grid, DutyWorld.At("2026-09-07 09:00"), Pack, Sample.Territory);

        Assert.Equal(code, (verdict as Refused)?.Refusal.Code);
    }

    [Fact]
    public void A_note_that_no_store_could_keep_is_refused()
    {
        var verdict = GridDecider.Walk(
            Duty.None, Record(Worker) with { Note = "\ud83d" }, Grid, DutyWorld.At("2026-09-07 09:00"), Pack, Sample.Territory);

        Assert.Equal(RefusalCode.InvalidText, ((Refused)verdict).Refusal.Code);
    }

    private static PatrolRecord Record(Actor by) => new(by, default, "key", null);

    private static DutyDecision Open(Duty duty, DateTimeOffset now) => DutyDecider.Open(duty, Pack.Patrol, now, Pack);

    private static Verdict Walk(Duty duty, DateTimeOffset now) => GridDecider.Walk(duty, Record(Worker), Grid, now, Pack, Sample.Territory);
}
