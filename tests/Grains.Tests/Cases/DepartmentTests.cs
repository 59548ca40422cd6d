using Dispatch.Contracts;
using Dispatch.Grains.Cases;
using Dispatch.Grains.Clocks;
using Dispatch.TestKit;

namespace Dispatch.Grains.Tests.Cases;

/// <summary>Calls of departments and what is refused about them.</summary>
public sealed class DepartmentTests
{
    private const string Day = "2026-09-07 ";

    private static CallDepartment Call(params string[] ids) => new(ids, WhistleGround.SeveralDepartments, "The wall is load-bearing.");

    private static CaseWorld Acknowledged() => new CaseWorld(Sample.Xiashi)
        .Report(Day + "09:00", Role.GridWorker, "DEC-02", passUp: true)
        .Do(Day + "09:10", Role.CommunityStaff, new Acknowledge());

    private static CaseWorld Called() => Acknowledged().Do(Day + "09:20", Role.CommunityStaff, Call("housing", "fire"));

    [Theory]
    [InlineData("nowhere", RefusalCode.UnknownDepartment)]
    [InlineData("enforcement", RefusalCode.UnknownDepartment)]
    [InlineData("housing", RefusalCode.DepartmentAlreadyCalled)]
    [InlineData("gas gas", RefusalCode.InvalidValue)]
    [InlineData("", RefusalCode.InvalidValue)]
    public void A_department_that_is_not_in_the_pack_or_called_already_is_refused(string ids, RefusalCode code) =>
        Assert.Equal(code, Called().Refused(Day + "09:30", Role.Dispatcher, Call(ids.Split(' ', StringSplitOptions.RemoveEmptyEntries))));

    [Fact]
    public void A_call_without_a_reason_is_refused() => Assert.Equal(
        RefusalCode.ReasonRequired,
        Acknowledged().Refused(Day + "09:30", Role.CommunityStaff, new CallDepartment(["fire"], WhistleGround.Emergency, " ")));

    [Fact]
    public void An_officer_calls_departments_from_the_site_only()
    {
        var world = new CaseWorld(Sample.Xiashi)
            .Report(Day + "09:00", Role.GridWorker, "DEC-02", passUp: true)
            .Do(Day + "09:10", Role.CommunityStaff, new Whistle("r", WhistleGround.CannotSolve))
            .Do(Day + "09:11", Role.Dispatcher, new Assign(["o.zhang", "o.li"]))
            .Do(Day + "09:12", Role.Officer, new OfferAccept(), "o.zhang");

        Assert.Equal(RefusalCode.NotYours, world.Refused(Day + "09:13", Role.Officer, Call("housing"), "o.zhang"));
        world.Do(Day + "09:14", Role.Officer, new Arrive(), "o.zhang").Do(Day + "09:15", Role.Officer, Call("housing"), "o.li");
        Assert.Equal(["housing"], world.Case.OpenDepartments);
    }

    [Fact]
    public void A_department_reports_in_once_and_answers_after_that()
    {
        var world = Called();
        Assert.Equal(RefusalCode.DepartmentNotReportedIn, world.Refused(Day + "09:30", Role.DepartmentStaff, new DepartmentAnswer(true), "housing"));
        Assert.Equal(RefusalCode.OutsideArea, world.Refused(Day + "09:30", Role.DepartmentStaff, new DepartmentReportIn(), "gas"));

        world.Do(Day + "09:31", Role.DepartmentStaff, new DepartmentReportIn(), "housing");
        Assert.Equal(RefusalCode.AlreadyReportedIn, world.Refused(Day + "09:32", Role.DepartmentStaff, new DepartmentReportIn(), "housing"));
        Assert.Equal(RefusalCode.ReasonRequired, world.Refused(Day + "09:32", Role.DepartmentStaff, new DepartmentAnswer(false), "housing"));

        world.Do(Day + "09:40", Role.DepartmentStaff, new DepartmentAnswer(false, "Not a matter of ours."), "housing");
        Assert.Equal(RefusalCode.DepartmentNotCalled, world.Refused(Day + "09:41", Role.DepartmentStaff, new DepartmentAnswer(true), "housing"));
        Assert.Equal((AssistState.Answered, false, "Not a matter of ours."), (world.Case.Assists[0].State, world.Case.Assists[0].Solved, world.Case.Assists[0].Answer));
        Assert.Equal(ClockState.Met, world.Case.FindClock("report-in:housing")!.State);
        Assert.Equal(ClockState.Met, world.Case.FindClock("answer:housing")!.State);
    }

    [Fact]
    public void A_department_that_has_answered_can_be_called_again_with_new_clocks()
    {
        var world = Called().Do(Day + "09:31", Role.DepartmentStaff, new DepartmentReportIn(), "housing")
            .Do(Day + "09:40", Role.DepartmentStaff, new DepartmentAnswer(true), "housing")
            .Do(Day + "10:00", Role.CommunityStaff, Call("housing"));

        Assert.Equal(["housing", "fire"], world.Case.Assists.Select(assist => assist.Department));
        Assert.Equal(AssistState.Called, world.Case.Assists[0].State);
        Assert.Equal((ClockState.Running, 2), (world.Case.FindClock("report-in:housing")!.State, world.Case.FindClock("report-in:housing")!.Generation));
    }

    [Fact]
    public void The_lead_does_not_end_a_case_over_an_open_assist_without_saying_why()
    {
        var world = Called();
        Assert.Equal(RefusalCode.OpenAssists, world.Refused(Day + "09:30", Role.CommunityStaff, new Resolve()));

        world.Do(Day + "09:30", Role.CommunityStaff, new Resolve(OpenAssists: "They came by telephone."))
            .Do(Day + "09:50", Role.GridWorker, new Check(Passed: true));
        Assert.Equal("They came by telephone.", world.Events.Select(happened => happened.Event).OfType<Resolved>().Single().OpenAssists);
        Assert.All(world.Case.Assists, assist => Assert.Equal(AssistState.Unanswered, assist.State));
        Assert.DoesNotContain(world.Case.Clocks, clock => clock.IsOpen);
    }

    [Fact]
    public void A_return_to_another_party_leaves_the_departments_at_work()
    {
        var world = Called().Do(Day + "09:25", Role.CommunityStaff, new Return(Scope.Grid("xishan-01"), "Look again."));

        Assert.Equal(ClockState.Running, world.Case.FindClock("report-in:fire")!.State);
        Assert.Equal(RefusalCode.OpenAssists, world.Refused(Day + "09:26", Role.GridWorker, new Settle()));
    }

    [Fact]
    public void An_extension_is_not_asked_for_on_a_departments_clock() => Assert.Equal(
        RefusalCode.ClockNotRunning,
        Called().Refused(Day + "09:30", Role.CommunityStaff, new RequestExtension("report-in:fire", "30 min", "r")));

    [Fact]
    public void A_report_in_that_was_given_in_time_and_received_late_counts_as_met()
    {
        var world = Called().Do(Day + "09:51", Role.Dispatcher, new Comment("c"));
        Assert.Equal(1, world.Case.FindAssist("fire")!.Misses);
        world.Do(Day + "09:52", Role.DepartmentStaff, new DepartmentReportIn(), "fire", occurredAt: Day + "09:45");
        Assert.Equal((world.At(Day + "09:45"), 0), (world.Case.FindAssist("fire")!.ReportedInAt, world.Case.FindAssist("fire")!.Misses));
        Assert.Equal(ClockState.Met, world.Case.FindClock("report-in:fire")!.State);

        var met = Called().Do(Day + "09:49", Role.DepartmentStaff, new DepartmentReportIn(), "fire", occurredAt: Day + "09:30");
        Assert.Equal(met.At(Day + "09:30"), met.Case.FindAssist("fire")!.ReportedInAt);
    }

    [Fact]
    public void An_instruction_has_a_clock_that_its_answer_stops()
    {
        var world = Acknowledged().Do(Day + "10:00", Role.Committee, new Instruct("Report to us on this house."));
        Assert.Equal(RefusalCode.InstructionPending, world.Refused(Day + "10:01", Role.Committee, new Instruct("And this.")));
        Assert.Equal(RefusalCode.RoleNotAllowed, world.Refused(Day + "10:01", Role.Supervisor, new Instruct("And this.")));

        world.Do(Day + "10:30", Role.CommunityStaff, new AnswerInstruction("The owner restores the wall."));
        Assert.Equal(ClockState.Met, world.Case.FindClock("instruction")!.State);
        Assert.Equal("The owner restores the wall.", world.Case.Instruction!.Answer);
        Assert.Equal(RefusalCode.NoInstruction, world.Refused(Day + "10:31", Role.CommunityStaff, new AnswerInstruction("Again.")));
    }

    [Fact]
    public void An_instruction_with_an_instant_of_its_own_runs_out_right_then_and_makes_the_case_overdue()
    {
        var world = Acknowledged();
        Assert.Equal(RefusalCode.InvalidEnd, world.Refused(Day + "10:00", Role.Committee, new Instruct("Now.", world.At(Day + "09:00"))));

        world.Do(Day + "10:00", Role.Committee, new Instruct("By noon.", world.At(Day + "10:20"))).PassUntil(Day + "10:21");
        var missed = world.Events.Select(happened => happened.Event).OfType<DeadlineMissed>().Single(missed => missed.Clock == "instruction");
        Assert.Equal(world.At(Day + "10:20"), missed.DueAt);
        Assert.True(CaseViews.Columns(world.Case, Sample.Xiashi).Overdue);
    }
}
