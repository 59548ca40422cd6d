using Dispatch.Contracts;
using Dispatch.Grains.Routing;
using Dispatch.Grains.Storage;
using Dispatch.Silo.Clock;
using Dispatch.Silo.Storage;
using Microsoft.Extensions.Logging;

namespace Dispatch.Silo.Outages;

/// <summary>
/// Finds that this silo refuses commands for as long as an outage takes, although signs of life pass: more waits than its store can take.
/// While it lasts its outage grows with each sign. Deadlines that fired before it was found may have cost cards; they are taken back
/// when it is over, in the machine's name.
/// </summary>
internal sealed partial class RefusedCommands(
    IOutageStore store, IStoreAccess access, Territory territory, IGrainFactory grains, CityClock clock, OutageOptions options, ILogger<RefusedCommands> log)
{
    private long _turnedAway;
    private (DateTimeOffset At, long Real)? _clear;
    private Outage? _lasts;
    private Outage? _over;

    /// <summary>After each sign of life.</summary>
    /// <param name="found">Whether the sign found an outage itself: it covers what was refused before.</param>
    /// <param name="cancellation">Stops it.</param>
    /// <returns>Whether the ledger changed.</returns>
    public async Task<bool> LookAsync(bool found, CancellationToken cancellation)
    {
        var refused = access.TurnedAway > _turnedAway;
        _turnedAway = access.TurnedAway;
        var (now, real) = (clock.Now, options.Time.GetTimestamp());
        if (!refused || found || _clear is not { } clear)
        {
            (_over, _lasts, _clear) = (_lasts ?? _over, null, (now, real));
            await TakeBackAsync();
            return false;
        }

        if (options.Time.GetElapsedTime(clear.Real, real) <= options.Longest)
        {
            return false;
        }

        if (_lasts is { } known)
        {
            await store.ExtendAsync(known.Id, now, cancellation);
            _lasts = known with { To = now };
        }
        else
        {
            _lasts = await store.RecordAsync(
                new Outage { Id = 0, From = clear.At, To = now, Reason = Outage.Overloaded, By = Actor.Machine.Id, RecordedAt = now }, cancellation);
            Found(log, clear.At);
        }

        return true;
    }

    /// <summary>Tried again with the next sign until it has succeeded.</summary>
    private async Task TakeBackAsync()
    {
        if (_over is not { } outage)
        {
            return;
        }

        try
        {
            foreach (var street in territory.Streets)
            {
                await grains.GetGrain<IOutageGrain>(Scope.Street(street.Id).ToString()).TakeBack(outage, clock.Now);
            }

            _over = null;
        }
        catch (Exception fault)
        {
            NotTakenBack(log, fault, outage.Id);
        }
    }

    [LoggerMessage(LogLevel.Warning, "Commands have been refused since {From:u} because too many wait: no card comes from a deadline until they are taken again.")]
    private static partial void Found(ILogger log, DateTimeOffset from);

    [LoggerMessage(LogLevel.Warning, "Not every card from a deadline inside outage {Id} could be taken back; the next sign of life tries again.")]
    private static partial void NotTakenBack(ILogger log, Exception fault, long id);
}
