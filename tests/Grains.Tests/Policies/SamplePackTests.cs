using System.Collections.Immutable;
using Dispatch.Contracts;
using Dispatch.Grains.Clocks;
using Dispatch.Grains.Policies;
using Dispatch.TestKit;

namespace Dispatch.Grains.Tests.Policies;

public class SamplePackTests
{
    private static readonly PolicyPack Xiashi = Load("xiashi");
    private static readonly PolicyPack Boston = Load("boston");

    public static PolicyPack Load(string sample)
    {
        var load = PolicyFile.Load(Repository.PathOf("samples", sample));
        Assert.Empty(load.Faults);
        return load.Pack!;
    }

    [Theory]
    [InlineData("DEC-01", "15 min U", "1 h U", "30 min U", "7 wd", "2 wd")]
    [InlineData("DEC-02", "30 min", "2 wh", "4 wh", "7 wd", "2 wd")]
    [InlineData("DEC-03", "30 min", "4 wh", "4 wh", "7 wd", "2 wd")]
    [InlineData("DEC-04", "15 min U", "30 min U", "30 min U", "24 h U", "1 wd")]
    [InlineData("DEC-05", "1 wh", "4 wh", "1 wd", "3 wd", "2 wd")]
    [InlineData("DEC-06", "30 min", "4 wh", "1 wd", "7 wd", "2 wd")]
    [InlineData("DEC-07", "30 min", "2 wh", "4 wh", "1 wd", "1 wd")]
    [InlineData("ILL-01", "15 min", null, "30 min U", null, "2 wd")]
    [InlineData("ILL-02", "1 wh", null, "1 wd", "20 wd", "5 wd")]
    [InlineData("GRN-01", "30 min", "4 wh", "4 wh", "5 wd", "2 wd")]
    [InlineData("FIRE-01", "15 min U", "30 min U", "30 min U", "24 h U", "1 wd")]
    [InlineData("PROP-01", "1 wd", null, "2 wd", "7 wd", "2 wd")]
    [InlineData("DISP-01", "1 wh", null, null, "7 d", null)]
    public void Xiashi_has_the_limits_of_the_table(string code, string acknowledge, string? preControl, string? arrive, string? rectify, string? check)
    {
        var clocks = Xiashi.Types[code].Clocks;

        string? Limit(string clock) => clocks.Find(clock)?.Budget.ToString();
        Assert.Equal(
            [acknowledge, preControl, arrive, rectify, check],
            [Limit(ClockNames.Acknowledge), Limit(ClockNames.PreControl), Limit(ClockNames.Arrive), Limit("rectify"), Limit(ClockNames.Check)]);
    }

    [Fact]
    public void Xiashi_has_thirteen_types_four_rungs_and_says_that_they_are_proposed()
    {
        Assert.Equal(13, Xiashi.Types.Count);
        Assert.Equal([CaseLevel.Grid, CaseLevel.Community, CaseLevel.Street, CaseLevel.Supervision], Xiashi.Ladder);
        Assert.Contains("proposals", Xiashi.Notice!.En, StringComparison.Ordinal);
        Assert.Contains("建议", Xiashi.Notice.Zh, StringComparison.Ordinal);
        Assert.Equal(TimeSpan.FromHours(24), Xiashi.OccurredAtLimit);
        Assert.Equal("1 wd", Xiashi.Patrol!.Budget.ToString());
        Assert.Equal("15 min", Xiashi.Console!.Budget.ToString());
        Assert.Equal(("4 wh", false, 2), (Xiashi.Time.Extensions!.Decide.Budget.ToString(), Xiashi.Time.Extensions.GrantUndecided, Xiashi.Time.Extensions.Most));
        Assert.Equal(("1 wd", "5 wd", 90), (Xiashi.Time.Suspension!.Approval!.Budget.ToString(), Xiashi.Time.Suspension.Review!.Budget.ToString(), Xiashi.Time.Suspension.Longest.TotalDays));
        Assert.Equal((3, new ExtraTimeRule(20, 1)), (Xiashi.Time.MostReturns, Xiashi.Time.ExtraTime));
        Assert.Equal(TimeRules.Silent, Boston.Time);
    }

    [Fact]
    public void The_defaults_of_an_urgent_type_are_urgent()
    {
        string[] defaults = [ClockNames.VerifyReport, ClockNames.Grid, ClockNames.Assign, ClockNames.Accept, ClockNames.Supervise];

        Assert.Equal(["30 min U", "30 min U", "10 min U", "5 min U", "1 h U"], defaults.Select(clock => Limit("DEC-04", clock)));
        Assert.Equal(["30 min", "30 min", "10 min", "5 min", "1 wd"], defaults.Select(clock => Limit("DEC-03", clock)));

        static string Limit(string type, string clock) => Xiashi.Types[type].Clocks.Find(clock)!.Budget.ToString();
    }

    [Fact]
    public void Work_in_progress_makes_the_urgent_set_of_the_type_apply()
    {
        var type = Xiashi.Types["ILL-01"];

        Assert.False(type.ClocksFor(inProgress: false).Urgent);
        Assert.True(type.ClocksFor(inProgress: true).Urgent);
        Assert.Equal("10 min U", type.InProgressClocks!.Find(ClockNames.Assign)!.Budget.ToString());
        Assert.Equal("7 wd", type.InProgressClocks.Find("decide")!.Budget.ToString());
        Assert.Same(Xiashi.Types["ILL-02"].Clocks, Xiashi.Types["ILL-02"].ClocksFor(inProgress: true));
    }

    [Fact]
    public void Stop_work_runs_from_acknowledgement_or_whistle_to_its_milestone()
    {
        var stopWork = Xiashi.Types["ILL-01"].Clocks.Find("stop-work")!;

        Assert.Equal("4 wh", stopWork.Budget.ToString());
        Assert.True(stopWork.StartOn.SetEquals([ClockTriggers.Acknowledged, ClockTriggers.Whistled]));
        Assert.True(stopWork.StopOn.SetEquals([ClockTriggers.Milestone("stop-work"), ClockTriggers.Resolved]));
        Assert.Equal(Expiry.StepUp, stopWork.OnExpiry);
    }

    [Fact]
    public void Boston_is_one_rung_and_one_clock()
    {
        Assert.Equal([CaseLevel.Street], Boston.Ladder);
        var close = Assert.Single(Boston.Types["Building Inspection Request"].Clocks.Rules);
        Assert.Equal(("close", "3 wd"), (close.Name, close.Budget.ToString()));
        Assert.Equal(ImmutableArray.Create(SlaClock.Expiry), close.Marks);
        Assert.Equal("720 d", Boston.Types["Egress"].Clocks.Find("close")!.Budget.ToString());
        Assert.Empty(Boston.Types["Catchbasin"].Clocks.Rules);
    }
}
