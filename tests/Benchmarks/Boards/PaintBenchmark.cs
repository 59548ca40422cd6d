using System.Globalization;
using Dispatch.Benchmarks.Live;
using Dispatch.Benchmarks.Running;

namespace Dispatch.Benchmarks.Boards;

/// <summary>
/// 100 changes a second: ninety all over the board and ten of lines in view, each of which is timed from its accepting answer to the
/// frame in which the line shows it.
/// </summary>
internal sealed class PaintBenchmark : IBenchmark
{
    private const int PerSecond = 100;
    private const int TimedPerSecond = 10;

    /// <summary>Lines that move out of view before they are painted are left out; more than this share means something else is wrong.</summary>
    private const double MostUnseen = 0.05;

    private static readonly TimeSpan Settling = TimeSpan.FromSeconds(3);

    public string Name => "board-paint";

    public string Summary => "change accepted by the server to painted on a board of 5,000 rows, 100 changes a second";

    public async Task<IReadOnlyList<Figure>> MeasureAsync(Extent extent, CancellationToken cancellation)
    {
        await using var stage = await BoardStage.OpenAsync(extent, cancellation);
        await using var tab = await stage.NewTabAsync();
        await tab.OpenBoardAsync();
        var load = new ChangeLoad(stage.Address, PerSecond - TimedPerSecond, stage.CaseIds);
        await load.RunAsync(extent.Brief(10), cancellation);
        await tab.WatchPrioritiesAsync();
        using var dispatcher = await HubClient.SignInAsync(stage.Address, BoardStage.Dispatcher, cancellation);
        var length = extent.Stretch(60);
        var loading = load.RunAsync(length, cancellation);
        var timed = await TimeAsync(tab, dispatcher, length, cancellation);
        var rate = await loading;
        await Task.Delay(Settling, cancellation);
        var waits = Waits(timed, await tab.SeenAsync());
        Session.Note(string.Create(CultureInfo.InvariantCulture, $"  {waits.Length:N0} of {timed.Count:N0} timed changes were painted in view."));
        if (waits.Length < timed.Count * (1 - MostUnseen))
        {
            throw new InvalidOperationException($"Only {waits.Length} of {timed.Count} changes in view were painted.");
        }

        return
        [
            Figure.AtMost("change accepted by the server to painted on the board, 100 changes a second, p99, ms", Samples.Percentile(waits, 0.99), "N0", 400, 200),
            Figure.Beside("the same, p50, ms", Samples.Percentile(waits, 0.5), "N0"),
            Figure.Beside("changes timed", waits.Length, "N0"),
            Figure.Beside("changes accepted a second", rate + (timed.Count / length.TotalSeconds), "N0"),
        ];
    }

    private static async Task<IReadOnlyList<(string Id, double SentAt, double AcceptedAt)>> TimeAsync(
        BoardTab tab, HubClient dispatcher, TimeSpan length, CancellationToken cancellation)
    {
        var (began, timed, giving) = (TimeProvider.System.GetTimestamp(), new List<(string, double, double)>(), new List<Task>());
        using var timer = new PeriodicTimer(TimeSpan.FromSeconds(1.0 / TimedPerSecond));
        for (var turn = 0; TimeProvider.System.GetElapsedTime(began) < length; turn++)
        {
            await timer.WaitForNextTickAsync(cancellation);
            // Asked anew for each, since lines move, and the other commands change some of them too.
            var lines = await tab.InViewAsync();
            var (id, hasPriority) = lines[turn % lines.Count];
            giving.Add(GiveAsync(id, hasPriority ? "Normal" : "Urgent"));
        }

        await Task.WhenAll(giving);
        return timed;

        async Task GiveAsync(string id, string priority)
        {
            var sent = UnixMs();
            if (await dispatcher.CommandAsync(id, "set-priority", new { priority, reason = "In view." }, cancellation))
            {
                lock (timed)
                {
                    timed.Add((id, sent, UnixMs()));
                }
            }
        }
    }

    /// <summary>Each timed change with the first painting of its line after it was sent and before its next was; a line seen before the answer waited 0.</summary>
    private static double[] Waits(
        IReadOnlyList<(string Id, double SentAt, double AcceptedAt)> timed, IReadOnlyList<(string Id, double At)> seen)
    {
        var paintings = seen.ToLookup(one => one.Id, one => one.At);
        return
        [
            .. from change in timed
               let next = timed.Where(other => other.Id == change.Id && other.SentAt > change.SentAt).Select(other => other.SentAt).DefaultIfEmpty(double.MaxValue).Min()
               let painted = paintings[change.Id].Where(at => at >= change.SentAt && at < next).DefaultIfEmpty(double.NaN).Min()
               where !double.IsNaN(painted)
               let wait = Math.Max(0, painted - change.AcceptedAt)
               orderby wait
               select wait,
        ];
    }

    private static double UnixMs() => (TimeProvider.System.GetUtcNow() - DateTimeOffset.UnixEpoch).TotalMilliseconds;
}
