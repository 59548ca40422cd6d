using Dispatch.Contracts;
using Dispatch.Grains.Routing;
using Dispatch.Grains.Storage;
using Dispatch.Silo.City;
using Dispatch.Silo.Clock;
using Dispatch.Silo.Deadlines;
using Dispatch.Silo.Hosting;
using Dispatch.Simulator;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace Dispatch.Scenarios.LongRun;

/// <summary>
/// The embedded product with its real grains and its real store, where the test says what time it is: acts and deadlines happen at their
/// own instants, one after the other, as fast as the machine goes. The city's own clock stands a day before the beginning, so that the
/// sweeper never finds anything.
/// </summary>
internal sealed class LongCity : IAsyncDisposable
{
    private static readonly TimeSpan Lease = TimeSpan.FromMinutes(5);
    private static readonly TimeSpan Instant = TimeSpan.FromMilliseconds(1);

    private readonly IHost _host;
    private readonly IDeadlineReads _deadlines;
    private readonly IDeadlineCalls _calls;

    private LongCity(IHost host)
    {
        _host = host;
        Grains = host.Services.GetRequiredService<IGrainFactory>();
        _deadlines = host.Services.GetRequiredService<IDeadlineReads>();
        _calls = host.Services.GetRequiredService<IDeadlineCalls>();
        Store = host.Services.GetRequiredService<IDispatchStore>();
        Territory = host.Services.GetRequiredService<Territory>();
    }

    public IGrainFactory Grains { get; }

    public IDispatchStore Store { get; }

    public Territory Territory { get; }

    /// <summary>The street's own team.</summary>
    public ITeamGrain Team => Grains.GetGrain<ITeamGrain>(Territory.Streets[0].Scope.ToString());

    /// <summary>Starts it on an empty folder.</summary>
    public static async Task<LongCity> StartAsync(string folder, DateTimeOffset start, Func<CityFiles, CityFiles> change, CancellationToken cancellation)
    {
        var builder = Host.CreateApplicationBuilder([$"--Storage:Path={folder}"]);
        builder.Logging.ClearProviders();
        builder.Services.AddSingleton<ICityTimeSource>(new Standing(start - TimeSpan.FromDays(1)));
        var settings = DispatchSettings.Read(builder.Configuration);
        builder.AddDispatchSilo(settings, city: change(CityFiles.Read(settings)));
        var host = builder.Build();
        await host.TakeStartStepsAsync(cancellation);
        await host.StartAsync(cancellation);
        return new LongCity(host);
    }

    /// <summary>Lives until an instant: whatever a simulation does, and every deadline a millisecond after it is due.</summary>
    public async Task LiveAsync(Simulation simulation, CityRun run, DateTimeOffset end, CancellationToken cancellation)
    {
        while (simulation.Next <= end)
        {
            var now = simulation.Next;
            await FireUntilAsync(now, cancellation);
            await run.RunDueAsync(() => now, cancellation);
        }

        await FireUntilAsync(end, cancellation);
    }

    public async ValueTask DisposeAsync()
    {
        await _host.StopAsync(CancellationToken.None);
        await ((IAsyncDisposable)_host).DisposeAsync();
    }

    private async Task FireUntilAsync(DateTimeOffset now, CancellationToken cancellation)
    {
        while (await _deadlines.NextDueAsync(cancellation) is { } due && due < now)
        {
            var firedAt = due + Instant;
            var owners = await _deadlines.ClaimDueAsync(firedAt, 1_000, nameof(LongCity), Lease, cancellation);
            Assert.NotEmpty(owners);
            await Task.WhenAll(owners.Select(owner => _calls.FireAsync(
                owner.Owner.OwnerId, new DeadlineFiring { FiredAt = firedAt, Claimed = owner.Due, Snapshot = owner.Owner })));
        }
    }

    /// <summary>Time that hardly moves.</summary>
    private sealed class Standing(DateTimeOffset at) : ICityTimeSource
    {
        public ValueTask<ClockReading> ReadAsync(CancellationToken cancellation) => ValueTask.FromResult(new ClockReading(at, 1e-6));
    }
}
