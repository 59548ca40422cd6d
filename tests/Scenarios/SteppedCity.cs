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

namespace Dispatch.Scenarios;

/// <summary>
/// The embedded product with its real grains and its real store, where the test says what time it is: acts and deadlines happen at their
/// own instants, one after the other, as fast as the machine goes. The city's own clock stands a day before the beginning, so that the
/// sweeper never finds anything.
/// </summary>
internal sealed class SteppedCity : IAsyncDisposable
{
    private static readonly TimeSpan Lease = TimeSpan.FromMinutes(5);
    private static readonly TimeSpan Instant = TimeSpan.FromMilliseconds(1);

    private readonly IHost _host;
    private readonly IDeadlineReads _deadlines;
    private readonly IDeadlineCalls _calls;

    private SteppedCity(IHost host)
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
    public static async Task<SteppedCity> StartAsync(string folder, DateTimeOffset start, Func<CityFiles, CityFiles> change, CancellationToken cancellation)
    {
        var builder = Host.CreateApplicationBuilder([$"--Storage:Path={folder}"]);
        builder.Logging.ClearProviders();
        builder.Services.AddSingleton<ICityTimeSource>(new Standing(start - TimeSpan.FromDays(1)));
        var settings = DispatchSettings.Read(builder.Configuration);
        var files = change(CityFiles.Read(settings));
        builder.AddDispatchSilo(settings, city: files);
        var host = builder.Build();
        await host.TakeStartStepsAsync(cancellation);
        await host.StartAsync(cancellation);
        var city = new SteppedCity(host);
        foreach (var roster in files.Rosters)
        {
            // The silo does so too, when it comes to it.
            await city.Grains.GetGrain<ITeamGrain>(roster.Team.ToString()).Seed(roster.Duties);
        }

        return city;
    }

    /// <summary>Lives until an instant: whatever a simulation does, and every deadline a millisecond after it is due.</summary>
    public async Task LiveAsync(Simulation simulation, CityRun run, DateTimeOffset end, CancellationToken cancellation)
    {
        while (simulation.Next <= end)
        {
            var now = simulation.Next;
            await PassUntilAsync(now, cancellation);
            await run.RunDueAsync(() => now, cancellation);
        }

        await PassUntilAsync(end, cancellation);
    }

    /// <summary>Lets time pass: whatever falls due before the instant fires at its own.</summary>
    public async Task PassUntilAsync(DateTimeOffset now, CancellationToken cancellation)
    {
        while (await _deadlines.NextDueAsync(cancellation) is { } due && due < now)
        {
            var firedAt = due + Instant;
            var owners = await _deadlines.ClaimDueAsync(firedAt, 1_000, nameof(SteppedCity), Lease, cancellation);
            Assert.NotEmpty(owners);
            await Task.WhenAll(owners.Select(owner => _calls.FireAsync(
                owner.Owner.OwnerId, new DeadlineFiring { FiredAt = firedAt, Claimed = owner.Due, Snapshot = owner.Owner })));
        }
    }

    public async ValueTask DisposeAsync()
    {
        await _host.StopAsync(CancellationToken.None);
        await ((IAsyncDisposable)_host).DisposeAsync();
    }

    /// <summary>Time that hardly moves.</summary>
    private sealed class Standing(DateTimeOffset at) : ICityTimeSource
    {
        public ValueTask<ClockReading> ReadAsync(CancellationToken cancellation) => ValueTask.FromResult(new ClockReading(at, 1e-6));
    }
}
