using System.Collections.Immutable;
using Dispatch.Contracts;
using Dispatch.Contracts.Decoration;
using Dispatch.Grains.Cases;
using Dispatch.Grains.Clocks;
using Dispatch.Grains.Decoration.Dossiers;
using Dispatch.Grains.Decoration.Rounds;
using Dispatch.TestKit;

namespace Dispatch.Grains.Tests.Decoration;

public sealed class RoundDeciderTests
{
    private const string Photo = "9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08";

    /// <summary>A Monday morning, ten o'clock.</summary>
    private static readonly DateTimeOffset Now = new(2026, 9, 7, 2, 0, 0, TimeSpan.Zero);

    private static readonly Actor Manager = new("manager-huayu", Role.PropertyManager, Scope.Grid("xishan-03"));
    private static readonly Actor Worker = new("grid-xishan-03", Role.GridWorker, Scope.Grid("xishan-03"));
    private static readonly Actor Community = new("community-xishan", Role.CommunityStaff, Scope.Community("xishan"));

    private static readonly RoundGround Ground = new(["7-2-2001", "7-1-1202"], RoundPlanTests.Estate, [], IsNew: false);

    private static readonly RoundSurroundings Around = new(
        Sample.Territory, Sample.Xiashi, ImmutableDictionary<string, EvidencePiece>.Empty.Add(Photo, new EvidencePiece(Photo, "image/jpeg", 9, 3, 3)), Ground, LeadKnown: true);

    [Fact]
    public void A_round_is_walked_when_all_is_seen_and_what_was_wrong_is_stopped_and_reported_in_time()
    {
        var round = Drawn();
        Assert.Equal(RoundClocks.Walk, Assert.Single(DossierClocks.Deadlines(round.Clocks, Sample.Xiashi)).Clock);
        round = Marked(round, "1", RoundMark.Found, Manager, Now.AddMinutes(10));
        Assert.Equal(Now.AddMinutes(10), round.Item("1")!.ToldAt);
        Assert.Equal([RoundMark.Found, RoundMark.ManagerTold], round.Receipts.Select(receipt => receipt.Mark));

        round = Marked(round, "1", RoundMark.ManagerStopped, Manager, Now.AddMinutes(20), [Photo]);
        round = Marked(round, "1", RoundMark.ManagerReported, Manager, Now.AddMinutes(30));
        Assert.Equal(("r1-4", Now.AddMinutes(30), Manager.Id), (round.Receipts[^1].Number, round.Receipts[^1].At, round.Receipts[^1].By));
        foreach (var item in round.Items.Skip(1))
        {
            Assert.Equal(RoundState.Open, round.State);
            round = Marked(round, item.Id, RoundMark.Clear, Manager, Now.AddMinutes(40));
        }

        Assert.Equal((RoundState.Walked, false, ClockState.Met), (round.State, round.IsOpen(), round.Clock(RoundClocks.Walk)!.State));
        Assert.Empty(DossierClocks.Deadlines(round.Clocks, Sample.Xiashi));
        Assert.All(round.Items, item => Assert.Null(ManagerDuty.Proposed(item, Now.AddDays(30), Sample.Xiashi)));
        Assert.Empty(round.Waiting());
    }

    [Fact]
    public void A_missed_round_and_a_missed_share_are_told_to_the_community_and_can_still_be_walked()
    {
        var round = Done(Drawn(), new ShareRound { ShareId = "red", Group = "红色微网格", Members = 4, Lead = Worker.Id, ItemIds = ["3"] }, Community, Now);
        var late = Fired(round, Now.AddDays(3));
        Assert.Equal(
            [("community:xishan", "Patrol round not walked in time"), ("community:xishan", "Vanguard group's share not walked in time")],
            late.Waiting().Select(matter => (matter.Receiver, matter.Title.En)));

        late = Marked(late, "3", RoundMark.Clear, Worker, Now.AddDays(3));
        Assert.Equal("Patrol round not walked in time", Assert.Single(late.Waiting()).Title.En);
        Assert.Equal(Worker.Id, late.Item("3")!.SeenBy);
        foreach (var item in late.Items.Where(item => item.SeenAt is null).ToList())
        {
            late = Marked(late, item.Id, RoundMark.Clear, Manager, Now.AddDays(3));
        }

        Assert.Equal(RoundState.Walked, late.State);
        Assert.Equal(ClockState.Missed, late.Clock(RoundClocks.Walk)!.State);
    }

    [Fact]
    public void A_share_is_marked_by_its_lead_or_the_community_and_not_by_the_manager()
    {
        var round = Done(Drawn(), new ShareRound { ShareId = "red", Group = "红色微网格", Members = 4, Lead = Worker.Id, ItemIds = ["1"] }, Community, Now);
        Assert.Equal(RefusalCode.NotYourShare, Refusal(round, new MarkRoundItem { ItemId = "1", Mark = RoundMark.Clear }, Manager));
        Assert.DoesNotContain("1", RoundRoles.Marks(round, Manager, Sample.Territory).Keys);
        Assert.Equal([RoundMark.Clear, RoundMark.Found], RoundRoles.Marks(round, Worker, Sample.Territory)["1"]);

        var found = Marked(round, "1", RoundMark.Found, Worker, Now.AddMinutes(5));
        Assert.Null(found.Item("1")!.ToldAt);
        Assert.Equal("A round found a violation: tell the manager", Assert.Single(found.Waiting()).Title.En);
        var told = Marked(found, "1", RoundMark.ManagerTold, Community, Now.AddMinutes(15));
        Assert.Empty(told.Waiting());
        Assert.Equal([RoundMark.ManagerStopped, RoundMark.ManagerReported], RoundRoles.Marks(told, Manager, Sample.Territory)["1"]);
    }

    [Fact]
    public void A_case_against_the_manager_is_proposed_from_what_was_told_and_not_stopped_or_not_reported_in_time()
    {
        var told = Marked(Drawn(), "1", RoundMark.Found, Manager, Now);
        Assert.Null(Proposal(told, Now.AddHours(2)));
        Assert.Equal([DutyKind.Stop], Proposal(told, Now.AddHours(2).AddMilliseconds(1))!.Facts.Select(fact => fact.Kind));
        Assert.Equal([DutyKind.Stop, DutyKind.Report], Proposal(told, Now.AddHours(25))!.Facts.Select(fact => fact.Kind));
        Assert.Equal(
            ["Not stopped in time by the manager: PROP-01 proposed", "Not reported in time by the manager: PROP-01 proposed"],
            Fired(told, Now.AddHours(25)).Waiting().Select(matter => matter.Title.En).Where(title => title.Contains("PROP", StringComparison.Ordinal)));

        var late = Marked(Fired(told, Now.AddHours(3)), "1", RoundMark.ManagerStopped, Manager, Now.AddHours(3), [Photo]);
        late = Marked(late, "1", RoundMark.ManagerReported, Manager, Now.AddHours(4));
        var fact = Assert.Single(Proposal(late, Now.AddDays(9))!.Facts);
        Assert.Equal((DutyKind.Stop, Now.AddHours(2), Now.AddHours(3)), (fact.Kind, fact.DueAt, fact.DoneAt));
    }

    [Fact]
    public void Work_without_filing_found_by_the_manager_is_reported_with_its_case_and_still_to_be_stopped()
    {
        var round = Done(Drawn(), new AddUnfiledWork { UnitId = "7-2-2002", CaseId = "c1" }, Manager, Now);
        var item = round.Items[^1];
        Assert.Equal((RoundItemKind.Unfiled, "c1", false, true), (item.Kind, item.CaseId, item.Good, item.ReportedAt == Now));
        Assert.NotNull(DossierClocks.Deadlines(round.Clocks, Sample.Xiashi).FirstOrDefault(deadline => deadline.Clock == RoundClocks.Stop(item.Id)));
        Assert.Equal(RefusalCode.UnknownPlace, Refusal(round, new AddUnfiledWork { UnitId = "9-9-9", CaseId = "c1" }, Manager));
    }

    [Fact]
    public void A_round_that_is_ended_says_why_and_leaves_no_clock()
    {
        var ended = Done(Marked(Drawn(), "1", RoundMark.Found, Manager, Now), new EndRound { Reason = "Typhoon." }, Community, Now.AddHours(1));
        Assert.Equal((RoundState.Ended, "Typhoon."), (ended.State, ended.Reason));
        Assert.Empty(DossierClocks.Deadlines(ended.Clocks, Sample.Xiashi));
        Assert.Equal(RefusalCode.StatusNotAllowed, Refusal(ended, new MarkRoundItem { ItemId = "2", Mark = RoundMark.Clear }, Manager));
    }

    [Fact]
    public void What_its_events_make_is_what_is_stored()
    {
        var shared = new ShareRound { ShareId = "red", Group = "G", Members = 2, Lead = "grid-xishan-03", ItemIds = ["2"] };
        var found = new MarkRoundItem { ItemId = "1", Mark = RoundMark.Found };
        var stopped = new MarkRoundItem { ItemId = "1", Mark = RoundMark.ManagerStopped, EvidenceIds = [Photo], Note = "Left." };
        var round = new Round();
        List<Happened> all = [];
        foreach (var command in (DossierCommand[])[new DrawRound { EstateId = "huayu-qiantang" }, shared, found, stopped, new AddUnfiledWork { UnitId = "7-2-2002", CaseId = "c1" }])
        {
            var step = Decided(round, command, Manager, Now);
            all.AddRange(step.Events);
            round = (Round)step.Dossier;
        }

        Assert.Equal(Round.Kind.Snapshot(round), Round.Kind.Snapshot(Round.Kind.Replay(all.Select(Round.Kind.Record))));
        Assert.Equal(Round.Kind.Snapshot(round), Round.Kind.Snapshot(Round.Kind.Read(Round.Kind.Snapshot(round))));
    }

    [Theory]
    [InlineData("an estate that is not there", RefusalCode.UnknownPlace)]
    [InlineData("nothing to walk", RefusalCode.NothingToPatrol)]
    [InlineData("a department", RefusalCode.RoleNotAllowed)]
    [InlineData("another manager", RefusalCode.OutsideArea)]
    [InlineData("no block", RefusalCode.DecorationNotOffered)]
    public void A_bad_drawing_is_refused(string fault, RefusalCode code)
    {
        var by = fault switch
        {
            "a department" => new Actor("department-fire", Role.DepartmentStaff, Scope.Department("fire")),
            "another manager" => Manager with { Area = Scope.Grid("beiguan-02") },
            _ => Manager,
        };
        var around = fault switch
        {
            "nothing to walk" => Around with { Ground = new RoundGround([], null, [], false) },
            "no block" => Around with { Pack = Sample.Xiashi with { Decoration = null } },
            _ => Around,
        };
        var command = new DrawRound { EstateId = fault == "an estate that is not there" ? "nowhere" : "huayu-qiantang" };
        Assert.Equal(code, Assert.IsType<Refused>(RoundDecider.Decide(new Round(), "r1", Act(command, by), Now, around)).Refusal.Code);
    }

    [Theory]
    [InlineData("no such item", RefusalCode.UnknownRoundItem)]
    [InlineData("stopped before anything is wrong", RefusalCode.MarkOutOfOrder)]
    [InlineData("seen twice", RefusalCode.MarkOutOfOrder)]
    [InlineData("stopped without a photo", RefusalCode.PhotoRequired)]
    [InlineData("a photo that nobody sent", RefusalCode.UnknownEvidence)]
    [InlineData("a worker who stops for the manager", RefusalCode.RoleNotAllowed)]
    public void A_bad_mark_is_refused(string fault, RefusalCode code)
    {
        var round = Marked(Drawn(), "1", RoundMark.Found, Manager, Now);
        var (command, by) = fault switch
        {
            "no such item" => (new MarkRoundItem { ItemId = "99", Mark = RoundMark.Clear }, Manager),
            "stopped before anything is wrong" => (new MarkRoundItem { ItemId = "2", Mark = RoundMark.ManagerStopped, EvidenceIds = [Photo] }, Manager),
            "seen twice" => (new MarkRoundItem { ItemId = "1", Mark = RoundMark.Clear }, Manager),
            "stopped without a photo" => (new MarkRoundItem { ItemId = "1", Mark = RoundMark.ManagerStopped }, Manager),
            "a photo that nobody sent" => (new MarkRoundItem { ItemId = "2", Mark = RoundMark.Found, EvidenceIds = [new string('b', 64)] }, Manager),
            _ => (new MarkRoundItem { ItemId = "1", Mark = RoundMark.ManagerStopped, EvidenceIds = [Photo] }, Worker),
        };
        Assert.Equal(code, Refusal(round, command, by));
    }

    private static DutyProposal? Proposal(Round round, DateTimeOffset now) => ManagerDuty.Proposed(round.Item("1")!, now, Sample.Xiashi);

    private static Round Drawn() => Done(new Round(), new DrawRound { EstateId = "huayu-qiantang" }, Manager, Now);

    private static Round Marked(Round round, string itemId, RoundMark mark, Actor by, DateTimeOffset now, IReadOnlyList<string>? photos = null) =>
        Done(round, new MarkRoundItem { ItemId = itemId, Mark = mark, EvidenceIds = photos ?? [] }, by, now);

    private static Round Fired(Round round, DateTimeOffset now) => (Round)DossierFiring.Fire(round, now, Sample.Xiashi, static (_, _) => { }).Dossier;

    private static Round Done(Round round, DossierCommand command, Actor by, DateTimeOffset now) => (Round)Decided(round, command, by, now).Dossier;

    private static DossierDecision Decided(Round round, DossierCommand command, Actor by, DateTimeOffset now) =>
        Assert.IsType<DossierDecision>(RoundDecider.Decide(round, "r1", Act(command, by), now, Around));

    private static RefusalCode Refusal(Round round, DossierCommand command, Actor by) =>
        Assert.IsType<Refused>(RoundDecider.Decide(round, "r1", Act(command, by), Now, Around)).Refusal.Code;

    private static DossierAct Act(DossierCommand command, Actor by) => new() { Command = command, By = by, Key = "k", BodyHash = "", ReceivedAt = Now };
}
