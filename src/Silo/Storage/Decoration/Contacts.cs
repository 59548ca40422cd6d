using Dapper;
using Dispatch.Grains.Decoration.Contacts;

namespace Dispatch.Silo.Storage.Decoration;

/// <summary>Contacts in the store's own database.</summary>
internal sealed class Contacts(IStoreAccess store) : IContacts
{
    public async ValueTask PutAsync(string owner, int number, string contact, DateTimeOffset eraseAt, CancellationToken cancellation = default) =>
        await store.WriteAsync(
            async connection => await connection.ExecuteAsync(
                """
                insert into contacts (owner, number, contact, erase_at) values (@owner, @number, @contact, @eraseAt)
                on conflict (owner, number) do update set contact = excluded.contact, erase_at = excluded.erase_at
                """,
                new { owner, number, contact, eraseAt = eraseAt.ToUnixTimeMilliseconds() }).ConfigureAwait(false),
            cancellation).ConfigureAwait(false);

    public async ValueTask<IReadOnlyDictionary<int, Contact>> OfOwnerAsync(string owner, DateTimeOffset now, CancellationToken cancellation = default)
    {
        var rows = await store.ReadAsync(
            async connection => await connection.QueryAsync<(int Number, string Contact, long EraseAt)>(
                "select number, contact, erase_at from contacts where owner = @owner and erase_at > @now",
                new { owner, now = now.ToUnixTimeMilliseconds() }).ConfigureAwait(false),
            cancellation).ConfigureAwait(false);
        return rows.ToDictionary(row => row.Number, row => new Contact(row.Contact, DateTimeOffset.FromUnixTimeMilliseconds(row.EraseAt)));
    }

    public async ValueTask EraseAsync(string owner, int number, CancellationToken cancellation = default) => await store.WriteAsync(
        async connection => await connection.ExecuteAsync(
            "delete from contacts where owner = @owner and number = @number", new { owner, number }).ConfigureAwait(false),
        cancellation).ConfigureAwait(false);

    public ValueTask<int> TrimAsync(DateTimeOffset now, CancellationToken cancellation = default) => store.WriteAsync(
        async connection => await connection.ExecuteAsync(
            "delete from contacts where erase_at <= @now", new { now = now.ToUnixTimeMilliseconds() }).ConfigureAwait(false),
        cancellation);
}
