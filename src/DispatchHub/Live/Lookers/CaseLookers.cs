using Dispatch.Contracts;

namespace Dispatch.Hub.Live.Lookers;

/// <summary>
/// Which cases are open in this process, and by whom: its own streams see each other at once, those of other processes at the next
/// renewal. Bounded, and nothing is stored.
/// </summary>
internal sealed partial class CaseLookers : IAsyncDisposable
{
    /// <summary>The most cases that are open at a time.</summary>
    public const int MaxCases = 4_096;

    private readonly Lock _gate = new();
    private readonly Dictionary<string, LookersOfCase> _cases = new(StringComparer.Ordinal);
    private readonly string _hub = Guid.NewGuid().ToString("n");
    private readonly IClusterClient _cluster;
    private readonly TimeProvider _time;
    private readonly ILogger<CaseLookers> _logger;
    private readonly ITimer _renewal;

    /// <summary>Nobody looks yet.</summary>
    public CaseLookers(IClusterClient cluster, TimeProvider time, ILogger<CaseLookers> logger)
    {
        (_cluster, _time, _logger) = (cluster, time, logger);
        _renewal = time.CreateTimer(_ => Renew(), null, Looker.Renewal, Looker.Renewal);
    }

    /// <summary>How many cases are kept, those included that nobody has open any more since the last renewal.</summary>
    public int Count
    {
        get
        {
            lock (_gate)
            {
                return _cases.Count;
            }
        }
    }

    /// <summary>Opens a case for one stream, until <see cref="Leave"/>.</summary>
    /// <exception cref="Microsoft.AspNetCore.SignalR.HubException">The process is full.</exception>
    public LookersOfCase Enter(string caseId, Looker? looker)
    {
        LookersOfCase? entered;
        lock (_gate)
        {
            if (!_cases.TryGetValue(caseId, out entered))
            {
                if (_cases.Count >= MaxCases)
                {
                    throw WatchRefusal.Busy();
                }

                _cases.Add(caseId, entered = new LookersOfCase(caseId));
            }

            entered.Enter(looker);
        }

        _ = SayAsync(entered);
        return entered;
    }

    /// <summary>The stream ends.</summary>
    public void Leave(LookersOfCase entered, Looker? looker)
    {
        entered.Leave(looker);
        _ = SayAsync(entered);
    }

    /// <inheritdoc/>
    public ValueTask DisposeAsync() => _renewal.DisposeAsync();

    private void Renew()
    {
        List<LookersOfCase> open;
        lock (_gate)
        {
            foreach (var (caseId, entered) in _cases)
            {
                if (entered.IsIdle)
                {
                    _cases.Remove(caseId);
                }
            }

            open = [.. _cases.Values];
        }

        foreach (var entered in open)
        {
            _ = SayAsync(entered);
        }
    }

    /// <summary>Says who looks here until the latest has been said: one call at a time, so that no older word comes after a newer one.</summary>
    private async Task SayAsync(LookersOfCase entered)
    {
        if (!entered.BeginSaying())
        {
            return;
        }

        try
        {
            var grain = _cluster.GetGrain<ILookersGrain>(Scope.Case(entered.CaseId).ToString());
            while (entered.NextToSay() is { } here)
            {
                entered.Told(await grain.Say(_hub, here), _time.GetTimestamp());
            }
        }
        catch (Exception fault)
        {
            // Those elsewhere are shown for as long as their own word would count; whoever is here is shown in any case.
            entered.SayingFailed(heardAt => _time.GetElapsedTime(heardAt) <= Looker.Lease);
            LogUnheard(entered.CaseId, fault);
        }
    }

    [LoggerMessage(LogLevel.Debug, "Who has case {CaseId} open in other hub processes could not be asked; the next renewal asks again.")]
    private partial void LogUnheard(string caseId, Exception fault);
}
