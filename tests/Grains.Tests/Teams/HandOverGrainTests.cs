using Dispatch.Contracts;
using Dispatch.Grains.Cases;
using Dispatch.Grains.Teams.HandOvers;
using Dispatch.TestKit;
using static Dispatch.Grains.Tests.Teams.TeamWorld;

namespace Dispatch.Grains.Tests.Teams;

/// <summary>The day of officers 1 and 2 is handed over to the night of officers 3 and 4 at 17:30.</summary>
public sealed class HandOverGrainTests(HandOverCluster cluster) : IClassFixture<HandOverCluster>, IAsyncLifetime
{
    private const string Street = "street:xiashi";
    private static readonly TeamWorld Local = new();
    private int _told;

    public async ValueTask InitializeAsync() => await cluster.Team(Street).Seed(
        [Duty("08:30-17:30", "officer-1 officer-2"), Duty("17:30-08:30", "officer-3 officer-4"), Duty("08:30-08:30", "captain") with { Line = 2 }]);

    public ValueTask DisposeAsync() => ValueTask.CompletedTask;

    [Fact]
    public async Task The_outgoing_writes_the_incomer_signs_and_the_sheet_stays_as_it_was()
    {
        var world = new CaseWorld(Sample.Xiashi).Report("2026-09-07 09:00", Role.GridWorker, "DEC-03");
        Tell(world, "2026-09-07 09:00");

        var written = await Write("officer-1", "2026-09-07 17:00", "The owner comes at 19:00.");
        Assert.Equal((HandOverState.Written, "officer-1", RefusalCode.OwnHandOver), (written.View!.Shift.State, written.View.WrittenBy, written.View.NoSign));
        Assert.Equal(["officer-1", "officer-2"], written.View.Outgoing);
        Assert.Equal(["officer-3", "officer-4"], written.View.Incoming);

        var signed = (await Sign("officer-3", "2026-09-07 17:31")).View!;
        Assert.Equal((HandOverState.TakenOver, "officer-3", 1), (signed.Shift.State, signed.Shift.SignedBy, signed.Sheet.Opened));

        world.Do("2026-09-07 17:50", Role.Dispatcher, new Assign(["o.zhang", "o.li"]));
        Tell(world, "2026-09-07 17:50");
        await cluster.ForgetAllAsync();
        var later = (await cluster.HandOver(Street).Sheet(Act("captain", "2026-09-09 12:00", "2026-09-07 08:30"))).View!;

        Assert.Equal(("The owner comes at 19:00.", Local.At("2026-09-07 17:31")), (later.Note, later.Shift.SignedAt));
        Assert.Equal(signed.Sheet.AsOf, later.Sheet.AsOf);
        Assert.Equal(signed.Sheet.Changed.Single().Status, later.Sheet.Changed.Single().Status);
        Assert.Equal((RefusalCode.NoShift, RefusalCode.NoShift), (later.NoNote, later.NoSign));
    }

    [Fact]
    public async Task Nobody_signs_too_early_for_themself_twice_or_from_outside_the_next_shift()
    {
        Assert.Equal(RefusalCode.HandOverTooEarly, (await Sign("officer-3", "2026-09-14 12:00", "2026-09-14 08:30")).Refusal!.Code);
        Assert.Equal(RefusalCode.HandOverTooEarly, (await Sign("officer-3", "2026-09-14 17:00", "2026-09-14 08:30")).Refusal!.Code);
        Assert.Equal(RefusalCode.OwnHandOver, (await Sign("officer-2", "2026-09-14 17:31", "2026-09-14 08:30")).Refusal!.Code);
        await Write("officer-1", "2026-09-14 17:00", "Quiet.", "2026-09-14 08:30");
        Assert.Equal(RefusalCode.OwnHandOver, (await Sign("officer-1", "2026-09-14 17:31", "2026-09-14 08:30")).Refusal!.Code);
        Assert.Equal(RefusalCode.NotOnDuty, (await Sign("officer-2", "2026-09-14 17:31", "2026-09-14 08:30")).Refusal!.Code);

        Assert.Null((await Sign("officer-4", "2026-09-14 17:01", "2026-09-14 08:30")).Refusal);
        Assert.Null((await Sign("officer-4", "2026-09-14 17:02", "2026-09-14 08:30")).Refusal);
        Assert.Equal(RefusalCode.HandOverSigned, (await Sign("captain", "2026-09-14 17:40", "2026-09-14 08:30")).Refusal!.Code);
        Assert.Equal(RefusalCode.HandOverSigned, (await Write("officer-1", "2026-09-14 17:40", "More.", "2026-09-14 08:30")).Refusal!.Code);
    }

    [Fact]
    public async Task What_nobody_signed_is_late_an_hour_after_the_hour_and_the_captain_may_sign_for_it()
    {
        Assert.False((await Look("captain", "2026-09-16 18:30")).Shift.Late);
        var late = await Look("captain", "2026-09-16 18:31");

        Assert.Equal((Local.At("2026-09-16 08:30"), true, null), (late.Shift.From, late.Shift.Late, late.NoSign));
        Assert.Equal([late.Shift.From], (await cluster.HandOver(Street).Late(Local.At("2026-09-16 18:31"))).Select(shift => shift.From));
        Assert.Empty(await cluster.HandOver(Street).Late(Local.At("2026-09-16 18:30")));
        Assert.Null((await Sign("captain", "2026-09-16 18:32")).Refusal);
        Assert.Empty(await cluster.HandOver(Street).Late(Local.At("2026-09-16 18:33")));
        Assert.Equal(Local.At("2026-09-16 17:30"), (await Look("captain", "2026-09-16 18:33")).Shift.From);
    }

    [Fact]
    public async Task The_last_hour_of_a_shift_is_for_its_own_sheet()
    {
        Assert.Equal(Local.At("2026-09-17 17:30"), (await Look("officer-1", "2026-09-18 16:29")).Shift.From);
        Assert.Equal(Local.At("2026-09-18 08:30"), (await Look("officer-1", "2026-09-18 16:30")).Shift.From);
    }

    [Theory]
    [InlineData("officer-3", "2026-09-21 12:00", "Mine.", RefusalCode.NotOnDuty)]
    [InlineData("officer-1", "2026-09-21 12:00", "  ", RefusalCode.InvalidText)]
    [InlineData("officer-1", "2026-09-21 12:00", "a\0b", RefusalCode.InvalidText)]
    public async Task A_note_that_is_none_or_not_theirs_is_refused(string who, string at, string note, RefusalCode code) =>
        Assert.Equal(code, (await Write(who, at, note, "2026-09-21 08:30")).Refusal!.Code);

    [Theory]
    [InlineData("street:xiashi", "2026-09-01 09:00")]
    [InlineData("street:elsewhere", null)]
    [InlineData("community:hehua", null)]
    public async Task A_team_without_such_a_shift_has_nothing_to_hand_over(string team, string? shift) =>
        Assert.Equal(RefusalCode.NoShift, (await cluster.HandOver(team).Sheet(Act("captain", "2026-09-21 12:00", shift))).Refusal!.Code);

    [Fact]
    public void The_last_sixty_sheets_are_kept()
    {
        var book = new HandOverBook();
        for (var day = 0; day < 100; day++)
        {
            var from = Local.At("2026-09-01 08:30").AddDays(day);
            book = book.With(new HandOverEntry { Shift = new DutySpan(from, from.AddHours(9)), Note = "Quiet." });
        }

        Assert.Equal((HandOverBook.MostSheets, Local.At("2026-09-01 08:30").AddDays(40)), (book.Sheets.Count, book.Sheets[0].Shift.From));
    }

    private static HandOverAct Act(string who, string at, string? shift) => new(As(who), Local.At(at), shift is null ? null : Local.At(shift));

    private async Task<HandOverView> Look(string who, string at) => (await cluster.HandOver(Street).Sheet(Act(who, at, null))).View!;

    private Task<HandOverAnswer> Write(string who, string at, string note, string? shift = null) => cluster.HandOver(Street).Write(Act(who, at, shift), note);

    private Task<HandOverAnswer> Sign(string who, string at, string? shift = null) => cluster.HandOver(Street).Sign(Act(who, at, shift));

    private void Tell(CaseWorld world, string at)
    {
        cluster.Histories.Add(world.Case.Id, world.Events.Skip(_told));
        _told = world.Events.Count;
        cluster.Feeds.Commit("xiashi", CaseViews.View(world.Case, "2026-000001", 1, Sample.Xiashi).AsRow(), !world.Case.IsOpen, Local.At(at));
    }
}
