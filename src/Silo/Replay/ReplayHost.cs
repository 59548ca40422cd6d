using Dispatch.Contracts;
using Dispatch.Grains.Outages;
using Dispatch.Grains.Policies;
using Dispatch.Grains.Requests;
using Dispatch.Grains.Storage;
using Dispatch.Silo.Hosting;
using Dispatch.Silo.Storage;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace Dispatch.Silo.Replay;

/// <summary>
/// A silo for one replay: the real grains and the real store, but neither the city's clock nor a sweeper, since here the replay
/// itself says what time it is.
/// </summary>
public sealed class ReplayHost : IAsyncDisposable
{
    private const int ReadTogether = 256;

    private readonly IHost _host;
    private readonly ReplayPlan _plan;

    private ReplayHost(IHost host, ReplayPlan plan) => (_host, _plan) = (host, plan);

    /// <summary>Starts a silo on an empty store.</summary>
    /// <param name="configuration">Says where the store is; its clock, territory and policy are not asked.</param>
    /// <param name="plan">What will be replayed: its territory and pack are the silo's.</param>
    /// <param name="cancellation">Stops it.</param>
    /// <exception cref="StartFaultException">The store cannot be opened, or it holds cases already.</exception>
    public static async Task<ReplayHost> StartAsync(IConfiguration configuration, ReplayPlan plan, CancellationToken cancellation)
    {
        var settings = DispatchSettings.Read(configuration);
        var builder = Host.CreateEmptyApplicationBuilder(null);
        builder.Configuration.AddConfiguration(configuration);
        // Standard output belongs to the answer. Orleans warns of a desktop's settings, which is no news to whoever waits for it.
        builder.Logging
            .AddConsole(console => console.LogToStandardErrorThreshold = LogLevel.Trace)
            .SetMinimumLevel(LogLevel.Warning)
            .AddFilter("Orleans", LogLevel.Error);
        builder.Services
            .AddDispatchSettings(settings)
            .AddDispatchStorage(builder.Configuration)
            .AddStartStep<StoreOpening>()
            .AddSingleton(plan.Territory)
            .AddSingleton<OutageShelf>()
            .AddSingleton<IPolicyShelf>(PolicyShelf.Of(plan.Policy.Pack!));
        builder.UseOrleans(silo => silo.AddDispatchGrains(settings));
        var host = new ReplayHost(builder.Build(), plan);
        try
        {
            await host._host.TakeStartStepsAsync(cancellation);
            await host.AdoptPolicyAsync(cancellation);
            await host._host.StartAsync(cancellation);
            return host;
        }
        catch
        {
            await host.DisposeAsync();
            throw;
        }
    }

    /// <summary>A run through this silo's grains.</summary>
    public ReplayRun Run() => new(
        _host.Services.GetRequiredService<IGrainFactory>(), _plan, _host.Services.GetRequiredService<TimeProvider>());

    /// <summary>Reads every case's events back from the store and counts them.</summary>
    /// <param name="skipped">Rows that were not replayed, by reason.</param>
    /// <param name="wall">Real time that the run took.</param>
    /// <param name="cancellation">Stops it.</param>
    public async Task<ReplaySummary> CountAsync(IReadOnlyDictionary<string, int> skipped, TimeSpan wall, CancellationToken cancellation)
    {
        var (store, tally) = (_host.Services.GetRequiredService<IDispatchStore>(), new ReplayTally(_plan));
        foreach (var chunk in _plan.Cases.Chunk(ReadTogether))
        {
            var events = await Task.WhenAll(
                chunk.Select(planned => store.EventsAsync(Scope.Case(planned.CaseId), 0, int.MaxValue, cancellation).AsTask()));
            foreach (var (planned, stored) in chunk.Zip(events))
            {
                tally.Add(planned, stored);
            }
        }

        return tally.Summary(skipped, wall);
    }

    /// <inheritdoc/>
    public async ValueTask DisposeAsync()
    {
        await _host.StopAsync(CancellationToken.None);
        _host.Dispose();
    }

    private async Task AdoptPolicyAsync(CancellationToken cancellation)
    {
        if (await _host.Services.GetRequiredService<IClockReads>().LastEventAtAsync(cancellation) is not null)
        {
            throw new StartFaultException("A replay goes into an empty store, but this one holds events already: name another folder, or none.");
        }

        var pack = _plan.Policy.Pack!;
        if (!await _host.Services.GetRequiredService<IPolicyReads>().KeepPolicyAsync(pack.Id, pack.Version, _plan.Policy.Json!, cancellation))
        {
            throw new StartFaultException($"This store keeps another text of the policy pack {pack.Id} under version {pack.Version}: name another folder, or none.");
        }
    }
}
