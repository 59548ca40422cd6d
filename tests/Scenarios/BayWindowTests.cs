using Dispatch.Contracts;
using Dispatch.Grains.Cases;
using Dispatch.Grains.Clocks;
using Dispatch.TestKit;

namespace Dispatch.Scenarios;

/// <summary>
/// A true story: a resident tells the grid worker that a bay window is about to be removed. She has the property manager show the drawing
/// (it is a structural wall), hands over to the team, visits the owner with two officers, and follows up until it is restored.
/// </summary>
public sealed class BayWindowTests
{
    [Fact]
    public void The_drawing_shows_a_structural_wall_two_officers_visit_and_the_grid_worker_follows_up()
    {
        var world = new CaseWorld(Sample.Xiashi) { Uploaded = { "drawing", "restored" } }
            .Report("2026-09-07 09:00", Role.GridWorker, "DEC-03")
            .Do("2026-09-07 09:08", Role.PropertyManager, new AttachEvidence(["drawing"]))
            .Do("2026-09-07 09:09", Role.PropertyManager, new Comment("The structure drawing: that wall carries the slab above."))
            .Do("2026-09-07 09:12", Role.GridWorker, new PassUp("A structural wall. Unit 7-2-2001, the owner is at home until noon."))
            .Do("2026-09-07 09:15", Role.CommunityStaff, new Acknowledge())
            .Do("2026-09-07 09:18", Role.CommunityStaff, new Whistle("Only the team can order the owner to stop."))
            .Do("2026-09-07 09:20", Role.Dispatcher, new Assign(["o.li", "o.wang"]))
            .Do("2026-09-07 09:21", Role.Officer, new OfferAccept(), "o.li")
            .Do("2026-09-07 09:50", Role.Officer, new Arrive(), "o.li")
            .Do("2026-09-07 10:10", Role.Officer, new Comment("The owner stops and will restore the wall below the sill."), "o.li")
            .Do("2026-09-10 15:00", Role.Officer, new Resolve(["restored"]), "o.li")
            .Do("2026-09-11 09:30", Role.GridWorker, new Comment("Told the resident who called."), "another-worker")
            .Do("2026-09-11 09:31", Role.GridWorker, new Check(Passed: true), "another-worker")
            .PassAll();

        Assert.Equal(CaseStatus.Closed, world.Case.Status);
        Assert.Equal(["o.li", "o.wang"], world.Case.OfficerIds);
        Assert.Equal(["drawing", "restored"], world.Case.Evidence.Select(photo => photo.Id));
        Assert.DoesNotContain(world.Events, happened => happened.Event is DeadlineMissed or CardIssued);
        Assert.Equal(
            """
            Mon 09-07 09:00:00.000 Entered AtGrid by grid:xishan-01
            Mon 09-07 09:12:00.000 Entered AwaitingCommunity by community:xishan
            Mon 09-07 09:15:00.000 Entered PreControl by community:xishan
            Mon 09-07 09:18:00.000 Entered AwaitingDispatch by street:xiashi
            Mon 09-07 09:20:00.000 Entered Offered by street:xiashi
            Mon 09-07 09:21:00.000 Entered EnRoute by officer:o.li
            Mon 09-07 09:50:00.000 Entered OnSite by officer:o.li
            Thu 09-10 15:00:00.000 Entered AwaitingCheck by grid:xishan-01
            """,
            string.Join('\n', world.History.Where(line => line.Contains("Entered", StringComparison.Ordinal))));
    }

    [Fact]
    public void Whoever_handled_it_does_not_check_it()
    {
        var world = new CaseWorld(Sample.Xiashi)
            .Report("2026-09-07 09:00", Role.GridWorker, "DEC-03")
            .Do("2026-09-07 09:10", Role.GridWorker, new Settle());

        Assert.Equal(RefusalCode.OwnWork, world.Refused("2026-09-07 09:30", Role.GridWorker, new Check(Passed: true)));
    }
}
