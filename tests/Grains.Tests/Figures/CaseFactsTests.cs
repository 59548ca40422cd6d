using Dispatch.Contracts;
using Dispatch.Grains.Figures;
using Dispatch.TestKit;

namespace Dispatch.Grains.Tests.Figures;

/// <summary>What counts, told case by case: each story says which numbers it is in.</summary>
public sealed class CaseFactsTests
{
    private const string Monday = "2026-09-07";
    private const string Tuesday = "2026-09-08";

    private readonly CaseWorld _world = new(Sample.Xiashi);

    [Fact]
    public void A_case_that_waits_with_time_left_is_opened_and_nothing_else()
    {
        _world.Report($"{Monday} 09:00", Role.GridWorker, "DEC-03");

        Assert.Equal("Opened", Numbers($"{Monday} 09:10"));
    }

    [Fact]
    public void What_is_settled_on_the_spot_and_checked_is_in_time_all_the_way()
    {
        _world.Report($"{Monday} 09:00", Role.GridWorker, "DEC-03").Do($"{Monday} 09:10", Role.GridWorker, new Settle());
        Assert.Equal("Opened Responded RespondedInTime Worked Resolved ResolvedInTime ClocksMet", Numbers($"{Monday} 09:20"));

        _world.Do($"{Monday} 10:00", Role.CommunityStaff, new Check(true));
        Assert.Equal("Opened Responded RespondedInTime Worked Resolved ResolvedInTime Closed ClosedInTime ClocksMet×2", Numbers($"{Monday} 10:01"));
    }

    [Fact]
    public void A_missed_clock_makes_the_answer_late_and_the_case_overdue_until_somebody_acts()
    {
        _world.Report($"{Monday} 09:00", Role.GridWorker, "DEC-03").PassUntil($"{Monday} 09:45");
        Assert.Equal("Opened OverdueOpen ClocksMissed", Numbers($"{Monday} 09:45"));

        _world.Do($"{Monday} 09:50", Role.CommunityStaff, new Acknowledge());
        Assert.Equal("Opened Responded ClocksMet ClocksMissed", Numbers($"{Monday} 09:51", except: Measure.OverdueOpen));
        Assert.Equal("acknowledge: Opened Responded ClocksMet", Row("acknowledge", $"{Monday} 09:51"));
        Assert.Equal("grid: Opened Responded OverdueOpen ClocksMissed", Row("grid", $"{Monday} 09:51"));
    }

    [Fact]
    public void An_automatic_whistle_is_whistled_and_no_answer_and_an_officer_on_site_answers_it()
    {
        _world.Report($"{Monday} 09:00", Role.CommunityStaff, "DEC-03").PassUntil($"{Monday} 09:31");
        Assert.Equal("Opened OverdueOpen Whistled ClocksMissed", Numbers($"{Monday} 09:31"));

        _world.Do($"{Monday} 09:35", Role.Dispatcher, new Assign(["o.zhang", "o.li"]))
            .Do($"{Monday} 09:36", Role.Officer, new OfferAccept(), "o.zhang");
        Assert.DoesNotContain("WhistleAnswered", Numbers($"{Monday} 09:40"), StringComparison.Ordinal);
        _world.Do($"{Monday} 09:50", Role.Officer, new Arrive(), "o.zhang");
        Assert.Contains("Whistled WhistleAnswered", Numbers($"{Monday} 09:51"), StringComparison.Ordinal);
    }

    [Fact]
    public void A_whistle_by_hand_in_time_is_an_answer_in_time()
    {
        _world.Report($"{Monday} 09:00", Role.CommunityStaff, "DEC-03").Do($"{Monday} 09:10", Role.CommunityStaff, new Whistle("several departments"));

        Assert.Contains("Responded RespondedInTime Whistled", Numbers($"{Monday} 09:11"), StringComparison.Ordinal);
    }

    [Fact]
    public void Departments_count_by_call_those_that_came_in_time_and_those_that_solved_their_part()
    {
        _world.Report($"{Monday} 09:00", Role.CommunityStaff, "DEC-03")
            .Do($"{Monday} 09:05", Role.CommunityStaff, new CallDepartment(["planning", "fire"], WhistleGround.SeveralDepartments, "r"));
        Assert.Equal("Opened Responded RespondedInTime DepartmentsCalled×2", Numbers($"{Monday} 09:06"));

        _world.Do($"{Monday} 09:10", Role.DepartmentStaff, new DepartmentReportIn(), "planning");
        Assert.Contains("DepartmentsCalled×2 DepartmentsInTime", Numbers($"{Monday} 09:11"), StringComparison.Ordinal);
        _world.Do($"{Monday} 09:20", Role.DepartmentStaff, new DepartmentAnswer(true), "planning");
        Assert.Contains("DepartmentsInTime DepartmentsSolved", Numbers($"{Monday} 09:21"), StringComparison.Ordinal);
    }

    [Fact]
    public void Replies_to_another_system_count_each_time_that_it_waits_for_one()
    {
        var sent = new ExternalReference("hotline-12345", "HN-1", _world.At($"{Monday} 10:00"));
        _world.Send($"{Monday} 09:00", new Report { CaseId = "case-1", Type = "DEC-03", Place = CaseWorld.Place, External = sent });
        Assert.DoesNotContain("Replies", Numbers($"{Monday} 09:01"), StringComparison.Ordinal);

        _world.Do($"{Monday} 09:10", Role.Dispatcher, new ReplyExternal("We are on our way."));
        Assert.EndsWith("RepliesInTime", Numbers($"{Monday} 09:11"), StringComparison.Ordinal);

        _world.Do($"{Monday} 09:20", Role.Dispatcher, new UpdateExternal(null, null, null, _world.At($"{Monday} 11:00"))).PassUntil($"{Monday} 11:01");
        Assert.EndsWith("RepliesInTime RepliesLate", Numbers($"{Monday} 11:01"), StringComparison.Ordinal);

        _world.Do($"{Monday} 11:10", Role.Dispatcher, new ReplyExternal("It is done."));
        Assert.EndsWith("RepliesInTime RepliesLate", Numbers($"{Monday} 11:11"), StringComparison.Ordinal);
        Assert.EndsWith("RepliesInTime RepliesLate", Row("external-reply", $"{Monday} 11:11"), StringComparison.Ordinal);
    }

    [Fact]
    public void A_failed_check_is_rework_and_the_case_is_resolved_no_more()
    {
        _world.Report($"{Monday} 09:00", Role.GridWorker, "DEC-03").Do($"{Monday} 09:10", Role.GridWorker, new Settle())
            .Do($"{Monday} 09:30", Role.CommunityStaff, new Check(false));
        Assert.Equal("Opened Responded RespondedInTime Worked Rework ClocksMet×2", Numbers($"{Monday} 09:31"));
        Assert.Equal("Opened Responded RespondedInTime Worked Resolved ResolvedInTime ClocksMet", Numbers($"{Monday} 09:30"));

        _world.Do($"{Monday} 09:40", Role.GridWorker, new Settle());
        Assert.Equal("Opened Responded RespondedInTime Worked Resolved ResolvedInTime Rework ClocksMet×3", Numbers($"{Monday} 09:41"));
    }

    [Fact]
    public void Reopening_what_was_closed_is_rework_and_reopening_what_was_rejected_is_not()
    {
        _world.Report($"{Monday} 09:00", Role.GridWorker, "DEC-03").Do($"{Monday} 09:05", Role.Dispatcher, new Reject("not ours"));
        Assert.Equal("Opened Dismissed Responded RespondedInTime", Numbers($"{Monday} 09:06"));
        _world.Do($"{Monday} 09:10", Role.Dispatcher, new Reopen("ours after all"));
        Assert.Equal("Opened Responded RespondedInTime", Numbers($"{Monday} 09:11"));

        _world.Do($"{Monday} 09:15", Role.GridWorker, new Settle()).Do($"{Monday} 09:20", Role.CommunityStaff, new Check(true))
            .Do($"{Monday} 09:25", Role.Dispatcher, new Reopen("it goes on"));
        Assert.Equal("Opened Responded RespondedInTime Worked Rework ClocksMet×2", Numbers($"{Monday} 09:26"));
    }

    [Fact]
    public void A_case_that_came_late_once_is_not_closed_in_time_however_quick_the_rest_was()
    {
        _world.Report($"{Monday} 09:00", Role.CommunityStaff, "DEC-07").Do($"{Monday} 09:10", Role.CommunityStaff, new Acknowledge())
            .Do($"{Monday} 09:20", Role.CommunityStaff, new Resolve()).PassUntil($"{Tuesday} 10:00");
        _world.Do($"{Tuesday} 10:00", Role.Dispatcher, new Comment("nobody has looked yet"));
        var checker = _world.Case.Responsible.Kind == ScopeKind.Street ? Role.Dispatcher : Role.CommunityStaff;
        _world.Do($"{Tuesday} 10:10", checker, new Check(true), "somebody.else");

        var numbers = Numbers($"{Tuesday} 10:11");

        Assert.Contains("Resolved ResolvedInTime Closed ClocksMet", numbers, StringComparison.Ordinal);
        Assert.Contains("ClocksMissed", numbers, StringComparison.Ordinal);
    }

    [Fact]
    public void An_extension_counts_when_granted_and_for_its_clock_alone()
    {
        _world.Report($"{Monday} 09:00", Role.CommunityStaff, "DEC-03").Do($"{Monday} 09:10", Role.CommunityStaff, new Acknowledge())
            .Do($"{Monday} 09:20", Role.CommunityStaff, new RequestExtension("pre-control", "1 wh", "no key"));
        Assert.DoesNotContain("Extended", Numbers($"{Monday} 09:21"), StringComparison.Ordinal);

        _world.Do($"{Monday} 09:30", Role.Supervisor, new DecideExtension(true));

        Assert.Contains("Extended", Numbers($"{Monday} 09:31"), StringComparison.Ordinal);
        Assert.Contains("Extended", Row("pre-control", $"{Monday} 09:31"), StringComparison.Ordinal);
        Assert.DoesNotContain("Extended", Row("acknowledge", $"{Monday} 09:31"), StringComparison.Ordinal);
    }

    [Fact]
    public void Extra_time_is_counted_apart_from_extensions()
    {
        _world.Report($"{Monday} 09:00", Role.GridWorker, "DEC-03").Do($"{Monday} 09:10", Role.GridWorker, new TakeExtraTime(null, "no key"));

        Assert.Equal("Opened ExtraTaken", Numbers($"{Monday} 09:11"));
        Assert.Equal("grid: Opened ExtraTaken", Row("grid", $"{Monday} 09:11"));
    }

    [Fact]
    public void A_supervisor_who_does_not_decide_misses_a_clock_and_the_case_stays_in_time()
    {
        _world.Report($"{Monday} 09:00", Role.GridWorker, "DISP-01", passUp: true).Do($"{Monday} 09:10", Role.CommunityStaff, new Acknowledge())
            .Do($"{Monday} 09:20", Role.CommunityStaff, new RequestExtension("rectify", "1 d", "no key"))
            .PassUntil($"{Tuesday} 09:00").Do($"{Tuesday} 09:00", Role.CommunityStaff, new Resolve());

        Assert.Equal("extension-decision: Opened Responded RespondedInTime Worked Resolved ResolvedInTime Closed ClosedInTime ClocksMissed", Row("extension-decision", $"{Tuesday} 09:01"));
    }

    [Fact]
    public void The_end_of_a_suspension_is_no_missed_clock()
    {
        _world.Report($"{Monday} 09:00", Role.GridWorker, "DEC-03")
            .Do($"{Monday} 09:10", Role.Supervisor, new Suspend("owner away", _world.At($"{Monday} 14:00"))).PassUntil($"{Monday} 14:05");

        Assert.Equal("Opened Responded RespondedInTime", Numbers($"{Monday} 14:05"));
        Assert.DoesNotContain(Facts($"{Monday} 14:05").Clocks, clock => clock.Name == "suspension-end");
    }

    [Fact]
    public void Before_its_report_a_case_has_no_facts_not_even_at_that_very_instant()
    {
        _world.Report($"{Monday} 09:00", Role.GridWorker, "DEC-03");

        Assert.Null(CaseFactsFold.Of(_world.Events, _world.At($"{Monday} 09:00")));
    }

    [Theory]
    [InlineData("2026-12-31 23:59", FigureBy.Day, "2026-12-31")]
    [InlineData("2026-12-31 23:59", FigureBy.Month, "2026-12")]
    [InlineData("2027-01-01 00:00", FigureBy.Month, "2027-01")]
    [InlineData("2027-01-01 00:00", FigureBy.Week, "2026-W53")]
    [InlineData("2027-01-04 00:00", FigureBy.Week, "2027-W01")]
    public void Periods_are_local_and_weeks_are_iso_weeks(string local, FigureBy by, string key) =>
        Assert.Equal(key, new FigurePeriods(Sample.Xiashi.StreetCalendar.Zone).KeyOf(_world.At(local), by));

    [Fact]
    public void Every_period_that_a_span_touches_is_told_once_and_none_that_it_only_ends_at()
    {
        var periods = new FigurePeriods(Sample.Xiashi.StreetCalendar.Zone);

        Assert.Equal(["2026-09-07", "2026-09-08"], periods.Between(_world.At("2026-09-07 23:00"), _world.At("2026-09-09 00:00"), FigureBy.Day));
        Assert.Equal(["2026-W37", "2026-W38"], periods.Between(_world.At("2026-09-13 23:59"), _world.At("2026-09-15 00:00"), FigureBy.Week));
        Assert.Equal(["2026-09", "2026-10"], periods.Between(_world.At("2026-09-30 23:59"), _world.At("2026-10-02 00:00"), FigureBy.Month));
        Assert.Empty(periods.Between(_world.At("2026-09-30 23:59"), _world.At("2026-09-30 23:59"), FigureBy.Day));
    }

    private CaseFacts Facts(string at) => CaseFactsFold.Of(_world.Events, _world.At(at))!;

    /// <summary>The numbers that the case is in.</summary>
    private string Numbers(string at, Measure? except = null) => Told(Facts(at), null, except);

    private string Row(string clock, string at) => $"{clock}: {Told(Facts(at), clock, null)}";

    private static string Told(CaseFacts facts, string? clock, Measure? except) => string.Join(' ',
        from measure in Enum.GetValues<Measure>()
        let times = facts.Times(measure, clock)
        where times > 0 && measure != except
        select times == 1 ? $"{measure}" : $"{measure}×{times}");
}
