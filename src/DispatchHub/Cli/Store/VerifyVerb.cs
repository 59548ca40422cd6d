using System.CommandLine;
using System.Globalization;

namespace Dispatch.Hub.Cli.Store;

/// <summary><c>verify</c>: is the store what its own events say?</summary>
internal static class VerifyVerb
{
    private const int Shown = 20;

    public static Command Create(HostSettings settings, IStoreTools store)
    {
        var json = JsonOutput.Option();
        var verb = new Command("verify", "Checks a store from the outside: every deadline fired or stopped once, nothing lost, events give the snapshots. Exit code 1 when not.") { json };
        verb.SetAction((call, cancellation) => RunAsync(
            settings.Configuration(call), store, call.GetValue(json), call.InvocationConfiguration.Output, call.InvocationConfiguration.Error, cancellation));
        return verb;
    }

    private static async Task<int> RunAsync(
        IConfiguration settings, IStoreTools store, bool json, TextWriter output, TextWriter error, CancellationToken cancellation)
    {
        var report = await LongWork.ShowAsync("Checking the store", store.VerifyAsync(settings, cancellation), error);
        await (json ? JsonOutput.WriteAsync(report, output) : WriteAsync(report, output));
        return report.Found == 0 ? 0 : 1;
    }

    private static async Task WriteAsync(StoreCheck report, TextWriter output)
    {
        await output.WriteLineAsync(Line(
            $"{report.Owners:N0} owners with {report.Events:N0} events: {report.Fired:N0} marks fired, {report.Missed:N0} of them missed deadlines, {report.Excused:N0} answered in time after all."));
        await output.WriteLineAsync(Line($"{report.Doubled:N0} fired twice, {report.Lost:N0} are lost."));
        var open = report.OpenCases;
        await output.WriteLineAsync(Line(
            $"Open cases: {open.Clocked:N0} with a clock, {open.Suspended:N0} suspended, {open.LastRung:N0} on the last rung, {open.Unclocked:N0} without a limit, {open.Without:N0} that nothing moves."));
        foreach (var finding in report.Findings.Take(Shown))
        {
            await output.WriteLineAsync($"  {finding.Code}  {finding.Owner}  {finding.Detail}");
        }

        var rest = report.Found - Math.Min(Shown, report.Findings.Count);
        await output.WriteLineAsync(report.Found == 0 ? "Everything is as it must be."
            : rest > 0 ? Line($"{report.Found:N0} findings; {rest:N0} more than shown, --json prints up to 1,000.")
            : Line($"{report.Found:N0} findings."));
    }

    private static string Line(FormattableString text) => text.ToString(CultureInfo.InvariantCulture);
}
