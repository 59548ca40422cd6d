using Dispatch.Contracts;
using Dispatch.Grains.Cases;
using Dispatch.Grains.Storage;
using Dispatch.TestKit;
using Check = Dispatch.Contracts.Check;

namespace Dispatch.Grains.Tests.Cases;

/// <summary>Which photos a case takes, and what they change.</summary>
public sealed class EvidenceTests
{
    private static CaseWorld World(params string[] uploaded)
    {
        var world = new CaseWorld(Sample.Xiashi);
        world.Uploaded.UnionWith(uploaded);
        return world;
    }

    private static IEnumerable<string> Attached(CaseWorld world) => world.Case.Evidence.Select(piece => piece.Id);

    [Fact]
    public void Photos_come_with_the_report_by_themselves_and_with_what_ends_the_work()
    {
        var world = World("before", "during", "after")
            .Report("2026-09-07 09:00", Role.GridWorker, "DEC-03", evidenceIds: ["before"])
            .Do("2026-09-07 09:02", Role.GridWorker, new AttachEvidence(["during"]))
            .Do("2026-09-07 09:05", Role.GridWorker, new Settle(["before", "after"]));

        Assert.Equal(["before", "during", "after"], Attached(world));
        Assert.Equal(
            new CaseEvidence("during", "image/jpeg", 1_000, 40, 30, nameof(Role.GridWorker), world.At("2026-09-07 09:02")), world.Case.Evidence[1]);
        Assert.Equal(["before", "after"], world.Events.Select(happened => happened.Event).OfType<Settled>().Single().EvidenceIds);
        Assert.Equal(world.Case.Evidence, CaseViews.View(world.Case, "n", 3, Sample.Xiashi).Evidence);
    }

    [Fact]
    public void A_photo_that_is_not_kept_or_not_ones_own_is_refused_wherever_it_is_named()
    {
        var world = World("own").Report("2026-09-07 09:00", Role.GridWorker, "DISP-01", passUp: true).Do("2026-09-07 09:05", Role.CommunityStaff, new Acknowledge());
        Assert.Equal(RefusalCode.UnknownEvidence, world.Refused("2026-09-07 09:06", Role.CommunityStaff, new AttachEvidence(["own", "another's"])));
        Assert.Equal(RefusalCode.UnknownEvidence, world.Refused("2026-09-07 09:06", Role.CommunityStaff, new Resolve(["another's"])));
        Assert.Equal(
            RefusalCode.UnknownEvidence,
            World().Report("2026-09-07 09:00", Role.GridWorker, "DEC-03").Refused("2026-09-07 09:01", Role.GridWorker, new Settle(["another's"])));
        var refused = Assert.Throws<InvalidOperationException>(() => World().Report("2026-09-07 09:00", Role.Citizen, "DEC-03", evidenceIds: ["another's"]));
        Assert.Contains(nameof(RefusalCode.UnknownEvidence), refused.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void What_is_attached_to_the_case_may_be_named_by_whoever_works_on_it()
    {
        var world = World("seen").Report("2026-09-07 09:00", Role.GridWorker, "DISP-01", passUp: true, evidenceIds: ["seen"])
            .Do("2026-09-07 09:05", Role.CommunityStaff, new Acknowledge());
        world.Uploaded.Clear();
        world.Do("2026-09-09 09:05", Role.CommunityStaff, new Resolve(["seen"]));
        Assert.Equal(["seen"], Attached(world));
        Assert.Single(world.Events, happened => happened.Event is EvidenceAttached);
    }

    [Fact]
    public void A_photo_is_added_to_a_case_of_any_status_and_moves_no_clock()
    {
        var world = World("late").Report("2026-09-07 09:00", Role.GridWorker, "DEC-03").Do("2026-09-07 09:05", Role.GridWorker, new Settle())
            .Do("2026-09-07 10:00", Role.CommunityStaff, new Check(true));
        var clocks = world.Case.Clocks;
        world.Do("2026-09-07 11:00", Role.Committee, new AttachEvidence(["late"]));
        Assert.Equal(CaseStatus.Closed, world.Case.Status);
        Assert.Equal(clocks.AsEnumerable(), world.Case.Clocks);
    }

    [Fact]
    public void A_photo_taken_offline_bears_the_instant_at_which_it_was_taken()
    {
        var world = World("offline").Report("2026-09-07 09:00", Role.GridWorker, "DEC-03")
            .Do("2026-09-07 09:20", Role.GridWorker, new AttachEvidence(["offline"]), occurredAt: "2026-09-07 09:05");
        Assert.Equal(world.At("2026-09-07 09:05"), world.Case.Evidence.Single().At);
    }

    [Fact]
    public void Naming_none_or_only_what_is_attached_already_is_refused()
    {
        var world = World("one").Report("2026-09-07 09:00", Role.GridWorker, "DEC-03", evidenceIds: ["one"]);
        Assert.Equal(RefusalCode.InvalidValue, world.Refused("2026-09-07 09:01", Role.GridWorker, new AttachEvidence([])));
        Assert.Equal(RefusalCode.InvalidValue, world.Refused("2026-09-07 09:01", Role.GridWorker, new AttachEvidence(["one"])));
        Assert.Equal(
            RefusalCode.InvalidValue,
            world.Refused("2026-09-07 09:01", Role.GridWorker, new AttachEvidence([.. Enumerable.Range(0, 21).Select(i => $"{i}")])));
    }

    [Fact]
    public void A_case_holds_a_hundred_photos_and_not_one_more()
    {
        var photos = Enumerable.Range(0, 101).Select(i => $"photo-{i}").ToArray();
        var world = World(photos).Report("2026-09-07 09:00", Role.GridWorker, "DEC-03");
        foreach (var some in photos.Take(100).Chunk(20))
        {
            world.Do("2026-09-07 09:01", Role.GridWorker, new AttachEvidence(some));
        }

        Assert.Equal(100, world.Case.Evidence.Length);
        Assert.Equal(RefusalCode.TooMuchEvidence, world.Refused("2026-09-07 09:02", Role.GridWorker, new AttachEvidence(photos[100..])));
        Assert.Equal(RefusalCode.TooMuchEvidence, world.Refused("2026-09-07 09:02", Role.GridWorker, new Settle(photos[100..])));
    }

    [Fact]
    public void Events_and_snapshots_from_before_there_were_photos_are_read_as_they_are()
    {
        var world = World().Report("2026-09-07 09:00", Role.GridWorker, "DEC-03");
        EventRecord settled = new(
            "Settled", world.At("2026-09-07 09:05"), null, nameof(Role.GridWorker), """{"evidenceIds":["whatever was named then"],"rework":["grid"]}""");

        var replayed = CaseJson.Replay(world.Events.Select(CaseJson.Record).Append(settled));

        Assert.Empty(replayed.Evidence);
        Assert.DoesNotContain("evidence", CaseJson.Snapshot(replayed), StringComparison.Ordinal);
        Assert.Empty(CaseJson.Case(CaseJson.Snapshot(replayed)).Evidence);
    }
}
