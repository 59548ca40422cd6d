using System.Data.Common;
using Dispatch.Contracts;
using Dispatch.Grains.Routing;
using Dispatch.Hub.Cli;
using Dispatch.Hub.Hosting;
using Dispatch.Hub.Sessions;
using Dispatch.Silo.Hosting;
using Dispatch.Silo.Storage;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;

namespace Dispatch.Hub.Composition;

/// <summary>Gathers what <see cref="StartScreen"/> shows once the hub listens.</summary>
internal static class StartText
{
    /// <summary>Prints the screen; a hub of a cluster knows no territory and says in one line where it is.</summary>
    public static void Print(WebApplication hub, TextWriter output)
    {
        var (services, settings) = (hub.Services, hub.Services.GetRequiredService<DispatchSettings>());
        var url = new Uri(services.GetRequiredService<IServer>().Features.Get<IServerAddressesFeature>()!.Addresses.First());
        if (services.GetService<Territory>() is not { } territory)
        {
            output.WriteLine($"This hub of a cluster serves {url.GetLeftPart(UriPartial.Authority)}; GET /health/ready says whether it is ready.");
            return;
        }

        var facts = new StartFacts
        {
            Url = url,
            City = services.GetRequiredService<ICityClock>().Time,
            StreetId = territory.Streets[0].Id,
            StreetName = territory.Streets[0].Name,
            Data = DataOf(settings.Storage),
            DemoUsers = settings.IsDemo ? [.. territory.People.Select(person => new DemoUser(person.UserName, person.Name.Zh, person.Role, person.Area))] : [],
            OnTerminal = !Console.IsOutputRedirected,
            HasPages = WebClient.IsBuilt(hub),
            Simulated = settings is { IsDemo: true, Demo.Simulation: true },
        };
        foreach (var line in StartScreen.Lines(facts))
        {
            output.WriteLine(line);
        }
    }

    private static string DataOf(StorageOptions storage)
    {
        if (storage.Provider == StorageProvider.Sqlite)
        {
            return $"the folder {storage.Path}; delete it to begin anew";
        }

        var database = new DbConnectionStringBuilder { ConnectionString = storage.ConnectionString };
        return $"PostgreSQL, database {Part("Database")} at {Part("Host")}";

        string Part(string key) => database.TryGetValue(key, out var value) ? $"{value}" : "its default";
    }
}
