using System.Diagnostics;
using Dispatch.Benchmarks.Boards;
using Dispatch.Benchmarks.Commits;
using Dispatch.Benchmarks.Deadlines;
using Dispatch.Benchmarks.Decoration;
using Dispatch.Benchmarks.DryRuns;
using Dispatch.Benchmarks.Figures;
using Dispatch.Benchmarks.Forecasts;
using Dispatch.Benchmarks.Growth;
using Dispatch.Benchmarks.Live;
using Dispatch.Benchmarks.Offers;
using Dispatch.Benchmarks.Replays;
using Dispatch.TestKit.Postgres;

namespace Dispatch.Benchmarks.Running;

/// <summary>One run of the program: which benchmarks, and where their rows go.</summary>
internal static class Session
{
    private static readonly IBenchmark[] Known =
    [
        new CommitBenchmark(),
        new PgbenchBenchmark(),
        new SweeperBenchmark(onPostgres: true),
        new SweeperBenchmark(onPostgres: false),
        new FiringBenchmark(),
        new LatencyBenchmark(),
        new FanoutBenchmark(),
        new ReplayBenchmark("replay", fortnights: 1),
        new ReplayBenchmark("replay-year", fortnights: 24),
        new StartBenchmark(),
        new HeapBenchmark(),
        new FigureBenchmark(onPostgres: true),
        new FigureBenchmark(onPostgres: false),
        new ForecastBenchmark(onPostgres: true),
        new ForecastBenchmark(onPostgres: false),
        new DryRunBenchmark(onPostgres: true),
        new DryRunBenchmark(onPostgres: false),
        new OfferBenchmark(),
        new UnitHistoryBenchmark(onPostgres: true),
        new UnitHistoryBenchmark(onPostgres: false),
        new VisitGroupingBenchmark(),
        new FirstRowsBenchmark(),
        new EntryBytesBenchmark(),
        new BusyBenchmark(),
        new SoakBenchmark(),
        new PaintBenchmark(),
        new ConnectedBoardsBenchmark(),
    ];

    public static async Task<int> RunAsync(string[] names, Extent extent, bool write, CancellationToken cancellation)
    {
        if (names is ["list"])
        {
            foreach (var benchmark in Known)
            {
                Console.WriteLine($"{benchmark.Name,-16} {benchmark.Summary}");
            }

            return 0;
        }

        if (names.FirstOrDefault(name => name != "all" && Known.All(benchmark => benchmark.Name != name)) is { } unknown)
        {
            await Console.Error.WriteLineAsync($"There is no benchmark {unknown}; 'list' says which there are.");
            return 1;
        }

        if (names is [var one] && one != "all")
        {
            return await MeasureAsync(Known.Single(benchmark => benchmark.Name == one), extent, write, cancellation);
        }

        // Each in a process of its own, so that none runs in what another left behind.
        var chosen = names.Contains("all") ? Known.Select(benchmark => benchmark.Name) : names;
        var failed = 0;
        foreach (var name in chosen)
        {
            failed += await RunAloneAsync(name, extent, write, cancellation) == 0 ? 0 : 1;
        }

        return failed == 0 ? 0 : 1;
    }

    private static async Task<int> MeasureAsync(IBenchmark benchmark, Extent extent, bool write, CancellationToken cancellation)
    {
        Note($"{benchmark.Name}: {benchmark.Summary}. {Machine.Describe()}");
        try
        {
            var figures = await benchmark.MeasureAsync(extent, cancellation);
            Console.WriteLine(Figure.Heading);
            foreach (var figure in figures)
            {
                Console.WriteLine(figure.ToRow());
            }

            if (write)
            {
                await ResultsPage.WriteAsync(benchmark.Name, figures, cancellation);
            }

            return 0;
        }
        catch (Exception absent) when (absent is NotHereException or PostgresMissingException)
        {
            Note($"{benchmark.Name} was left out: {absent.Message}");
            return 0;
        }
    }

    private static async Task<int> RunAloneAsync(string name, Extent extent, bool write, CancellationToken cancellation)
    {
        string[] arguments =
        [
            Environment.GetCommandLineArgs()[0], name, "--size", extent.Size.ToString(System.Globalization.CultureInfo.InvariantCulture),
            .. extent.Seconds is { } seconds ? new[] { "--seconds", $"{seconds}" } : [],
            .. write ? new[] { "--write" } : [],
        ];
        using var process = Process.Start(new ProcessStartInfo("dotnet", arguments))!;
        try
        {
            await process.WaitForExitAsync(cancellation);
            return process.ExitCode;
        }
        finally
        {
            if (!process.HasExited)
            {
                process.Kill(entireProcessTree: true);
            }
        }
    }

    /// <summary>Says something about the run; standard output holds the table only.</summary>
    public static void Note(string text) => Console.Error.WriteLine(text);
}
