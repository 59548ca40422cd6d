using System.Text.Json;
using Microsoft.Playwright;

namespace Dispatch.Benchmarks.Boards;

/// <summary>A tab in a browser of its own with the board, seen from inside through <c>boardProbe</c> and from outside through DevTools.</summary>
internal sealed class BoardTab : IAsyncDisposable
{
    /// <summary>The board without its map, whose drawing is measured by nobody here.</summary>
    public const string Path = "/board?map=0";

    /// <summary>
    /// What counts as painted: the callback of the frame after the one in which the change was drawn. That is up to one frame (17 ms)
    /// later than the eye, never earlier.
    /// </summary>
    private const string Probe = """
        globalThis.boardProbe = (() => {
          const list = () => document.querySelector('dispatch-app')?.shadowRoot?.querySelector('dispatch-board')?.shadowRoot
            ?.querySelector('board-list')?.shadowRoot;
          const probe = { longest: 0, seen: [] };
          probe.firstRows = new Promise((painted) => {
            const look = () => requestAnimationFrame(
              list()?.querySelector('.line.case') ? () => painted(performance.now()) : look);
            requestAnimationFrame(look);
          });
          new PerformanceObserver((entries) => {
            for (const entry of entries.getEntries()) {
              probe.longest = Math.max(probe.longest, entry.duration);
            }
          }).observe({ type: 'longtask' });
          const priorities = () => new Map([...list().querySelectorAll('.line.case')].map(
            (line) => [line.dataset.id, line.querySelector('.priority').textContent.trim()]));
          probe.inView = () => {
            const box = list().querySelector('.scroller').getBoundingClientRect();
            return [...list().querySelectorAll('.line.case')].filter((line) => {
              const { top, bottom } = line.getBoundingClientRect();
              return top > box.top + 30 && bottom < box.bottom;
            }).map((line) => ({ id: line.dataset.id, marked: line.querySelector('.priority .chip') !== null }));
          };
          probe.watchPriorities = () => {
            let before = priorities();
            let asked = false;
            new MutationObserver(() => {
              if (!asked) {
                asked = true;
                requestAnimationFrame(() => {
                  asked = false;
                  const now = priorities();
                  const changed = [...now].filter(([id, priority]) => before.has(id) && before.get(id) !== priority).map(([id]) => id);
                  before = now;
                  if (changed.length > 0) {
                    requestAnimationFrame(() => probe.seen.push(...changed.map((id) => ({ id, at: Date.now() }))));
                  }
                });
              }
            }).observe(list(), { subtree: true, childList: true, characterData: true });
          };
          return probe;
        })();
        """;

    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(2);

    private readonly IBrowserContext _context;

    private BoardTab(IBrowserContext context, IPage page, ICDPSession tools) => (_context, Page, Tools) = (context, page, tools);

    public IPage Page { get; }

    /// <summary>DevTools of the tab.</summary>
    public ICDPSession Tools { get; }

    internal static async Task<BoardTab> NewAsync(IBrowserContext context)
    {
        await context.AddInitScriptAsync(Probe);
        var page = await context.NewPageAsync();
        return new BoardTab(context, page, await context.NewCDPSessionAsync(page));
    }

    /// <summary>Goes to the board; ms from the start of the navigation to the first painted rows.</summary>
    public async Task<double> OpenBoardAsync()
    {
        await Page.GotoAsync(Path, new PageGotoOptions { WaitUntil = WaitUntilState.Commit });
        return await Page.EvaluateAsync<double>("boardProbe.firstRows").WaitAsync(Patience);
    }

    /// <summary>Cases whose lines are wholly in view, from the top, and whether each shows a priority other than the normal one.</summary>
    public async Task<IReadOnlyList<(string Id, bool HasPriority)>> InViewAsync()
    {
        var lines = await Page.EvaluateAsync<JsonElement>("boardProbe.inView()");
        return [.. lines.EnumerateArray().Select(line => (line.GetProperty("id").GetString()!, line.GetProperty("marked").GetBoolean()))];
    }

    /// <summary>What the tab has used so far, as DevTools counts it.</summary>
    public async Task<TabUse> UseAsync()
    {
        await Tools.SendAsync("Performance.enable");
        var answer = await Tools.SendAsync("Performance.getMetrics");
        var metrics = answer!.Value.GetProperty("metrics").EnumerateArray()
            .ToDictionary(metric => metric.GetProperty("name").GetString()!, metric => metric.GetProperty("value").GetDouble());
        return new TabUse(metrics["Timestamp"], metrics["TaskDuration"], metrics["ThreadTime"], metrics["JSHeapUsedSize"]);
    }

    /// <summary>Bytes alive on its JavaScript heap.</summary>
    public async Task<double> HeapAsync()
    {
        // The second collection takes what finalizers of the first let go.
        await Tools.SendAsync("HeapProfiler.collectGarbage");
        await Tools.SendAsync("HeapProfiler.collectGarbage");
        return (await UseAsync()).HeapBytes;
    }

    /// <summary>Ms of the longest task of 50 ms or more so far, as the page itself is told; 0 when there was none.</summary>
    public Task<double> LongestTaskAsync() => Page.EvaluateAsync<double>("boardProbe.longest");

    /// <summary>Forgets tasks so far.</summary>
    public Task ForgetTasksAsync() => Page.EvaluateAsync("() => { boardProbe.longest = 0; }");

    /// <summary>Notes from now on which lines show another priority, and when.</summary>
    public Task WatchPrioritiesAsync() => Page.EvaluateAsync("boardProbe.watchPriorities()");

    /// <summary>What was noted: the case, and Unix ms at which the other priority was painted.</summary>
    public async Task<IReadOnlyList<(string Id, double At)>> SeenAsync()
    {
        var seen = await Page.EvaluateAsync<JsonElement>("boardProbe.seen");
        return [.. seen.EnumerateArray().Select(one => (one.GetProperty("id").GetString()!, one.GetProperty("at").GetDouble()))];
    }

    public async ValueTask DisposeAsync() => await _context.CloseAsync();
}

/// <summary>What a tab has used since it was opened.</summary>
/// <param name="At">When, in seconds of the browser's clock.</param>
/// <param name="TaskSeconds">Seconds in tasks of the main thread.</param>
/// <param name="ProcessorSeconds">Processor time of the main thread; less than the tasks where others took the processor from it.</param>
/// <param name="HeapBytes">JavaScript heap in use, garbage included.</param>
internal sealed record TabUse(double At, double TaskSeconds, double ProcessorSeconds, double HeapBytes);
