using System.CommandLine;

namespace Dispatch.Hub.Cli.Store;

/// <summary><c>restore</c>: puts a backup in the place of the store.</summary>
internal static class RestoreVerb
{
    public static Command Create(HostSettings settings, IStoreTools store)
    {
        var from = new Option<string>("--from") { Description = "The folder that backup wrote.", Required = true, HelpName = "FOLDER" };
        var json = JsonOutput.Option();
        var verb = new Command("restore", "Replaces an embedded store by a backup. Stop the hub first; watchers then begin anew.") { from, json };
        verb.SetAction(async (call, cancellation) =>
        {
            var folder = Path.GetFullPath(call.GetRequiredValue(from));
            var streams = call.InvocationConfiguration;
            await LongWork.ShowAsync("Restoring the store", store.RestoreAsync(settings.Configuration(call), folder, cancellation), streams.Error);
            await (call.GetValue(json) ? JsonOutput.WriteAsync(new { folder }, streams.Output) : streams.Output.WriteLineAsync($"The store is that of {folder} now."));
            return 0;
        });
        return verb;
    }
}
