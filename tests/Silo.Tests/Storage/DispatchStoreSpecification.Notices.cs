using Dispatch.Contracts;
using Dispatch.Grains.Storage;
using static Dispatch.Silo.Tests.Storage.Commits;

namespace Dispatch.Silo.Tests.Storage;

/// <summary>What is to be told: stored with the commit that makes it so, ended with the one that makes it gone.</summary>
public abstract partial class DispatchStoreSpecification
{
    private static readonly string[] Everybody = ["user", "street", "community", "system"];

    private INoticeStore Notices => Open.Get<INoticeStore>();

    [Fact]
    public async Task A_notice_is_stored_with_its_commit_and_due_at_once()
    {
        var outcome = await Store.CommitAsync(Report("a") with { Notices = Opening(Offer("zhang")) }, Cancellation);

        var told = Assert.Single(await Notices.OfOwnerAsync(Scope.Case("a"), 10, Cancellation));
        Assert.Equal(("case.a.1.0", Scope.Case("a"), outcome.Number, "xiashi"), (told.Id, told.Owner, told.Number, told.StreetId));
        Assert.Equal(Offer("zhang"), told.Notice);
        Assert.Equal((NoticeState.Waiting, 0, 0, Start), (told.State, told.Step, told.Attempts, told.NextAt!.Value));
        Assert.Equal(Start, await Notices.NextDueAsync(Everybody, Cancellation));
    }

    [Fact]
    public async Task A_commit_that_is_not_stored_tells_nobody()
    {
        var report = Report("a", command: Mark());
        await Store.CommitAsync(report, Cancellation);
        var next = Next(report, null) with { Notices = Opening(Offer("li")) };
        await Store.CommitAsync(next, Cancellation);

        // One version behind, as when another activation was quicker; then the repeat of a command.
        await Assert.ThrowsAsync<StaleOwnerException>(async () =>
            await Store.CommitAsync(next with { Notices = new NoticeChanges([Offer("li").Cause], [Offer("wang")]) }, Cancellation));
        await Store.CommitAsync(report with { Notices = Opening(Offer("zhou")) }, Cancellation);

        var only = Assert.Single(await Notices.OfOwnerAsync(Scope.Case("a"), 10, Cancellation));
        Assert.Equal(("user:li", null), (only.Notice.Receiver, only.GoneAt));
    }

    [Fact]
    public async Task Those_who_lose_in_a_flush_tell_nobody_while_the_others_of_it_are_told()
    {
        await Store.CommitAsync(Report("a"), Cancellation);
        var holding = await Site.HoldWritersAsync(Cancellation);
        var first = Store.CommitAsync(Report("c") with { Notices = Opening(Offer("one")) }, Cancellation).AsTask();
        var stale = Store.CommitAsync(Report("a") with { Notices = Opening(Offer("two")) }, Cancellation).AsTask();
        var good = Store.CommitAsync(Report("b") with { Notices = Opening(Offer("three")) }, Cancellation).AsTask();
        await holding.DisposeAsync();

        await Task.WhenAll(first, good);
        await Assert.ThrowsAsync<StaleOwnerException>(() => stale);
        Assert.Empty(await Notices.OfOwnerAsync(Scope.Case("a"), 10, Cancellation));
        Assert.Single(await Notices.OfOwnerAsync(Scope.Case("b"), 10, Cancellation));
    }

    [Fact]
    public async Task A_receiver_has_one_open_notice_for_a_cause_and_a_new_one_once_that_is_gone()
    {
        var report = Report("a") with { Notices = Opening(Offer("li")) };
        await Store.CommitAsync(report, Cancellation);
        var again = Next(report, null) with { Notices = Opening(Offer("li") with { Payload = """{"again":1}""" }) };
        await Store.CommitAsync(again, Cancellation);
        Assert.Single(await Notices.OfOwnerAsync(Scope.Case("a"), 10, Cancellation));

        var gone = Next(again, null) with { Notices = new NoticeChanges([Offer("li").Cause], [Offer("li")]) };
        await Store.CommitAsync(gone, Cancellation);

        var both = await Notices.OfOwnerAsync(Scope.Case("a"), 10, Cancellation);
        Assert.Equal(["case.a.1.0", "case.a.3.0"], both.Select(one => one.Id));
        Assert.Equal([(gone.Events[^1].At, null), (null, (DateTimeOffset?)Start)], both.Select(one => (one.GoneAt, one.NextAt)));
    }

    [Fact]
    public async Task What_is_claimed_is_left_alone_by_others_until_its_step_is_written()
    {
        await Store.CommitAsync(Report("a") with { Notices = Opening(Offer("li")) }, Cancellation);
        Assert.Empty(await ClaimAsync("me", Start.AddMilliseconds(-1)));

        var claimed = Assert.Single(await ClaimAsync("me", Start));
        Assert.Empty(await ClaimAsync("another", Start));
        Assert.False(await Notices.AdvanceAsync(Step(claimed, "another"), Cancellation));
        Assert.True(await Notices.AdvanceAsync(Step(claimed, "me") with { NextAt = Start.AddMinutes(1), Attempts = 1 }, Cancellation));

        var next = Assert.Single(await ClaimAsync("another", Start.AddMinutes(1)));
        Assert.Equal((1, new NoticeTry(Start, "push", "sent")), (next.Attempts, Assert.Single(next.Tries)));
    }

    [Fact]
    public async Task What_another_kind_of_receiver_is_to_be_told_waits_for_whoever_takes_that_kind()
    {
        await Store.CommitAsync(Report("a") with { Notices = Opening(Offer("li") with { Receiver = NoticeReceiver.System("12345") }) }, Cancellation);

        Assert.Empty(await Notices.ClaimDueAsync(Start, ["user"], 10, "me", TimeSpan.FromMinutes(1), Cancellation));
        Assert.Null(await Notices.NextDueAsync(["user"], Cancellation));
        Assert.Single(await Notices.ClaimDueAsync(Start, ["system"], 10, "me", TimeSpan.FromMinutes(1), Cancellation));
    }

    [Fact]
    public async Task What_comes_of_a_party_ends_with_its_matter()
    {
        var report = Report("a") with { Notices = Opening(Offer("x") with { Receiver = "community:xishan", Cause = "turn" }) };
        await Store.CommitAsync(report, Cancellation);
        var party = Assert.Single(await ClaimAsync("me", Start));
        await Notices.AdvanceAsync(
            Step(party, "me") with { State = NoticeState.PassedOn, Opened = [party.Notice with { Receiver = "user:li" }, party.Notice with { Receiver = "user:wang" }] },
            Cancellation);
        Assert.Equal(["case.a.1.0", "case.a.1.0~li", "case.a.1.0~wang"], (await Notices.OfOwnerAsync(Scope.Case("a"), 10, Cancellation)).Select(one => one.Id));

        var claimed = await ClaimAsync("me", Start);
        await Store.CommitAsync(Next(report, null) with { Notices = new NoticeChanges(["turn"], []) }, Cancellation);

        Assert.All(await Notices.OfOwnerAsync(Scope.Case("a"), 10, Cancellation), one => Assert.NotNull(one.GoneAt));
        Assert.False(await Notices.AdvanceAsync(Step(claimed[0], "me") with { NextAt = Start }, Cancellation));
        Assert.Null(await Notices.NextDueAsync(Everybody, Cancellation));
    }

    [Fact]
    public async Task Whoever_has_seen_a_notice_is_not_told_of_it_again()
    {
        await Store.CommitAsync(Report("a") with { Notices = Opening(Offer("li")) }, Cancellation);
        var claimed = Assert.Single(await ClaimAsync("me", Start));

        Assert.False(await Notices.SeenAsync(claimed.Id, "user:wang", Start, Cancellation));
        Assert.True(await Notices.SeenAsync(claimed.Id, "user:li", Start.AddMinutes(1), Cancellation));
        Assert.True(await Notices.SeenAsync(claimed.Id, "user:li", Start.AddMinutes(2), Cancellation));

        Assert.False(await Notices.AdvanceAsync(Step(claimed, "me") with { NextAt = Start }, Cancellation));
        var seen = Assert.Single(await Notices.OfReceiverAsync("user:li", 10, Cancellation));
        Assert.Equal((NoticeState.Seen, Start.AddMinutes(1), null), (seen.State, seen.SeenAt!.Value, seen.NextAt));
    }

    [Fact]
    public async Task What_has_been_gone_for_long_is_removed_and_what_lasts_is_kept()
    {
        var report = Report("a") with { Notices = Opening(Offer("li"), Offer("wang")) };
        await Store.CommitAsync(report, Cancellation);
        var next = Next(report, null) with { Notices = new NoticeChanges([Offer("li").Cause], []) };
        await Store.CommitAsync(next, Cancellation);

        Assert.Equal(0, await Notices.TrimAsync(next.Events[^1].At, Cancellation));
        Assert.Equal(1, await Notices.TrimAsync(next.Events[^1].At.AddMilliseconds(1), Cancellation));
        Assert.Equal("user:wang", Assert.Single(await Notices.OfOwnerAsync(Scope.Case("a"), 10, Cancellation)).Notice.Receiver);
    }

    [Fact]
    public async Task The_last_word_to_another_system_is_removed_once_it_was_said_and_kept_while_it_was_not()
    {
        NewNotice[] words = [Offer("s") with { Receiver = NoticeReceiver.System("12345"), Cause = "source-state" }, Offer("s") with { Receiver = NoticeReceiver.System("12345"), Cause = "source-reply" }];
        await Store.CommitAsync(Report("a") with { Notices = Opening([.. words, Offer("li")]) }, Cancellation);
        foreach (var claimed in await Notices.ClaimDueAsync(Start, ["system", "user"], 10, "me", TimeSpan.FromMinutes(1), Cancellation))
        {
            var isLeft = claimed.Notice.Cause == "source-reply";
            Assert.True(await Notices.AdvanceAsync(Step(claimed, "me") with { State = NoticeState.Told, NextAt = isLeft ? Start.AddMinutes(1) : null }, Cancellation));
        }

        Assert.Equal(0, await Notices.TrimAsync(Start, Cancellation));
        Assert.Equal(1, await Notices.TrimAsync(Start.AddMilliseconds(1), Cancellation));
        Assert.Equal([Offer("li").Cause, "source-reply"], (await Notices.OfOwnerAsync(Scope.Case("a"), 10, Cancellation)).Select(one => one.Notice.Cause).Order());
    }

    [Fact]
    public async Task Whoever_listens_is_told_whose_notices_a_commit_opened_and_ended()
    {
        var report = Report("a") with { Notices = Opening(Offer("li"), Offer("wang")) };
        await Store.CommitAsync(report, Cancellation);
        Assert.Equal(["li", "wang"], (await Open.Hints.RungAsync(2)).Order());

        await Store.CommitAsync(Next(report, null) with { Notices = new NoticeChanges([Offer("li").Cause], [Offer("zhou")]) }, Cancellation);
        Assert.Equal(["li", "zhou"], (await Open.Hints.RungAsync(4)).Skip(2).Order());

        await Notices.SeenAsync("case.a.1.1", "user:wang", Start, Cancellation);
        Assert.Equal(["wang"], (await Open.Hints.RungAsync(5)).TakeLast(1));
    }

    [Fact]
    public async Task The_notices_of_a_team_are_made_those_that_stand_each_told_once_however_often_it_is_asked()
    {
        var team = Scope.Street("xiashi");
        await Notices.MakeStandAsync(team, "xiashi", [Swap("s1", "li"), Swap("s2", "wang")], Start, Cancellation);
        await Notices.MakeStandAsync(team, "xiashi", [Swap("s1", "li"), Swap("s2", "wang")], Start, Cancellation);
        await Notices.SeenAsync("street.xiashi.swap.s2~wang", "user:wang", Start, Cancellation);

        await Notices.MakeStandAsync(team, "xiashi", [Swap("s2", "wang"), Swap("s3", "li")], Start.AddMinutes(1), Cancellation);
        await Notices.MakeStandAsync(team, "xiashi", [Swap("s1", "li"), Swap("s2", "wang"), Swap("s3", "li")], Start.AddMinutes(2), Cancellation);

        var all = (await Notices.OfOwnerAsync(team, 10, Cancellation)).OrderBy(one => one.Id, StringComparer.Ordinal);
        Assert.Equal(
            [("street.xiashi.swap.s1~li", Start.AddMinutes(1), null), ("street.xiashi.swap.s2~wang", null, Start), ("street.xiashi.swap.s3~li", (DateTimeOffset?)null, (DateTimeOffset?)null)],
            all.Select(one => (one.Id, one.GoneAt, one.SeenAt)));
        Assert.All(all, one => Assert.Null(one.CaseId));
        Assert.Equal(["street.xiashi.swap.s3~li"], (await ClaimAsync("me", Start.AddMinutes(3))).Select(one => one.Id));
        Assert.Empty((await AuditAsync()).Findings);
    }

    private static NewNotice Swap(string id, string who) => Offer(who) with { Cause = $"swap:{id}" };

    private static NewNotice Offer(string who) => new()
    {
        Receiver = NoticeReceiver.User(who),
        Cause = $"offer:{who}",
        Urgent = true,
        At = Start,
        Payload = """{"what":"offer"}""",
    };

    private static NoticeChanges Opening(params NewNotice[] notices) => new([], notices);

    private static NoticeStep Step(StoredNotice claimed, string holder) => new()
    {
        Id = claimed.Id,
        Holder = holder,
        State = NoticeState.Told,
        Tries = [new NoticeTry(Start, "push", "sent")],
    };

    private ValueTask<IReadOnlyList<StoredNotice>> ClaimAsync(string holder, DateTimeOffset now) =>
        Notices.ClaimDueAsync(now, Everybody, 10, holder, TimeSpan.FromMinutes(1), Cancellation);
}
