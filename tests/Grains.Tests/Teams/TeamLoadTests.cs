using Dispatch.Contracts;
using Dispatch.Grains.Feeds;
using Dispatch.Grains.Teams.Assignment;
using Dispatch.TestKit.Feeds;

namespace Dispatch.Grains.Tests.Teams;

public sealed class TeamLoadTests
{
    private static readonly DateTimeOffset Now = new(2026, 9, 7, 2, 0, 0, TimeSpan.Zero);
    private readonly TeamLoad _load = new();

    [Fact]
    public void A_case_counts_from_the_offer_until_it_is_left_and_rest_begins_then()
    {
        var offered = Row("c1", CaseStatus.Offered, Now, "o.li", "o.sun");
        var worked = Row("c1", CaseStatus.OnSite, Now.AddMinutes(10), "o.li", "o.sun");
        var checking = Row("c1", CaseStatus.AwaitingCheck, Now.AddMinutes(50), "o.li", "o.sun");
        _load.See(new OpenCaseChange(null, offered, Kept: true));
        Assert.Equal((1, Now), (On("o.li").OpenCases, On("o.li").LastAssignedAt));
        Assert.Equal(["xishan"], On("o.sun").WorksIn);

        _load.See(new OpenCaseChange(offered, worked, Kept: true));
        _load.See(new OpenCaseChange(worked, checking, Kept: true));

        Assert.Equal((0, Now, Now.AddMinutes(50)), (On("o.li").OpenCases, On("o.li").LastAssignedAt, On("o.li").LastEndedAt));
    }

    [Fact]
    public void Who_declined_is_free_again_and_has_not_worked()
    {
        var offered = Row("c1", CaseStatus.Offered, Now, "o.li", "o.sun");
        _load.See(new OpenCaseChange(null, offered, Kept: true));
        _load.See(new OpenCaseChange(offered, Row("c1", CaseStatus.Offered, Now, "o.sun", "o.wang"), Kept: true));

        Assert.Equal((0, null, 1), (On("o.li").OpenCases, On("o.li").LastEndedAt, On("o.wang").OpenCases));
    }

    [Fact]
    public void An_offer_being_made_counts_until_the_feed_tells_of_it_or_a_minute_has_passed()
    {
        _load.Making("c1", ["o.li"], Now);
        _load.Making("c2", ["o.li", "o.sun"], Now);
        Assert.Equal((2, 1), (On("o.li").OpenCases, On("o.sun").OpenCases));

        _load.See(new OpenCaseChange(null, Row("c1", CaseStatus.Offered, Now, "o.li"), Kept: true));
        Assert.Equal(2, On("o.li").OpenCases);

        _load.Forget("c3", Now + TeamLoad.LongestMaking + TimeSpan.FromMilliseconds(1));
        Assert.Equal((1, 0), (On("o.li").OpenCases, On("o.sun").OpenCases));
    }

    [Fact]
    public void A_restart_of_the_feed_counts_nothing_twice()
    {
        var offered = Row("c1", CaseStatus.EnRoute, Now, "o.li");
        _load.See(new OpenCaseChange(null, offered, Kept: true));

        _load.Restart([offered, Row("c2", CaseStatus.OnSite, Now, "o.li"), Row("c3", CaseStatus.AwaitingCheck, Now, "o.li")]);

        Assert.Equal(2, On("o.li").OpenCases);
    }

    private Candidate On(string name) => _load.On(new Candidate { UserName = name });

    private static CaseRow Row(string id, CaseStatus status, DateTimeOffset at, params string[] officers) =>
        BoardRows.Row(id, 1, "xishan", "xishan-01", status) with { OfficerIds = officers, ChangedAt = at };
}
