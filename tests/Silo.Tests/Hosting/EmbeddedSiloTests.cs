using Dispatch.Contracts;
using Dispatch.Silo.Clock;
using Dispatch.Silo.Deadlines;
using Dispatch.Silo.Hosting;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Diagnostics.HealthChecks;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace Dispatch.Silo.Tests.Hosting;

public sealed class EmbeddedSiloTests : IDisposable
{
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("dispatch-silo-");

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    public void Dispose() => _folder.Delete(recursive: true);

    [Fact]
    public async Task An_empty_folder_becomes_a_migrated_store_with_a_silo_on_it_that_tells_the_citys_time()
    {
        using var host = await StartAsync();

        var time = await host.Services.GetRequiredService<IGrainFactory>().GetGrain<IClockGrain>(0).Now();

        Assert.Equal(60, time.Speed);
        Assert.True(time.Now >= ClockOptions.DemoStart);
        Assert.Equal(TimeSpan.FromHours(8), time.Now.Offset);
        await host.StopAsync(Stop);
    }

    [Fact]
    public async Task It_is_ready_when_the_store_answers_the_clock_is_steady_and_the_sweeper_sweeps()
    {
        using var host = await StartAsync();
        var health = host.Services.GetRequiredService<HealthCheckService>();

        HealthReport report;
        do
        {
            report = await health.CheckHealthAsync(Stop);
        }
        while (report.Status != HealthStatus.Healthy);

        Assert.Equal(["clock", "store", "sweeper"], report.Entries.Keys.Order());
        await host.StopAsync(Stop);
        Assert.Equal(SweeperState.Stopped, host.Services.GetRequiredService<DeadlineSweeper>().State);
    }

    [Fact]
    public async Task What_fired_late_is_told_for_the_whole_city()
    {
        using var host = await StartAsync();
        var grain = host.Services.GetRequiredService<IGrainFactory>().GetGrain<ILatenessGrain>(0);
        var latency = host.Services.GetRequiredService<Grains.Deadlines.DeadlineLatency>();

        latency.Record(ClockOptions.DemoStart, ClockOptions.DemoStart.AddSeconds(6), speed: 60);
        Lateness lateness;
        do
        {
            Stop.ThrowIfCancellationRequested();
            lateness = await grain.Read();
        }
        while (lateness.Max == 0);

        Assert.Equal(new Lateness(100, 100, 100), lateness);
        await host.StopAsync(Stop);
    }

    [Fact]
    public async Task A_file_that_is_no_store_stops_the_start_with_one_sentence()
    {
        await File.WriteAllTextAsync(Path.Combine(_folder.FullName, "dispatch.db"), new string('x', 5_000), Stop);

        var fault = await Assert.ThrowsAsync<StartFaultException>(StartAsync);

        Assert.Contains("dispatch.db", fault.Message, StringComparison.Ordinal);
        Assert.DoesNotContain('\n', fault.Message);
    }

    private async Task<IHost> StartAsync()
    {
        var builder = Host.CreateApplicationBuilder([$"--Storage:Path={_folder.FullName}"]);
        builder.Logging.ClearProviders();
        builder.AddDispatchSilo(DispatchSettings.Read(builder.Configuration));
        var host = builder.Build();
        await host.TakeStartStepsAsync(Stop);
        await host.StartAsync(Stop);
        return host;
    }
}
