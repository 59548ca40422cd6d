using Dispatch.Silo.Storage.Migrations;
using Microsoft.Extensions.Logging;

namespace Dispatch.Silo.Hosting;

/// <summary>
/// Brings an embedded store to this program's shape, and refuses a cluster's that is not of it: there the verb <c>migrate</c> is
/// run once, not by whoever happens to start first.
/// </summary>
internal sealed partial class StoreOpening(DispatchSettings settings, ILogger<StoreOpening> log) : IStartStep
{
    public Task TakeAsync(CancellationToken cancellation) => Task.Run(Open, cancellation);

    private void Open()
    {
        if (settings.IsClustered)
        {
            StoreMigrations.Check(settings.Storage);
            return;
        }

        foreach (var script in StoreMigrations.Migrate(settings.Storage))
        {
            Applied(log, script);
        }
    }

    [LoggerMessage(LogLevel.Information, "The store was migrated by {Script}.")]
    private static partial void Applied(ILogger log, string script);
}
