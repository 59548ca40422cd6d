using CsCheck;
using Dispatch.Contracts;
using Dispatch.Grains.Cases;
using Dispatch.Grains.Clocks;
using Dispatch.Grains.Figures;
using Dispatch.Grains.Policies;
using Dispatch.Grains.Storage;
using Dispatch.TestKit;

namespace Dispatch.Grains.Tests.Cases;

/// <summary>What holds in whatever order a command that was given in time, its clock's firing and other people's commands arrive.</summary>
public sealed class OfflineProperties
{
    private static readonly Gen<(int Situation, double Given, long Arrives, bool Sweeps, (int What, long At)[] Others)> Orders = Gen.Select(
        Gen.Int[0, OfflineSituation.All.Length - 1], Gen.Double[0, 1], Gen.Long[0, 23 * 3_600_000L], Gen.Bool,
        Gen.Select(Gen.Int[0, OfflineSituation.Others.Length - 1], Gen.Long[1, 20 * 3_600_000L]).Array[0, 4]);

    [Fact]
    public void In_every_order_each_due_instant_has_one_firing_or_one_stop_and_one_party_is_responsible() => Orders.Sample(
        order =>
        {
            var arrival = Play(order, out _, out _);
            arrival.PassUntil(DateTimeOffset.MaxValue, always: true);

            Assert.Equal(CaseJson.Snapshot(arrival.Case), CaseJson.Snapshot(CaseJson.Replay(arrival.Events.Select(CaseJson.Record))));
            Assert.NotEqual(Footing.Without, CaseViews.FootingOf(arrival.Case, Sample.Xiashi));
            AssertEachRunEndsOnce(arrival.Events);
            AssertOneParty(arrival.Events);
            AssertFiguresAddUp(arrival);
        },
        iter: 5_000);

    [Fact]
    public void A_command_in_time_leads_to_the_same_case_whenever_it_arrives_as_long_as_nobody_else_has_acted() => Orders.Sample(
        order =>
        {
            var late = Play((order.Situation, order.Given, order.Arrives, order.Sweeps, []), out var situation, out var occurredAt);
            var prompt = new OfflineArrival(situation.Begin(), sweeps: true);
            var expected = prompt.Arrive(situation, occurredAt, occurredAt);

            Assert.IsType<Decision>(expected);
            Assert.IsType<Decision>(late.Verdict);
            Assert.Equal(
                (prompt.Case.Status, prompt.Case.Responsible, prompt.Case.Level, prompt.Case.CameBack, prompt.Case.LastRung),
                (late.Case.Status, late.Case.Responsible, late.Case.Level, late.Case.CameBack, late.Case.LastRung));
            Assert.Equal(prompt.Case.OfficerIds, late.Case.OfficerIds);
            Assert.Equal(Active(prompt.Case), Active(late.Case));
            var (clock, met) = (late.Case.FindClock(situation.Clock)!, prompt.Case.FindClock(situation.Clock)!);
            Assert.Equal((met.State, met.StoppedAt), (clock.State, clock.StoppedAt));
            Assert.Equal(Misses(prompt), Misses(late));
        },
        iter: 3_000);

    [Fact]
    public void The_same_order_of_arrivals_gives_the_same_events() => Orders.Sample(
        order => Assert.Equal(
            Play(order, out _, out _).Events.Select(happened => CaseJson.Record(happened).Data),
            Play(order, out _, out _).Events.Select(happened => CaseJson.Record(happened).Data)),
        iter: 500);

    private static OfflineArrival Play(
        (int Situation, double Given, long Arrives, bool Sweeps, (int What, long At)[] Others) order, out OfflineSituation situation, out DateTimeOffset occurredAt)
    {
        situation = OfflineSituation.All[order.Situation];
        var begun = situation.Begin();
        var clock = begun.Case.FindClock(situation.Clock)!;
        var due = clock.DueAt(Sample.Xiashi.Calendars[clock.Calendar])!.Value;

        // Within the last day before it is due, so that the pack's limit allows it.
        var earliest = new[] { begun.Case.LastEventAt, due.AddHours(-1) }.Max();
        occurredAt = earliest.AddMilliseconds(Math.Floor(order.Given * (due - earliest).TotalMilliseconds));
        var arrives = occurredAt.AddMilliseconds(order.Arrives);
        var arrival = new OfflineArrival(begun, order.Sweeps);
        foreach (var (what, at) in order.Others.OrderBy(other => other.At).Where(other => earliest.AddMilliseconds(other.At) < arrives))
        {
            var now = earliest.AddMilliseconds(at);
            arrival.Other(OfflineSituation.Others[what].Who, OfflineSituation.Others[what].Command(now), now);
        }

        arrival.Arrive(situation, occurredAt, arrives);
        foreach (var (what, at) in order.Others.OrderBy(other => other.At).Where(other => earliest.AddMilliseconds(other.At) >= arrives))
        {
            var now = earliest.AddMilliseconds(at);
            arrival.Other(OfflineSituation.Others[what].Who, OfflineSituation.Others[what].Command(now), now);
        }

        return arrival;
    }

    /// <summary>A run fires once at most and stops once at most, and no run that was stopped fires.</summary>
    private static void AssertEachRunEndsOnce(IEnumerable<Happened> events)
    {
        var (fired, stopped, answered) = (new HashSet<(string, int)>(), new HashSet<(string, int)>(), new HashSet<(string, int)>());
        foreach (var happened in events)
        {
            switch (happened.Event)
            {
                case DeadlineMissed missed:
                    Assert.True(fired.Add((missed.Clock, missed.Generation)) && !stopped.Contains((missed.Clock, missed.Generation)));
                    break;
                case ClockStopped stop:
                    Assert.True(stopped.Add((stop.Clock, stop.Generation)));
                    break;
                case EscalationAnswered answer:
                    Assert.Contains((answer.Clock, answer.Generation), fired);
                    Assert.True(answered.Add((answer.Clock, answer.Generation)));
                    break;
            }
        }
    }

    /// <summary>After every commit the responsible party is the one that the status asks for.</summary>
    private static void AssertOneParty(List<Happened> events)
    {
        Case? @case = null;
        for (var i = 0; i < events.Count; i++)
        {
            @case = @case is null ? Case.Open(events[i]) : @case.Apply(events[i]);
            if (i + 1 < events.Count && events[i + 1].At == events[i].At)
            {
                continue;
            }

            var kind = @case.Status switch
            {
                CaseStatus.AwaitingVerification or CaseStatus.AtGrid => ScopeKind.Grid,
                CaseStatus.AwaitingCommunity or CaseStatus.PreControl => ScopeKind.Community,
                CaseStatus.AwaitingDispatch or CaseStatus.Offered => ScopeKind.Street,
                CaseStatus.EnRoute or CaseStatus.OnSite => ScopeKind.Officer,
                _ => @case.Responsible.Kind,
            };
            Assert.Equal(kind, @case.Responsible.Kind);
            if (kind == ScopeKind.Officer && @case.Status is CaseStatus.EnRoute or CaseStatus.OnSite)
            {
                Assert.Equal(@case.OfficerIds[0], @case.Responsible.Id);
            }
        }
    }

    /// <summary>No clock has fewer runs than none, and what was answered is not among the missed.</summary>
    private static void AssertFiguresAddUp(OfflineArrival arrival)
    {
        var facts = CaseFactsFold.Of(arrival.Events, DateTimeOffset.MaxValue)!;
        Assert.All(facts.Clocks, clock => Assert.True(clock is { Met: >= 0, Missed: >= 0 }));
        var misses = arrival.Events.Count(happened => happened.Event is DeadlineMissed missed && !ClockNames.OfConsent.Contains(missed.Clock));
        var answers = arrival.Events.Count(happened => happened.Event is EscalationAnswered);
        Assert.True(facts.Clocks.Where(clock => !ClockNames.OfConsent.Contains(clock.Name)).Sum(clock => clock.Missed) <= misses - answers);
    }

    private static string Active(Case @case) => string.Join(' ', @case.Clocks.Where(clock => clock.IsOpen).Select(clock => $"{clock.Name}:{clock.State}").Order());

    private static string Misses(OfflineArrival arrival) =>
        string.Join(' ', CaseFactsFold.Of(arrival.Events, DateTimeOffset.MaxValue)!.Clocks.Where(clock => clock.Missed > 0 || clock.Overdue).Select(clock => clock.Name));
}
