using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace Dispatch.Simulator;

/// <summary>
/// Lets a simulated city live beside the product: reports come in and people act, by the city's own clock. Whatever the product
/// refuses is a fact of life; when it does not answer, the city waits and tries again.
/// </summary>
/// <param name="plan">Who and where; asked for once the host has started.</param>
/// <param name="options">How it lives.</param>
/// <param name="door">The way into the product.</param>
/// <param name="now">City time.</param>
/// <param name="time">Real time, for waiting.</param>
/// <param name="log">The log.</param>
public sealed partial class SimulatedCity(
    Func<CityPlan> plan, SimulationOptions options, ICityDoor door, Func<DateTimeOffset> now, TimeProvider time, ILogger<SimulatedCity> log)
    : BackgroundService
{
    // City time runs at any speed, so real waits are short: a quarter of a second is 15 s of a demo's city.
    private static readonly TimeSpan Beat = TimeSpan.FromSeconds(0.25);
    private static readonly TimeSpan OutageWait = TimeSpan.FromSeconds(3);

    /// <inheritdoc/>
    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        // The host goes on starting meanwhile.
        await Task.Yield();
        var city = plan();
        var simulation = new Simulation(city, options, now());
        var run = new CityRun(simulation, door);
        LogBegins(city.StreetId, options.Seed, city.People.Count);
        var adopted = false;
        while (!stoppingToken.IsCancellationRequested)
        {
            try
            {
                if (!adopted)
                {
                    await run.AdoptAsync(city.StreetId, options.MostOpenCases / 2, now(), stoppingToken);
                    adopted = true;
                }

                await run.RunDueAsync(now, stoppingToken);
                await Task.Delay(Beat, time, stoppingToken);
            }
            catch (CityUnreachableException outage)
            {
                LogUnreachable(outage.InnerException?.Message ?? outage.Message);
                await Task.Delay(OutageWait, time, stoppingToken);
            }
            catch (OperationCanceledException) when (stoppingToken.IsCancellationRequested)
            {
                break;
            }
        }

        LogEnds(run.Done, run.Refused.Values.Sum());
    }

    [LoggerMessage(LogLevel.Information, "A simulated city lives in {Street} with seed {Seed} and {People} people; Demo:Simulation=false turns it off.")]
    private partial void LogBegins(string street, ulong seed, int people);

    [LoggerMessage(LogLevel.Warning, "The simulated city waits, since the product did not answer: {Reason}")]
    private partial void LogUnreachable(string reason);

    [LoggerMessage(LogLevel.Information, "The simulated city ends after {Done} acts carried out and {Refused} refused.")]
    private partial void LogEnds(long done, long refused);
}
