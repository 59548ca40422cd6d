using System.Globalization;
using Dispatch.Benchmarks.Running;
using Dispatch.Contracts;
using Dispatch.Grains.Policies;
using Dispatch.Grains.Requests;
using Dispatch.Grains.Routing;
using Dispatch.Hub.Requests;
using Dispatch.Silo.Replay;
using Dispatch.TestKit;
using Microsoft.Extensions.Configuration;

namespace Dispatch.Benchmarks.Replays;

/// <summary>Boston's two weeks, once or repeated by whole fortnights to a year's volume, replayed at <c>max</c> into SQLite.</summary>
internal sealed class ReplayBenchmark(string name, int fortnights) : IBenchmark
{
    private const string File = "boston311_2015-05-18_31.csv";

    public string Name => name;

    public string Summary => fortnights == 1
        ? "the two-week Boston file at max, SQLite"
        : $"a year's volume at max, SQLite: the two-week Boston file {fortnights} times, each later by whole fortnights";

    public async Task<IReadOnlyList<Figure>> MeasureAsync(Extent extent, CancellationToken cancellation)
    {
        var (plan, skipped) = Plan();
        var folder = Directory.CreateTempSubdirectory("dispatch-replay-bench-");
        try
        {
            var configuration = new ConfigurationBuilder()
                .AddInMemoryCollection(new Dictionary<string, string?> { ["Storage:Path"] = folder.FullName, ["Demo:Enabled"] = bool.FalseString })
                .Build();
            await using var host = await ReplayHost.StartAsync(configuration, plan, cancellation);
            var began = TimeProvider.System.GetTimestamp();
            await host.Run().AtMaxAsync(cancellation);
            var wall = TimeProvider.System.GetElapsedTime(began);
            return Figures(await host.CountAsync(skipped.Counts, wall, cancellation));
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }

    private (ReplayPlan Plan, SkippedRows Skipped) Plan()
    {
        var file = Path.GetFullPath(Repository.PathOf("..", "shared", "data", File));
        if (!System.IO.File.Exists(file))
        {
            throw new NotHereException($"{File} is not in shared/data beside the checkout.");
        }

        var sample = Repository.PathOf("samples", "boston");
        var policy = PolicyFile.Load(sample);
        var territory = TerritoryFile.Load(Path.Combine(sample, "territory")).Territory
            ?? throw new InvalidOperationException("The Boston territory has faults.");
        var skipped = new SkippedRows();
        var requests = RequestFile.Read(file, policy.Pack!.StreetCalendar.Zone, skipped);
        return (ReplayPlan.Of(requests, policy, territory, skipped.Add).Repeated(fortnights), skipped);
    }

    private Figure[] Figures(ReplaySummary summary)
    {
        if (summary is not { Doubled: 0, Lost: 0 })
        {
            throw new InvalidOperationException($"{summary.Doubled} deadlines were doubled and {summary.Lost} lost.");
        }

        var cases = summary.Cases.ToString("N0", CultureInfo.InvariantCulture);
        return
        [
            fortnights == 1
                ? Figure.AtMost($"replay of the two-week file ({cases} requests) at max, SQLite, s", summary.WallSeconds, "F1", 15, 4)
                : Figure.AtMost($"replay of a year's volume ({cases} requests), s", summary.WallSeconds, "F1", null, 60),
            Figure.Beside("transitions a second", summary.Transitions / summary.WallSeconds, "N0"),
        ];
    }
}
