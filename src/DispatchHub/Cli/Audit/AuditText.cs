using System.Globalization;
using Dispatch.Contracts;

namespace Dispatch.Hub.Cli.Audit;

/// <summary>An audit as sentences and a table, for people.</summary>
internal static class AuditText
{
    private const int MostTypes = 12;

    public static async Task WriteAsync(SlaAuditReport report, TextWriter output)
    {
        await output.WriteLineAsync(Line($"{report.Exact:N0} of {report.WithTarget:N0} targets come out to within 60 seconds ({Share(report.Exact, report.WithTarget)})."));
        await output.WriteLineAsync(
            Line($"{report.OnTimeAgree:N0} of {report.OnTimeRows:N0} on-time flags say what the City's own target and closing say."));
        if (report.MostlyDisagreeing.Count > 0)
        {
            await output.WriteLineAsync();
            await output.WriteLineAsync("Types whose targets mostly follow another rule:");
            foreach (var type in report.MostlyDisagreeing)
            {
                await WriteTypeAsync(type, report.ExactByType[type], output);
            }
        }

        var rest = report.ExactByType
            .Where(type => !report.MostlyDisagreeing.Contains(type.Key))
            .OrderByDescending(type => type.Value.Rows)
            .ToList();
        await output.WriteLineAsync();
        await output.WriteLineAsync(rest.Count > MostTypes ? Line($"The {MostTypes} largest of the other {rest.Count} types:") : "The other types:");
        foreach (var (type, audit) in rest.Take(MostTypes))
        {
            await WriteTypeAsync(type, audit, output);
        }

        if (report.Skipped.Count > 0)
        {
            await output.WriteLineAsync();
            await output.WriteLineAsync("Rows that were not compared: "
                + string.Join(", ", report.Skipped.Select(reason => Line($"{reason.Value:N0} {reason.Key}"))) + ".");
        }
    }

    private static Task WriteTypeAsync(string name, TypeAudit type, TextWriter output) =>
        output.WriteLineAsync(Line($"  {type.Exact,6:N0} of {type.Rows,6:N0}  {name}"));

    private static string Share(int part, int whole) => whole == 0 ? "none to compare" : Line($"{100.0 * part / whole:0.0} %");

    private static string Line(FormattableString text) => text.ToString(CultureInfo.InvariantCulture);
}
