using Dispatch.Contracts;
using Dispatch.Grains.Storage;
using static Dispatch.Silo.Tests.Storage.Commits;

namespace Dispatch.Silo.Tests.Storage;

/// <summary>Many callers and two writers.</summary>
public abstract partial class DispatchStoreSpecification
{
    [Fact]
    public async Task Feed_and_case_numbers_have_no_gaps_under_two_writers()
    {
        const int Cases = 60;
        await using var other = Site.Open();
        await Task.WhenAll(Enumerable.Range(0, Cases).Select(i => WalkAsync(i % 2 == 0 ? Open : other, $"c{i}")));

        var entries = (await Open.Feeds.EntriesAsync("xiashi", 0, 1_000, Cancellation))!;
        Assert.Equal(Enumerable.Range(1, Cases * 3).Select(i => (long)i), entries.Select(entry => entry.At));
        Assert.Equal(
            Enumerable.Range(1, Cases).Select(i => $"xiashi-2026-{i:D6}"),
            entries.Where(entry => entry.Row.Version == 1).Select(entry => entry.Row.Number).Order(StringComparer.Ordinal));
        Assert.Equal((Cases * 3, 0), ((int)(await Open.Feeds.HeadAsync("xiashi", Cancellation)).At, (await Open.Feeds.OpenCasesAsync("xiashi", Cancellation)).Owners.Count));
        foreach (var store in new[] { Open, other })
        {
            var told = store.Hints.Told().Select(hint => hint.At).ToList();
            Assert.Equal(told.Distinct(), told);
        }
    }

    [Fact]
    public async Task Whoever_reads_while_two_writers_write_never_sees_a_gap()
    {
        await using var other = Site.Open();
        var writing = Task.WhenAll(Enumerable.Range(0, 40).Select(i => WalkAsync(i % 2 == 0 ? Open : other, $"c{i}")));
        var seen = 0L;
        do
        {
            var entries = (await Open.Feeds.EntriesAsync("xiashi", seen, 1_000, Cancellation))!;
            Assert.Equal(entries.Select((_, i) => seen + 1 + i), entries.Select(entry => entry.At));
            seen += entries.Count;
        }
        while (!writing.IsCompleted || seen < 120);

        await writing;
        Assert.Equal(120, seen);
    }

    [Fact]
    public async Task Two_writers_on_the_same_owners_and_streets_finish_without_a_deadlock()
    {
        await using var other = Site.Open();
        var reports = Enumerable.Range(0, 30).Select(i => Report($"c{i}", $"s{i % 3}")).ToList();
        await Task.WhenAll(reports.Select(report => Store.CommitAsync(report, Cancellation).AsTask()));

        // The same owners in opposite orders from two sides: one side wins each step, the other is told so.
        var outcomes = await Task.WhenAll(reports.Select(report => StepsAsync(Open, report))
            .Concat(reports.AsEnumerable().Reverse().Select(report => StepsAsync(other, report))));

        Assert.All(outcomes, outcome => Assert.Equal(10, outcome.Won + outcome.Lost));
        foreach (var report in reports)
        {
            var version = (await Store.LoadAsync(report.Owner, Cancellation))!.Version;
            Assert.Equal(version * 2, (await Store.EventsAsync(report.Owner, 0, 1_000, Cancellation)).Count);
        }

        Assert.Equal(reports.Count + outcomes.Sum(outcome => outcome.Won), await HeadsAsync());
    }

    [Fact]
    public async Task Steps_of_one_owner_that_queue_together_are_all_committed_in_order()
    {
        var steps = new List<Commit> { Report("a") };
        for (var i = 0; i < 5; i++)
        {
            steps.Add(Next(steps[^1], "xiashi-2026-000001"));
        }

        List<Task<CommitOutcome>> outcomes;
        await using (await Site.HoldWritersAsync(Cancellation))
        {
            outcomes = [.. steps.Select(step => Store.CommitAsync(step, Cancellation).AsTask())];
        }

        Assert.Equal([1, 2, 3, 4, 5, 6], (await Task.WhenAll(outcomes)).Select(outcome => outcome.Version));
    }

    [Fact]
    public async Task A_full_queue_refuses_at_once_and_what_waited_is_stored()
    {
        const int Limit = 16;
        await using var small = Site.Open(Limit);
        var waiting = new List<Task<CommitOutcome>>();
        await using (await Site.HoldWritersAsync(Cancellation))
        {
            var refused = 0;
            for (var i = 0; refused == 0; i++)
            {
                Assert.InRange(i, 0, 10_000);
                var commit = small.Store.CommitAsync(Report($"c{i}"), Cancellation).AsTask();
                if (commit.IsFaulted)
                {
                    await Assert.ThrowsAsync<StoreUnavailableException>(() => commit);
                    refused++;
                }
                else
                {
                    waiting.Add(commit);
                }
            }
        }

        Assert.True(waiting.Count >= Limit);
        await Task.WhenAll(waiting);
        Assert.Equal(waiting.Count, (await small.Feeds.HeadAsync("xiashi", Cancellation)).At);
    }

    [Fact]
    public async Task The_writer_tells_what_it_committed_with_the_epoch_of_the_store()
    {
        await Store.CommitAsync(Report("a"), Cancellation);
        await Store.CommitAsync(Report("b"), Cancellation);
        await Store.CommitAsync(Report("c"), Cancellation);

        var epoch = (await Open.Feeds.HeadAsync("xiashi", Cancellation)).Epoch;

        // The hint of the last one may still be on its way when its commit is answered.
        Assert.Equal([("xiashi", epoch, 1L), ("xiashi", epoch, 2L)], Open.Hints.Told().Take(2));
    }

    private static async Task WalkAsync(OpenStore store, string id)
    {
        var report = Report(id);
        var first = await store.Store.CommitAsync(report, Cancellation);
        var next = Next(report, first.Number);
        await store.Store.CommitAsync(next, Cancellation);
        await store.Store.CommitAsync(Close(next, first.Number), Cancellation);
    }

    private static async Task<(int Won, int Lost)> StepsAsync(OpenStore store, Commit report)
    {
        var (won, lost) = (0, 0);
        for (var i = 0; i < 10; i++)
        {
            var stored = (await store.Store.LoadAsync(report.Owner, Cancellation))!;
            try
            {
                await store.Store.CommitAsync(Next(report, stored.Number) with { ExpectedVersion = stored.Version }, Cancellation);
                won++;
            }
            catch (StaleOwnerException)
            {
                lost++;
            }
        }

        return (won, lost);
    }

    private async Task<long> HeadsAsync()
    {
        var sum = 0L;
        for (var i = 0; i < 3; i++)
        {
            sum += (await Open.Feeds.HeadAsync($"s{i}", Cancellation)).At;
        }

        return sum;
    }
}
