using Dispatch.Contracts;
using static Dispatch.Grains.Tests.Teams.TeamWorld;

namespace Dispatch.Grains.Tests.Teams;

[Collection(TeamCollection.Name)]
public sealed class TeamGrainTests(TeamCluster cluster)
{
    private static readonly TeamWorld Local = new();
    private static readonly DateTimeOffset Now = Local.At("2026-09-07 09:00");

    [Fact]
    public async Task A_roster_is_kept_and_answers_after_its_activation_is_gone()
    {
        var team = cluster.Team("community:hehua");
        Assert.False(await team.HasRoster());

        var answer = await team.Change(new(new PlanDuty(Duty("10:00-17:30", "community-hehua") with { First = new DateOnly(2026, 9, 7) }), As("community-hehua"), Now));
        Assert.Null(answer.Refusal);
        await cluster.ForgetAllAsync();

        Assert.True(await team.HasRoster());
        Assert.Empty(await team.OnDutyAt(Local.At("2026-09-07 09:59")));
        var duty = Assert.Single(await team.OnDutyAt(Local.At("2026-09-07 10:00")));
        Assert.Equal(("community-hehua", Role.CommunityStaff, 1, "d1"), (duty.UserName, duty.Role, duty.Line, duty.ShiftId));
        Assert.Equal(Local.Span("2026-09-07 10:00", "2026-09-07 17:30"), new DutySpan(duty.From, duty.Until));
    }

    [Fact]
    public async Task A_view_shows_the_people_who_may_be_planned_who_is_there_and_the_gaps_of_a_fortnight()
    {
        var team = cluster.Team("community:xishan");
        await team.Change(new(new PlanDuty(Duty("10:00-17:30", "community-xishan") with { First = new DateOnly(2026, 9, 7) }), As("community-xishan"), Now));
        await team.Change(new(new AskLeave(Local.At("2026-09-16 00:00"), Local.At("2026-09-15 00:00")), As("community-xishan"), Now));

        var view = await team.Roster(Local.At("2026-09-08 00:00"), Local.At("2026-09-10 00:00"), Now);

        Assert.NotNull(view);
        Assert.Equal(["community-xishan", "grid-xishan-01", "grid-xishan-03", "grid-xishan-04"], view.Members.Select(member => member.UserName));
        Assert.Equal([Local.At("2026-09-08 10:00"), Local.At("2026-09-09 10:00")], view.Duty.Select(duty => duty.From));
        Assert.Empty(view.Leave);
        Assert.Equal([Local.Span("2026-09-15 10:00", "2026-09-15 17:30")], view.Gaps.Select(gap => new DutySpan(gap.From, gap.To)));
        Assert.Equal(("Asia/Shanghai", 2), (view.TimeZone, view.Version));
    }

    [Fact]
    public async Task A_swap_is_told_when_it_is_stored_and_one_that_could_not_be_told_then_is_when_the_team_is_asked_again()
    {
        // Officers of the shared cluster have duties already.
        await using var own = new TeamCluster();
        await own.InitializeAsync();
        var team = own.Team("street:xiashi");
        await GiveAsync(Captain, new PlanDuty(Duty("08:30-17:30", "officer-1 officer-2")), "2026-08-31 12:00");
        await GiveAsync(Captain, new PlanDuty(Duty("17:30-08:30", "officer-3 officer-4")), "2026-08-31 12:00");
        Assert.Empty(own.Notices.Of("street:xiashi"));

        await GiveAsync(As("officer-1"), new AskSwap("officer-3", Local.Span("2026-09-08 08:30", "2026-09-08 17:30")));
        Assert.Equal(["user:officer-3 swap:s3:swapAsked"], own.Notices.Of("street:xiashi"));

        own.Notices.IsAway = true;
        await GiveAsync(As("officer-3"), new AnswerSwap("s3", true));
        await Assert.ThrowsAsync<StoreUnavailableException>(() => team.Tell(Now));
        own.Notices.IsAway = false;

        // As another silo would find it after the one that stored it has died.
        await own.ForgetAllAsync();
        await team.Tell(Now);
        Assert.Equal(["user:officer-1 swap:s3:swapAgreed"], own.Notices.Of("street:xiashi"));
        var writes = own.Notices.Writes;
        await team.Tell(Now.AddMinutes(1));
        Assert.Equal(writes, own.Notices.Writes);

        async Task GiveAsync(Actor by, RosterCommand command, string at = "2026-09-07 09:00") =>
            Assert.Null((await team.Change(new(command, by, Local.At(at)))).Refusal);
    }

    [Fact]
    public async Task A_view_is_cut_to_the_widest_span()
    {
        var view = await cluster.Team("community:nanyuan").Roster(Now, Now.AddDays(400), Now);

        Assert.Equal(Now + RosterView.Widest, view!.To);
    }

    [Fact]
    public async Task A_preview_shows_what_would_stand_from_its_first_day_and_stores_nothing()
    {
        var team = cluster.Team("community:changdai");
        var plan = new PlanDuty(Duty("10:00-17:30", "community-changdai") with { First = new DateOnly(2026, 9, 21) });

        var answer = await team.Preview(new(plan, As("community-changdai"), Now));
        var refused = await team.Preview(new(plan with { Duty = plan.Duty with { Least = 2 } }, As("community-changdai"), Now));

        Assert.Equal((Local.At("2026-09-21 00:00"), 14), (answer.View!.From, answer.View.Duty.Count));
        Assert.Equal(Local.At("2026-09-21 10:00"), answer.View.Duty[0].From);
        Assert.Equal((null, RefusalCode.InvalidValue), (refused.View, refused.Refusal!.Code));
        Assert.False(await team.HasRoster());
    }

    [Fact]
    public async Task A_refused_change_stores_nothing()
    {
        var team = cluster.Team("community:luotang");

        var answer = await team.Change(new(new PlanDuty(Duty("10:00-17:30", "community-luotang")), As("community-luotang"), Now));

        Assert.Equal((null, RefusalCode.InThePast), (answer.View, answer.Refusal!.Code));
        await cluster.ForgetAllAsync();
        Assert.False(await team.HasRoster());
    }

    [Theory]
    [InlineData("street:elsewhere")]
    [InlineData("community:xiashi-unlocated")]
    [InlineData("grid:xishan-01")]
    [InlineData("no scope")]
    public async Task Only_streets_and_communities_where_people_work_have_a_team(string key)
    {
        var team = cluster.Team(key);

        Assert.Null(await team.Roster(Now, Now.AddDays(1), Now));
        Assert.Empty(await team.OnDutyAt(Now));
        Assert.Equal(RefusalCode.Unknown, (await team.Change(new(new EndDuty("d1", default), Captain, Now))).Refusal!.Code);
    }

    [Fact]
    public async Task A_seed_is_the_first_roster_and_never_a_second()
    {
        var team = cluster.Team("community:meiyuan");
        await team.Seed([Duty("20:00-21:00", "stranger")]);
        Assert.False(await team.HasRoster());

        await team.Seed([Duty("08:30-17:30", "community-meiyuan stranger", "stranger"), Duty("20:00-21:00", "stranger")]);
        await team.Seed([Duty("22:00-23:00", "community-meiyuan")]);

        var view = await team.Roster(Now, Now.AddDays(1), Now);
        Assert.Equal(["community-meiyuan"], Assert.Single(Assert.Single(view!.Planned).Crews));
        Assert.Equal("community-meiyuan", Assert.Single(await team.OnDutyAt(Now)).UserName);
    }
}
