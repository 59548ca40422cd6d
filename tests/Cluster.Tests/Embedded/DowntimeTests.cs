using System.Net.Http.Json;
using Dispatch.Contracts;
using Dispatch.Grains.Storage;
using Dispatch.Silo.Storage;
using Dispatch.TestKit.Processes;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;

namespace Dispatch.Cluster.Tests.Embedded;

public sealed class DowntimeTests : IDisposable
{
    private const int Cases = 60;
    private const string Dispatcher = "dispatcher-1";

    private readonly CancellationTokenSource _patience = CancellationTokenSource.CreateLinkedTokenSource(TestContext.Current.CancellationToken);

    public DowntimeTests() => _patience.CancelAfter(TimeSpan.FromMinutes(3));

    private CancellationToken Stop => _patience.Token;

    public void Dispose() => _patience.Dispose();

    [Fact]
    public async Task What_fell_due_while_nothing_ran_fires_once_and_oldest_first()
    {
        await using var store = await CityStore.NewAsync(StorageProvider.Sqlite, Stop);
        var port = CityProcess.FreePort();
        string[] settings = [.. store.Settings, "--Demo:Simulation=false"];
        await using var killed = await CityProcess.StartAsync(CityProcess.Hub, port, Stop, [.. settings, "--Clock:Speed=10"]);
        using var desk = await Desk.SignInAsync(killed.Address, Stop, "citizen", Dispatcher);
        var cases = new List<string>();
        for (var n = 0; n < Cases; n++)
        {
            cases.Add(await ReportAsync(desk["citizen"], n));
        }

        await killed.KillAsync();
        await LetTimePassAsync(store, TimeSpan.FromHours(2));

        await using var city = await CityProcess.StartAsync(CityProcess.Hub, port, Stop, [.. settings, "--Clock:Speed=10", "--Clock:CatchUp=true"]);
        await using var watching = new Watching(desk, Dispatcher, "street:xiashi", Stop);
        await watching.UntilAsync(board => board.Rows.Count == Cases && board.Rows.Values.All(row => row.Level >= CaseLevel.Community), Stop);

        var misses = new List<(DateTimeOffset DueAt, DateTimeOffset FiredAt)>();
        foreach (var id in cases)
        {
            var history = await desk.HistoryAsync(Dispatcher, id, Stop);
            var missed = Assert.Single(history, entry => entry.Event == "DeadlineMissed" && entry.Says("verify-report")).Data;
            misses.Add((missed.GetProperty("dueAt").GetDateTimeOffset(), missed.GetProperty("firedAt").GetDateTimeOffset()));
            Assert.Single(history, entry => entry.Event == "Escalated" && entry.Says("Community"));
        }

        Assert.All(misses, miss => Assert.True(miss.FiredAt - miss.DueAt > TimeSpan.FromHours(1), $"Due {miss.DueAt}, fired {miss.FiredAt}."));
        Assert.Equal(Cases, misses.Select(miss => miss.DueAt).Distinct().Count());
        Assert.Equal(
            misses.OrderBy(miss => miss.DueAt).Select(miss => miss.FiredAt), misses.Select(miss => miss.FiredAt).Order());
        await city.KillAsync();
        Assert.Empty((await store.VerifyAsync(Stop)).Findings);
    }

    /// <summary>Has real time go on in a store that no process runs on: its virtual time follows at its speed.</summary>
    private async Task LetTimePassAsync(CityStore store, TimeSpan inTheCity)
    {
        await using var services = new ServiceCollection()
            .AddLogging()
            .AddDispatchStorage(new ConfigurationBuilder().AddCommandLine(store.Settings).Build())
            .BuildServiceProvider();
        var clock = services.GetRequiredService<IClockReads>();
        var anchor = await clock.AnchorAsync(Stop);
        await clock.SetAnchorAsync(anchor! with { Real = anchor.Real - (inTheCity / anchor.Speed) }, Stop);
    }

    private async Task<string> ReportAsync(HttpClient citizen, int n)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, "/api/reports")
        {
            Content = JsonContent.Create(new { type = "DEC-04", place = new { gridId = "beiguan-02" }, description = $"Gas line {n}" }),
        };
        request.Headers.Add("Idempotency-Key", $"gas-{n}");
        using var answer = await citizen.SendAsync(request, Stop);
        return (await answer.EnsureSuccessStatusCode().Content.ReadFromJsonAsync<CaseView>(Stop))!.Id;
    }
}
