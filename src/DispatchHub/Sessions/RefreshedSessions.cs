using System.Collections.Concurrent;

namespace Dispatch.Hub.Sessions;

/// <summary>
/// How far each session of this process has been refreshed, so that a copied cookie is worth nothing afterwards. Another hub of the
/// cluster does not know it: there the user's stamp and the end of the session are the limit.
/// </summary>
/// <remarks>
/// A ticket is spent when one that replaced it is used, and not before: an answer that got lost on its way to a phone, and tabs of one
/// browser that refresh with the same cookie, sign nobody out.
/// </remarks>
public sealed class RefreshedSessions(TimeProvider time)
{
    /// <summary>How long a spent ticket is still taken: a request that set out with it may arrive behind a faster one.</summary>
    public static readonly TimeSpan Grace = TimeSpan.FromSeconds(10);

    private const int MostKept = 100_000;

    private readonly ConcurrentDictionary<string, Progress> _sessions = new(StringComparer.Ordinal);

    /// <summary>Takes a ticket for a refresh; false when it is spent or its session has ended.</summary>
    public bool TryTake(RefreshTicket ticket)
    {
        var now = time.GetUtcNow();
        MakeRoom(now);
        var progress = _sessions.AddOrUpdate(
            ticket.Session,
            _ => new Progress(ticket.Number, now, Ended: false, ticket.SessionEnds),
            (_, known) => known.Number >= ticket.Number ? known : known with { Number = ticket.Number, Since = now });
        return !progress.Ended && (ticket.Number >= progress.Number || now - progress.Since <= Grace);
    }

    /// <summary>Ends a ticket's session for good: no ticket of it is taken any more, whichever tab holds it.</summary>
    public void End(RefreshTicket ticket)
    {
        var now = time.GetUtcNow();
        MakeRoom(now);
        _sessions[ticket.Session] = new Progress(ticket.Number, now, Ended: true, ticket.SessionEnds);
    }

    private void MakeRoom(DateTimeOffset now)
    {
        if (_sessions.Count < MostKept)
        {
            return;
        }

        foreach (var (session, progress) in _sessions)
        {
            // Those that are over are refused anyway; when there are none, the memory stays bounded and older ones are let go.
            if (progress.Forget <= now || _sessions.Count >= MostKept)
            {
                _sessions.TryRemove(session, out _);
            }
        }
    }

    /// <summary>The latest ticket of a session that was used, since when it is the latest, and when nobody needs to know any more.</summary>
    private sealed record Progress(int Number, DateTimeOffset Since, bool Ended, DateTimeOffset Forget);
}
