using System.Globalization;
using Dispatch.Contracts;

namespace Dispatch.Hub.Cli.Policies;

/// <summary>A dry run as tables, for people.</summary>
internal static class DryRunText
{
    private const int MostRows = 15;

    public static async Task WriteAsync(DryRunReport report, TextWriter output)
    {
        var (before, after) = (report.Before, report.After);
        await output.WriteLineAsync(Line($"{report.Cases:N0} cases opened from {report.From:yyyy-MM-dd HH:mm} to {report.To:yyyy-MM-dd HH:mm}, under {Names(before)} and under {Names(after)}."));
        await output.WriteLineAsync(Line($"{report.MissedInStore:N0} deadlines were missed as the store has it; {report.NotRead:N0} commits could not be read as commands."));
        await output.WriteLineAsync();
        await output.WriteLineAsync("     before      after");
        await RowAsync("deadlines missed", before.Breaches, after.Breaches);
        await RowAsync("cases with one", before.CasesBreached, after.CasesBreached);
        await RowAsync("rose to communities", before.Escalations.Community, after.Escalations.Community);
        await RowAsync("rose to the street", before.Escalations.Street, after.Escalations.Street);
        await RowAsync("rose to supervision", before.Escalations.Supervision, after.Escalations.Supervision);
        await RowAsync("cases ended", before.Closed, after.Closed);
        await RowAsync("commands refused", before.Refused.Values.Sum(), after.Refused.Values.Sum());
        await RowAsync("most open at once", Most(load => load.Before), Most(load => load.After));
        await SectionAsync("Missed, by clock:", report.Clocks, clock => RowAsync(clock.Clock, clock.Before, clock.After));
        await SectionAsync("Missed, by who was responsible:", report.Units, unit => RowAsync($"{unit.Unit}", unit.BreachesBefore, unit.BreachesAfter));
        await SectionAsync("Rose from:", [.. report.Units.Where(unit => unit.EscalationsBefore + unit.EscalationsAfter > 0)], unit => RowAsync($"{unit.Unit}", unit.EscalationsBefore, unit.EscalationsAfter));
        await SectionAsync("Open on average, by in whose hands:", report.Units, unit => output.WriteLineAsync(Line($"{unit.LoadBefore,11:N2}{unit.LoadAfter,11:N2}  {unit.Unit}")));
        await SectionAsync("Refused under the changed pack:", [.. after.Refused], code => RowAsync(code.Key, before.Refused.GetValueOrDefault(code.Key), code.Value));
        await SectionAsync(
            Line($"Open at the end of each {(report.Load is [var first, ..] && first.At - report.From < TimeSpan.FromDays(1) ? "hour" : "day")}:"),
            report.Load,
            load => RowAsync(Line($"{load.At:yyyy-MM-dd HH:mm}"), Sum(load.Before), Sum(load.After)));
        await SectionAsync(
            Line($"{report.ChangedTotal:N0} cases miss something on one side only:"),
            report.Changed,
            one => output.WriteLineAsync($"  {one.Number}  {one.Type}  {Missed(one.Before)} → {Missed(one.After)}"));

        Task RowAsync(string what, int left, int right) => output.WriteLineAsync(Line($"{left,11:N0}{right,11:N0}  {what}"));

        async Task SectionAsync<T>(string title, IReadOnlyList<T> rows, Func<T, Task> write)
        {
            if (rows.Count == 0)
            {
                return;
            }

            await output.WriteLineAsync();
            await output.WriteLineAsync(title);
            foreach (var row in rows.Take(MostRows))
            {
                await write(row);
            }

            if (rows.Count > MostRows)
            {
                await output.WriteLineAsync(Line($"  and {rows.Count - MostRows:N0} more; --json prints them."));
            }
        }

        int Most(Func<DryRunLoad, LevelCounts> side) => report.Load.Select(load => Sum(side(load))).DefaultIfEmpty().Max();
    }

    private static string Names(DryRunSide side) => side.Packs.Count == 0 ? "none" : string.Join(", ", side.Packs);

    private static string Missed(IReadOnlyList<string> clocks) => clocks.Count == 0 ? "nothing" : string.Join(", ", clocks);

    private static int Sum(LevelCounts counts) => counts.Grid + counts.Community + counts.Street + counts.Supervision;

    private static string Line(FormattableString text) => text.ToString(CultureInfo.InvariantCulture);
}
