using CsCheck;
using Dispatch.Grains.Cases;
using Dispatch.Grains.Clocks;
using Dispatch.Grains.DryRuns;
using Dispatch.Grains.Forecasts;
using Dispatch.Grains.Policies;
using Dispatch.Grains.Storage;
using Dispatch.Grains.Tests.Cases;
using Dispatch.TestKit;

namespace Dispatch.Grains.Tests.DryRuns;

public sealed class DryRunProperties
{
    private static readonly DateTimeOffset End = DateTimeOffset.MaxValue.AddDays(-1);

    /// <summary>Staffing is that of the timetables in a dry run and made up in a walk, so types that ask for it are left out.</summary>
    [Fact]
    public void Under_its_own_pack_a_case_comes_to_what_it_came_to() => CaseWalks.All.Where(walk => !Sample.Xiashi.Types[walk.Type].ClocksFor(walk.InProgress).Urgent).Sample(
        walk =>
        {
            var decisions = CaseWalks.Of(walk).Select(step => step.Decision).ToList();
            if (decisions.Count == 0)
            {
                return;
            }

            var (commands, notRead) = RecordedCommands.Of(Stored(decisions));
            var course = new DryRun(Sample.Xiashi, new StaffingAhead(Sample.Territory), End).Of(commands);

            Assert.Equal(0, notRead);
            Assert.Empty(course.Refused);
            Assert.Equal(CaseJson.Snapshot(decisions[^1].Case), CaseJson.Snapshot(course.Case!));
            Assert.Equal(Missed(decisions), course.Breaches.Select(breach => breach.Clock));
        },
        iter: 3_000);

    private static List<StoredEvent> Stored(IEnumerable<Decision> decisions)
    {
        var (stored, version) = (new List<StoredEvent>(), 0L);
        foreach (var decision in decisions)
        {
            version++;
            stored.AddRange(decision.Events.Select(happened => new StoredEvent(stored.Count + 1, version, CaseJson.Record(happened))));
        }

        return stored;
    }

    private static IEnumerable<string> Missed(IEnumerable<Decision> decisions) => decisions.SelectMany(decision => decision.Events)
        .Select(happened => happened.Event).OfType<DeadlineMissed>().Select(missed => missed.Clock)
        .Where(clock => clock is not (ClockNames.SuspensionEnd or SideClocks.Overdue));
}
