using System.Data.Common;
using Dapper;
using Dispatch.Contracts;

namespace Dispatch.Silo.Storage.Reads;

/// <summary>Reads rows by place, since the two drivers agree on values and not on types of expressions.</summary>
internal static class StoredRows
{
    /// <summary>The columns of <see cref="Owner"/>, of the table <c>owners</c> as <c>o</c>.</summary>
    public const string OwnerColumns = "o.id, o.version, o.number, o.snapshot";

    public static async Task<List<T>> RowsAsync<T>(this DbConnection connection, string sql, object arguments, Func<DbDataReader, T> read)
    {
        var rows = new List<T>();
        await using var reader = await connection.ExecuteReaderAsync(sql, arguments).ConfigureAwait(false);
        while (await reader.ReadAsync().ConfigureAwait(false))
        {
            rows.Add(read(reader));
        }

        return rows;
    }

    public static async Task<T?> RowAsync<T>(this DbConnection connection, string sql, object arguments, Func<DbDataReader, T> read)
    {
        await using var reader = await connection.ExecuteReaderAsync(sql, arguments).ConfigureAwait(false);
        return await reader.ReadAsync().ConfigureAwait(false) ? read(reader) : default;
    }

    public static StoredOwner Owner(DbDataReader reader) =>
        new(reader.GetString(0), reader.GetInt64(1), reader.Text(2), reader.GetString(3));

    public static string? Text(this DbDataReader reader, int place) => reader.IsDBNull(place) ? null : reader.GetString(place);

    public static long? Number(this DbDataReader reader, int place) => reader.IsDBNull(place) ? null : reader.GetInt64(place);

    public static DateTimeOffset Instant(this DbDataReader reader, int place) =>
        DateTimeOffset.FromUnixTimeMilliseconds(reader.GetInt64(place));

    public static DateTimeOffset? MaybeInstant(this DbDataReader reader, int place) =>
        reader.IsDBNull(place) ? null : reader.Instant(place);
}
