using Dispatch.Silo.Hosting;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace Dispatch.Silo.Tests.Hosting;

/// <summary>The embedded product without its hub, on a folder of its own.</summary>
internal sealed class EmbeddedCity : IAsyncDisposable
{
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("dispatch-city-");
    private readonly List<IHost> _hosts = [];

    public string Folder => _folder.FullName;

    /// <summary>Starts a process's worth of it; a second start on the folder is a restart.</summary>
    public Task<IHost> StartAsync(CancellationToken cancellation, params string[] settings) => StartAsync(_ => { }, cancellation, settings);

    /// <summary>The same with services of the test's own, which go before the product's.</summary>
    public async Task<IHost> StartAsync(Action<IServiceCollection> add, CancellationToken cancellation, params string[] settings)
    {
        var builder = Host.CreateApplicationBuilder([$"--Storage:Path={Folder}", .. settings]);
        builder.Logging.ClearProviders();
        add(builder.Services);
        builder.AddDispatchSilo(DispatchSettings.Read(builder.Configuration));
        var host = builder.Build();
        _hosts.Add(host);
        await host.TakeStartStepsAsync(cancellation);
        await host.StartAsync(cancellation);
        return host;
    }

    /// <summary>Ends it as a signal does.</summary>
    public async Task StopAsync(IHost host, CancellationToken cancellation)
    {
        await host.StopAsync(cancellation);
        _hosts.Remove(host);
        await ((IAsyncDisposable)host).DisposeAsync();
    }

    public async ValueTask DisposeAsync()
    {
        foreach (var host in _hosts.ToArray())
        {
            await StopAsync(host, CancellationToken.None);
        }

        _folder.Delete(recursive: true);
    }
}
