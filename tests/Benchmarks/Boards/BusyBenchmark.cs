using System.Globalization;
using Dispatch.Benchmarks.Running;

namespace Dispatch.Benchmarks.Boards;

/// <summary>How much of a board's main thread 200 changes a second take, without its map, and its longest task meanwhile.</summary>
internal sealed class BusyBenchmark : IBenchmark
{
    private const int PerSecond = 200;

    public string Name => "board-busy";

    public string Summary => "main thread of a board with 5,000 rows at 200 changes a second, without map";

    public async Task<IReadOnlyList<Figure>> MeasureAsync(Extent extent, CancellationToken cancellation)
    {
        await using var stage = await BoardStage.OpenAsync(extent, cancellation);
        await using var tab = await stage.NewTabAsync();
        await tab.OpenBoardAsync();
        var idle = await ShareAsync(tab, () => Task.Delay(extent.Brief(10), cancellation));
        var load = new ChangeLoad(stage.Address, PerSecond, stage.CaseIds);
        await load.RunAsync(extent.Brief(15), cancellation);
        await tab.ForgetTasksAsync();
        var rate = 0.0;
        var busy = await ShareAsync(tab, async () => rate = await load.RunAsync(extent.Stretch(60), cancellation));
        var told = await tab.LongestTaskAsync();
        var tasks = await MainThreadTrace.TakeAsync(stage.Browser, () => load.RunAsync(extent.Brief(30), cancellation));
        Session.Note(string.Create(
            CultureInfo.InvariantCulture, $"  Longest task as the page was told: {told:N0} ms; of {tasks.Count:N0} traced: {tasks[^1]:F1} ms."));
        return
        [
            Figure.AtMost("main thread busy at 200 changes a second on 5,000 rows, without map", busy.Tasks, "P1", 0.1, 0.04),
            Figure.Beside("of which processor time of the thread", busy.Processor, "P1"),
            Figure.Beside("main thread busy without changes", idle.Tasks, "P1"),
            Figure.Beside("changes accepted a second meanwhile", rate, "N0"),
            Figure.AtMost("longest task while it runs, ms", Math.Max(told, tasks[^1]), "N0", 100, 50),
            Figure.Beside("99.9 % of tasks take at most, ms", Samples.Percentile(tasks, 0.999), "F1"),
        ];
    }

    private static async Task<(double Tasks, double Processor)> ShareAsync(BoardTab tab, Func<Task> act)
    {
        var before = await tab.UseAsync();
        await act();
        var after = await tab.UseAsync();
        var wall = after.At - before.At;
        return ((after.TaskSeconds - before.TaskSeconds) / wall, (after.ProcessorSeconds - before.ProcessorSeconds) / wall);
    }
}
