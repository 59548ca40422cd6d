using Dapper;
using Dispatch.Grains.Decoration.Filings;

namespace Dispatch.Silo.Storage.Decoration;

/// <summary>Owners' contacts in the store's own database.</summary>
internal sealed class FilingContacts(IStoreAccess store) : IFilingContacts
{
    public async ValueTask PutAsync(string unit, int number, string contact, DateTimeOffset eraseAt, CancellationToken cancellation = default) =>
        await store.WriteAsync(
            async connection => await connection.ExecuteAsync(
                """
                insert into filing_contacts (unit, number, contact, erase_at) values (@unit, @number, @contact, @eraseAt)
                on conflict (unit, number) do update set contact = excluded.contact, erase_at = excluded.erase_at
                """,
                new { unit, number, contact, eraseAt = eraseAt.ToUnixTimeMilliseconds() }).ConfigureAwait(false),
            cancellation).ConfigureAwait(false);

    public async ValueTask<IReadOnlyDictionary<int, string>> OfUnitAsync(string unit, DateTimeOffset now, CancellationToken cancellation = default)
    {
        var rows = await store.ReadAsync(
            async connection => await connection.QueryAsync<(int Number, string Contact)>(
                "select number, contact from filing_contacts where unit = @unit and erase_at > @now",
                new { unit, now = now.ToUnixTimeMilliseconds() }).ConfigureAwait(false),
            cancellation).ConfigureAwait(false);
        return rows.ToDictionary(row => row.Number, row => row.Contact);
    }

    public async ValueTask EraseAsync(string unit, int number, CancellationToken cancellation = default) => await store.WriteAsync(
        async connection => await connection.ExecuteAsync(
            "delete from filing_contacts where unit = @unit and number = @number", new { unit, number }).ConfigureAwait(false),
        cancellation).ConfigureAwait(false);

    public ValueTask<int> TrimAsync(DateTimeOffset now, CancellationToken cancellation = default) => store.WriteAsync(
        async connection => await connection.ExecuteAsync(
            "delete from filing_contacts where erase_at <= @now", new { now = now.ToUnixTimeMilliseconds() }).ConfigureAwait(false),
        cancellation);
}
