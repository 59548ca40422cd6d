using System.Data.Common;
using Dispatch.Contracts;
using Dispatch.Grains.Storage;
using Dispatch.Silo.Storage.Reads;

namespace Dispatch.Silo.Storage.Auditing;

/// <summary>An owner as its row says.</summary>
internal sealed record AuditedOwner(string Id, long Version, long LastSeq, string Snapshot, bool Open, bool IsCase, Footing Footing);

/// <summary>Walks through owners, events, deadlines and evidence side by side, a few hundred owners at a time.</summary>
internal sealed class OwnersAudit(DbConnection connection, IOwnerFold? fold, AuditReport report)
{
    private const int Page = 250;

    private readonly EvidenceAudit _evidence = new(connection, report);
    private readonly List<(string Owner, string Id)> _attached = [];

    public async Task RunAsync(CancellationToken cancellation)
    {
        var after = "";
        while (true)
        {
            cancellation.ThrowIfCancellationRequested();
            var owners = await connection.RowsAsync(
                """
                select id, version, last_seq, snapshot, open, opened_at, footing from owners where id > @after order by id limit @page
                """,
                new { after, page = Page },
                reader => new AuditedOwner(
                    reader.GetString(0), reader.GetInt64(1), reader.GetInt64(2), reader.GetString(3), reader.GetInt64(4) == 1,
                    !reader.IsDBNull(5), (Footing)reader.GetInt64(6))).ConfigureAwait(false);

            // What lies behind the last owner belongs to nobody, and is found in the last round.
            var until = owners.Count < Page ? "\uFFFD" : owners[^1].Id;
            await WalkAsync(owners, after, until).ConfigureAwait(false);
            await _evidence.CheckKeptAsync(_attached).ConfigureAwait(false);
            _attached.Clear();
            if (owners.Count < Page)
            {
                return;
            }

            after = until;
        }
    }

    private async Task WalkAsync(List<AuditedOwner> owners, string after, string until)
    {
        var deadlines = (await connection.RowsAsync(
            "select owner, clock, generation, mark, due_at from deadlines where owner > @after and owner <= @until order by owner, clock",
            new { after, until },
            reader => (
                Owner: reader.GetString(0),
                Deadline: new Deadline(
                    reader.GetString(1), (int)reader.GetInt64(2), (int)reader.GetInt64(3), reader.Instant(4)))).ConfigureAwait(false))
            .ToLookup(row => row.Owner, row => row.Deadline);
        var known = owners.Select(owner => owner.Id).ToHashSet(StringComparer.Ordinal);
        foreach (var stray in deadlines.Where(group => !known.Contains(group.Key)))
        {
            report.Add("deadline-without-owner", stray.Key, $"{stray.Count()} deadlines belong to no owner.");
        }

        await using var events = new EventWalk(connection);
        await events.StartAsync(after, until).ConfigureAwait(false);
        foreach (var owner in owners)
        {
            foreach (var stray in await events.SkipToAsync(owner.Id).ConfigureAwait(false))
            {
                report.Add("event-without-owner", stray, "Its events belong to no owner.");
            }

            report.Owners++;
            var own = await events.TakeAsync(owner.Id).ConfigureAwait(false);
            _attached.AddRange(own.SelectMany(stored => EvidenceAudit.Attached(stored.Event)).Select(id => (owner.Id, id)));
            new OwnerAudit(owner, own, [.. deadlines[owner.Id]], fold, report).Run();
        }

        foreach (var stray in await events.SkipToAsync(null).ConfigureAwait(false))
        {
            report.Add("event-without-owner", stray, "Its events belong to no owner.");
        }
    }
}

/// <summary>Events of many owners in order, taken one owner at a time.</summary>
internal sealed class EventWalk(DbConnection connection) : IAsyncDisposable
{
    private DbDataReader? _reader;
    private string? _owner;

    public async Task StartAsync(string after, string until)
    {
        _reader = await Dapper.SqlMapper.ExecuteReaderAsync(
            connection,
            """
            select owner, seq, version, name, at, occurred_at, actor, data
            from events where owner > @after and owner <= @until order by owner, seq
            """,
            new { after, until }).ConfigureAwait(false);
        await MoveAsync().ConfigureAwait(false);
    }

    /// <summary>Passes owners before this one, or all for null, and names them.</summary>
    public async Task<IReadOnlyList<string>> SkipToAsync(string? owner)
    {
        var strays = new List<string>();
        while (_owner is { } current && (owner is null || string.CompareOrdinal(current, owner) < 0))
        {
            strays.Add(current);
            await TakeAsync(current).ConfigureAwait(false);
        }

        return strays;
    }

    public async Task<List<StoredEvent>> TakeAsync(string owner)
    {
        var events = new List<StoredEvent>();
        while (_owner == owner)
        {
            var reader = _reader!;
            events.Add(new StoredEvent(
                reader.GetInt64(1),
                reader.GetInt64(2),
                new EventRecord(reader.GetString(3), reader.Instant(4), reader.MaybeInstant(5), reader.GetString(6), reader.GetString(7))));
            await MoveAsync().ConfigureAwait(false);
        }

        return events;
    }

    public ValueTask DisposeAsync() => _reader?.DisposeAsync() ?? ValueTask.CompletedTask;

    private async Task MoveAsync() =>
        _owner = await _reader!.ReadAsync().ConfigureAwait(false) ? _reader.GetString(0) : null;
}
