using CsCheck;
using Dispatch.Contracts;
using Dispatch.Grains.Cases;
using Dispatch.Grains.Clocks;

namespace Dispatch.Grains.Tests.Cases;

/// <summary>What holds of called departments and instructions on every walk through the sample pack.</summary>
public sealed class DepartmentProperties
{
    [Fact]
    public void Every_run_of_a_departments_clock_fires_once_at_most_and_stops_once_at_most()
    {
        var (fired, met, both) = (0, 0, 0);
        CaseWalks.All.Sample(
            walk =>
            {
                var events = CaseWalks.Of(walk).SelectMany(one => one.Decision.Events).Select(happened => happened.Event).ToList();
                var misses = events.OfType<DeadlineMissed>().Where(missed => SideClocks.IsSide(missed.Clock)).Select(missed => (missed.Clock, missed.Generation)).ToList();
                var stops = events.OfType<ClockStopped>().Where(stopped => SideClocks.IsSide(stopped.Clock)).ToList();

                Assert.Equal(misses.Distinct(), misses);
                Assert.Equal(stops.DistinctBy(stop => (stop.Clock, stop.Generation)), stops);
                Assert.All(stops, stop => Assert.Equal(stop.State == ClockState.Missed, misses.Contains((stop.Clock, stop.Generation))));
                Interlocked.Add(ref fired, misses.Count);
                Interlocked.Add(ref met, stops.Count(stop => stop.State == ClockState.Met));
                Interlocked.Add(ref both, stops.Count(stop => stop.State == ClockState.Missed));
            },
            iter: 10_000,
            threads: 1);

        Assert.All([fired, met, both], seen => Assert.True(seen > 100, $"The walks meet too little: {fired}, {met}, {both}."));
    }

    [Fact]
    public void No_case_is_settled_or_resolved_over_an_open_assist_without_a_reason_and_none_ends_with_one() => CaseWalks.All.Sample(
        walk =>
        {
            Case? before = null;
            foreach (var (decision, _) in CaseWalks.Of(walk))
            {
                foreach (var said in decision.Events.Select(happened => happened.Event).Select(Why).OfType<(bool, string?)>())
                {
                    Assert.Equal(before!.OpenDepartments.IsEmpty, said.Item2 is null);
                }

                Assert.True(decision.Case.IsOpen || decision.Case.OpenDepartments.IsEmpty);
                Assert.All(decision.Case.OpenDepartments, id => Assert.Contains(
                    decision.Case.Clocks, clock => clock.IsOpen && (clock.Name == SideClocks.ReportIn(id) || clock.Name == SideClocks.Answer(id))));
                before = decision.Case;
            }
        },
        iter: 10_000);

    private static (bool, string?)? Why(OwnerEvent happening) => happening switch
    {
        Settled settled => (true, settled.OpenAssists),
        Resolved resolved => (true, resolved.OpenAssists),
        _ => null,
    };
}
