using System.Net.Http.Json;
using Dispatch.Contracts;
using Dispatch.Hub.Live.Client;
using Dispatch.Silo.Storage;
using Dispatch.TestKit.Processes;

namespace Dispatch.Cluster.Tests.Embedded;

/// <summary>kill -9 of the whole product in the middle of its work.</summary>
public sealed class KillUnderLoadTests : IDisposable
{
    private const int Seed = 20261124;
    private const int Cases = 150;
    private const string Street = "street:xiashi";
    private const string Dispatcher = "dispatcher-1";

    /// <summary>Ten minutes a second, so that deadlines fire in between; and nobody is told to slow down.</summary>
    private static readonly string[] Settings =
        ["--Demo:Simulation=false", "--Clock:Speed=600", "--Limits:CommandsPerSecond=100000", "--Limits:CommandBurst=100000"];

    private readonly CancellationTokenSource _patience = CancellationTokenSource.CreateLinkedTokenSource(TestContext.Current.CancellationToken);

    public KillUnderLoadTests() => _patience.CancelAfter(TimeSpan.FromMinutes(4));

    private CancellationToken Stop => _patience.Token;

    public void Dispose() => _patience.Dispose();

    [Theory]
    [InlineData(StorageProvider.Sqlite)]
    [InlineData(StorageProvider.Postgres)]
    public async Task What_was_answered_before_a_kill_is_there_after_it_and_nothing_is_there_twice(StorageProvider provider)
    {
        await using var store = await CityStore.NewAsync(provider, Stop);
        var load = CityLoad.Plan(Seed, Cases);
        var planned = load.Steps.Count();
        var port = CityProcess.FreePort();
        await using var killed = await CityProcess.StartAsync(CityProcess.Hub, port, Stop, [.. store.Settings, .. Settings]);
        using var desk = await Desk.SignInAsync(killed.Address, Stop, CityLoad.People);
        await using var watching = new Watching(desk, Dispatcher, Street, Stop);
        await watching.UntilAsync(board => board.Cursor is not null, Stop);

        var sending = load.SendAsync(desk, Stop);
        await load.AnsweredAsync(new Random(Seed).Next(planned / 4, planned * 3 / 4));
        await killed.KillAsync();
        await sending;
        Step[] answered = [.. load.Steps.Where(step => step.Answer is not null)];
        Assert.InRange(answered.Length, planned / 4, planned - 1);

        await using var city = await CityProcess.StartAsync(CityProcess.Hub, port, Stop, [.. store.Settings, .. Settings]);
        await ExpectEveryAnsweredCaseAsync(desk, load);
        await ExpectTheSameAnswersAsync(desk, load, answered);
        await load.SendAsync(desk, Stop);
        Assert.DoesNotContain(load.Steps, step => step.Answer is null);

        await ExpectOneOfEachAsync(desk, load);
        await ExpectTheSameBoardAsync(desk, watching, load);
        ExpectContiguous(watching.Items);
        await city.KillAsync();
        var report = await store.VerifyAsync(Stop);
        Assert.Empty(report.Findings);
        Assert.Equal((Cases, 0L, 0L), (report.OpenCases.Clocked + report.OpenCases.LastRung, report.Doubled, report.Lost));
    }

    private async Task ExpectEveryAnsweredCaseAsync(Desk desk, CityLoad load)
    {
        foreach (var story in load.Stories.Where(story => story.Opened is not null))
        {
            var found = await desk[Dispatcher].GetFromJsonAsync<CaseView>($"/api/cases/{CityLoad.CaseIdOf(story)}", Stop);
            Assert.Equal(CityLoad.TextOf(story.Opened!, "number"), found!.Number);
        }

        var numbers = load.Stories.Where(story => story.Opened is not null).Select(story => CityLoad.TextOf(story.Opened!, "number")).ToList();
        Assert.Equal(numbers.Count, numbers.Distinct().Count());
    }

    private async Task ExpectTheSameAnswersAsync(Desk desk, CityLoad load, Step[] answered)
    {
        foreach (var story in load.Stories)
        {
            foreach (var step in story.Steps.Intersect(answered))
            {
                Assert.Equal(step.Answer, await CityLoad.SendAsync(desk, story, step, Stop));
            }
        }
    }

    private async Task ExpectOneOfEachAsync(Desk desk, CityLoad load)
    {
        foreach (var story in load.Stories)
        {
            var history = await desk.HistoryAsync(Dispatcher, CityLoad.CaseIdOf(story), Stop);
            foreach (var step in story.Steps)
            {
                var entry = Assert.Single(history, entry => entry.Event == step.Event);
                Assert.True(step.Command == "resume" || entry.Says(step.Key), $"{entry.Json} does not say {step.Key}.");
            }
        }
    }

    /// <summary>The watcher's board holds what a fresh query holds, or a newer version of it.</summary>
    private async Task ExpectTheSameBoardAsync(Desk desk, Watching watching, CityLoad load)
    {
        var fresh = await desk[Dispatcher].GetFromJsonAsync<BoardItem>($"/api/board?scope={Street}", Stop);
        Assert.Equal(load.Stories.Select(CityLoad.CaseIdOf).Order(), fresh!.Rows!.Select(row => row.Id).Order());
        var rows = await watching.UntilAsync(board => board.At >= fresh.At, Stop);
        Assert.Equal(fresh.Rows!.Count, rows.Count);
        Assert.All(fresh.Rows!, row => Assert.True(rows[row.Id].Version >= row.Version, $"{row.Id} is older on the watcher's board."));
    }

    /// <summary>One stream without a gap, resumed in the middle.</summary>
    private static void ExpectContiguous(IReadOnlyList<BoardItem> items)
    {
        Assert.Equal("snapshot", items[0].Kind);
        Assert.Contains(items, item => item.Kind == "resumed");
        var at = items[0].At;
        foreach (var item in items.Skip(1))
        {
            Assert.True(item.Kind is "resumed" or "changes", $"A {item.Kind} came.");
            Assert.Equal(at, item.From ?? item.At);
            at = item.To ?? item.At;
        }
    }
}
