using System.Data.Common;
using Dapper;
using Dispatch.Contracts;
using Dispatch.Grains.Storage;

namespace Dispatch.Silo.Storage.Reads;

/// <summary>Cases of a period with their events, continued after the last one seen: a page costs the same however deep it lies.</summary>
internal sealed class FigureReads(IStoreAccess store) : IFigureReads
{
    public ValueTask<IReadOnlyList<CaseHistory>> HistoriesAsync(HistoryQuery query, CancellationToken cancellation = default)
    {
        ArgumentOutOfRangeException.ThrowIfGreaterThan(query.To - query.From, TimeSpan.FromDays(FigureQuery.LongestDays), nameof(query));
        ArgumentOutOfRangeException.ThrowIfLessThan(query.Limit, 1, nameof(query));
        ArgumentOutOfRangeException.ThrowIfGreaterThan(query.Limit, HistoryQuery.LargestPage, nameof(query));
        return store.ReadAsync(connection => PageAsync(connection, query), cancellation);
    }

    private static async Task<IReadOnlyList<CaseHistory>> PageAsync(DbConnection connection, HistoryQuery query)
    {
        // Of a case that was returned the store knows only where it lies now.
        var area = query.Area?.Kind switch
        {
            null => "",
            ScopeKind.Community => $" and (community = @area or {Returned})",
            ScopeKind.Grid => $" and (grid = @area or {Returned})",
            _ => throw new ArgumentOutOfRangeException(nameof(query), query.Area, "An area is a community or a grid."),
        };
        var (after, page) = (query.After is null ? "" : " and (opened_at, id) < (@afterAt, @afterId)", new List<CaseHistory>());
        await using var rows = await connection.ExecuteReaderAsync(
            $"""
            select o.id, o.number, o.opened_at, e.seq, e.name, e.at, e.occurred_at, e.actor, e.data
            from (
              select id, number, opened_at from owners
              where street = @street and opened_at >= @from and opened_at < @to{area}{after}
              order by opened_at desc, id desc limit @limit) o
            join events e on e.owner = o.id
            where e.at < @before
            order by o.opened_at desc, o.id desc, e.seq
            """,
            new
            {
                street = query.StreetId,
                area = query.Area?.Id,
                from = query.From.ToUnixTimeMilliseconds(),
                to = Math.Min(query.To.ToUnixTimeMilliseconds(), query.Before.ToUnixTimeMilliseconds()),
                before = query.Before.ToUnixTimeMilliseconds(),
                afterAt = query.After?.OpenedAt.ToUnixTimeMilliseconds(),
                afterId = query.After?.OwnerId,
                limit = query.Limit,
            }).ConfigureAwait(false);
        List<EventRecord> events = [];
        while (await rows.ReadAsync().ConfigureAwait(false))
        {
            // Every case has an event with the number 1, which opened it.
            if (rows.GetInt64(3) == 1)
            {
                page.Add(new CaseHistory(new HistoryMark(rows.Instant(2), rows.GetString(0)), rows.Text(1) ?? "", events = []));
            }

            events.Add(new EventRecord(rows.GetString(4), rows.Instant(5), rows.MaybeInstant(6), rows.GetString(7), rows.GetString(8)));
        }

        return page;
    }

    private const string Returned = "exists (select 1 from events r where r.owner = owners.id and r.name = 'Returned')";
}
