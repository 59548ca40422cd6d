using System.Globalization;
using Dispatch.Benchmarks.Running;
using Dispatch.Contracts.Decoration;
using Dispatch.Grains.Decoration.Visits;

namespace Dispatch.Benchmarks.Decoration;

/// <summary>Grouping the open checks of one estate into visits: what a dispatcher waits for beside the reading.</summary>
internal sealed class VisitGroupingBenchmark : IBenchmark
{
    private const int Checks = 300;
    private const int Rounds = 200;
    private const int WarmUp = 20;
    private const int Departments = 5;
    private const int HoursAhead = 240;
    private const int LongestHours = 120;
    private const int Seed = 20_260_907;

    private static readonly DateTimeOffset Now = new(2026, 9, 7, 2, 0, 0, TimeSpan.Zero);
    private static readonly TimeSpan Window = TimeSpan.FromDays(5);

    public string Name => "visit-grouping";

    public string Summary => "300 open checks of an estate grouped into visits";

    public Task<IReadOnlyList<Figure>> MeasureAsync(Extent extent, CancellationToken cancellation)
    {
        var random = new Random(Seed);
        List<OpenCheck> checks = [.. Enumerable.Range(0, Checks).Select(index => Check(index, random))];
        var times = new List<double>();
        var visits = 0;
        for (var round = -WarmUp; round < Rounds; round++)
        {
            cancellation.ThrowIfCancellationRequested();
            var began = TimeProvider.System.GetTimestamp();
            visits = VisitGrouping.Group(checks, Window).Length;
            if (round >= 0)
            {
                times.Add(TimeProvider.System.GetElapsedTime(began).TotalMilliseconds);
            }
        }

        times.Sort();
        return Task.FromResult<IReadOnlyList<Figure>>(
        [
            Figure.AtMost($"{Checks} open checks into visits, p99, ms", Samples.Percentile(times, 0.99), "F2", 1_000, 10),
            Figure.Beside("the same, median, ms", Samples.Median(times), "F2"),
            Figure.Beside("visits in their place", visits, "F0"),
        ]);
    }

    private static OpenCheck Check(int index, Random random)
    {
        var from = Now.AddHours(random.Next(HoursAhead));
        return new OpenCheck
        {
            Id = string.Create(CultureInfo.InvariantCulture, $"check-{index}"),
            EstateId = "huayu-qiantang",
            UnitId = string.Create(CultureInfo.InvariantCulture, $"7-{index / Departments}"),
            Department = string.Create(CultureInfo.InvariantCulture, $"department-{index % Departments}"),
            Items = ["D1"],
            From = from,
            Until = from.AddHours(1 + random.Next(LongestHours)),
        };
    }
}
