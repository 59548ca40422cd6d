using System.Net.Http.Json;
using Dispatch.Contracts;
using Dispatch.Silo.Storage;
using Dispatch.TestKit;
using Dispatch.TestKit.Processes;
using Microsoft.Data.Sqlite;

namespace Dispatch.Cluster.Tests.Embedded;

public sealed class LeftAloneTests : IDisposable
{
    private readonly CancellationTokenSource _patience = CancellationTokenSource.CreateLinkedTokenSource(TestContext.Current.CancellationToken);

    public LeftAloneTests() => _patience.CancelAfter(TimeSpan.FromMinutes(3));

    /// <summary>What somebody or something does to the file of a stopped process, and what it is found as.</summary>
    private static readonly (string Sql, string Code)[] Damages =
    [
        ("delete from events where name = 'Escalated' and data like '%Supervision%'", "event-gap"),
        ("update events set data = replace(data, 'DEC-03', 'DEC-07') where name = 'Reported'", "snapshot-differs"),
        ("update owners set snapshot = replace(snapshot, 'DEC-03', 'DEC-07') where id like 'case:%'", "snapshot-differs"),
        ("update events set data = replace(data, '\"generation\":1', '\"generation\":2') where name = 'DeadlineMissed'", "fired-twice"),
        ("delete from deadlines where owner like 'case:%'", "deadline-missing"),
        ("update deadlines set due_at = due_at + 60000 where owner like 'case:%'", "deadline-unexpected"),
        ("delete from feed_entries where at = 2", "feed-gap"),
    ];

    private CancellationToken Stop => _patience.Token;

    public void Dispose() => _patience.Dispose();

    [Fact]
    public async Task A_public_report_that_nobody_touches_climbs_each_step_once_and_damage_to_its_traces_is_found()
    {
        await using var store = await CityStore.NewAsync(StorageProvider.Sqlite, Stop);
        await using (var city = await CityProcess.StartAsync(
            CityProcess.Hub, CityProcess.FreePort(), Stop, [.. store.Settings, "--Demo:Simulation=false", "--Clock:Speed=2000", $"--Policy:Path={ByHandPack.Folder}"]))
        {
            using var desk = await Desk.SignInAsync(city.Address, Stop, "citizen", "dispatcher-1");
            await using var watching = new Watching(desk, "dispatcher-1", "street:xiashi", Stop);
            var id = await ReportAsync(desk["citizen"]);

            await watching.UntilAsync(board => board.Rows.GetValueOrDefault(id)?.Level == CaseLevel.Supervision, Stop);

            ExpectEachStepOnce(await desk.HistoryAsync("dispatcher-1", id, Stop));
            await city.KillAsync();
        }

        Assert.Empty((await store.VerifyAsync(Stop)).Findings);
        foreach (var (sql, code) in Damages)
        {
            Assert.Contains(code, await FoundInDamagedAsync(store, sql));
        }
    }

    private static void ExpectEachStepOnce(IReadOnlyList<Desk.Entry> history)
    {
        Assert.Single(history, entry => entry.Event == "Reported");
        Assert.Equal(
            [("Grid", "Community"), ("Community", "Street"), ("Street", "Supervision")],
            history.Where(entry => entry.Event == "Escalated")
                .Select(entry => (entry.Data.GetProperty("from").GetString()!, entry.Data.GetProperty("to").GetString()!)));
        Assert.Equal(
            ["verify-report", "acknowledge", "assign", "assign"],
            history.Where(entry => entry.Event == "DeadlineMissed").Select(entry => entry.Data.GetProperty("clock").GetString()!).Take(4));
        Assert.Equal(history.Select(entry => entry.At).Order(), history.Select(entry => entry.At));
    }

    private async Task<string> ReportAsync(HttpClient citizen)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, "/api/reports")
        {
            Content = JsonContent.Create(new { type = "DEC-03", place = new { gridId = "xishan-02" }, description = "The bay window is being removed." }),
        };
        request.Headers.Add("Idempotency-Key", "seen-once");
        using var answer = await citizen.SendAsync(request, Stop);
        var view = await answer.EnsureSuccessStatusCode().Content.ReadFromJsonAsync<CaseView>(Stop);
        Assert.Equal(CaseStatus.AwaitingVerification, view!.Status);
        return view.Id;
    }

    private async Task<IReadOnlyList<string>> FoundInDamagedAsync(CityStore store, string sql)
    {
        var copy = Directory.CreateTempSubdirectory("dispatch-damaged-");
        try
        {
            foreach (var file in Directory.EnumerateFiles(store.Folder))
            {
                File.Copy(file, Path.Combine(copy.FullName, Path.GetFileName(file)));
            }

            await using (var connection = new SqliteConnection($"Data Source={Path.Combine(copy.FullName, "dispatch.db")};Pooling=False"))
            {
                await connection.OpenAsync(Stop);
                await using var command = connection.CreateCommand();
                command.CommandText = sql;
                Assert.True(await command.ExecuteNonQueryAsync(Stop) > 0, $"Nothing was damaged by: {sql}");
            }

            var check = await StoreVerdict.OfFolderAsync(copy.FullName, Stop);
            return [.. check.Findings.Select(finding => finding.Code)];
        }
        finally
        {
            copy.Delete(recursive: true);
        }
    }
}
