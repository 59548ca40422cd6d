using System.Collections.Concurrent;
using Dispatch.Contracts;

namespace Dispatch.Hub.Cli.Watch;

/// <summary>Working spans of the calendars that a board's clocks keep, fetched once and again before they run out.</summary>
internal sealed class WorkingSpans(HubSession session)
{
    // Twenty working days with a long holiday between them end within two months.
    private static readonly TimeSpan Behind = TimeSpan.FromDays(60);
    private static readonly TimeSpan Ahead = TimeSpan.FromDays(75);
    private static readonly TimeSpan Fresh = TimeSpan.FromDays(10);

    private readonly ConcurrentDictionary<string, (DateTimeOffset At, CalendarSpans Spans)> _known = new(StringComparer.Ordinal);

    /// <summary>The spans; null until they are fetched.</summary>
    public CalendarSpans? Find(string calendar) => _known.TryGetValue(calendar, out var known) ? known.Spans : null;

    /// <summary>Fetches what the rows need and is not there.</summary>
    public async Task FetchAsync(IEnumerable<CaseRow> rows, DateTimeOffset now, CancellationToken cancellation)
    {
        foreach (var id in rows.SelectMany(row => row.Clocks).Select(clock => clock.Calendar).OfType<string>().Distinct(StringComparer.Ordinal).ToList())
        {
            if (!_known.TryGetValue(id, out var known) || (now - known.At).Duration() > Fresh)
            {
                if (await session.CalendarAsync(id, now - Behind, now + Ahead, cancellation) is { } spans)
                {
                    _known[id] = (now, spans);
                }
            }
        }
    }
}
