using Dispatch.Contracts;
using Dispatch.Grains.Tests.Duties;
using Dispatch.TestKit.Feeds;

namespace Dispatch.Grains.Tests.Communities;

[Collection(DutyCollection.Name)]
public sealed class CommunityGrainTests(DutyCluster city)
{
    private static readonly DateTimeOffset Now = DutyWorld.At("2026-09-07 18:00");

    [Fact]
    public async Task Whistles_of_the_day_are_counted_once_also_of_closed_cases_and_again_after_a_rebuild()
    {
        var shuiyue = city.Community("shuiyue");
        await city.TellAsync(Whistled("w0", "2026-09-06 10:00"), at: "2026-09-06 10:00");
        await city.TellAsync(Whistled("w1", "2026-09-07 09:10"), at: "2026-09-07 09:10");
        await city.TellAsync(Whistled("w1", "2026-09-07 09:10", version: 2), at: "2026-09-07 09:20", gone: true);
        Assert.Equal(1, (await shuiyue.View(Now))!.WhistlesToday);

        await city.TellAsync(Whistled("w2", "2026-09-07 10:00"), at: "2026-09-07 10:00");
        await city.TellAsync(Whistled("w2", "2026-09-07 10:00", version: 2), at: "2026-09-07 10:05");
        await city.UntilAsync(async () => (await shuiyue.View(Now))!.WhistlesToday == 2);

        await city.ForgetAllAsync();
        var view = await shuiyue.View(Now);
        Assert.Equal((2, 2), (view!.WhistlesToday, view.OpenCases));
        Assert.Equal(0, (await shuiyue.View(Now.AddDays(1)))!.WhistlesToday);
    }

    [Fact]
    public async Task What_waits_for_its_acknowledgement_is_told_apart()
    {
        var beiguan = city.Community("beiguan");
        await city.TellAsync(BoardRows.Row("b1", 1, "beiguan", "beiguan-01"));
        await city.TellAsync(BoardRows.Row("b2", 1, "beiguan", "beiguan-02", CaseStatus.PreControl));

        var view = await beiguan.View(Now);

        Assert.Equal((2, 1, 2), (view!.OpenCases, view.ToAcknowledge, view.NextDue.Count));
        Assert.Equal(("beiguan", "community", "xiashi"), (view.Id, view.Kind, view.StreetId));
        Assert.Contains("beiguan-01", view.GridIds);
        Assert.Equal("village", (await city.Community("changdai").View(Now))!.Kind);
    }

    [Fact]
    public async Task Presence_and_the_clock_of_silence_outlive_the_activation()
    {
        var dongshan = city.Community("dongshan");
        var staff = new Actor("s.lu", Role.CommunityStaff, Scope.Community("dongshan"));
        var at = DutyWorld.At("2026-09-07 09:00");
        await dongshan.ConsoleSeen(staff, at);
        await dongshan.ConsoleSeen(staff, at.AddSeconds(30));

        await city.ForgetAllAsync();
        var view = await dongshan.View(at.AddMinutes(1));

        Assert.Equal((1, at), (view!.Version, view.ConsoleSeenAt));
        Assert.Equal((ClockState.Running, at.AddMinutes(15)), (Assert.Single(view.Clocks).State, view.Clocks[0].DueAt));
    }

    [Fact]
    public async Task A_silent_console_is_alarmed_once()
    {
        var meiyuan = city.Community("meiyuan");
        var owner = Scope.Community("meiyuan");
        await meiyuan.Open(DutyWorld.At("2026-09-07 09:00"));
        var firing = new DeadlineFiring { FiredAt = DutyWorld.At("2026-09-07 09:15:00.001"), Claimed = city.Store.Deadlines(owner) };

        Assert.Equal(new FiringOutcome(1, null), await meiyuan.OnDeadline(firing));
        Assert.Equal(new FiringOutcome(0, null), await meiyuan.OnDeadline(firing));

        Assert.Equal(["ClockStarted", "DeadlineMissed", "ConsoleSilent"], city.Store.EventNames(owner));
        Assert.Equal(ClockState.Missed, Assert.Single((await meiyuan.View(Now))!.Clocks).State);
    }

    [Fact]
    public async Task A_community_that_the_territory_lacks_is_unknown()
    {
        var nowhere = city.Community("atlantis");
        await nowhere.Open(Now);

        Assert.Null(await nowhere.View(Now));
        Assert.False(await nowhere.IsStaffed(Now));
        Assert.Equal(RefusalCode.Unknown, (await nowhere.ConsoleSeen(Actor.Machine, Now)).Refusal!.Code);
        var change = new StaffingChange(true, Now, Now.AddHours(1), Actor.Machine, Now);
        Assert.Equal(RefusalCode.Unknown, (await nowhere.SetStaffing(change)).Refusal!.Code);
    }

    private static CaseRow Whistled(string id, string at, long version = 1) =>
        BoardRows.Row(id, version, "shuiyue", "shuiyue-01", CaseStatus.AwaitingDispatch) with { WhistledAt = DutyWorld.At(at) };
}
