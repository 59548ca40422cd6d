using Dispatch.Contracts;
using Dispatch.Grains.Storage;
using static Dispatch.Silo.Tests.Storage.Commits;

namespace Dispatch.Silo.Tests.Storage;

/// <summary>Deadlines, lists, boards, and what is kept beside them.</summary>
public abstract partial class DispatchStoreSpecification
{
    [Fact]
    public async Task Due_rows_are_claimed_oldest_first_with_their_snapshots_and_by_one_holder_only()
    {
        foreach (var (id, minutes) in new[] { ("late", 30), ("early", 0), ("middle", 10) })
        {
            await Store.CommitAsync(Report(id, at: Start.AddMinutes(minutes)), Cancellation);
        }

        var now = Start.AddMinutes(25).AddMilliseconds(1);
        var claimed = await Open.Deadlines.ClaimDueAsync(now, 10, "one", TimeSpan.FromMinutes(1), Cancellation);
        var again = await Open.Deadlines.ClaimDueAsync(now, 10, "two", TimeSpan.FromMinutes(1), Cancellation);

        Assert.Equal(["case:early", "case:middle"], claimed.Select(due => due.Owner.OwnerId));
        Assert.Equal(await Store.LoadAsync(Scope.Case("early"), Cancellation), claimed[0].Owner);
        Assert.Empty(again);
        Assert.Equal(Start.AddMinutes(45), await Open.Deadlines.NextDueAsync(Cancellation));
    }

    [Fact]
    public async Task The_due_instant_itself_is_still_in_time()
    {
        await Store.CommitAsync(Report("a"), Cancellation);

        Assert.Empty(await Open.Deadlines.ClaimDueAsync(Start.AddMinutes(15), 10, "me", TimeSpan.FromMinutes(1), Cancellation));
        Assert.Single(await Open.Deadlines.ClaimDueAsync(Start.AddMinutes(15).AddMilliseconds(1), 10, "me", TimeSpan.FromMinutes(1), Cancellation));
    }

    [Fact]
    public async Task A_lease_ends_by_itself_and_the_commit_that_acts_removes_the_row()
    {
        var report = Report("a");
        await Store.CommitAsync(report, Cancellation);
        var now = Start.AddDays(1);
        await Open.Deadlines.ClaimDueAsync(now, 10, "died", TimeSpan.FromMilliseconds(30), Cancellation);

        IReadOnlyList<DueOwner> taken;
        do
        {
            taken = await Open.Deadlines.ClaimDueAsync(now, 10, "lives", TimeSpan.FromMinutes(1), Cancellation);
        }
        while (taken.Count == 0);

        await Store.CommitAsync(Next(report, taken[0].Owner.Number) with { Deadlines = [] }, Cancellation);
        Assert.Null(await Open.Deadlines.NextDueAsync(Cancellation));
        Assert.Equal(0, (await Open.Deadlines.CountAsync(now, Cancellation)).Due);
    }

    [Fact]
    public async Task A_step_that_leaves_a_clock_alone_leaves_its_lease_alone()
    {
        var report = Report("a");
        await Store.CommitAsync(report, Cancellation);
        await Open.Deadlines.ClaimDueAsync(Start.AddDays(1), 10, "one", TimeSpan.FromMinutes(1), Cancellation);

        await Store.CommitAsync(Next(report, null) with { Deadlines = report.Deadlines }, Cancellation);

        Assert.Empty(await Open.Deadlines.ClaimDueAsync(Start.AddDays(1), 10, "two", TimeSpan.FromMinutes(1), Cancellation));
        Assert.Equal(1, (await Open.Deadlines.CountAsync(Start.AddDays(1), Cancellation)).Due);
    }

    [Fact]
    public async Task Two_sweepers_share_what_is_due_and_none_gets_what_the_other_has()
    {
        await using var other = Site.Open();
        await Task.WhenAll(Enumerable.Range(0, 50).Select(i => Store.CommitAsync(Report($"c{i}"), Cancellation).AsTask()));

        var claims = await Task.WhenAll(Enumerable.Range(0, 10).Select(i => (i % 2 == 0 ? Open : other).Deadlines
            .ClaimDueAsync(Start.AddDays(1), 7, $"holder-{i}", TimeSpan.FromMinutes(1), Cancellation).AsTask()));

        var owners = claims.SelectMany(claim => claim).Select(due => due.Owner.OwnerId).ToList();
        Assert.Equal(owners.Distinct().Count(), owners.Count);
        Assert.Equal(50, owners.Count + (await Open.Deadlines.ClaimDueAsync(Start.AddDays(1), 100, "last", TimeSpan.FromMinutes(1), Cancellation)).Count);
    }

    [Fact]
    public async Task Counts_tell_due_rows_firings_and_footings()
    {
        var report = Report("a");
        await Store.CommitAsync(report, Cancellation);
        await Store.CommitAsync(
            Next(report, null) with
            {
                Events = [Event("DeadlineWarned", Start.AddMinutes(16)), Event("DeadlineMissed", Start.AddMinutes(16)), Event("Escalated", Start.AddMinutes(16))],
                Deadlines = [new Deadline("assign", 1, 100, Start.AddMinutes(26))],
            },
            Cancellation);
        await Store.CommitAsync(Report("b") with { Columns = Columns("xiashi", Start) with { Footing = Footing.Suspended } }, Cancellation);

        var counts = await Open.Deadlines.CountAsync(Start.AddMinutes(20), Cancellation);

        Assert.Equal(new DeadlineCounts(1, 2, Start.AddMinutes(15), new OpenCases(1, 1, 0, 0, 0)), counts);
    }

    [Fact]
    public async Task A_list_goes_on_where_the_last_page_ended_even_when_many_opened_at_one_instant()
    {
        for (var i = 0; i < 25; i++)
        {
            await Store.CommitAsync(Report($"c{i:D2}", at: Start.AddMinutes(i / 5)), Cancellation);
        }

        var seen = new List<string>();
        string? cursor = null;
        do
        {
            var page = await Open.Cases.ListAsync(new CaseQuery { Limit = 4, Cursor = cursor }, Cancellation);
            seen.AddRange(page.Owners.Select(owner => owner.OwnerId));
            cursor = page.Next;
        }
        while (cursor is not null);

        Assert.Equal(Enumerable.Range(0, 25).Reverse().Select(i => $"case:c{i:D2}"), seen);
        Assert.Empty((await Open.Cases.ListAsync(new CaseQuery { Cursor = "made up" }, Cancellation)).Owners);
    }

    [Theory]
    [InlineData("100%", "percent")]
    [InlineData("a_b", "underscore")]
    [InlineData("C:\\TMP", "backslash")]
    [InlineData("凸窗", "window")]
    [InlineData("XIASHI-2026-000002", "underscore")]
    [InlineData("nowhere", null)]
    public async Task A_search_finds_the_text_itself_in_either_case(string text, string? found)
    {
        foreach (var (id, searched) in new[] { ("percent", "at 100% of it"), ("underscore", "a_b"), ("backslash", "c:\\tmp"), ("window", "拆除凸窗"), ("plain", "1000 axb") })
        {
            await Store.CommitAsync(Report(id) with { Columns = Columns("xiashi", Start) with { SearchText = searched } }, Cancellation);
        }

        var page = await Open.Cases.ListAsync(new CaseQuery { Text = text }, Cancellation);

        Assert.Equal(found is null ? [] : [$"case:{found}"], page.Owners.Select(owner => owner.OwnerId));
    }

    [Fact]
    public async Task A_list_keeps_to_scope_status_type_reporter_and_overdue()
    {
        await Store.CommitAsync(Report("mine"), Cancellation);
        await Store.CommitAsync(
            Report("other", "haizhou") with
            {
                Columns = Columns("haizhou", Start) with
                {
                    CommunityId = "hz-1",
                    GridId = "hz-1-01",
                    Type = "GRN-01",
                    Status = CaseStatus.EnRoute,
                    Overdue = true,
                    ReportedBy = "someone",
                    OfficerIds = ["o.zhang", "o.li"],
                    Departments = ["fire"],
                },
            },
            Cancellation);

        async Task<IEnumerable<string>> List(CaseQuery query) =>
            (await Open.Cases.ListAsync(query, Cancellation)).Owners.Select(owner => owner.OwnerId);

        Assert.Equal(["case:mine"], await List(new CaseQuery { Scope = Scope.Street("xiashi") }));
        Assert.Equal(["case:mine"], await List(new CaseQuery { Scope = Scope.Community("xishan") }));
        Assert.Equal(["case:other"], await List(new CaseQuery { Scope = Scope.Grid("hz-1-01") }));
        Assert.Equal(["case:other"], await List(new CaseQuery { Scope = Scope.Officer("o.li") }));
        Assert.Empty(await List(new CaseQuery { Scope = Scope.Officer("o.l") }));
        Assert.Equal(["case:mine"], await List(new CaseQuery { Scope = Scope.Case("mine") }));
        Assert.Equal(["case:other"], await List(new CaseQuery { Scope = Scope.Department("fire") }));
        Assert.Empty(await List(new CaseQuery { Scope = Scope.Department("gas") }));
        Assert.Empty(await List(new CaseQuery { Scope = Scope.Officer("department") }));
        Assert.Equal(["case:other"], await List(new CaseQuery { Status = CaseStatus.EnRoute, Type = "GRN-01", Overdue = true, ReportedBy = "someone" }));
        Assert.Empty(await List(new CaseQuery { Status = CaseStatus.EnRoute, Overdue = false }));
    }

    [Fact]
    public async Task Open_cases_and_their_feed_number_come_from_one_instant()
    {
        var writing = Task.WhenAll(Enumerable.Range(0, 30).Select(i => WalkAsync(Open, $"c{i}")));
        do
        {
            var open = await Open.Feeds.OpenCasesAsync("xiashi", Cancellation);
            var entries = (await Open.Feeds.EntriesAsync("xiashi", 0, (int)Math.Max(1, open.Position.At), Cancellation))!;
            var expected = entries.Take((int)open.Position.At).GroupBy(entry => entry.Row.Id).Select(group => group.Last())
                .Where(entry => !entry.Gone).Select(entry => ($"case:{entry.Row.Id}", entry.Row.Version));
            Assert.Equal(expected.Order(), open.Owners.Select(owner => (owner.OwnerId, owner.Version)).Order());
        }
        while (!writing.IsCompleted);
        await writing;
    }

    [Fact]
    public async Task A_board_of_the_past_shows_what_was_open_then_and_survives_trimming_until_its_limit()
    {
        var quiet = Report("quiet");
        var closed = Report("closed", at: Start.AddMinutes(10));
        await Store.CommitAsync(quiet, Cancellation);
        await Store.CommitAsync(closed, Cancellation);
        await Store.CommitAsync(Close(closed, null, Start.AddHours(1)), Cancellation);
        await Store.CommitAsync(Report("late", at: Start.AddHours(2)), Cancellation);

        async Task<IEnumerable<string>?> Board(DateTimeOffset at) =>
            (await Open.Feeds.RowsAtAsync("xiashi", at, Cancellation))?.Rows.Select(row => row.Id).Order(StringComparer.Ordinal);

        Assert.Equal([], await Board(Start.AddDays(-1)));
        Assert.Equal(["closed", "quiet"], await Board(Start.AddMinutes(10)));
        Assert.Equal(["quiet"], await Board(Start.AddHours(1)));
        Assert.Equal(2, await Open.Feeds.TrimAsync(Start.AddHours(1.5), Cancellation));
        Assert.Null(await Board(Start.AddHours(1)));
        Assert.Equal(["late", "quiet"], await Board(Start.AddHours(3)));
        Assert.Null(await Open.Feeds.EntriesAsync("xiashi", 0, 10, Cancellation));
        Assert.Equal([4L], (await Open.Feeds.EntriesAsync("xiashi", 3, 10, Cancellation))!.Select(entry => entry.At));
    }

    [Fact]
    public async Task A_case_that_changes_street_has_entries_in_both_feeds()
    {
        var report = Report("a");
        var first = await Store.CommitAsync(report, Cancellation);
        await Store.CommitAsync(
            Next(report, first.Number) with
            {
                Columns = Columns("haizhou", Start),
                Feed = [new FeedChange("xiashi", Row("a", 2), true), new FeedChange("haizhou", Row("a", 2), false)],
            },
            Cancellation);

        Assert.Equal([false, true], (await Open.Feeds.EntriesAsync("xiashi", 0, 10, Cancellation))!.Select(entry => entry.Gone));
        var arrived = Assert.Single((await Open.Feeds.EntriesAsync("haizhou", 0, 10, Cancellation))!);
        Assert.Equal((1L, first.Number), (arrived.At, arrived.Row.Number));
        Assert.Empty((await Open.Feeds.OpenCasesAsync("xiashi", Cancellation)).Owners);
        Assert.Equal(0, (await Open.Feeds.HeadAsync("nowhere", Cancellation)).At);
    }

    [Fact]
    public async Task Users_secrets_policies_and_the_anchor_are_kept()
    {
        var user = new UserRecord { UserName = "G.Li", DisplayName = "李", Role = Role.GridWorker, Area = Scope.Grid("xishan-03"), Stamp = "1", Demo = true };
        await Open.Users.SaveUserAsync(user, Cancellation);
        await Open.Users.SaveUserAsync(user with { Enabled = false, PasswordHash = "x" }, Cancellation);
        Assert.Equal(user with { Enabled = false, PasswordHash = "x" }, await Open.Users.FindUserAsync("g.LI", Cancellation));
        Assert.Null(await Open.Users.FindUserAsync("nobody", Cancellation));
        Assert.Single(await Open.Users.ListUsersAsync(Cancellation));

        await using var other = Site.Open();
        var secret = await Open.Users.SecretAsync("tokens", Cancellation);
        Assert.Equal(32, secret.Length);
        Assert.Equal(secret, await other.Users.SecretAsync("tokens", Cancellation));
        Assert.NotEqual(secret, await Open.Users.SecretAsync("case-ids", Cancellation));

        Assert.True(await Open.Policies.KeepPolicyAsync("xiashi", "1", "{}", Cancellation));
        Assert.True(await Open.Policies.KeepPolicyAsync("xiashi", "1", "{}", Cancellation));
        Assert.False(await Open.Policies.KeepPolicyAsync("xiashi", "1", "{ }", Cancellation));
        Assert.Equal([("xiashi", "1", "{}")], await Open.Policies.PoliciesAsync(Cancellation));

        Assert.Null(await Open.Clocks.AnchorAsync(Cancellation));
        var anchor = new ClockAnchor(Start, Start.AddDays(1), 60.5);
        await Open.Clocks.SetAnchorAsync(anchor, Cancellation);
        Assert.Equal(anchor, await other.Clocks.AnchorAsync(Cancellation));
    }

    [Fact]
    public async Task The_last_event_is_the_latest_of_all_owners_whether_it_has_a_feed_or_not()
    {
        Assert.Null(await Open.Clocks.LastEventAtAsync(Cancellation));
        await Store.CommitAsync(Report("a", at: Start.AddHours(1)), Cancellation);
        await Store.CommitAsync(Report("b"), Cancellation);
        Assert.Equal(Start.AddHours(1), await Open.Clocks.LastEventAtAsync(Cancellation));

        var patrol = Report("g", at: Start.AddHours(2)) with { Owner = Scope.Grid("xishan-03"), Feed = [], NumberYear = null };
        var outcome = await Store.CommitAsync(patrol with { Columns = Columns("xiashi", Start) with { OpenedAt = null } }, Cancellation);

        Assert.Null(outcome.Number);
        Assert.Equal(Start.AddHours(2), await Open.Clocks.LastEventAtAsync(Cancellation));
        Assert.Equal(2, (await Open.Cases.ListAsync(new CaseQuery(), Cancellation)).Owners.Count);
        Assert.True(await Open.Clocks.RealNowAsync(Cancellation) > Start.AddYears(-1));
    }
}
