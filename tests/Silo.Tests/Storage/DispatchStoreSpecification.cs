using Dispatch.Contracts;
using Dispatch.Grains.Storage;
using static Dispatch.Silo.Tests.Storage.Commits;

namespace Dispatch.Silo.Tests.Storage;

/// <summary>What every store promises, run against each engine. This part: one commit, and commands that come twice.</summary>
public abstract partial class DispatchStoreSpecification : IAsyncLifetime
{
    private IStoreSite? _site;
    private OpenStore? _open;

    protected static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    protected IStoreSite Site => _site!;

    private OpenStore Open => _open!;

    private IDispatchStore Store => Open.Store;

    public async ValueTask InitializeAsync()
    {
        _site = await NewSiteAsync(Cancellation);
        _open = _site.Open();
    }

    public async ValueTask DisposeAsync()
    {
        GC.SuppressFinalize(this);
        if (_open is not null)
        {
            await _open.DisposeAsync();
        }

        if (_site is not null)
        {
            await _site.DisposeAsync();
        }
    }

    [Fact]
    public async Task A_commit_stores_snapshot_events_deadlines_and_feed_together()
    {
        var outcome = await Store.CommitAsync(Report("a"), Cancellation);

        Assert.Equal((1L, "xiashi-2026-000001"), (outcome.Version, outcome.Number));
        var owner = await Store.LoadAsync(Scope.Case("a"), Cancellation);
        Assert.Equal(new StoredOwner("case:a", 1, "xiashi-2026-000001", """{"id":"a","version":1}"""), owner);
        var events = await Store.EventsAsync(Scope.Case("a"), 0, 10, Cancellation);
        Assert.Equal([(1L, 1L, "Reported"), (2L, 1L, "ClockStarted")], events.Select(e => (e.Seq, e.Version, e.Event.Name)));
        Assert.Equal(Start.AddMinutes(15), await Open.Deadlines.NextDueAsync(Cancellation));
        var entry = Assert.Single((await Open.Feeds.EntriesAsync("xiashi", 0, 10, Cancellation))!);
        Assert.Equal((1L, "xiashi-2026-000001", false), (entry.At, entry.Row.Number, entry.Gone));
    }

    [Fact]
    public async Task The_next_commit_goes_on_from_the_one_before()
    {
        var report = Report("a");
        var first = await Store.CommitAsync(report, Cancellation);

        var second = await Store.CommitAsync(Next(report, first.Number), Cancellation);

        Assert.Equal((2L, first.Number), (second.Version, second.Number));
        var events = await Store.EventsAsync(Scope.Case("a"), 1, 2, Cancellation);
        Assert.Equal([(2L, 1L), (3L, 2L)], events.Select(e => (e.Seq, e.Version)));
        var due = Assert.Single(await Open.Deadlines.ClaimDueAsync(Start.AddYears(1), 10, "me", TimeSpan.FromMinutes(1), Cancellation));
        Assert.Equal([new Deadline("pre-control", 1, 100, Start.AddHours(4))], due.Due);
    }

    [Fact]
    public async Task A_commit_on_an_older_version_stores_nothing()
    {
        var report = Report("a");
        await Store.CommitAsync(report, Cancellation);
        await Store.CommitAsync(Next(report, null), Cancellation);

        await Assert.ThrowsAsync<StaleOwnerException>(async () => await Store.CommitAsync(Next(report, null), Cancellation));
        await Assert.ThrowsAsync<StaleOwnerException>(async () => await Store.CommitAsync(report, Cancellation));
        await Assert.ThrowsAsync<StaleOwnerException>(async () => await Store.CommitAsync(Next(Report("b"), null), Cancellation));

        Assert.Equal(2, (await Store.LoadAsync(Scope.Case("a"), Cancellation))!.Version);
        Assert.Null(await Store.LoadAsync(Scope.Case("b"), Cancellation));
        Assert.Equal(4, (await Store.EventsAsync(Scope.Case("a"), 0, 10, Cancellation)).Count);
        Assert.Equal(2, (await Open.Feeds.HeadAsync("xiashi", Cancellation)).At);
    }

    [Fact]
    public async Task One_bad_member_does_not_fail_its_flush()
    {
        var existing = Report("existing");
        await Store.CommitAsync(existing, Cancellation);
        var bad = Report("bad") with { Snapshot = null! };
        Task<CommitOutcome> broken, stale, first, last;
        await using (await Site.HoldWritersAsync(Cancellation))
        {
            // The first waits in its flush; all others meet in the next one.
            first = Store.CommitAsync(Report("first"), Cancellation).AsTask();
            broken = Store.CommitAsync(bad, Cancellation).AsTask();
            stale = Store.CommitAsync(existing, Cancellation).AsTask();
            last = Store.CommitAsync(Report("last"), Cancellation).AsTask();
        }

        Assert.Equal(1, (await first).Version);
        Assert.Equal("xiashi-2026-000003", (await last).Number);
        await Assert.ThrowsAsync<StaleOwnerException>(() => stale);
        await Assert.ThrowsAnyAsync<Exception>(() => broken);
        Assert.Null(await Store.LoadAsync(Scope.Case("bad"), Cancellation));
        Assert.Equal([1L, 2L, 3L], (await Open.Feeds.EntriesAsync("xiashi", 0, 10, Cancellation))!.Select(entry => entry.At));
    }

    [Fact]
    public async Task A_repeated_command_gets_the_first_answer_and_stores_nothing()
    {
        var report = Report("a", command: Mark());
        var first = await Store.CommitAsync(report, Cancellation);
        await Store.CommitAsync(Next(report, first.Number), Cancellation);

        var repeat = await Store.CommitAsync(Next(Next(report, first.Number), first.Number) with { Command = Mark(hash: "another body") }, Cancellation);

        Assert.Equal(new CommitOutcome(1, first.Number, Mark()), repeat);
        Assert.Equal(2, (await Store.LoadAsync(Scope.Case("a"), Cancellation))!.Version);
        Assert.Equal(new CommitOutcome(1, first.Number, Mark()), await Store.FindCommandAsync(Scope.Case("a"), "g.li", "key-1", Cancellation));
        Assert.Null(await Store.FindCommandAsync(Scope.Case("a"), "g.li", "key-2", Cancellation));
        Assert.Null(await Store.FindCommandAsync(Scope.Case("a"), "g.wang", "key-1", Cancellation));
    }

    [Fact]
    public async Task A_report_repeated_after_a_crash_finds_the_same_case()
    {
        var first = await Store.CommitAsync(Report("a", command: Mark()), Cancellation);
        await using var afterwards = Site.Open();

        var repeat = await afterwards.Store.CommitAsync(Report("a", command: Mark()), Cancellation);

        Assert.Equal(new CommitOutcome(1, first.Number, Mark()), repeat);
        Assert.Equal(1, (await afterwards.Feeds.HeadAsync("xiashi", Cancellation)).At);
    }

    [Fact]
    public async Task The_same_report_given_twice_at_once_is_one_case_with_one_number()
    {
        await using var other = Site.Open();
        var attempts = Enumerable.Range(0, 20).Select(async i =>
        {
            try
            {
                return (await (i % 2 == 0 ? Store : other.Store).CommitAsync(Report("a", command: Mark()), Cancellation)).Repeat is null;
            }
            catch (StaleOwnerException)
            {
                return false;
            }
        });

        Assert.Single(await Task.WhenAll(attempts), stored => stored);
        Assert.Equal("xiashi-2026-000002", (await Store.CommitAsync(Report("b"), Cancellation)).Number);
    }

    [Fact]
    public async Task A_commit_that_is_cut_off_has_an_unknown_outcome_and_the_next_ones_go_on()
    {
        await Store.CommitAsync(Report("a"), Cancellation);

        await Assert.ThrowsAsync<UnknownOutcomeException>(() => Site.CutWhileCommittingAsync(Open, Report("b"), Cancellation));

        var stored = await Store.LoadAsync(Scope.Case("b"), Cancellation) is not null;
        Assert.Equal(stored ? "xiashi-2026-000003" : "xiashi-2026-000002", (await Store.CommitAsync(Report("c"), Cancellation)).Number);
    }

    [Fact]
    public async Task A_commit_without_an_event_or_with_two_changes_of_one_feed_is_a_bug_of_the_caller()
    {
        var report = Report("a");

        await Assert.ThrowsAnyAsync<ArgumentException>(async () => await Store.CommitAsync(report with { Events = [] }, Cancellation));
        await Assert.ThrowsAnyAsync<ArgumentException>(async () => await Store.CommitAsync(report with { Feed = [.. report.Feed, .. report.Feed] }, Cancellation));
    }

    /// <summary>An empty migrated store.</summary>
    protected abstract Task<IStoreSite> NewSiteAsync(CancellationToken cancellation);
}
