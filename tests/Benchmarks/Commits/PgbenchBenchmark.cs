using Dispatch.Benchmarks.Parts;
using Dispatch.Benchmarks.Running;

namespace Dispatch.Benchmarks.Commits;

/// <summary>Full commits through grains against what the database's own load program does, on the same server in turns.</summary>
internal sealed class PgbenchBenchmark : IBenchmark
{
    private const int Rounds = 3;

    public string Name => "pgbench";

    public string Summary => "full commits a second through grains against pipelined pgbench (event and state only), same server in turns";

    public async Task<IReadOnlyList<Figure>> MeasureAsync(Extent extent, CancellationToken cancellation)
    {
        var program = Pgbench.Find() ?? throw new NotHereException("pgbench is not on this machine; it comes with PostgreSQL's client or contrib package.");
        await using var site = await StoreSite.PostgresAsync(cancellation);
        var callers = new Callers(256, grainsEach: 16);
        using var pgbench = await Pgbench.PrepareAsync(program, site.ConnectionString, callers.Grains, cancellation);
        await using var silo = await RunningSilo.StartAsync(site, cancellation, "--Demo:Enabled=true", "--Clock:Speed=1", Steps.ClockStart);
        var steps = new Steps(silo.Grains);
        var processor = new ProcessorMeter(site.ServerProcess);
        var rates = await Interleaved.RunAsync(
            [
                processor.Costed("full commit", (length, stop) => callers.RateAsync(steps.Dispatch, length, stop)),
                processor.Costed("pgbench", pgbench.RateAsync),
            ],
            Rounds,
            extent.Stretch(6),
            cancellation);
        return
        [
            Figure.AtLeast("full commits through grains, times pipelined pgbench with event and state only", Interleaved.Ratio(rates[0], rates[1]), "0.00", 1, 2),
            Figure.Beside("full commits a second", Samples.Median(rates[0]), "N0"),
            Figure.Beside("pgbench transactions a second, 64 clients", Samples.Median(rates[1]), "N0"),
            .. processor.Rows(),
        ];
    }
}
