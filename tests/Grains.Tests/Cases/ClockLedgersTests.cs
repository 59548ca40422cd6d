using Dispatch.Contracts;
using Dispatch.Grains.Cases;
using Dispatch.Grains.Policies;
using Dispatch.TestKit;
using Check = Dispatch.Contracts.Check;

namespace Dispatch.Grains.Tests.Cases;

/// <summary>The clocks of a case as people read them.</summary>
public sealed class ClockLedgersTests
{
    private static CaseWorld OnSite(PolicyPack? pack = null) => new CaseWorld(pack ?? Sample.Xiashi)
        .Report("2026-09-07 09:00", Role.GridWorker, "DEC-03", passUp: true)
        .Do("2026-09-07 09:10", Role.CommunityStaff, new Whistle("Needs the team."))
        .Do("2026-09-07 09:12", Role.Dispatcher, new Assign(["o.zhang", "o.li"]))
        .Do("2026-09-07 09:13", Role.Officer, new OfferAccept(), "o.li")
        .Do("2026-09-07 09:40", Role.Officer, new Arrive(), "o.li");

    private static ClockLedger Clock(CaseWorld world, string name, string now) => Assert.Single(
        ClockLedgers.Of(world.Case, world.Events.Where(happened => ClockLedgers.Tells(happened.Event.Name)), Sample.Xiashi, world.At(now)).Items,
        clock => clock.Name == name);

    [Fact]
    public void A_suspension_is_a_span_that_stands_still_with_its_reason_and_counts_nothing()
    {
        var world = OnSite();
        var running = Clock(world, "rectify", "2026-09-07 10:40");
        world.Do("2026-09-07 10:40", Role.Supervisor, new Suspend("Owner abroad.", world.At("2026-09-09 14:00")));
        var paused = Clock(world, "rectify", "2026-09-08 10:00");
        world.Do("2026-09-08 10:00", Role.Dispatcher, new Resume());
        var resumed = Clock(world, "rectify", "2026-09-08 10:30");

        Assert.Equal([new LedgerSpan(world.At("2026-09-07 09:40"), null, SpanKind.Running, null)], running.Spans);
        Assert.Equal(60 * 60_000, running.SpentMs);
        Assert.Equal(
            [
                new LedgerSpan(world.At("2026-09-07 09:40"), world.At("2026-09-07 10:40"), SpanKind.Running, null),
                new LedgerSpan(world.At("2026-09-07 10:40"), null, SpanKind.Paused, "Owner abroad."),
            ],
            paused.Spans);
        Assert.Equal((ClockState.Paused, 60 * 60_000L, (DateTimeOffset?)null), (paused.State, paused.SpentMs, paused.DueAt));
        Assert.All(paused.Marks, mark => Assert.True(mark is { DueAt: null, FiredAt: null }));
        Assert.Equal([SpanKind.Running, SpanKind.Paused, SpanKind.Running], resumed.Spans.Select(span => span.Kind));
        Assert.Equal(90 * 60_000, resumed.SpentMs);
        Assert.Equal(world.Case.FindClock("rectify")!.DueAt(Sample.Xiashi.StreetCalendar), resumed.DueAt);
    }

    [Fact]
    public void Marks_that_fired_tell_when_they_were_due_and_when_they_fired_and_the_others_when_they_will_be()
    {
        var world = new CaseWorld(Sample.Xiashi).Report("2026-09-07 09:00", Role.GridWorker, "DEC-03", passUp: true).PassUntil("2026-09-07 09:20");
        var clock = Clock(world, "acknowledge", "2026-09-07 09:20");

        Assert.Equal(world.At("2026-09-07 09:30"), clock.DueAt);
        Assert.Equal(
            [
                new LedgerMark(50, world.At("2026-09-07 09:15"), world.At("2026-09-07 09:15").AddMilliseconds(1)),
                new LedgerMark(80, world.At("2026-09-07 09:24"), null),
                new LedgerMark(100, world.At("2026-09-07 09:30"), null),
            ],
            clock.Marks);
        Assert.Equal(("30 min", 30 * 60_000L, 20 * 60_000L), (clock.Budget, clock.BudgetMs, clock.SpentMs));
    }

    [Fact]
    public void A_missed_clock_that_nobody_answers_spends_on_and_one_that_was_answered_late_has_an_end()
    {
        var world = new CaseWorld(Sample.Xiashi).Report("2026-09-07 09:00", Role.GridWorker, "DEC-03", passUp: true).PassUntil("2026-09-07 09:40");
        var open = Clock(world, "acknowledge", "2026-09-07 09:40");
        world.Do("2026-09-07 09:45", Role.CommunityStaff, new Acknowledge());
        var answered = Clock(world, "acknowledge", "2026-09-07 11:00");

        Assert.Equal((ClockState.Missed, 40 * 60_000L, (DateTimeOffset?)null), (open.State, open.SpentMs, open.EndedAt));
        Assert.Equal((ClockState.Missed, 45 * 60_000L, world.At("2026-09-07 09:45")), (answered.State, answered.SpentMs, answered.EndedAt!.Value));
        Assert.Equal(world.At("2026-09-07 09:30").AddMilliseconds(1), answered.Marks[^1].FiredAt);
    }

    [Fact]
    public void An_extension_stands_with_what_it_was_asked_for_and_takes_back_the_expiry_that_it_moved()
    {
        // Under a pack that gives the supervisor no clock, a decision may come after the expiry.
        var world = OnSite(Sample.Xiashi with { Time = TimeRules.Silent })
            .Do("2026-09-08 09:00", Role.Officer, new RequestExtension("rectify", "2 wd", "Parts are missing."), "o.li");
        var before = Clock(world, "rectify", "2026-09-08 09:00");
        world.PassUntil("2026-10-30 09:00");
        var missed = Clock(world, "rectify", "2026-10-30 09:00");
        world.Do("2026-10-30 09:00", Role.Supervisor, new DecideExtension(true, "60 wd"));
        var after = Clock(world, "rectify", "2026-10-30 09:00");

        Assert.Empty(before.Extensions);
        Assert.NotNull(missed.Marks[^1].FiredAt);
        Assert.Equal([new LedgerExtension(world.At("2026-10-30 09:00"), "60 wd", "Parts are missing.")], after.Extensions);
        Assert.True(after.BudgetMs > before.BudgetMs);
        Assert.Equal((ClockState.Running, null, after.DueAt), (after.State, after.Marks[^1].FiredAt, after.Marks[^1].DueAt));
    }

    [Fact]
    public void Extra_time_stands_among_the_extensions_with_the_reason_it_was_taken_for()
    {
        var world = OnSite().Do("2026-09-08 09:00", Role.Officer, new TakeExtraTime(null, "The owner is on the way."), "o.li");

        Assert.Equal("The owner is on the way.", Assert.Single(Clock(world, "rectify", "2026-09-08 09:01").Extensions).Reason);
    }

    [Fact]
    public void A_clock_that_rework_started_again_has_a_ledger_of_its_own()
    {
        var world = OnSite().PassUntil("2026-09-25 09:00");
        Assert.Contains(Clock(world, "rectify", "2026-09-25 09:00").Marks, mark => mark.FiredAt is not null);

        world.Do("2026-09-25 09:00", Role.Officer, new Resolve(), "o.li").Do("2026-09-25 09:30", Role.GridWorker, new Check(false));
        var again = Clock(world, "rectify", "2026-09-25 09:30");

        Assert.Equal([new LedgerSpan(world.At("2026-09-25 09:30"), null, SpanKind.Running, null)], again.Spans);
        Assert.All(again.Marks, mark => Assert.Null(mark.FiredAt));
        Assert.True(again.Generation > 1);
    }

    [Fact]
    public void An_urgent_clock_has_no_calendar()
    {
        var world = new CaseWorld(Sample.Xiashi).Report("2026-09-05 23:00", Role.GridWorker, "DEC-04", passUp: true);

        Assert.Null(Clock(world, "acknowledge", "2026-09-05 23:00").Calendar);
        Assert.NotNull(Clock(OnSite(), "rectify", "2026-09-07 10:00").Calendar);
    }
}
