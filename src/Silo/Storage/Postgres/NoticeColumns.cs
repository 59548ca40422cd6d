using Npgsql;

namespace Dispatch.Silo.Storage.Postgres;

/// <summary>What a flush leaves to be told: one place per cause that is gone, and one per notice opened.</summary>
/// <remarks>
/// Statements of their own, after those of <see cref="PostgresFlushSql"/> in the same transaction, so that a flush without notices is
/// what it was. A member that lost there has no owner row that this transaction wrote, which is how they know it. Notices are locked
/// after everything else, and whoever delivers them holds nothing but notices.
/// </remarks>
internal sealed class NoticeColumns
{
    /// <summary>Waits for deliverers at work on what is gone, so that the next statement sees what came of it.</summary>
    private const string Hold =
        """
        select count(*) from unnest($1, $2) as g(owner, cause)
        cross join lateral (
          select 1 from notices where owner = g.owner and cause = g.cause and gone_at is null order by id for no key update) held
        """;

    private const string End =
        """
        update notices n set gone_at = g.at, next_at = null
        from unnest($1, $2, $3, $4) as g(owner, cause, at, version)
        cross join lateral (select 1 from owners where id = g.owner and version = g.version and xmin = pg_current_xact_id()::xid) won
        where n.owner = g.owner and n.cause = g.cause and n.gone_at is null
        returning n.receiver
        """;

    private const string Open =
        """
        insert into notices (id, owner, street, receiver, cause, urgent, at, expires_at, payload, state, step, attempts, next_at, tries)
        select o.id, o.owner, o.street, o.receiver, o.cause, o.urgent, o.at, o.expires_at, o.payload, 'Waiting', 0, 0, o.at, '[]'
        from unnest($1, $2, $3, $4, $5, $6, $7, $8, $9, $10) as o(id, owner, version, street, receiver, cause, urgent, at, expires_at, payload)
        cross join lateral (select 1 from owners where id = o.owner and version = o.version and xmin = pg_current_xact_id()::xid) won
        order by o.owner, o.cause, o.receiver
        on conflict (owner, cause, receiver) where gone_at is null do nothing
        """;

    private readonly List<string?> _goneOwners = [];
    private readonly List<string?> _goneCauses = [];
    private readonly List<long> _goneAt = [];
    private readonly List<long> _goneVersions = [];
    private readonly List<string?> _ids = [];
    private readonly List<string?> _owners = [];
    private readonly List<long> _versions = [];
    private readonly List<string?> _streets = [];
    private readonly List<string?> _receivers = [];
    private readonly List<string?> _causes = [];
    private readonly List<long> _urgent = [];
    private readonly List<long> _at = [];
    private readonly List<long?> _expiresAt = [];
    private readonly List<string?> _payloads = [];

    public bool IsEmpty => _ids.Count == 0 && _goneCauses.Count == 0;

    public void AddTo(NpgsqlBatch batch)
    {
        batch.BatchCommands.Add(Command(Hold, PostgresFlush.Column(_goneOwners), PostgresFlush.Column(_goneCauses)));
        batch.BatchCommands.Add(Command(
            End, PostgresFlush.Column(_goneOwners), PostgresFlush.Column(_goneCauses), PostgresFlush.Column(_goneAt), PostgresFlush.Column(_goneVersions)));
        batch.BatchCommands.Add(Command(
            Open, PostgresFlush.Column(_ids), PostgresFlush.Column(_owners), PostgresFlush.Column(_versions), PostgresFlush.Column(_streets),
            PostgresFlush.Column(_receivers), PostgresFlush.Column(_causes), PostgresFlush.Column(_urgent), PostgresFlush.Column(_at),
            PostgresFlush.Column(_expiresAt), PostgresFlush.Column(_payloads)));
    }

    /// <summary>Reads on from the statements before: whose notices ended, and whose may have been opened.</summary>
    public async Task ReadAsync(NpgsqlDataReader reader, FeedHints hints)
    {
        // The first answer says how much was held.
        await reader.NextResultAsync().ConfigureAwait(false);
        await reader.NextResultAsync().ConfigureAwait(false);
        while (await reader.ReadAsync().ConfigureAwait(false))
        {
            hints.AddNotices(reader.GetString(0));
        }

        while (await reader.NextResultAsync().ConfigureAwait(false))
        {
            // What was opened has no answer of its own; to the end, where the transaction is committed.
        }

        _receivers.ForEach(receiver => hints.AddNotices(receiver!));
    }

    public void Add(PendingCommit member)
    {
        var (gone, opened) = member.Commit.Notices;
        foreach (var cause in gone)
        {
            _goneOwners.Add(member.OwnerId);
            _goneCauses.Add(cause);
            _goneAt.Add(member.LastAt);
            _goneVersions.Add(member.Commit.ExpectedVersion + 1);
        }

        for (var i = 0; i < opened.Count; i++)
        {
            _ids.Add(member.NoticeId(i));
            _owners.Add(member.OwnerId);
            _versions.Add(member.Commit.ExpectedVersion + 1);
            _streets.Add(member.Commit.Columns.StreetId);
            _receivers.Add(opened[i].Receiver);
            _causes.Add(opened[i].Cause);
            _urgent.Add(StoredFlags.Flag(opened[i].Urgent));
            _at.Add(opened[i].At.ToUnixTimeMilliseconds());
            _expiresAt.Add(opened[i].ExpiresAt?.ToUnixTimeMilliseconds());
            _payloads.Add(opened[i].Payload);
        }
    }

    public void Clear()
    {
        if (IsEmpty)
        {
            return;
        }

        foreach (var list in new System.Collections.IList[]
            {
                _goneOwners, _goneCauses, _goneAt, _goneVersions, _ids, _owners, _versions, _streets, _receivers, _causes, _urgent, _at,
                _expiresAt, _payloads,
            })
        {
            list.Clear();
        }
    }

    private static NpgsqlBatchCommand Command(string sql, params NpgsqlParameter[] columns)
    {
        var command = new NpgsqlBatchCommand(sql);
        foreach (var column in columns)
        {
            command.Parameters.Add(column);
        }

        return command;
    }
}
