using System.CommandLine;

namespace Dispatch.Hub.Cli.Store;

/// <summary><c>backup</c>: copies an embedded store, beside a running hub.</summary>
internal static class BackupVerb
{
    public static Command Create(HostSettings settings, IStoreTools store)
    {
        var to = new Option<string>("--to") { Description = "The folder to write; it must not hold a store yet.", Required = true, HelpName = "FOLDER" };
        var json = JsonOutput.Option();
        var verb = new Command("backup", "Copies an embedded store into a folder. The hub may run meanwhile.") { to, json };
        verb.SetAction(async (call, cancellation) =>
        {
            var folder = Path.GetFullPath(call.GetRequiredValue(to));
            var streams = call.InvocationConfiguration;
            await LongWork.ShowAsync("Copying the store", store.BackupAsync(settings.Configuration(call), folder, cancellation), streams.Error);
            await (call.GetValue(json) ? JsonOutput.WriteAsync(new { folder }, streams.Output) : streams.Output.WriteLineAsync($"The store is copied to {folder}."));
            return 0;
        });
        return verb;
    }
}
