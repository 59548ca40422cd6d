using System.Globalization;
using System.Text.Json;
using Dispatch.Benchmarks.Running;

namespace Dispatch.Benchmarks.Boards;

/// <summary>From the start of a navigation to the board until its first rows are painted; each cold one in a browser without cache.</summary>
internal sealed class FirstRowsBenchmark : IBenchmark
{
    private const int Rounds = 7;

    public string Name => "board-open";

    public string Summary => "board with 5,000 open cases: navigation to first rows painted, cold and warm cache";

    public async Task<IReadOnlyList<Figure>> MeasureAsync(Extent extent, CancellationToken cancellation)
    {
        await using var stage = await BoardStage.OpenAsync(extent, cancellation);
        var (cold, warm) = (new List<double>(), new List<double>());
        for (var round = 0; round <= Rounds; round++)
        {
            await using var tab = await stage.NewTabAsync();
            var first = await tab.OpenBoardAsync();
            var timeline = await TimelineAsync(tab);
            var again = await tab.OpenBoardAsync();
            Session.Note(string.Create(CultureInfo.InvariantCulture, $"  {(round == 0 ? "warm-up" : $"round {round}")}: cold {first:N0} ms, warm {again:N0} ms"));
            if (round == 0)
            {
                // The hub compiles itself with the first; where the time goes is told by the second.
                continue;
            }

            cold.Add(first);
            warm.Add(again);
            if (round == 1)
            {
                Session.Note(timeline);
            }
        }

        return
        [
            Figure.AtMost("board with 5,000 open cases: first rows after navigation, cold cache, s", Samples.Median(cold) / 1_000, "F2", 1, 0.6),
            Figure.Beside("the same, slowest of 7, s", cold.Max() / 1_000, "F2"),
            Figure.Beside("the same with a warm cache, s", Samples.Median(warm) / 1_000, "F2"),
        ];
    }

    private static async Task<string> TimelineAsync(BoardTab tab)
    {
        var entries = await tab.Page.EvaluateAsync<JsonElement>(
            "[...performance.getEntriesByType('navigation'), ...performance.getEntriesByType('resource')].map(one => "
            + "({ name: one.name, from: one.startTime, to: one.responseEnd }))");
        return string.Join('\n', entries.EnumerateArray().Select(one => string.Create(
            CultureInfo.InvariantCulture,
            $"    {one.GetProperty("from").GetDouble(),6:N0} to {one.GetProperty("to").GetDouble(),6:N0} ms  {new Uri(one.GetProperty("name").GetString()!).PathAndQuery}")));
    }
}
