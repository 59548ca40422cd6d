using System.Globalization;
using Dispatch.Contracts;

namespace Dispatch.Hub.Cli.Policies;

/// <summary>A look at calendars as a table, for people.</summary>
internal static class LintText
{
    private const int Shown = 20;

    public static async Task WriteAsync(CalendarCheck check, TextWriter output)
    {
        var adopted = check.Adopted.Count == 0 ? "" : $", with {string.Join(", ", check.Adopted)} adopted";
        await output.WriteLineAsync(Line($"The pack {check.Pack}{adopted}, at {check.At:yyyy-MM-dd HH:mm zzz}:"));
        foreach (var calendar in check.Calendars)
        {
            await output.WriteLineAsync(Line($"  {calendar.Id,-16} {(calendar.Proposed ? "proposed" : ""),-9} {string.Join(", ", calendar.Years)}"));
        }

        foreach (var finding in check.Findings)
        {
            await output.WriteLineAsync($"  {finding.Code,-22} {finding.Calendar}  {finding.Detail}");
        }

        await output.WriteLineAsync(check.Findings.Count == 0 ? "The calendars have what they need." : Line($"{check.Findings.Count:N0} findings."));
        if (check.DaysOffTotal == 0)
        {
            await output.WriteLineAsync("No running clock is due on a day off.");
            return;
        }

        await output.WriteLineAsync(Line($"{check.DaysOffTotal:N0} running clocks are due on days off, which may be meant:"));
        foreach (var due in check.DaysOff.Take(Shown))
        {
            await output.WriteLineAsync(Line($"  {due.DueAt:ddd yyyy-MM-dd HH:mm}  {due.Number}  {due.Clock}{(due.Urgent ? " (urgent)" : "")}"));
        }

        if (check.DaysOffTotal > Shown)
        {
            await output.WriteLineAsync(Line($"  and {check.DaysOffTotal - Shown:N0} more; --json prints up to {CalendarCheck.MostDaysOff:N0}."));
        }
    }

    private static string Line(FormattableString text) => text.ToString(CultureInfo.InvariantCulture);
}
