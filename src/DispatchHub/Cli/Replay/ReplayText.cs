using System.Globalization;
using Dispatch.Contracts;
using Dispatch.Hub.Composition;

namespace Dispatch.Hub.Cli.Replay;

/// <summary>A replay as sentences and a table, for people.</summary>
internal static class ReplayText
{
    private const int MostTypes = 15;

    public static async Task WriteBeforeAsync(RequestReplay replay, TextWriter output)
    {
        await output.WriteLineAsync(replay.Cases == 0
            ? "The file has no request that can be replayed."
            : Line($"{replay.Cases:N0} requests, from {replay.Start:yyyy-MM-dd HH:mm} to {replay.End:yyyy-MM-dd HH:mm} of virtual time."));
        if (replay.UncoveredYears is { Count: > 0 } years)
        {
            await output.WriteLineAsync($"The calendar does not cover {string.Join(", ", years)}: deadlines there follow the weekly hours alone.");
        }
    }

    public static async Task WriteAsync(ReplaySummary summary, TextWriter output)
    {
        await output.WriteLineAsync(Line(
            $"{summary.Cases:N0} cases and {summary.Transitions:N0} commits in {summary.WallSeconds:N1} s ({Rate(summary)} commits a second)."));
        await output.WriteLineAsync(Line(
            $"{summary.Deadlines:N0} deadlines fired, {summary.Missed:N0} of them missed; {summary.Doubled:N0} doubled, {summary.Lost:N0} lost."));
        await output.WriteLineAsync();
        await output.WriteLineAsync("    cases  on time   missed  type");
        foreach (var (name, type) in summary.ByType.OrderByDescending(type => type.Value.Cases).Take(MostTypes))
        {
            await output.WriteLineAsync(Line($"{type.Cases,9:N0}{type.OnTime,9:N0}{type.Missed,9:N0}  {name}"));
        }

        if (summary.ByType.Count > MostTypes)
        {
            await output.WriteLineAsync(Line($"  and {summary.ByType.Count - MostTypes:N0} smaller types; --json prints them all."));
        }

        if (summary.Skipped.Count > 0)
        {
            await output.WriteLineAsync();
            await output.WriteLineAsync("Rows that were not replayed: "
                + string.Join(", ", summary.Skipped.Select(reason => Line($"{reason.Value:N0} {reason.Key}"))) + ".");
        }
    }

    private static string Rate(ReplaySummary summary) =>
        summary.WallSeconds > 0 ? Line($"{summary.Transitions / summary.WallSeconds:N0}") : "no";

    private static string Line(FormattableString text) => text.ToString(CultureInfo.InvariantCulture);
}
