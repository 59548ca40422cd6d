using System.Globalization;
using Dispatch.Benchmarks.Parts;
using Dispatch.Benchmarks.Running;

namespace Dispatch.Benchmarks.Deadlines;

/// <summary>Deadlines that fall due at 1,000 a second, one each millisecond, and how late each escalation is committed.</summary>
internal sealed class FiringBenchmark : IBenchmark
{
    private const int PerSecond = 1_000;
    private const int WarmUpSeconds = 5;

    /// <summary>The first one due: long enough after the silo's start that it is up.</summary>
    private static readonly DateTimeOffset FirstDue = new(2026, 3, 10, 10, 0, 0, TimeSpan.FromHours(8));

    private static readonly TimeSpan Lead = TimeSpan.FromSeconds(20);

    public string Name => "firing";

    public string Summary => "1,000 deadlines due a second for 60 s, grains cold, PostgreSQL: how late each is committed";

    public async Task<IReadOnlyList<Figure>> MeasureAsync(Extent extent, CancellationToken cancellation)
    {
        await using var site = await StoreSite.PostgresAsync(cancellation);
        var warmUp = WarmUpSeconds * PerSecond;
        var count = warmUp + ((int)extent.Stretch(60).TotalSeconds * PerSecond);
        await PreparedCases.FillAsync(
            site, count, index => FirstDue - PreparedCases.FirstClock + TimeSpan.FromMilliseconds(index), warned: true, cancellation);
        using var meter = new FiringMeter();
        var start = (FirstDue - Lead).ToString("O", CultureInfo.InvariantCulture);
        await using var silo = await RunningSilo.StartAsync(site, cancellation, "--Demo:Enabled=true", "--Clock:Speed=1", $"--Clock:Start={start}");
        await meter.UntilAsync(1, cancellation);
        await meter.UntilAsync(count, cancellation);
        // Firings come oldest first, so the first ones are those of the warm-up.
        var late = meter.Lateness()[warmUp..];
        Array.Sort(late);
        return
        [
            Figure.AtLeast("firings within 1 s of due, 1,000 due a second", Share(late, 1), "P2", 1, 1),
            Figure.AtLeast("firings within 250 ms of due", Share(late, 0.25), "P2", null, 1),
            Figure.Beside("lateness p50, ms", Samples.Percentile(late, 0.5) * 1000, "N0"),
            Figure.Beside("lateness p99, ms", Samples.Percentile(late, 0.99) * 1000, "N0"),
            Figure.Beside("lateness at most, ms", late[^1] * 1000, "N0"),
        ];
    }

    private static double Share(double[] late, double seconds) => late.Count(value => value <= seconds) / (double)late.Length;
}
