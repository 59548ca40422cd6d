using System.Collections.Immutable;
using Dispatch.Contracts;
using Dispatch.Contracts.Decoration;
using Dispatch.Grains.Cases;
using Dispatch.Grains.Clocks;
using Dispatch.Grains.Decoration.Dossiers;
using Dispatch.Grains.Decoration.Filings;
using Dispatch.Grains.Decoration.Visits;
using Dispatch.TestKit;

namespace Dispatch.Grains.Tests.Decoration;

public sealed class VisitDeciderTests
{
    private const string Planning = "planning";

    /// <summary>A Monday morning, ten o'clock.</summary>
    private static readonly DateTimeOffset Now = FilingDeciderTests.Now;

    private static readonly Actor Officer = new("officer-1", Role.Officer, Scope.Street("xiashi"));
    private static readonly Actor Housing = new("department-housing", Role.DepartmentStaff, Scope.Department("housing"));

    private static readonly VisitSurroundings Around = new(
        Sample.Territory, Sample.Xiashi, [Check("a", "7-2-2001", "enforcement", "D2", "D4"), Check("b", "7-2-2001", "housing", "D3"), Check("c", "7-1-1202", "housing", "D3")],
        ["officer-1", "officer-2"], ImmutableDictionary<string, EvidencePiece>.Empty, []);

    private static readonly PlanVisit Plan = new() { EstateId = "huayu-qiantang", CheckIds = ["a", "b", "c"], At = Now.AddHours(3) };

    [Fact]
    public void One_visit_makes_three_checks_is_signed_by_each_department_and_avoids_two()
    {
        var visit = Done(new Visit(), Plan, Officer, Now);
        Assert.Equal(["enforcement", "housing"], visit.Planned!.Departments);
        Assert.Equal(["captain:xiashi", "department:housing"], visit.Waiting().Select(matter => matter.Receiver));
        Assert.Equal(["D2 7-2-2001", "D3 7-1-1202", "D3 7-2-2001", "D4 7-2-2001"], visit.Lines.Select(line => $"{line.Item} {line.UnitId}"));

        visit = Done(visit, new BeginVisit { Officers = ["officer-1", "officer-2"] }, Officer, Now.AddHours(3));
        Assert.Empty(visit.Waiting());
        visit = AllGood(visit, Now.AddHours(3));
        visit = Done(visit, new SignVisit { Department = "housing" }, Housing, Now.AddHours(4));
        Assert.Equal("enforcement", Assert.Single(visit.Outstanding()));
        visit = Done(visit, new SignVisit { Department = "enforcement" }, Officer, Now.AddHours(4));
        Assert.Equal((VisitState.Held, 2, false), (visit.State, visit.Avoided, visit.IsOpen()));
        Assert.Empty(DossierClocks.Deadlines(visit.Clocks, Sample.Xiashi));
    }

    [Fact]
    public void An_answer_after_a_signature_takes_it_away()
    {
        var visit = Done(AllGood(Begun(), Now.AddHours(3)), new SignVisit { Department = "housing" }, Housing, Now.AddHours(4));
        Assert.Empty(Done(visit, new TickVisit { Item = "D3", UnitId = "7-1-1202", Good = false, Note = "No water test." }, Housing, Now.AddHours(4)).Signatures);
    }

    [Fact]
    public void A_visit_that_nobody_makes_is_told_to_the_captain()
    {
        var late = DossierFiring.Fire(Done(new Visit(), Plan, Officer, Now), Now.AddDays(2), Sample.Xiashi, static (_, _) => { }).Dossier;
        Assert.Contains(late.Waiting(), matter => matter is { Receiver: "captain:xiashi", Title.En: "A visit was not made in time" });
        Assert.DoesNotContain(Done((Visit)late, new BeginVisit { Officers = ["officer-1", "officer-2"] }, Officer, Now.AddDays(2)).Waiting(), _ => true);
    }

    [Fact]
    public void The_findings_of_an_inspection_are_complete_or_none()
    {
        var flat = FilingDeciderTests.Done(new(), FilingDeciderTests.Good, FilingDeciderTests.Owner, Now);
        var view = FilingViews.Of(flat, 1, Sample.Xiashi);
        var checks = VisitChecks.OfFilings(flat, Now.AddDays(9), Sample.Xiashi).ToImmutableArray();
        var around = Around with { Open = checks };
        var at = checks.Min(check => check.Until);
        var whole = AllGood(Done(Done(new Visit(), Plan with { CheckIds = [.. checks.Where(check => check.Stage == WorkStage.Start).Select(check => check.Id)], At = at }, Officer, at.AddHours(-1), around),
            new BeginVisit { Officers = ["officer-1", "officer-2"] }, Officer, at), at);
        Assert.Equal(flat.Filings[0].Inspections[0].Items, VisitFindings.Of(whole, "7-2-2001", view, 1, WorkStage.Start)!.Value.Select(finding => finding.Item));
        Assert.Null(VisitFindings.Of(whole, "7-2-2001", view, 1, WorkStage.WetWorks));
        Assert.Null(VisitFindings.Of(whole, "7-2-2001", view, 2, WorkStage.Start));
    }

    [Fact]
    public void An_inspection_is_a_check_of_each_department_that_looks_at_it_from_the_day_its_time_counts_until_it_is_due()
    {
        var flat = FilingDeciderTests.Done(new(), FilingDeciderTests.Good, FilingDeciderTests.Owner, Now);
        Assert.Empty(VisitChecks.OfFilings(flat, Now, Sample.Xiashi));
        var checks = VisitChecks.OfFilings(flat, Now.AddDays(5), Sample.Xiashi).ToList();
        var start = flat.Filings[0].Inspections[0];
        Assert.All(checks, check => Assert.Equal((WorkStage.Start, start.DueAt), (check.Stage!.Value, check.Until)));
        Assert.All(checks, check => Assert.Equal(FilingPlan.Morning(new DateOnly(2026, 9, 14), Sample.Xiashi), check.From));
        Assert.Equal(start.Items, checks.SelectMany(check => check.Items).Distinct().Order());
        Assert.Equal(
            ["enforcement", "housing"],
            VisitChecks.OfFilings(flat, Now.AddDays(15), Sample.Xiashi).Where(check => check.Stage == WorkStage.WetWorks).Select(check => check.Department).Order());
        Assert.All(VisitChecks.OfFilings(flat, start.DueAt.AddDays(3), Sample.Xiashi), check => Assert.True(check.Until > start.DueAt.AddDays(3)));
    }

    [Fact]
    public void What_its_events_make_is_what_is_stored()
    {
        List<Happened> all = [];
        var visit = new Visit();
        foreach (var command in (DossierCommand[])
                 [Plan, new BeginVisit { Officers = ["officer-1", "officer-2"] }, new TickVisit { Item = "D3", UnitId = "7-1-1202", Good = false, Note = "Wet." }])
        {
            var step = Decided(visit, command, Officer, Now, Around);
            all.AddRange(step.Events);
            visit = (Visit)step.Dossier;
        }

        Assert.Equal(Visit.Kind.Snapshot(visit), Visit.Kind.Snapshot(Visit.Kind.Replay(all.Select(Visit.Kind.Record))));
        Assert.Equal(Visit.Kind.Snapshot(visit), Visit.Kind.Snapshot(Visit.Kind.Read(Visit.Kind.Snapshot(visit))));
    }

    [Theory]
    [InlineData("a check that is not open", RefusalCode.CheckNotOpen)]
    [InlineData("a check twice", RefusalCode.InvalidValue)]
    [InlineData("in the past", RefusalCode.InThePast)]
    [InlineData("after a check is due", RefusalCode.VisitOutsideWindow)]
    [InlineData("a manager", RefusalCode.RoleNotAllowed)]
    [InlineData("an estate that is not there", RefusalCode.UnknownPlace)]
    public void A_bad_plan_is_refused(string fault, RefusalCode code)
    {
        var plan = fault switch
        {
            "a check that is not open" => Plan with { CheckIds = ["a", "z"] },
            "a check twice" => Plan with { CheckIds = ["a", "a"] },
            "in the past" => Plan with { At = Now.AddHours(-1) },
            "after a check is due" => Plan with { At = Now.AddDays(2) },
            "an estate that is not there" => Plan with { EstateId = "nowhere" },
            _ => Plan,
        };
        Assert.Equal(code, Refusal(new Visit(), plan, fault == "a manager" ? new Actor("m", Role.PropertyManager, Scope.Grid("xishan-03")) : Officer));
    }

    [Theory]
    [InlineData("one officer", RefusalCode.TwoOfficers)]
    [InlineData("somebody who is no officer", RefusalCode.TwoOfficers)]
    [InlineData("another department", RefusalCode.WrongParty)]
    [InlineData("no such line", RefusalCode.InvalidValue)]
    [InlineData("a fault without a note", RefusalCode.InvalidText)]
    [InlineData("signing before all is answered", RefusalCode.ChecklistIncomplete)]
    [InlineData("signing for another", RefusalCode.WrongParty)]
    [InlineData("signing twice", RefusalCode.SignedAlready)]
    public void A_bad_step_is_refused(string fault, RefusalCode code)
    {
        var begun = Begun();
        var signed = Done(AllGood(begun, Now.AddHours(3)), new SignVisit { Department = "housing" }, Housing, Now.AddHours(4));
        var line = new TickVisit { Item = "D3", UnitId = "7-1-1202", Good = true };
        var (visit, command, by) = ((Visit, DossierCommand, Actor))(fault switch
        {
            "one officer" => (Done(new Visit(), Plan, Officer, Now), new BeginVisit { Officers = ["officer-1"] }, Officer),
            "somebody who is no officer" => (Done(new Visit(), Plan, Officer, Now), new BeginVisit { Officers = ["officer-1", "grid-xishan-03"] }, Officer),
            "another department" => (begun, line, new Actor("p", Role.DepartmentStaff, Scope.Department(Planning))),
            "no such line" => (begun, line with { UnitId = "7-1-2001" }, Officer),
            "a fault without a note" => (begun, line with { Good = false }, Officer),
            "signing before all is answered" => (begun, new SignVisit { Department = "housing" }, Housing),
            "signing for another" => (AllGood(begun, Now.AddHours(3)), new SignVisit { Department = "enforcement" }, Housing),
            _ => (signed, new SignVisit { Department = "housing" }, Housing),
        });
        Assert.Equal(code, Refusal(visit, command, by));
    }

    private static OpenCheck Check(string id, string unit, string department, params string[] items) => new()
    {
        Id = id,
        EstateId = "huayu-qiantang",
        UnitId = unit,
        Department = department,
        Items = items,
        From = Now.AddHours(-1),
        Until = Now.AddDays(1),
    };

    private static Visit Begun() => Done(Done(new Visit(), Plan, Officer, Now), new BeginVisit { Officers = ["officer-1", "officer-2"] }, Officer, Now.AddHours(3));

    private static Visit AllGood(Visit visit, DateTimeOffset now) =>
        visit.Lines.Aggregate(visit, (one, line) => Done(one, new TickVisit { Item = line.Item, UnitId = line.UnitId, Good = true }, Officer, now));

    private static Visit Done(Visit visit, DossierCommand command, Actor by, DateTimeOffset now, VisitSurroundings? around = null) =>
        (Visit)Decided(visit, command, by, now, around ?? Around).Dossier;

    private static DossierDecision Decided(Visit visit, DossierCommand command, Actor by, DateTimeOffset now, VisitSurroundings around) =>
        Assert.IsType<DossierDecision>(VisitDecider.Decide(visit, "v1", Act(command, by), now, around));

    private static RefusalCode Refusal(Visit visit, DossierCommand command, Actor by) =>
        Assert.IsType<Refused>(VisitDecider.Decide(visit, "v1", Act(command, by), Now, Around)).Refusal.Code;

    private static DossierAct Act(DossierCommand command, Actor by) => new() { Command = command, By = by, Key = "k", BodyHash = "", ReceivedAt = Now };
}
