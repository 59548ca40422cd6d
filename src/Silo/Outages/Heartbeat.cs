using Dispatch.Contracts;
using Dispatch.Grains.Outages;
using Dispatch.Grains.Storage;
using Dispatch.Silo.Clock;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace Dispatch.Silo.Outages;

/// <summary>
/// Leaves a sign of life in the store, and finds from the one before when the service was not there: nothing ran, or the store took
/// nothing; and where commands are refused because too many wait, that too. Before the first deadline fires after a start, the ledger is right. Every silo has one; they share the sign.
/// </summary>
/// <remarks>
/// The first sign of a process is compared with the last one of any. Later ones are only where this process itself was silent for too
/// long, so that city time which a test or a demo moves is no silence.
/// </remarks>
internal sealed partial class Heartbeat(
    IOutageStore store, RefusedCommands refused, OutageShelf shelf, CityClock clock, OutageOptions options, ILogger<Heartbeat> log)
    : BackgroundService, IStartStep
{
    /// <summary>The most outages that a silo looks at.</summary>
    private const int MostKnown = 500;

    /// <summary>After so many signs the ledger is read again: another silo may have recorded one by hand.</summary>
    private const int BeatsToRefresh = 3;

    private long? _last;
    private int _beats;

    /// <summary>The first sign, before the host runs.</summary>
    public Task TakeAsync(CancellationToken cancellation) => BeatAsync(cancellation);

    /// <inheritdoc/>
    public override async Task StopAsync(CancellationToken cancellationToken)
    {
        await base.StopAsync(cancellationToken);
        await TryBeatAsync(cancellationToken);
    }

    /// <inheritdoc/>
    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var timer = new PeriodicTimer(options.Beat, options.Time);
        try
        {
            while (await timer.WaitForNextTickAsync(stoppingToken))
            {
                await TryBeatAsync(stoppingToken);
            }
        }
        catch (OperationCanceledException) when (stoppingToken.IsCancellationRequested)
        {
            // Shutting down.
        }
    }

    private async Task TryBeatAsync(CancellationToken cancellation)
    {
        try
        {
            await BeatAsync(cancellation);
        }
        catch (Exception fault) when (fault is not OperationCanceledException || !cancellation.IsCancellationRequested)
        {
            NoSign(log, fault);
        }
    }

    private async Task BeatAsync(CancellationToken cancellation)
    {
        var silent = _last is not { } last || options.Time.GetElapsedTime(last) > options.Longest;
        var reason = _last is null ? Outage.NotRunning : Outage.StoreRefused;
        var outage = await store.BeatAsync(clock.Now, silent ? options.Longest * clock.Speed : TimeSpan.MaxValue, reason, cancellation);
        _last = options.Time.GetTimestamp();
        if (outage is not null)
        {
            Found(log, outage.From, outage.To, outage.Reason);
        }

        var overloaded = await refused.LookAsync(found: outage is not null, cancellation);
        if (outage is not null || overloaded || _beats++ % BeatsToRefresh == 0)
        {
            shelf.Fill(await store.OutagesAsync(streetId: null, clock.Now - OutageLedger.LookedAt, MostKnown, cancellation));
        }
    }

    [LoggerMessage(LogLevel.Warning, "The service was not there from {From:u} to {To:u} ({Reason}): no card comes from a deadline in between.")]
    private static partial void Found(ILogger log, DateTimeOffset from, DateTimeOffset to, string reason);

    [LoggerMessage(LogLevel.Warning, "No sign of life could be left in the store; if it stays so, the ledger will have an outage.")]
    private static partial void NoSign(ILogger log, Exception fault);
}
