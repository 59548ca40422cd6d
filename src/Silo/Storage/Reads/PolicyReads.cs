using Dapper;
using Dispatch.Grains.Storage;

namespace Dispatch.Silo.Storage.Reads;

/// <summary>Policy packs as adopted.</summary>
internal sealed class PolicyReads(IStoreAccess store) : IPolicyReads
{
    public ValueTask<IReadOnlyList<(string Id, string Version, string Json)>> PoliciesAsync(CancellationToken cancellation = default) =>
        store.ReadAsync<IReadOnlyList<(string, string, string)>>(
            async connection => await connection.RowsAsync(
                "select id, version, json from policies order by id, version",
                new { },
                reader => (reader.GetString(0), reader.GetString(1), reader.GetString(2))).ConfigureAwait(false),
            cancellation);

    public ValueTask<bool> KeepPolicyAsync(string id, string version, string json, CancellationToken cancellation = default) =>
        store.WriteAsync(
            async connection =>
            {
                await connection.ExecuteAsync(
                    "insert into policies (id, version, json) values (@id, @version, @json) on conflict (id, version) do nothing",
                    new { id, version, json }).ConfigureAwait(false);
                return await connection.ExecuteScalarAsync<string>(
                    "select json from policies where id = @id and version = @version", new { id, version }).ConfigureAwait(false) == json;
            },
            cancellation);
}
