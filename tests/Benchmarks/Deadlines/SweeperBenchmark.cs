using Dispatch.Benchmarks.Parts;
using Dispatch.Benchmarks.Running;
using Dispatch.Grains.Storage;
using Microsoft.Extensions.DependencyInjection;

namespace Dispatch.Benchmarks.Deadlines;

/// <summary>A silo starts on 50,000 cases whose grid clock has expired, and every one moves up to its community.</summary>
internal sealed class SweeperBenchmark(bool onPostgres) : IBenchmark
{
    private const int Cases = 50_000;

    private static readonly DateTimeOffset Reported = new(2026, 3, 10, 9, 0, 0, TimeSpan.FromHours(8));

    public string Name => onPostgres ? "sweeper" : "sweeper-sqlite";

    public string Summary => $"escalations committed a second, 50,000 due, grains cold, {(onPostgres ? "PostgreSQL" : "SQLite")}";

    public async Task<IReadOnlyList<Figure>> MeasureAsync(Extent extent, CancellationToken cancellation)
    {
        await using var site = onPostgres ? await StoreSite.PostgresAsync(cancellation) : StoreSite.Sqlite();
        var count = extent.Of(Cases);
        await PreparedCases.FillAsync(site, count, index => Reported.AddMilliseconds(index), warned: true, cancellation);
        using var meter = new FiringMeter();
        var began = TimeProvider.System.GetTimestamp();
        await using var silo = await RunningSilo.StartAsync(
            site, cancellation, "--Demo:Enabled=true", "--Clock:Speed=1", "--Clock:Start=2026-03-10T10:00:00+08:00");
        var started = TimeProvider.System.GetElapsedTime(began);
        await meter.UntilAsync(count, cancellation);
        var all = TimeProvider.System.GetElapsedTime(began) - started;
        await VerifyAsync(silo, count, cancellation);
        Session.Note($"  {count:N0} escalated in {all.TotalSeconds:F2} s after a start of {started.TotalSeconds:F2} s.");
        return
        [
            onPostgres
                ? Figure.AtLeast("escalations committed a second, 50,000 due, grains cold, PostgreSQL", count / meter.Span.TotalSeconds, "N0", 3_000, 10_000)
                : Figure.Beside("the same on SQLite", count / meter.Span.TotalSeconds, "N0"),
        ];
    }

    /// <summary>Each fired once: nothing is due, and as many marks are counted as there were (three a case, two of them prepared).</summary>
    private static async Task VerifyAsync(RunningSilo silo, int count, CancellationToken cancellation)
    {
        var counts = await silo.Services.GetRequiredService<IDeadlineReads>().CountAsync(Reported.AddHours(1), cancellation);
        if (counts.Due != 0 || counts.Fired != 3L * count)
        {
            throw new InvalidOperationException($"{counts.Due} deadlines are still due and {counts.Fired} marks fired where {3L * count} should have.");
        }
    }
}
