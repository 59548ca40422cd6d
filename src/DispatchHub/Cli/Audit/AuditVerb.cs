using System.CommandLine;
using Dispatch.Hub.Composition;

namespace Dispatch.Hub.Cli.Audit;

/// <summary><c>sla audit</c>: do a pack's limits give the targets that a city itself published?</summary>
public static class AuditVerb
{
    /// <summary>The verb <c>sla</c> with <c>audit</c> below it.</summary>
    public static Command Create()
    {
        var file = new Option<string>("--file")
        {
            Description = "A CSV of service requests, such as the City of Boston publishes.",
            HelpName = "F.csv",
            Required = true,
        };
        var policy = new Option<string>("--policy")
        {
            Description = "A policy pack: its file, its folder, or a sample's name such as boston.",
            HelpName = "P",
            Required = true,
        };
        var json = JsonOutput.Option();
        var audit = new Command("audit", "Compares the limits of a policy pack with the targets in a file of real requests.") { file, policy, json };
        audit.SetAction((call, cancellation) => RunAsync(
            call.GetRequiredValue(file),
            call.GetRequiredValue(policy),
            call.GetValue(json),
            call.InvocationConfiguration.Output,
            call.InvocationConfiguration.Error,
            cancellation));
        return new Command("sla", "Checks limits against real requests.") { audit };
    }

    /// <summary>Audits and writes; 0, or 1 with one sentence on <paramref name="error"/>.</summary>
    public static async Task<int> RunAsync(
        string file, string policy, bool json, TextWriter output, TextWriter error, CancellationToken cancellation)
    {
        try
        {
            var report = RequestAudit.Run(file, policy, cancellation);
            if (json)
            {
                await JsonOutput.WriteAsync(report, output);
            }
            else
            {
                await AuditText.WriteAsync(report, output);
            }

            return 0;
        }
        catch (Exception refused) when (RequestAudit.IsRefusal(refused))
        {
            await error.WriteLineAsync(refused.Message);
            return 1;
        }
    }
}
