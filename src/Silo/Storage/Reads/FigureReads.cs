using Dapper;
using Dispatch.Contracts;
using Dispatch.Grains.Storage;

namespace Dispatch.Silo.Storage.Reads;

/// <summary>Cases of a period and their events, continued after the last one seen: a page costs the same however deep it lies.</summary>
internal sealed class FigureReads(IStoreAccess store) : IFigureReads
{
    private const string Returned = "exists (select 1 from events r where r.owner = o.id and r.name = 'Returned')";

    public ValueTask<IReadOnlyList<OpenedCase>> OpenedAsync(OpenedQuery query, CancellationToken cancellation = default)
    {
        ArgumentOutOfRangeException.ThrowIfGreaterThan(query.To - query.From, TimeSpan.FromDays(FigureQuery.LongestDays), nameof(query));
        ArgumentOutOfRangeException.ThrowIfLessThan(query.Limit, 1, nameof(query));
        ArgumentOutOfRangeException.ThrowIfGreaterThan(query.Limit, OpenedQuery.LargestPage, nameof(query));

        // Of a case that was returned the row tells only where it lies now.
        var area = query.Area?.Kind switch
        {
            null => "",
            ScopeKind.Community => $" and (o.community = @area or {Returned})",
            ScopeKind.Grid => $" and (o.grid = @area or {Returned})",
            _ => throw new ArgumentOutOfRangeException(nameof(query), query.Area, "An area is a community or a grid."),
        };
        var after = query.After is null ? "" : " and (o.opened_at, o.id) < (@afterAt, @afterId)";
        return store.ReadAsync<IReadOnlyList<OpenedCase>>(
            async connection => await connection.RowsAsync(
                $"""
                select o.id, o.opened_at, o.number, o.last_seq from owners o
                where o.street = @street and o.opened_at >= @from and o.opened_at < @to{area}{after}
                order by o.opened_at desc, o.id desc limit @limit
                """,
                new
                {
                    street = query.StreetId,
                    area = query.Area?.Id,
                    from = query.From.ToUnixTimeMilliseconds(),
                    to = query.To.ToUnixTimeMilliseconds(),
                    afterAt = query.After?.OpenedAt.ToUnixTimeMilliseconds(),
                    afterId = query.After?.OwnerId,
                    limit = query.Limit,
                },
                reader => new OpenedCase(new OpenedMark(reader.Instant(1), reader.GetString(0)), reader.Text(2) ?? "", reader.GetInt64(3)))
                .ConfigureAwait(false),
            cancellation);
    }

    public ValueTask<IReadOnlyList<CaseHistory>> HistoriesAsync(
        IReadOnlyList<string> ownerIds, DateTimeOffset before, CancellationToken cancellation = default)
    {
        ArgumentOutOfRangeException.ThrowIfGreaterThan(ownerIds.Count, OpenedQuery.LargestPage, nameof(ownerIds));
        return store.ReadAsync<IReadOnlyList<CaseHistory>>(
            async connection =>
            {
                var (histories, events) = (new List<CaseHistory>(ownerIds.Count), new List<StoredEvent>());
                await using var rows = await connection.ExecuteReaderAsync(
                    $"""
                    select e.owner, e.seq, e.version, e.name, e.at, e.occurred_at, e.actor, e.data from events e
                    where {store.IsAmong("e.owner", "@ownerIds")} and e.at < @before
                    order by e.owner, e.seq
                    """,
                    new { ownerIds, before = before.ToUnixTimeMilliseconds() }).ConfigureAwait(false);
                while (await rows.ReadAsync().ConfigureAwait(false))
                {
                    // Every case has an event with the number 1, which opened it.
                    var seq = rows.GetInt64(1);
                    if (seq == 1)
                    {
                        histories.Add(new CaseHistory(rows.GetString(0), events = []));
                    }

                    events.Add(new StoredEvent(
                        seq,
                        rows.GetInt64(2),
                        new EventRecord(rows.GetString(3), rows.Instant(4), rows.MaybeInstant(5), rows.GetString(6), rows.GetString(7))));
                }

                return histories;
            },
            cancellation);
    }
}
