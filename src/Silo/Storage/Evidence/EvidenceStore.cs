using System.Data.Common;
using System.Security.Cryptography;
using Dapper;
using Dispatch.Contracts;
using Dispatch.Grains.Storage;
using Dispatch.Silo.Storage.Reads;

namespace Dispatch.Silo.Storage.Evidence;

/// <summary>
/// Photos in the store's own database. Who uses a piece is said by the cases' snapshots; what is noted here beside it only spares
/// reading them again.
/// </summary>
internal sealed class EvidenceStore(IStoreAccess store) : IEvidenceStore
{
    /// <summary>How many pieces one transaction looks at when trimming, so that commits wait for none of them long.</summary>
    private const int TrimStep = 20;

    private const string Columns = "e.id, e.type, e.bytes, e.width, e.height";

    public ValueTask<EvidenceOpening> BeginAsync(EvidencePiece piece, string by, DateTimeOffset at, CancellationToken cancellation = default) =>
        store.WriteAsync(
            async connection =>
            {
                var row = new
                {
                    id = piece.Id,
                    type = piece.Type,
                    bytes = (long)piece.Bytes,
                    width = (long)piece.Width,
                    height = (long)piece.Height,
                    by,
                    at = at.ToUnixTimeMilliseconds(),
                };
                if (await UnusedAsync(connection, piece.Id, by).ConfigureAwait(false) >= EvidencePiece.MaxUnused)
                {
                    return EvidenceOpening.TooMany;
                }

                await connection.ExecuteAsync(
                    """
                    insert into evidence (id, type, bytes, width, height, whole, unused, last_at)
                    values (@id, @type, @bytes, @width, @height, 0, 1, @at)
                    on conflict (id) do update set last_at = case when evidence.last_at > excluded.last_at then evidence.last_at else excluded.last_at end
                    """,
                    row).ConfigureAwait(false);
                await connection.ExecuteAsync(
                    """
                    insert into evidence_uploads (id, uploaded_by, uploaded_at) values (@id, @by, @at)
                    on conflict (id, uploaded_by) do update set uploaded_at = excluded.uploaded_at
                    """,
                    row).ConfigureAwait(false);
                return await connection.ExecuteScalarAsync<long>("select whole from evidence where id = @id", row).ConfigureAwait(false) == 1
                    ? EvidenceOpening.Kept
                    : EvidenceOpening.Send;
            },
            cancellation);

    public async ValueTask PutPartAsync(string id, int part, byte[] content, CancellationToken cancellation = default) => await store.WriteAsync(
        connection => connection.ExecuteAsync(
            "insert into evidence_parts (id, part, content) values (@id, @part, @content) on conflict (id, part) do nothing",
            new { id, part = (long)part, content }),
        cancellation).ConfigureAwait(false);

    public async ValueTask<bool> FinishAsync(string id, CancellationToken cancellation = default)
    {
        // Hashing some megabytes takes a while, in which no commit should wait.
        var whole = await store.ReadAsync(connection => EvidenceBytes.HashAsync(connection, id), cancellation).ConfigureAwait(false) == id;
        return await store.WriteAsync(
            connection => connection.ExecuteAsync(
                whole ? "update evidence set whole = 1 where id = @id" : "delete from evidence_parts where id = @id", new { id }),
            cancellation).ConfigureAwait(false) > 0 && whole;
    }

    public ValueTask<EvidencePiece?> FindAsync(string id, string? by, CancellationToken cancellation = default) => store.ReadAsync(
        connection => connection.RowAsync(
            $"""
            select {Columns} from evidence e
            where e.id = @id and e.whole = 1
              and (@anybody = 1 or exists (select 1 from evidence_uploads u where u.id = e.id and u.uploaded_by = @by))
            """,
            new { id, anybody = StoredFlags.Flag(by is null), by = by ?? "" },
            Piece),
        cancellation);

    public ValueTask<byte[]?> PartAsync(string id, int part, CancellationToken cancellation = default) => store.ReadAsync(
        connection => connection.RowAsync(
            "select content from evidence_parts where id = @id and part = @part", new { id, part = (long)part }, reader => reader.GetFieldValue<byte[]>(0)),
        cancellation);

    public ValueTask<IReadOnlyList<EvidencePiece>> ClaimAsync(
        IReadOnlyList<string> ids, Scope owner, string by, DateTimeOffset at, CancellationToken cancellation = default) =>
        store.WriteAsync<IReadOnlyList<EvidencePiece>>(
            async connection =>
            {
                var pieces = new List<EvidencePiece>();

                // In one order, so that two silos never wait for each other.
                foreach (var id in ids.Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal))
                {
                    if (await ClaimAsync(connection, id, owner, by, at).ConfigureAwait(false) is { } piece)
                    {
                        pieces.Add(piece);
                    }
                }

                return pieces;
            },
            cancellation);

    /// <summary>A piece that is found in a case's snapshot is looked at once and never again.</summary>
    public async ValueTask<int> TrimAsync(DateTimeOffset olderThan, CancellationToken cancellation = default)
    {
        var cutoff = olderThan.ToUnixTimeMilliseconds();
        var removed = 0;
        (int Seen, int Removed) step;
        do
        {
            step = await store.WriteAsync(connection => TrimStepAsync(connection, cutoff), cancellation).ConfigureAwait(false);
            removed += step.Removed;
        }
        while (step.Seen == TrimStep);

        return removed;
    }

    private static async Task<EvidencePiece?> ClaimAsync(DbConnection connection, string id, Scope owner, string by, DateTimeOffset at)
    {
        var row = new { id, by, owner = owner.ToString(), at = at.ToUnixTimeMilliseconds() };
        var found = await connection.ExecuteAsync(
            """
            update evidence set last_at = case when last_at > @at then last_at else @at end
            where id = @id and whole = 1 and exists (select 1 from evidence_uploads u where u.id = @id and u.uploaded_by = @by)
            """,
            row).ConfigureAwait(false);
        if (found == 0)
        {
            return null;
        }

        await connection.ExecuteAsync(
            "insert into evidence_claims (id, owner) values (@id, @owner) on conflict (id, owner) do nothing", row).ConfigureAwait(false);
        return await connection.RowAsync($"select {Columns} from evidence e where e.id = @id", row, Piece).ConfigureAwait(false);
    }

    /// <summary>How many pieces a user has uploaded that no case ever asked for, the one that comes now left out.</summary>
    private static Task<long> UnusedAsync(DbConnection connection, string id, string by) => connection.ExecuteScalarAsync<long>(
        """
        select count(*) from evidence_uploads u join evidence e on e.id = u.id
        where u.uploaded_by = @by and u.id <> @id and e.unused = 1 and not exists (select 1 from evidence_claims c where c.id = u.id)
        """,
        new { id, by });

    private async Task<(int Seen, int Removed)> TrimStepAsync(DbConnection connection, long cutoff)
    {
        var old = await connection.RowsAsync(
            "select id from evidence where unused = 1 and last_at < @cutoff order by last_at limit @step",
            new { cutoff, step = (long)TrimStep },
            reader => reader.GetString(0)).ConfigureAwait(false);
        var removed = 0;
        foreach (var id in old.Order(StringComparer.Ordinal))
        {
            var used = await connection.ExecuteScalarAsync<long>(
                $"""
                select count(*) from evidence_claims c join owners o on o.id = c.owner
                where c.id = @id and {store.Contains("o.snapshot", "@id")}
                """,
                new { id }).ConfigureAwait(false) > 0;

            // Whoever uploaded or asked for it meanwhile was quicker: then its row has changed, and it stays.
            var changed = await connection.ExecuteAsync(
                used
                    ? "update evidence set unused = 0 where id = @id"
                    : "delete from evidence where id = @id and unused = 1 and last_at < @cutoff",
                new { id, cutoff }).ConfigureAwait(false);
            if (!used && changed > 0)
            {
                await connection.ExecuteAsync("delete from evidence_parts where id = @id", new { id }).ConfigureAwait(false);
                await connection.ExecuteAsync("delete from evidence_uploads where id = @id", new { id }).ConfigureAwait(false);
                await connection.ExecuteAsync("delete from evidence_claims where id = @id", new { id }).ConfigureAwait(false);
                removed++;
            }
        }

        return (old.Count, removed);
    }

    private static EvidencePiece Piece(DbDataReader reader) => new(
        reader.GetString(0), reader.GetString(1), (int)reader.GetInt64(2), (int)reader.GetInt64(3), (int)reader.GetInt64(4));
}

/// <summary>What the stored parts of a piece are, one in memory at a time.</summary>
internal static class EvidenceBytes
{
    /// <summary>The hash of a piece's parts in order, 64 lower-case hex digits.</summary>
    public static async Task<string> HashAsync(DbConnection connection, string id)
    {
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        for (var part = 0L; ; part++)
        {
            var content = await connection.RowAsync(
                "select content from evidence_parts where id = @id and part = @part", new { id, part }, reader => reader.GetFieldValue<byte[]>(0))
                .ConfigureAwait(false);
            if (content is null)
            {
                return Convert.ToHexStringLower(hash.GetHashAndReset());
            }

            hash.AppendData(content);
        }
    }
}
