using System.CommandLine;

namespace Dispatch.Hub.Cli.Store;

/// <summary><c>migrate</c>: brings a store's tables to this program's shape.</summary>
internal static class MigrateVerb
{
    public static Command Create(HostSettings settings, IStoreTools store)
    {
        var json = JsonOutput.Option();
        var verb = new Command("migrate", "Makes or updates a store's tables. An embedded hub does so by itself at its start.") { json };
        verb.SetAction(async (call, cancellation) =>
        {
            var streams = call.InvocationConfiguration;
            var applied = await LongWork.ShowAsync("Updating the tables", store.MigrateAsync(settings.Configuration(call), cancellation), streams.Error);
            await (call.GetValue(json) ? JsonOutput.WriteAsync(new { applied }, streams.Output)
                : streams.Output.WriteLineAsync(applied.Count == 0 ? "Nothing was missing." : $"Applied {string.Join(", ", applied)}."));
            return 0;
        });
        return verb;
    }
}
