using System.Collections.Concurrent;

namespace Dispatch.Hub.Sessions;

/// <summary>
/// Refresh tokens that this process has exchanged or ended, so that a copied cookie is worth nothing afterwards. Another hub of the
/// cluster does not know them: there the user's stamp and the end of the session are the limit.
/// </summary>
public sealed class SpentTickets(TimeProvider time)
{
    /// <summary>Two tabs of a browser that refresh with the same cookie at the same moment are one user, not a thief.</summary>
    public static readonly TimeSpan Grace = TimeSpan.FromSeconds(10);

    private const int MostKept = 100_000;

    private readonly ConcurrentDictionary<string, (DateTimeOffset SpentAt, DateTimeOffset Forget)> _spent = new(StringComparer.Ordinal);

    /// <summary>Takes a ticket for a refresh; false when it was spent before, longer ago than the grace.</summary>
    public bool TrySpend(RefreshTicket ticket)
    {
        var now = time.GetUtcNow();
        MakeRoom(now);
        var kept = _spent.GetOrAdd(ticket.Id, (now, ticket.SessionEnds));
        return now - kept.SpentAt <= Grace;
    }

    /// <summary>Ends a ticket for good, without grace.</summary>
    public void End(RefreshTicket ticket)
    {
        MakeRoom(time.GetUtcNow());
        _spent[ticket.Id] = (DateTimeOffset.MinValue, ticket.SessionEnds);
    }

    private void MakeRoom(DateTimeOffset now)
    {
        if (_spent.Count < MostKept)
        {
            return;
        }

        foreach (var (id, (_, forget)) in _spent)
        {
            // Those that have expired are refused anyway; when there are none, the memory stays bounded and older ones are let go.
            if (forget <= now || _spent.Count >= MostKept)
            {
                _spent.TryRemove(id, out _);
            }
        }
    }
}
