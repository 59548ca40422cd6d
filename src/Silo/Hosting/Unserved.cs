using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Http.Features;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;

namespace Dispatch.Silo.Hosting;

/// <summary>A web server that listens nowhere: for a silo whose health nobody asked for by <c>--urls</c>.</summary>
internal sealed class Unserved : IServer
{
    /// <summary>Listens only where the configuration names an address, instead of ASP.NET Core's port 5000, which two silos would fight for.</summary>
    public static void UnlessTold(IServiceCollection services, IConfiguration configuration)
    {
        if (!ListenAddresses.Any(configuration))
        {
            services.Replace(ServiceDescriptor.Singleton<IServer, Unserved>());
        }
    }

    public IFeatureCollection Features { get; } = new FeatureCollection();

    public Task StartAsync<TContext>(IHttpApplication<TContext> application, CancellationToken cancellationToken)
        where TContext : notnull => Task.CompletedTask;

    public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public void Dispose()
    {
    }
}
