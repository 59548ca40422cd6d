using Dispatch.Benchmarks.Parts;
using Dispatch.Benchmarks.Running;
using Dispatch.Contracts;
using Dispatch.Grains.Figures;
using Dispatch.Grains.Storage;
using Dispatch.TestKit;
using Microsoft.Extensions.DependencyInjection;

namespace Dispatch.Benchmarks.Figures;

/// <summary>A year's figures of one street from its events.</summary>
internal sealed class FigureBenchmark(bool onPostgres) : IBenchmark
{
    private const int Cases = 120_000;
    private const int Rounds = 2;

    private static readonly DateTimeOffset Start = new(2026, 1, 1, 0, 0, 0, TimeSpan.FromHours(8));

    public string Name => onPostgres ? "figures" : "figures-sqlite";

    public string Summary => $"figures of a year of 120,000 cases, {Engine}";

    private string Engine => onPostgres ? "PostgreSQL" : "SQLite";

    public async Task<IReadOnlyList<Figure>> MeasureAsync(Extent extent, CancellationToken cancellation)
    {
        await using var site = onPostgres ? await StoreSite.PostgresAsync(cancellation) : StoreSite.Sqlite();
        var count = extent.Of(Cases);
        var events = await WholeStories.FillAsync(site, count, Start, cancellation);
        await using var services = site.Open();
        var (reads, keys) = (services.GetRequiredService<IFigureReads>(), new FigureKeys(Sample.Territory, Sample.Xiashi));
        var year = Query(Scope.Street("xiashi"), FigureBy.Week, Start.AddYears(1));
        var (whole, processor) = (new List<double>(), new List<double>());
        var (again, community, month, list) = (new List<double>(), new List<double>(), new List<double>(), new List<double>());
        var heap = GC.GetTotalMemory(forceFullCollection: true);
        var shelf = new FactsShelf();
        await new FigureReading(reads, shelf, keys).CountAsync(year, cancellation);
        heap = GC.GetTotalMemory(forceFullCollection: true) - heap;
        GC.KeepAlive(shelf);
        for (var round = 0; round <= Rounds; round++)
        {
            // Each with nothing kept from the one before, but for the second question of the same page.
            var (reading, used) = (Fresh(), Environment.CpuUsage.TotalTime);
            whole.Add(await SecondsAsync(async () => Counted(await reading.CountAsync(year, cancellation), count)));
            processor.Add((Environment.CpuUsage.TotalTime - used).TotalSeconds);
            again.Add(await SecondsAsync(async () => Counted(await reading.CountAsync(year with { By = FigureBy.Type }, cancellation), count)));
            community.Add(await SecondsAsync(() => Fresh().CountAsync(year with { Scope = Scope.Community("xishan") }, cancellation)));
            month.Add(await SecondsAsync(() => Fresh().CountAsync(year with { From = Start.AddMonths(11), By = FigureBy.Day }, cancellation)));
            list.Add(await SecondsAsync(() => Fresh().CasesAsync(
                new FigureCaseQuery { Figures = year, Key = null, Measure = Measure.Rework, Limit = 50 }, cancellation)));
        }

        FigureReading Fresh() => new(reads, new FactsShelf(), keys);

        return
        [
            Figure.AtMost($"a year's figures of a street ({count:N0} cases, {events:N0} events) by week, {Engine}, s", Middle(whole), "F1", 20, 8),
            Figure.Beside("processor time of it in the silo, s", Middle(processor), "F1"),
            Figure.Beside("the same year by type, asked next, s", Middle(again), "F2"),
            Figure.Beside("facts kept of it, MB", heap / 1e6, "F0"),
            Figure.Beside("a year's figures of one of its nine communities, s", Middle(community), "F1"),
            Figure.Beside("a month's figures of the street by day, s", Middle(month), "F2"),
            Figure.Beside("the first 50 cases behind a number, s", Middle(list), "F2"),
        ];
    }

    /// <summary>The middle of the rounds after the first, which warms up.</summary>
    private static double Middle(List<double> rounds) => Samples.Median(rounds[1..]);

    private static void Counted(FigureAnswer answer, int count)
    {
        if (answer.Total.Counts.Opened != count)
        {
            throw new InvalidOperationException($"{answer.Total.Counts.Opened} cases were counted and {count} are there.");
        }
    }

    private static async Task<double> SecondsAsync(Func<Task> work)
    {
        var began = TimeProvider.System.GetTimestamp();
        await work();
        return TimeProvider.System.GetElapsedTime(began).TotalSeconds;
    }

    private static FigureQuery Query(Scope scope, FigureBy by, DateTimeOffset to) =>
        new() { Scope = scope, StreetId = "xiashi", From = Start, To = to, AsOf = to.AddDays(30), By = by };
}
