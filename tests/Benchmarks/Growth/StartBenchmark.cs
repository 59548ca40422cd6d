using System.Net;
using System.Net.Http.Headers;
using Dispatch.Benchmarks.Live;
using Dispatch.Benchmarks.Parts;
using Dispatch.Benchmarks.Running;

namespace Dispatch.Benchmarks.Growth;

/// <summary>
/// From the start of the process to its first answers, with 100,000 open cases in SQLite. Whoever asks has a token of the run
/// before, which is good after a restart.
/// </summary>
internal sealed class StartBenchmark : IBenchmark
{
    private const int Cases = 100_000;
    private const int Rounds = 3;

    private static readonly DateTimeOffset Reported = new(2026, 3, 10, 9, 0, 0, TimeSpan.FromHours(8));

    public string Name => "start";

    public string Summary => "start of the process to its first answer with 100,000 open cases, SQLite";

    public async Task<IReadOnlyList<Figure>> MeasureAsync(Extent extent, CancellationToken cancellation)
    {
        await using var site = StoreSite.Sqlite();
        await PreparedCases.FillAsync(site, extent.Of(Cases), index => Reported.AddMilliseconds(index / 10), warned: false, cancellation);
        string[] settings = [.. site.Settings, "--Demo:Simulation=false", "--Clock:Speed=1", "--Clock:Start=2026-03-10T09:00:11+08:00"];
        var (first, board) = (new List<double>(), new List<double>());
        var token = "";
        for (var round = 0; round <= Rounds; round++)
        {
            var began = TimeProvider.System.GetTimestamp();
            await using var hub = ServedProcess.Start("hub", settings);
            if (round == 0)
            {
                await hub.ListensAsync(cancellation);
                using var dispatcher = await HubClient.SignInAsync(hub.Address, "dispatcher-1", cancellation);
                token = dispatcher.Token;
                continue;
            }

            await AnsweredAsync(hub.Address, "/api/cases?scope=street:xiashi&limit=50", token, cancellation);
            first.Add(TimeProvider.System.GetElapsedTime(began).TotalSeconds);
            await AnsweredAsync(hub.Address, "/api/board?scope=street:xiashi", token, cancellation);
            board.Add(TimeProvider.System.GetElapsedTime(began).TotalSeconds);
        }

        return
        [
            Figure.AtMost("start to first answer (a page of the street's cases) with 100,000 open cases, s", Samples.Median(first), "F2", 5, 2),
            Figure.Beside("start to the whole board of 100,000 rows, s", Samples.Median(board), "F2"),
        ];
    }

    private static async Task AnsweredAsync(Uri address, string path, string token, CancellationToken cancellation)
    {
        using var http = new HttpClient { BaseAddress = address, Timeout = TimeSpan.FromMinutes(2) };
        http.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Bearer", token);
        using var limit = CancellationTokenSource.CreateLinkedTokenSource(cancellation);
        limit.CancelAfter(TimeSpan.FromMinutes(2));
        while (true)
        {
            try
            {
                using var answer = await http.GetAsync(path, HttpCompletionOption.ResponseContentRead, limit.Token);
                answer.EnsureSuccessStatusCode();
                return;
            }
            catch (HttpRequestException notYet) when (notYet.StatusCode is null or HttpStatusCode.ServiceUnavailable)
            {
                // It does not listen yet, or says itself to try again.
                await Task.Delay(10, limit.Token);
            }
        }
    }
}
