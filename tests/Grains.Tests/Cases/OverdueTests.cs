using Dispatch.Contracts;
using Dispatch.Grains.Cases;
using Dispatch.TestKit;

namespace Dispatch.Grains.Tests.Cases;

/// <summary>Since when a board says that a case is overdue.</summary>
public sealed class OverdueTests
{
    private static CaseRow Row(CaseWorld world) => CaseViews.View(world.Case, "n", 1, Sample.Xiashi).AsRow();

    [Fact]
    public void A_case_is_overdue_since_its_clock_ran_out_until_somebody_answers_it_late()
    {
        var world = new CaseWorld(Sample.Xiashi).Report("2026-09-07 09:00", Role.GridWorker, "DEC-03", passUp: true);
        var due = Assert.Single(Row(world).Clocks, clock => clock.Name == "acknowledge").DueAt;
        Assert.Null(Row(world).OverdueSince);

        world.PassUntil("2026-09-07 09:45");
        Assert.Equal(due, Row(world).OverdueSince);
        Assert.DoesNotContain(Row(world).Clocks, clock => clock.Name == "acknowledge");

        world.Do("2026-09-07 09:46", Role.CommunityStaff, new Acknowledge());
        Assert.Null(Row(world).OverdueSince);
    }

    [Fact]
    public void A_case_that_has_ended_is_not_overdue_any_more()
    {
        var world = new CaseWorld(Sample.Xiashi).Report("2026-09-07 09:00", Role.GridWorker, "DEC-03", passUp: true).PassUntil("2026-09-07 10:00");
        world.Do("2026-09-07 10:01", Role.Dispatcher, new Reject("no such building"));
        Assert.Null(Row(world).OverdueSince);
    }
}
