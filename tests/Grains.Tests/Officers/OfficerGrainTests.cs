using Dispatch.Contracts;
using Dispatch.Grains.Tests.Teams;

namespace Dispatch.Grains.Tests.Officers;

[Collection(TeamCollection.Name)]
public sealed class OfficerGrainTests(TeamCluster cluster) : IAsyncLifetime
{
    private static readonly TeamWorld Local = new();
    private static readonly OfficerPosition Gate = new(30.52, 120.66);
    private static readonly OfficerPosition Market = new(30.53, 120.67);

    public async ValueTask InitializeAsync() => await cluster.Team("street:xiashi").Seed(
        [TeamWorld.Duty("08:30-17:30", "officer-1 officer-2 officer-3 officer-4 captain")]);

    public ValueTask DisposeAsync() => ValueTask.CompletedTask;

    [Fact]
    public async Task An_officer_who_is_not_heard_of_for_ten_minutes_is_out_of_reach_since_they_were()
    {
        var officer = cluster.Officer("officer-1");
        await Say("officer-1", PresenceKind.OnTheMove, "2026-09-07 09:00");
        await See("officer-1", "2026-09-07 09:05");

        Assert.Equal((PresenceKind.OnTheMove, Local.At("2026-09-07 09:00")), await Stands(officer, "2026-09-07 09:14"));
        Assert.Equal((PresenceKind.OutOfReach, Local.At("2026-09-07 09:05")), await Stands(officer, "2026-09-07 09:15"));

        await See("officer-1", "2026-09-07 09:20");
        Assert.Equal((PresenceKind.OnTheMove, Local.At("2026-09-07 09:20")), await Stands(officer, "2026-09-07 09:21"));
    }

    [Fact]
    public async Task Only_the_latest_position_is_known_and_none_once_the_duty_has_ended()
    {
        var officer = cluster.Officer("officer-2");
        await Say("officer-2", PresenceKind.SignedIn, "2026-09-07 17:20", Gate);
        await See("officer-2", "2026-09-07 17:25", Market);
        await See("officer-2", "2026-09-07 17:26");

        var on = await officer.Presence(Local.At("2026-09-07 17:29"));
        Assert.Equal((Market, Local.At("2026-09-07 17:25")), (on.Position, on.PositionAt));

        var off = await officer.Presence(Local.At("2026-09-07 17:30"));
        Assert.Equal((PresenceKind.SignedOff, Local.At("2026-09-07 17:30"), null, null), (off.Kind, off.Since, off.Position, off.PositionAt));
        await Say("officer-2", PresenceKind.SignedIn, "2026-09-08 08:30");
        Assert.Null((await officer.Presence(Local.At("2026-09-08 08:31"))).Position);
    }

    [Fact]
    public async Task A_position_is_not_stored()
    {
        await Say("officer-3", PresenceKind.SignedIn, "2026-09-07 09:00", Gate);
        await cluster.ForgetAllAsync();

        var presence = await cluster.Officer("officer-3").Presence(Local.At("2026-09-07 09:01"));

        Assert.Equal((PresenceKind.SignedIn, null), (presence.Kind, presence.Position));
    }

    [Fact]
    public async Task Off_duty_nobody_signs_in_and_on_duty_a_sign_of_life_signs_in_whoever_has_not_signed_off_since_it_began()
    {
        var officer = cluster.Officer("officer-4");
        var early = await officer.SetPresence(PresenceKind.SignedIn, new(TeamWorld.As("officer-4"), Local.At("2026-09-10 08:29")));
        Assert.Equal(RefusalCode.NotOnDuty, early.Refusal!.Code);
        var off = await officer.Seen(new(TeamWorld.As("officer-4"), Local.At("2026-09-10 08:29"), Gate));
        Assert.Equal((PresenceKind.SignedOff, false, null), (off.View!.Kind, off.View.OnDuty, off.View.DutyUntil));
        Assert.Equal((null, null), (off.View.Since, off.View.Position));

        var on = await officer.Seen(new(TeamWorld.As("officer-4"), Local.At("2026-09-10 08:31"), Gate));
        Assert.Equal((PresenceKind.SignedIn, true, Local.At("2026-09-10 17:30")), (on.View!.Kind, on.View.OnDuty, on.View.DutyUntil));

        await officer.SignOff(TeamWorld.As("officer-4"), Local.At("2026-09-10 12:00"));
        await See("officer-4", "2026-09-10 12:01", Gate);
        Assert.Equal((PresenceKind.SignedOff, Local.At("2026-09-10 12:00")), await Stands(officer, "2026-09-10 12:01"));

        await See("officer-4", "2026-09-11 08:30");
        Assert.Equal((PresenceKind.SignedIn, Local.At("2026-09-11 08:30")), await Stands(officer, "2026-09-11 08:30"));
        Assert.Null((await officer.Presence(Local.At("2026-09-11 08:30"))).OnDuty);
    }

    [Fact]
    public async Task Whoever_signs_off_is_off_with_their_position_gone()
    {
        await Say("captain", PresenceKind.Busy, "2026-09-09 09:00", Gate);

        var answer = await cluster.Officer("captain").SignOff(TeamWorld.Captain, Local.At("2026-09-09 10:00"));

        Assert.Equal((PresenceKind.SignedOff, Local.At("2026-09-09 10:00"), null), (answer.View!.Kind, answer.View.Since, answer.View.Position));
    }

    [Fact]
    public async Task Nobody_speaks_for_an_officer_and_a_position_lies_on_the_ground()
    {
        var officer = cluster.Officer("officer-1");
        var at = Local.At("2026-09-07 09:30");

        Assert.Equal(RefusalCode.NotYours, (await officer.Seen(new(TeamWorld.As("officer-2"), at))).Refusal!.Code);
        Assert.Equal(RefusalCode.NotYours, (await officer.SignOff(TeamWorld.Captain, at)).Refusal!.Code);
        Assert.Equal(RefusalCode.RoleNotAllowed, (await officer.Seen(new(TeamWorld.As("dispatcher-1"), at))).Refusal!.Code);
        Assert.Equal(RefusalCode.InvalidValue, (await officer.Seen(new(TeamWorld.As("officer-1"), at, new(91, 0)))).Refusal!.Code);
        Assert.Equal(RefusalCode.InvalidValue, (await officer.Seen(new(TeamWorld.As("officer-1"), at, new(double.NaN, 0)))).Refusal!.Code);
        Assert.Equal(RefusalCode.InvalidValue, (await officer.SetPresence(PresenceKind.OutOfReach, new(TeamWorld.As("officer-1"), at))).Refusal!.Code);
    }

    private async Task See(string userName, string at, OfficerPosition? position = null) =>
        Assert.Null((await cluster.Officer(userName).Seen(new(TeamWorld.As(userName), Local.At(at), position))).Refusal);

    private async Task Say(string userName, PresenceKind kind, string at, OfficerPosition? position = null) =>
        Assert.Null((await cluster.Officer(userName).SetPresence(kind, new(TeamWorld.As(userName), Local.At(at), position))).Refusal);

    private static async Task<(PresenceKind Kind, DateTimeOffset? Since)> Stands(IOfficerGrain officer, string at)
    {
        var presence = await officer.Presence(Local.At(at));
        return (presence.Kind, presence.Since);
    }
}
