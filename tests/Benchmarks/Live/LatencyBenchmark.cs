using System.Collections.Concurrent;
using System.Globalization;
using System.Text.Json;
using Dispatch.Benchmarks.Parts;
using Dispatch.Benchmarks.Running;
using Dispatch.TestKit;
using Microsoft.AspNetCore.SignalR.Client;

namespace Dispatch.Benchmarks.Live;

/// <summary>
/// The whole product in a process of its own on PostgreSQL; a citizen's reports come in over HTTP at a steady 500 a second, whether
/// or not earlier ones are answered, and a dispatcher watches the street over SignalR.
/// </summary>
internal sealed class LatencyBenchmark : IBenchmark
{
    private const int PerSecond = 500;
    private const int WarmUpSeconds = 5;
    private const int MostUnanswered = 5_000;

    private static readonly TimeSpan Tick = TimeSpan.FromMilliseconds(10);

    private readonly ConcurrentDictionary<string, long> _seen = new();
    private readonly ConcurrentQueue<(string Id, long SentAt, long AcceptedAt)> _accepted = new();
    private int _unanswered;

    public string Name => "latency";

    public string Summary => "report accepted to change in a SignalR client, 500 reports a second over HTTP, PostgreSQL";

    public async Task<IReadOnlyList<Figure>> MeasureAsync(Extent extent, CancellationToken cancellation)
    {
        await using var site = await StoreSite.PostgresAsync(cancellation);
        await using var hub = ServedProcess.Start(
            "hub", [.. site.Settings, "--Demo:Enabled=true", "--Demo:Simulation=false", "--Clock:Speed=1", "--Clock:Start=2026-03-10T09:00:00+08:00",
                "--Limits:CommandsPerSecond=1000000", "--Limits:CommandBurst=1000000"]);
        await hub.ListensAsync(cancellation);
        using var citizen = await HubClient.SignInAsync(hub.Address, "citizen", cancellation);
        using var dispatcher = await HubClient.SignInAsync(hub.Address, "dispatcher-1", cancellation);
        await using var connection = new HubConnectionBuilder()
            .WithUrl(new Uri(hub.Address, "/hubs/dispatch"), options => options.AccessTokenProvider = () => Task.FromResult<string?>(dispatcher.Token))
            .Build();
        await connection.StartAsync(cancellation);
        using var watching = CancellationTokenSource.CreateLinkedTokenSource(cancellation);
        var watch = WatchAsync(connection, watching.Token);
        await ReportAsync(citizen, TimeSpan.FromSeconds(WarmUpSeconds), "warm-up", cancellation);
        await SeenAllAsync(cancellation);
        _accepted.Clear();
        await ReportAsync(citizen, extent.Stretch(30), "measured", cancellation);
        await SeenAllAsync(cancellation);
        await watching.CancelAsync();
        await watch;
        return Figures();
    }

    private async Task WatchAsync(HubConnection connection, CancellationToken cancellation)
    {
        try
        {
            await foreach (var item in connection.StreamAsync<JsonElement>("Watch", "street:xiashi", null, cancellation))
            {
                var now = TimeProvider.System.GetTimestamp();
                if (item.TryGetProperty("rows", out var rows))
                {
                    foreach (var row in rows.EnumerateArray())
                    {
                        _seen.TryAdd(row.GetProperty("id").GetString()!, now);
                    }
                }
            }
        }
        catch (OperationCanceledException) when (cancellation.IsCancellationRequested)
        {
            // Measured enough.
        }
    }

    private async Task ReportAsync(HubClient citizen, TimeSpan length, string round, CancellationToken cancellation)
    {
        var grids = Sample.Territory.Grids.Where(grid => !grid.IsUnlocated).Select(grid => grid.Id).ToArray();
        var began = TimeProvider.System.GetTimestamp();
        var sent = 0;
        var answers = new List<Task>();
        using var timer = new PeriodicTimer(Tick);
        while (TimeProvider.System.GetElapsedTime(began) is var elapsed && elapsed < length)
        {
            for (var due = (int)(elapsed.TotalSeconds * PerSecond); sent < due; sent++)
            {
                answers.Add(OneAsync(citizen, $"{round}-{sent}", grids[sent % grids.Length], cancellation));
            }

            await timer.WaitForNextTickAsync(cancellation);
        }

        await Task.WhenAll(answers);
    }

    private async Task OneAsync(HubClient citizen, string key, string gridId, CancellationToken cancellation)
    {
        if (Interlocked.Increment(ref _unanswered) > MostUnanswered)
        {
            throw new InvalidOperationException($"{MostUnanswered} reports are unanswered: the machine cannot take {PerSecond} a second.");
        }

        var sentAt = TimeProvider.System.GetTimestamp();
        var id = await citizen.ReportAsync(key, gridId, cancellation);
        _accepted.Enqueue((id, sentAt, TimeProvider.System.GetTimestamp()));
        Interlocked.Decrement(ref _unanswered);
    }

    private async Task SeenAllAsync(CancellationToken cancellation)
    {
        using var limit = CancellationTokenSource.CreateLinkedTokenSource(cancellation);
        limit.CancelAfter(TimeSpan.FromSeconds(30));
        while (_accepted.Any(report => !_seen.ContainsKey(report.Id)))
        {
            await Task.Delay(50, limit.Token);
        }
    }

    private IReadOnlyList<Figure> Figures()
    {
        // A change may be seen before the answer is: then nobody waited for it.
        var accepted = _accepted.Select(report => Math.Max(0, Between(report.AcceptedAt, _seen[report.Id]))).Order().ToArray();
        var sent = _accepted.Select(report => Between(report.SentAt, _seen[report.Id])).Order().ToArray();
        Session.Note(string.Create(CultureInfo.InvariantCulture, $"  {accepted.Length:N0} reports."));
        return
        [
            Figure.AtMost("report accepted to change in a SignalR client, p50, ms", Samples.Percentile(accepted, 0.5), "N0", 60, 20),
            Figure.AtMost("the same, p99, ms", Samples.Percentile(accepted, 0.99), "N0", 250, 100),
            Figure.Beside("report sent to change in a SignalR client, p50, ms", Samples.Percentile(sent, 0.5), "N0"),
            Figure.Beside("the same, p99, ms", Samples.Percentile(sent, 0.99), "N0"),
        ];
    }

    private static double Between(long from, long to) => TimeProvider.System.GetElapsedTime(from, to).TotalMilliseconds;
}
