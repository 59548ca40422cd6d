using System.Globalization;
using Dispatch.Benchmarks.Running;

namespace Dispatch.Benchmarks.Boards;

/// <summary>Half an hour of 50 changes a second: the board's JavaScript heap after collections, minute by minute.</summary>
internal sealed class SoakBenchmark : IBenchmark
{
    private const int PerSecond = 50;

    private static readonly TimeSpan Minute = TimeSpan.FromMinutes(1);

    public string Name => "board-soak";

    public string Summary => "heap of a board over 30 minutes at 50 changes a second (--seconds for less)";

    public async Task<IReadOnlyList<Figure>> MeasureAsync(Extent extent, CancellationToken cancellation)
    {
        await using var stage = await BoardStage.OpenAsync(extent, cancellation);
        await using var tab = await stage.NewTabAsync();
        await tab.OpenBoardAsync();
        var load = new ChangeLoad(stage.Address, PerSecond, stage.CaseIds);
        // Marks of what is new fill up to their bound first.
        await load.RunAsync(Minute, cancellation);
        var heaps = new List<double> { await tab.HeapAsync() };
        for (var left = extent.Stretch(30 * 60); left > TimeSpan.Zero; left -= Minute)
        {
            await load.RunAsync(left < Minute ? left : Minute, cancellation);
            heaps.Add(await tab.HeapAsync());
            Session.Note(string.Create(CultureInfo.InvariantCulture, $"  heap {heaps[^1] / (1 << 20):F2} MB"));
        }

        return
        [
            Figure.AtMost(
                string.Create(CultureInfo.InvariantCulture, $"heap after {extent.Stretch(30 * 60).TotalMinutes:N0} minutes at 50 changes a second, times that at their start"),
                heaps[^1] / heaps[0], "F3", null, 1.1),
            Figure.Beside("the same, largest of each minute's, times that at the start", heaps.Max() / heaps[0], "F3"),
            Figure.Beside("heap at the start, MB", heaps[0] / (1 << 20), "F1"),
            Figure.Beside("changes accepted", load.Accepted, "N0"),
        ];
    }
}
