using CsCheck;
using Dispatch.Contracts;
using Dispatch.Grains.Clocks;

namespace Dispatch.Grains.Tests.Clocks;

public class ClockPropertyTests
{
    private const int Cases = 10_000;

    [Fact]
    public void Pausing_and_resuming_never_loses_or_gains_time() =>
        Gen.Select(ClockGen.Clocks, ClockGen.Gaps).Sample(
            (made, gap) =>
            {
                var ((calendar, clock), axis) = (made, made.Clock.Budget.Axis);
                var now = clock.Spans[^1].From.AddMilliseconds(gap);
                var paused = clock.Spans.Where(span => span.Kind == ClockSpanKind.Paused)
                    .Sum(span => calendar.Measure(axis, span.From, span.To ?? now));

                Assert.Equal(calendar.Measure(axis, clock.StartedAt, now), clock.Spent(calendar, now) + paused);
                Assert.Equal(clock.TotalMs(calendar), clock.Spent(calendar, now) + clock.Left(calendar, now));
                if (clock.DueAt(calendar) is not { } due)
                    return;
                var spent = clock.Spent(calendar, due);
                Assert.InRange(spent, clock.TotalMs(calendar), clock.TotalMs(calendar) + (axis == ClockAxis.LocalDay ? 3_600_000 : 0));
                Assert.Equal(due, clock.Pause(now, "a moment").Resume(now).DueAt(calendar));
            },
            iter: Cases);

    [Fact]
    public void Cutting_a_span_of_the_ledger_in_two_changes_nothing() =>
        Gen.Select(ClockGen.Clocks, Gen.Int[0, 6], Gen.Double[0, 1], ClockGen.Gaps).Sample(
            (made, index, part, gap) =>
            {
                var (calendar, clock) = made;
                var span = clock.Spans[index %= clock.Spans.Length];
                var now = clock.Spans[^1].From.AddMilliseconds(gap);

                // Half the cuts lie exactly on the due instant, where a slip would show first.
                var cut = part < 0.5 && clock.DueAt(calendar) is { } due && due >= span.From && !(due > span.To)
                    ? due
                    : span.From.AddMilliseconds((long)(((span.To ?? now) - span.From).TotalMilliseconds * part));
                var halves = clock with
                {
                    Spans = clock.Spans.SetItem(index, span with { To = cut }).Insert(index + 1, span with { From = cut }),
                };

                Assert.Equal(clock.Spent(calendar, now), halves.Spent(calendar, now));
                foreach (var mark in clock.Marks)
                    Assert.Equal(clock.MarkAt(calendar, mark), halves.MarkAt(calendar, mark));
            },
            iter: Cases);

    [Fact]
    public void A_change_of_policy_keeps_the_pauses_so_far() =>
        Gen.Select(ClockGen.Clocks, ClockGen.Budgets, ClockGen.Calendars, ClockGen.Budgets.Array[0, 2]).Sample(
            (made, budget, other, extensions) =>
            {
                var clock = made.Clock;
                foreach (var extension in extensions)
                    clock = clock.Extend(clock.Spans[^1].From, extension);
                var changed = clock.ChangePolicy(budget, other.Id, [50, 100]);
                var always = SlaClock.Start("c", budget, other.Id, [50, 100], clock.StartedAt);
                foreach (var span in clock.Spans.Skip(1))
                    always = span.Kind == ClockSpanKind.Paused ? always.Pause(span.From, span.Reason!) : always.Resume(span.From);
                foreach (var extension in extensions)
                    always = always.Extend(clock.Spans[^1].From, extension);

                Assert.Equal(clock.Generation + 1, changed.Generation);
                Assert.Equal(always.Spans, changed.Spans);
                Assert.Equal(always.DueAt(other), changed.DueAt(other));
                Assert.Equal(always.State, changed.State);
            },
            iter: Cases);

    [Fact]
    public void An_earlier_start_a_smaller_budget_and_a_lower_mark_are_never_due_later() =>
        Gen.Select(ClockGen.Clocks, ClockGen.Gaps, Gen.Int[1, 50]).Sample(
            (made, earlier, more) =>
            {
                var (calendar, clock) = made;
                if (clock.DueAt(calendar) is not { } due)
                    return;
                var larger = clock with { Budget = new Budget(clock.Budget.Amount + more, clock.Budget.Unit, clock.Budget.IsUrgent) };
                var sooner = clock with
                {
                    Spans = clock.Spans.SetItem(0, clock.Spans[0] with { From = clock.StartedAt.AddMilliseconds(-earlier) }),
                };

                Assert.True(larger.DueAt(calendar) >= due);
                Assert.True(sooner.DueAt(calendar) <= due);
                Assert.True(clock.MarkAt(calendar, 50) <= clock.MarkAt(calendar, 80));
                Assert.True(clock.MarkAt(calendar, 80) <= due);
            },
            iter: Cases);

    [Fact]
    public void Nothing_fires_before_it_is_due_whatever_the_order_of_pause_extension_and_firing() =>
        Gen.Select(
            ClockGen.Calendars,
            ClockGen.Budgets,
            ClockGen.Instants,
            Gen.Select(ClockGen.Gaps, Gen.Int[0, 6], ClockGen.Budgets).Array[1, 12])
        .Sample(
            (calendar, budget, start, steps) =>
            {
                var watch = new Watch(calendar, SlaClock.Start("c", budget, calendar.Id, [50, 80, 100], start));
                foreach (var (gap, deed, length) in steps)
                {
                    watch.Wait(gap);
                    watch.FirePast();
                    watch.Do(deed, length);
                }
            },
            iter: Cases);

    /// <summary>Plays a clock and keeps, by itself, the stretches in which time counted.</summary>
    private sealed class Watch(WorkCalendar calendar, SlaClock clock)
    {
        private readonly List<(DateTimeOffset From, DateTimeOffset To)> _ran = [];
        private readonly HashSet<int> _warned = [];
        private SlaClock _clock = clock;
        private DateTimeOffset _now = clock.StartedAt;

        private long Spent => _ran.Sum(stretch => calendar.Measure(_clock.Budget.Axis, stretch.From, stretch.To));

        public void Wait(long gap)
        {
            var from = _now;
            _now = _now.AddMilliseconds(gap);
            if (_clock.State != ClockState.Paused)
                _ran.Add((from, _now));
        }

        public void FirePast()
        {
            var past = _clock.MarksPast(calendar, _now);
            Assert.Equal(past.OrderBy(mark => mark.DueAt).ThenBy(mark => mark.Mark), past);
            foreach (var (mark, dueAt) in past)
            {
                Assert.NotEqual(ClockState.Paused, _clock.State);
                Assert.True(dueAt < _now);
                Assert.True(Spent >= _clock.TotalMs(calendar) * mark / 100, $"{mark} fired early.");
                Assert.True(mark == SlaClock.Expiry || _warned.Add(mark), $"{mark} fired again.");
                _clock = _clock.MarkFired(mark);
            }

            foreach (var mark in _clock.Marks.Where(mark => _clock.State != ClockState.Paused && _clock.IsArmed(mark)))
                Assert.True(Spent <= _clock.TotalMs(calendar) * mark / 100, $"{mark} should have fired.");
            Assert.Empty(_clock.MarksPast(calendar, _now));
        }

        public void Do(int deed, Budget length)
        {
            var before = _clock;
            switch (deed)
            {
                case 0 or 1 when _clock.Since is not null:
                    _clock = _clock.Pause(_now, "because");
                    break;
                case 0 or 1:
                    _clock = _clock.Resume(_now);
                    break;
                case 2 or 3:
                    _clock = _clock.Extend(_now, length);
                    break;
                case 4:
                    _clock = _clock.ChangePolicy(length, calendar.Id, [50, 80, 100]);
                    break;
                case 5:
                    _clock = _clock.Restart(_now);
                    _ran.Clear();
                    _warned.Clear();
                    break;
                default:
                    return;
            }

            Assert.Equal(before.Generation + 1, _clock.Generation);
        }
    }
}
