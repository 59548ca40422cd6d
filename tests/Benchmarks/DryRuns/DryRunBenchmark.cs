using Dispatch.Benchmarks.Parts;
using Dispatch.Benchmarks.Running;
using Dispatch.Contracts;
using Dispatch.Grains.Clocks;
using Dispatch.Grains.DryRuns;
using Dispatch.Grains.Forecasts;
using Dispatch.Grains.Policies;
using Dispatch.Grains.Storage;
using Dispatch.TestKit;
using Microsoft.Extensions.DependencyInjection;

namespace Dispatch.Benchmarks.DryRuns;

/// <summary>A month of a street under its own pack and under one with half the time to acknowledge.</summary>
internal sealed class DryRunBenchmark(bool onPostgres) : IBenchmark
{
    private const int Cases = 20_000;
    private const int Rounds = 3;

    private static readonly DateTimeOffset Start = new(2026, 3, 1, 0, 0, 0, TimeSpan.FromHours(8));

    public string Name => onPostgres ? "dry-run" : "dry-run-sqlite";

    public string Summary => $"a dry run of a month of 20,000 cases, {Engine}";

    private string Engine => onPostgres ? "PostgreSQL" : "SQLite";

    public async Task<IReadOnlyList<Figure>> MeasureAsync(Extent extent, CancellationToken cancellation)
    {
        await using var site = onPostgres ? await StoreSite.PostgresAsync(cancellation) : StoreSite.Sqlite();
        var (count, changed) = (extent.Of(Cases), HalfTheTime(Sample.Xiashi));
        var events = await WholeStories.FillAsync(site, count, Start, TimeSpan.FromDays(30), cancellation);
        await using var services = site.Open();
        var reading = new DryRunReading(services.GetRequiredService<IFigureReads>(), PolicyShelf.Of(Sample.Xiashi), changed, new StaffingAhead(Sample.Territory));
        var (whole, processor, report) = (new List<double>(), new List<double>(), (DryRunReport?)null);
        for (var round = 0; round <= Rounds; round++)
        {
            var (began, used) = (TimeProvider.System.GetTimestamp(), Environment.CpuUsage.TotalTime);
            report = await reading.RunAsync([("xiashi", null)], Start, Start.AddDays(31), cancellation);
            whole.Add(TimeProvider.System.GetElapsedTime(began).TotalSeconds);
            processor.Add((Environment.CpuUsage.TotalTime - used).TotalSeconds);
        }

        if (report!.Cases != count || report.NotRead > 0 || report.Before.Refused.Count > 0)
        {
            throw new InvalidOperationException($"{report.Cases} of {count} cases were run; {report.NotRead} commits were not read, {report.Before.Refused.Count} kinds refused.");
        }

        return
        [
            Figure.AtMost(
                $"a dry run of {count:N0} cases of a month ({events:N0} events; {report.Before.Breaches:N0} missed before, {report.After.Breaches:N0} after), {Engine}, s",
                Samples.Median(whole[1..]), "F1", 20, 5),
            Figure.Beside("processor time of it, s", Samples.Median(processor[1..]), "F1"),
        ];
    }

    private static PolicyPack HalfTheTime(PolicyPack pack) => pack with
    {
        Version = "half",
        Types = System.Collections.Frozen.FrozenDictionary.ToFrozenDictionary(pack.Types, type => type.Key, type => type.Value with
        {
            Clocks = new ClockSet([.. type.Value.Clocks.Rules.Select(rule => rule.Name == ClockNames.Acknowledge && rule.Budget.Amount > 1
                ? rule with { Budget = new Budget(rule.Budget.Amount / 2, rule.Budget.Unit, rule.Budget.IsUrgent) }
                : rule)]),
        }),
    };
}
