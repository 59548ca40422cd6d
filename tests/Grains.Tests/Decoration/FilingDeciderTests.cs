using Dispatch.Contracts;
using Dispatch.Contracts.Decoration;
using Dispatch.Grains.Cases;
using Dispatch.Grains.Decoration.Dossiers;
using Dispatch.Grains.Decoration.Filings;
using Dispatch.TestKit;

namespace Dispatch.Grains.Tests.Decoration;

public sealed class FilingDeciderTests
{
    internal const string Id = "huayu-qiantang.7-2-2001";

    /// <summary>A Monday morning, ten o'clock.</summary>
    internal static readonly DateTimeOffset Now = new(2026, 9, 7, 2, 0, 0, TimeSpan.Zero);

    internal static readonly Actor Owner = new("door", Role.Citizen, null);
    internal static readonly Actor Worker = new("grid-xishan-03", Role.GridWorker, Scope.Grid("xishan-03"));
    internal static readonly Actor Community = new("community-xishan", Role.CommunityStaff, Scope.Community("xishan"));

    internal static readonly FileWorks Good = new()
    {
        Works = ["finishes", "waterproofing"],
        Contractor = "Anju",
        From = new(2026, 9, 14),
        To = new(2026, 10, 16),
        Contact = "139",
    };

    internal static FilingKnown Known { get; } = new(Sample.Xiashi, Sample.Territory, FilingScope.Of(Sample.Xiashi.Catalogue!.View, []), "token");

    [Fact]
    public void A_filing_plans_its_own_inspections_by_working_days()
    {
        var filing = Assert.Single(Done(new(), Good, Owner, Now).Filings);
        Assert.Equal(
            [
                (WorkStage.Start, "2026-09-16 08:30", "D1 D8"),
                (WorkStage.WetWorks, "2026-09-29 08:30", "D3 D8"),
                (WorkStage.Finish, "2026-10-22 08:30", "D1 D8"),
            ],
            filing.Inspections.Select(one => (one.Stage, Local(one.DueAt), string.Join(' ', one.Items.Where(item => item is "D1" or "D3" or "D8")))));
        Assert.Equal((FilingState.Standing, "7-2-2002"), (filing.State, Assert.Single(filing.Neighbours)));
    }

    [Fact]
    public void Nobody_comes_and_the_inspection_rises_to_grid_community_street_and_supervision_each_told_once()
    {
        var flat = Done(Done(new(), Good, Owner, Now), new TellNeighbours { Number = 1 }, Worker, Now);
        Assert.Empty(flat.Waiting());
        List<(FilingLevel, string)> told = [];
        for (var at = flat.Filings[0].Inspections[0].DueAt; at < flat.Filings[0].Inspections[0].DueAt.AddDays(10); at = at.AddHours(1))
        {
            flat = Fired(flat, at.AddMilliseconds(1));
            var start = flat.Filings[0].Inspections[0];
            if (flat.Waiting().Any() && (told.Count == 0 || told[^1].Item1 != start.Level))
            {
                told.Add((start.Level, Assert.Single(flat.Waiting()).Receiver));
            }
        }

        Assert.Equal(
            [(FilingLevel.Community, "community:xishan"), (FilingLevel.Street, "captain:xiashi"), (FilingLevel.Supervision, "supervisor:xiashi")], told);
        var came = Done(flat, Passed(flat, WorkStage.Start), Worker, flat.LastEventAt.AddMinutes(1));
        Assert.Empty(came.Waiting());
        Assert.Equal(ClockState.Missed, came.Clock("start-1")!.State);
    }

    [Fact]
    public void Works_that_need_approval_wait_for_the_office_that_is_named_and_are_inspected_only_then()
    {
        var waits = Done(new(), Good with { Works = ["facade-change"] }, Owner, Now);
        Assert.Equal((FilingState.AwaitingApproval, "planning"), (waits.Filings[0].State, Assert.Single(waits.Filings[0].Offices).Office));
        Assert.Equal("department:planning", Assert.Single(waits.Waiting()).Receiver);
        Assert.Equal(RefusalCode.AwaitsApproval, Refused(waits, Passed(waits, WorkStage.Start), Worker, Now));
        Assert.Equal(
            RefusalCode.RoleNotAllowed,
            Refused(waits, new ApproveFiling { Number = 1, Office = "planning", Permit = "1" }, new("f", Role.DepartmentStaff, Scope.Department("fire")), Now));

        var stands = Done(waits, new ApproveFiling { Number = 1, Office = "planning", Permit = "GH-7" }, new("p", Role.DepartmentStaff, Scope.Department("planning")), Now.AddDays(10));
        Assert.Equal(FilingState.Standing, stands.Filings[0].State);
        Assert.All(stands.Filings[0].Inspections, inspection => Assert.True(inspection.DueAt > Now.AddDays(10)));
        Assert.Equal(ClockState.Met, stands.Clock("approval-1")!.State);

        var not = Done(waits, new RefuseFiling { Number = 1, Office = "planning", Reason = "The street front stays." }, Community, Now);
        Assert.Equal((FilingState.Refused, false), (not.Filings[0].State, not.IsOpen()));
    }

    [Fact]
    public void A_fault_is_inspected_again_and_the_completion_check_ends_the_filing()
    {
        var flat = Done(new(), Good, Owner, Now);
        var fault = Passed(flat, WorkStage.Finish) with { Findings = [.. Passed(flat, WorkStage.Finish).Findings.Select(one => one with { Good = one.Item != "D8", Note = "Rubbish." })] };
        var again = Done(flat, fault, Worker, Now.AddDays(1));
        Assert.Equal((true, 1, false), (again.IsOpen(), again.Filings[0].Inspections[^1].Times, again.Filings[0].Inspections[^1].AtTheDoor));

        var there = Done(again, new ScanDoor { Token = "token" }, Worker, Now.AddDays(2));
        var over = Done(there, Passed(there, WorkStage.Finish), Worker, Now.AddDays(2));
        Assert.Equal((FilingState.Completed, false, true), (over.Filings[0].State, over.IsOpen(), over.Filings[0].Inspections[^1].AtTheDoor));
        Assert.Empty(DossierClocks.Deadlines(over.Clocks, Sample.Xiashi));
        Assert.Equal(RefusalCode.StatusNotAllowed, Refused(over, new TellNeighbours { Number = 1 }, Worker, Now.AddDays(3)));
    }

    [Fact]
    public void An_estates_ruling_answers_for_its_spot_and_never_allows_what_the_law_forbids()
    {
        var no = new Text("不得封闭。", "Not here.");
        var yes = new Text("可以。", "Yes.");
        var scope = FilingScope.Of(Sample.Xiashi.Catalogue!.View, [new("balcony", Text.Same("b"), WorkRuling.Forbidden, no), new("bay-window", Text.Same("w"), WorkRuling.Free, yes)]);
        Assert.Equal((WorkRuling.Forbidden, no), (scope.Find("close-balcony")!.Ruling, scope.Find("close-balcony")!.Answer));
        Assert.Equal(WorkRuling.Forbidden, scope.Find("remove-bay-window")!.Ruling);
    }

    [Fact]
    public void What_its_events_make_is_what_is_stored_and_no_event_holds_the_contact()
    {
        var decision = Decided(new(), Good with { Contact = "13912345678" }, Owner, Now);
        var records = decision.Events.Select(UnitFilings.Kind.Record).ToList();
        Assert.Equal(UnitFilings.Kind.Snapshot(decision.Dossier), UnitFilings.Kind.Snapshot(UnitFilings.Kind.Replay(records)));
        Assert.Equal(UnitFilings.Kind.Snapshot(decision.Dossier), UnitFilings.Kind.Snapshot(UnitFilings.Kind.Read(UnitFilings.Kind.Snapshot(decision.Dossier))));
        Assert.DoesNotContain("13912345678", UnitFilings.Kind.Snapshot(decision.Dossier), StringComparison.Ordinal);
        Assert.All(records, record => Assert.DoesNotContain("13912345678", record.ToString(), StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("no contractor", RefusalCode.ContractorRequired)]
    [InlineData("a bay window", RefusalCode.WorkForbidden)]
    [InlineData("a work that is not there", RefusalCode.UnknownWork)]
    [InlineData("no work", RefusalCode.InvalidValue)]
    [InlineData("yesterday", RefusalCode.InvalidValue)]
    [InlineData("an end before the beginning", RefusalCode.InvalidValue)]
    [InlineData("an overlap", RefusalCode.FilingOverlaps)]
    [InlineData("a flat of another estate", RefusalCode.UnknownPlace)]
    [InlineData("another community's staff", RefusalCode.OutsideArea)]
    public void A_bad_filing_is_refused(string fault, RefusalCode code)
    {
        var flat = fault == "an overlap" ? Done(new(), Good with { From = Good.To, To = Good.To }, Owner, Now) : new UnitFilings();
        var filed = fault switch
        {
            "no contractor" => Good with { Contractor = " " },
            "a bay window" => Good with { Works = ["finishes", "remove-bay-window"] },
            "a work that is not there" => Good with { Works = ["fly"] },
            "no work" => Good with { Works = [] },
            "yesterday" => Good with { From = new(2026, 9, 6) },
            "an end before the beginning" => Good with { To = new(2026, 9, 13) },
            _ => Good,
        };
        var by = fault == "another community's staff" ? new Actor("c", Role.CommunityStaff, Scope.Community("hehua")) : Owner;
        var id = fault == "a flat of another estate" ? "kipeili-2.7-2-2001" : Id;
        Assert.Equal(code, Assert.IsType<Refused>(FilingDecider.Decide(flat, id, Act(filed, by), Now, Known)).Refusal.Code);
    }

    [Fact]
    public void A_checklist_is_answered_whole_and_another_doors_card_proves_nothing()
    {
        var flat = Done(new(), Good, Owner, Now);
        Assert.Equal(RefusalCode.ChecklistIncomplete, Refused(flat, Passed(flat, WorkStage.Start) with { Findings = [] }, Worker, Now));
        Assert.Equal(RefusalCode.InvalidText, Refused(flat, Passed(flat, WorkStage.Start) with { Findings = [.. Passed(flat, WorkStage.Start).Findings.Select(one => one with { Good = false })] }, Worker, Now));
        Assert.Equal(RefusalCode.InvalidValue, Refused(flat, new ScanDoor { Token = "other" }, Worker, Now));
        Assert.Equal(RefusalCode.RoleNotAllowed, Refused(flat, new ScanDoor { Token = "token" }, Owner, Now));
    }

    internal static InspectWorks Passed(UnitFilings flat, WorkStage stage) => new()
    {
        Number = 1,
        Stage = stage,
        Findings = [.. flat.Filings[0].Inspections.First(one => one.Stage == stage).Items.Select(item => new InspectionFinding(item, true))],
    };

    internal static UnitFilings Done(UnitFilings flat, DossierCommand command, Actor by, DateTimeOffset now) => (UnitFilings)Decided(flat, command, by, now).Dossier;

    internal static UnitFilings Fired(UnitFilings flat, DateTimeOffset now) =>
        (UnitFilings)DossierFiring.Fire(flat, now, Sample.Xiashi, (step, due) => FilingInspections.Missed(step, due, Sample.Xiashi)).Dossier;

    internal static DossierAct Act(DossierCommand command, Actor by) => new() { Command = command, By = by, Key = "k", BodyHash = "", ReceivedAt = Now };

    private static DossierDecision Decided(UnitFilings flat, DossierCommand command, Actor by, DateTimeOffset now) =>
        Assert.IsType<DossierDecision>(FilingDecider.Decide(flat, Id, Act(command, by), now, Known));

    private static RefusalCode Refused(UnitFilings flat, DossierCommand command, Actor by, DateTimeOffset now) =>
        Assert.IsType<Refused>(FilingDecider.Decide(flat, Id, Act(command, by), now, Known)).Refusal.Code;

    private static string Local(DateTimeOffset at) => at.ToOffset(TimeSpan.FromHours(8)).ToString("yyyy-MM-dd HH:mm", System.Globalization.CultureInfo.InvariantCulture);
}
