using System.CommandLine;
using Dispatch.Hub.Bodies;

namespace Dispatch.Hub.Cli.Policies;

/// <summary><c>policy</c>: what calendars lack, and what a changed pack would have done, and adopting one.</summary>
internal static class PolicyVerb
{
    public static Command Create(HostSettings settings, IPolicyTools tools) =>
        new("policy", "Looks at packs and calendars, and adopts packs.") { Lint(settings, tools), DryRun(settings, tools), AdoptVerb.Create(settings, tools) };

    private static Command Lint(HostSettings settings, IPolicyTools tools)
    {
        var (at, json) = (Instant("--at", "Look from this instant instead of the city's own time."), JsonOutput.Option());
        var verb = new Command(
            "lint", "Names years and make-up days that the calendars in use lack, and running clocks that are due on days off. Exit code 1 when something is lacking.") { at, json };
        verb.SetAction(async (call, cancellation) =>
        {
            var streams = call.InvocationConfiguration;
            var check = await LongWork.ShowAsync(
                "Looking at calendars and deadlines", tools.LintAsync(settings.Configuration(call), call.GetValue(at), cancellation), streams.Error);
            await (call.GetValue(json) ? JsonOutput.WriteAsync(check, streams.Output) : LintText.WriteAsync(check, streams.Output));
            return check.Findings.Count == 0 ? 0 : 1;
        });
        return verb;
    }

    private static Command DryRun(HostSettings settings, IPolicyTools tools)
    {
        var pack = new Option<string>("--pack") { Description = "The changed pack: its file, its folder, or a sample's name.", HelpName = "P", Required = true };
        var from = Instant("--from", "Cases opened from here on; a month before --to unless said.");
        var to = Instant("--to", "Cases opened before; virtual time ends there. The city's own time unless said.");
        var json = JsonOutput.Option();
        var verb = new Command("dry-run", "Lets the store's cases happen again under a changed pack, everybody acting as they did, and compares.") { pack, from, to, json };
        verb.SetAction(async (call, cancellation) =>
        {
            var streams = call.InvocationConfiguration;
            var report = await LongWork.ShowAsync(
                "Running the cases under both packs",
                tools.DryRunAsync(settings.Configuration(call), call.GetRequiredValue(pack), call.GetValue(from), call.GetValue(to), cancellation),
                streams.Error);
            await (call.GetValue(json) ? JsonOutput.WriteAsync(report, streams.Output) : DryRunText.WriteAsync(report, streams.Output));
            return 0;
        });
        return verb;
    }

    /// <summary>An option that takes an instant with its offset.</summary>
    internal static Option<DateTimeOffset?> Instant(string name, string description) => new(name)
    {
        Description = description,
        HelpName = "INSTANT",
        CustomParser = result =>
        {
            if (InstantJson.TryParse(result.Tokens[0].Value, out var instant))
            {
                return instant;
            }

            result.AddError($"'{result.Tokens[0].Value}' is no instant with offset, such as 2026-03-02T08:30:00+08:00");
            return null;
        },
    };
}
