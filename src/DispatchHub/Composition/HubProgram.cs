using Dispatch.Contracts;
using Dispatch.Grains.Storage;
using Dispatch.Hub.Cli;
using Dispatch.Hub.Hosting;
using Dispatch.Hub.Sessions;
using Dispatch.Silo;
using Dispatch.Silo.City;
using Dispatch.Silo.Hosting;
using Dispatch.Silo.Storage;
using Microsoft.AspNetCore.Connections;
using Microsoft.Extensions.Configuration.Memory;

namespace Dispatch.Hub.Composition;

/// <summary>What the command line stands on in the product.</summary>
public static class HubProgram
{
    // A newcomer reads one screen; the runtime's own diary comes at Logging:LogLevel:Orleans=Information.
    private static readonly Dictionary<string, string?> QuietLogs = new()
    {
        ["Logging:LogLevel:Orleans"] = "Warning",
        ["Logging:LogLevel:Microsoft"] = "Warning",
        ["Logging:LogLevel:Polly"] = "Warning",
    };

    /// <summary>The hub and the store's tools.</summary>
    public static CommandHandlers Handlers { get; } = new(RunAsync, new StoreTools());

    private static Task<int> RunAsync(string[] args, CancellationToken cancellation) => StartSteps.RunAsync(async () =>
    {
        await using var hub = await HubHost.OpenAsync(args, builder => ((IConfigurationBuilder)builder.Configuration).Sources.Insert(0, new MemoryConfigurationSource { InitialData = QuietLogs }));
        await StartAsync(hub, cancellation);
        if (await FactsAsync(hub) is { } facts)
        {
            foreach (var line in StartScreen.Lines(facts))
            {
                await Console.Out.WriteLineAsync(line);
            }
        }

        await hub.WaitForShutdownAsync(cancellation);
    });

    private static async Task StartAsync(WebApplication hub, CancellationToken cancellation)
    {
        try
        {
            await hub.StartAsync(cancellation);
        }
        catch (IOException fault) when (fault.InnerException is AddressInUseException)
        {
            throw new StartFaultException($"{fault.Message.TrimEnd('.')}; end the other program, or name another address with --urls.", fault);
        }
    }

    /// <summary>What the start screen tells; null where the territory lies with silos elsewhere.</summary>
    private static async Task<StartFacts?> FactsAsync(WebApplication hub)
    {
        if (hub.Services.GetService<CityFiles>() is not { } files)
        {
            return null;
        }

        var settings = hub.Services.GetRequiredService<DispatchSettings>();
        var users = settings.IsDemo ? await hub.Services.GetRequiredService<IUserReads>().ListUsersAsync() : [];
        return new StartFacts
        {
            Url = Reachable(hub.Urls.FirstOrDefault() ?? Listening.DefaultUrl),
            City = hub.Services.GetRequiredService<ICityClock>().Time,
            StreetId = files.Territory.Streets[0].Id,
            StreetName = files.Territory.Streets[0].Name,
            Data = settings.Storage.Provider == StorageProvider.Sqlite ? Path.GetFullPath(settings.Storage.Path) : "PostgreSQL, as ConnectionStrings:Dispatch says",
            DemoUsers = [.. users.Where(user => user is { Demo: true, Enabled: true }).Select(user => new DemoUser(user.UserName, user.Role, user.Area))],
            Simulated = settings.IsDemo && settings.Demo.Simulation,
        };
    }

    /// <summary>An address to type: one that means every interface is reached by this machine's own name.</summary>
    private static Uri Reachable(string url) => new(url
        .Replace("://127.0.0.1", "://localhost", StringComparison.Ordinal)
        .Replace("://[::1]", "://localhost", StringComparison.Ordinal)
        .Replace("://0.0.0.0", "://localhost", StringComparison.Ordinal)
        .Replace("://[::]", "://localhost", StringComparison.Ordinal)
        .Replace("://*", "://localhost", StringComparison.Ordinal)
        .Replace("://+", "://localhost", StringComparison.Ordinal));
}
