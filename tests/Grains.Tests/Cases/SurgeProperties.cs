using CsCheck;
using Dispatch.Contracts;
using Dispatch.Grains.Cases;
using Dispatch.Grains.Clocks;
using Dispatch.Grains.Policies;
using Dispatch.TestKit;

namespace Dispatch.Grains.Tests.Cases;

/// <summary>What holds of a surge in whatever order a case hears of it: by the walk, by a deadline, by a command.</summary>
public sealed class SurgeProperties
{
    private static readonly Gen<SurgeOrder> Orders = Gen.Select(
        Gen.Long[0, 40 * 3_600_000L], Gen.Long[60_000, 30 * 3_600_000L], Gen.Double[0, 2], Gen.Int[0, 2], Gen.Bool).Select(
        (after, length, ended, raise, wide) =>
        {
            var from = CaseWalks.Start.AddMilliseconds(after);
            return new SurgeOrder
            {
                Id = "xiashi.1",
                Area = wide ? Scope.Street("xiashi") : Scope.Community("xishan"),
                From = from,
                Until = from.AddMilliseconds(length),
                EndedAt = ended < 1 ? from.AddMilliseconds(1 + (long)(length * ended)) : null,
                Raise = raise == 0 ? null : (Priority)raise,
            };
        });

    [Fact]
    public void Whenever_a_case_hears_of_a_surge_it_is_what_it_would_be_had_it_heard_at_once() => Gen.Select(
        CaseWalks.All, Orders, Gen.Long[0, 100 * 3_600_000L].Array[0, 5]).Sample(
        (walk, order, hears) =>
        {
            // At the latest a walk over the open cases tells it. An end before its time sets clocks going that no row waits for until
            // then, so what runs out in between fires later, as after a sweeper's pause: here it comes at once.
            var at = hears.Select(after => CaseWalks.Start.AddMilliseconds(after)).Append(order.EndedAt ?? order.Until.AddSeconds(90));
            var prompt = CaseWalks.Of(walk, surges: [order], hears: [order.From, order.End]).ToList();
            var late = CaseWalks.Of(walk, surges: [order], hears: at).ToList();

            Assert.Equal(Told(prompt), Told(late));
            if (prompt is [.., var (first, _)] && late is [.., var (second, _)])
            {
                Assert.Equal(first.Case.Clocks.Select(Line).Order(), second.Case.Clocks.Select(Line).Order());
                Assert.Equal(
                    (first.Case.Status, first.Case.Level, first.Case.Responsible, first.Case.Priority, first.Case.Surge),
                    (second.Case.Status, second.Case.Level, second.Case.Responsible, second.Case.Priority, second.Case.Surge));
            }
        },
        iter: 5_000);

    [Fact]
    public void Under_a_surge_no_time_passes_on_clocks_that_are_not_urgent_and_all_of_it_on_those_that_are() => Gen.Select(CaseWalks.All, Orders).Sample(
        (walk, order) =>
        {
            var street = order with { Area = Scope.Street("xiashi") };
            foreach (var (decision, _) in CaseWalks.Of(walk, surges: [street]))
            {
                // The next reminder counts from the morning before its start, and no working time lies between; what another system waits for goes on.
                foreach (var clock in decision.Case.Clocks.Where(clock => clock.Extensions.IsEmpty && clock.Name is not (SideClocks.Overdue or SideClocks.ExternalReply)))
                {
                    Assert.DoesNotContain(clock.Spans, span => clock.Budget.IsUrgent
                        ? span.Reason == CaseSurge.PauseReasonOf(order.Id)
                        : !clock.Fired.Contains(SlaClock.Expiry) && span is { Kind: ClockSpanKind.Running, To: { } to } && span.From < street.End && to > Later(span.From, street.From));
                }

                foreach (var missed in decision.Events.Select(happened => happened.Event).OfType<DeadlineMissed>())
                {
                    var clock = decision.Case.FindClock(missed.Clock)!;
                    Assert.False(!clock.Budget.IsUrgent && clock.Extensions.IsEmpty && missed.DueAt >= street.From && missed.DueAt < street.End, missed.ToString());
                }
            }
        },
        iter: 4_000);

    [Fact]
    public void On_every_walk_through_a_surge_a_case_keeps_moving_replays_and_leaves_the_surge_as_it_came() => Gen.Select(
        CaseWalks.All, Orders, Gen.Long[0, 100 * 3_600_000L].Array[0, 3]).Sample(
        (walk, order, hears) =>
        {
            var events = new List<Happened>();
            Case? last = null;
            foreach (var (decision, now) in CaseWalks.Of(walk, surges: [order], hears: hears.Select(after => CaseWalks.Start.AddMilliseconds(after))))
            {
                events.AddRange(decision.Events);
                last = decision.Case;
                Assert.NotEqual(Storage.Footing.Without, CaseViews.FootingOf(last, Sample.Xiashi));
                Assert.Equal(CaseJson.Snapshot(last), CaseJson.Snapshot(CaseJson.Replay(events.Select(CaseJson.Record))));
                Assert.Equal(last.Surge is not null, last.IsActive(ClockNames.SurgeEnd));
                Assert.True(last.Surge is null || now <= order.End || order.EndedAt is not null);
            }

            Assert.Null(last?.Surge);
            Assert.Equal(events.Count(happened => happened.Event is SurgeBegan), events.Count(happened => happened.Event is SurgeEnded));
            if (last is not null && !events.Exists(happened => happened.Event is PrioritySet))
            {
                Assert.Equal(((Reported)events[0].Event).Priority, last.Priority);
            }
        },
        iter: 4_000);

    /// <summary>What happened beside the surge itself, with when.</summary>
    private static List<string> Told(IEnumerable<(Decision Decision, DateTimeOffset Now)> walk) =>
    [
        .. walk.SelectMany(step => step.Decision.Events)
            .Where(happened => happened.Event is not (SurgeBegan or SurgeEnded or ClockPaused or ClockResumed)
                && happened.Event is not (ClockStarted { Clock: ClockNames.SurgeEnd } or ClockStopped { Clock: ClockNames.SurgeEnd } or DeadlineMissed { Clock: ClockNames.SurgeEnd }))
            .Select(happened => $"{happened.At:O} {happened.Event.Name} {CaseJson.Record(happened).Data}"),
    ];

    private static string Line(SlaClock clock) =>
        $"{clock.Name}#{clock.Generation} {clock.State} fired {string.Join(' ', clock.Fired)}: {string.Join("; ", clock.Spans.Select(span => $"{span.Kind} {span.From:MM-dd HH:mm:ss.fff} {span.To:MM-dd HH:mm:ss.fff}"))}";

    private static DateTimeOffset Later(DateTimeOffset one, DateTimeOffset other) => one > other ? one : other;
}
