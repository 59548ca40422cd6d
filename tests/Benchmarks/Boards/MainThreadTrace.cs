using System.Text.Json;
using Microsoft.Playwright;

namespace Dispatch.Benchmarks.Boards;

/// <summary>A trace of a browser's main threads: how long each task took.</summary>
internal sealed class MainThreadTrace
{
    private readonly HashSet<(int Process, int Thread)> _main = [];
    private readonly List<((int Process, int Thread) Where, double Ms)> _tasks = [];
    private readonly TaskCompletionSource _complete = new(TaskCreationOptions.RunContinuationsAsynchronously);

    /// <summary>Traces while something is done; ms of each task of the pages' main threads, ascending.</summary>
    public static async Task<IReadOnlyList<double>> TakeAsync(IBrowser browser, Func<Task> act)
    {
        var trace = new MainThreadTrace();
        var tools = await browser.NewBrowserCDPSessionAsync();
        tools.Event("Tracing.dataCollected").OnEvent += (_, told) => trace.Take(told!.Value.GetProperty("value"));
        tools.Event("Tracing.tracingComplete").OnEvent += (_, _) => trace._complete.TrySetResult();
        await tools.SendAsync("Tracing.start", new Dictionary<string, object>
        {
            ["transferMode"] = "ReportEvents",
            ["traceConfig"] = new { includedCategories = new[] { "__metadata", "disabled-by-default-devtools.timeline" }, excludedCategories = new[] { "*" } },
        });
        await act();
        await tools.SendAsync("Tracing.end");
        await trace._complete.Task.WaitAsync(TimeSpan.FromMinutes(1));
        await tools.DetachAsync();
        return [.. trace._tasks.Where(task => trace._main.Contains(task.Where)).Select(task => task.Ms).Order()];
    }

    private void Take(JsonElement events)
    {
        foreach (var one in events.EnumerateArray())
        {
            var where = (one.GetProperty("pid").GetInt32(), one.GetProperty("tid").GetInt32());
            switch (one.GetProperty("name").GetString())
            {
                case "thread_name" when one.GetProperty("args").GetProperty("name").GetString() == "CrRendererMain":
                    _main.Add(where);
                    break;
                case "RunTask" when one.TryGetProperty("dur", out var duration):
                    _tasks.Add((where, duration.GetDouble() / 1_000));
                    break;
            }
        }
    }
}
