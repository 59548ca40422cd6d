using System.Runtime.InteropServices;
using Dispatch.Contracts;
using Dispatch.Grains.Storage;

namespace Dispatch.Silo.Storage.Sqlite;

/// <summary>
/// What one transaction of the writer does. Members that lose the version check or repeat a command are found before anything
/// of theirs is written; counters of streets are read once and written back at the end.
/// </summary>
internal sealed class SqliteFlush(SqliteStatements sql, FeedHints hints)
{
    private readonly Dictionary<string, StreetCounter> _streets = new(StringComparer.Ordinal);
    private readonly Dictionary<(string Street, int Year), long> _numbers = [];
    private readonly List<(string Clock, long Generation, long Mark, long DueAt)> _stored = [];

    /// <summary>Starts afresh, after a commit as after a rollback.</summary>
    public void Clear()
    {
        _streets.Clear();
        _numbers.Clear();
    }

    /// <summary>Writes one member and says what will have become of it once the transaction is committed.</summary>
    public Verdict Write(PendingCommit member)
    {
        var commit = member.Commit;
        var (version, lastSeq, number) = Find(member.OwnerId);
        if (commit.Command is { } command && FindCommand(member.OwnerId, command) is { } before)
        {
            return new Verdict(member, VerdictKind.Repeated, before.Version, number, before.Hash);
        }

        if (version != commit.ExpectedVersion)
        {
            return new Verdict(member, VerdictKind.Stale, version, number, null);
        }

        var street = Street(commit.Columns.StreetId);
        street.LastAt = Math.Max(street.LastAt, member.LastAt);
        street.Fired += member.Fired;
        number ??= commit is { ExpectedVersion: 0, NumberYear: { } year } ? NextNumber(commit.Columns.StreetId, year) : null;
        PutOwner(member, lastSeq, number);
        AddEvents(member, lastSeq);
        PutDeadlines(member);
        AddFeed(member, number);
        PutNotices(member);
        return new Verdict(member, VerdictKind.Stored, version + 1, number, null);
    }

    /// <summary>Writes the counters: the last thing before the commit.</summary>
    public void Close()
    {
        foreach (var (id, street) in _streets)
        {
            sql.PutStreet.With(1, id).With(2, street.FeedAt).With(3, street.Fired).With(4, street.LastAt).ExecuteNonQuery();
        }

        foreach (var ((street, year), last) in _numbers)
        {
            sql.PutCaseNumber.With(1, street).With(2, year).With(3, last).ExecuteNonQuery();
        }
    }

    private (long Version, long LastSeq, string? Number) Find(string owner)
    {
        using var reader = sql.FindOwner.With(1, owner).ExecuteReader();
        return reader.Read() ? (reader.GetInt64(0), reader.GetInt64(1), reader.IsDBNull(2) ? null : reader.GetString(2)) : default;
    }

    private (long Version, string Hash)? FindCommand(string owner, CommandMark command)
    {
        using var reader = sql.FindCommand.With(1, owner).With(2, command.ActorId).With(3, command.Key).ExecuteReader();
        return reader.Read() ? (reader.GetInt64(0), reader.GetString(1)) : null;
    }

    private void PutOwner(PendingCommit member, long lastSeq, string? number)
    {
        var commit = member.Commit;
        var columns = commit.Columns;
        (commit.ExpectedVersion == 0 ? sql.AddOwner : sql.ChangeOwner)
            .With(1, member.OwnerId)
            .With(2, commit.ExpectedVersion + 1)
            .With(3, lastSeq + commit.Events.Count)
            .With(4, number)
            .With(5, columns.StreetId)
            .With(6, columns.CommunityId)
            .With(7, columns.GridId)
            .With(8, columns.Type)
            .With(9, EnumText.Of(columns.Status))
            .With(10, EnumText.Of(columns.Level))
            .With(11, member.Officers)
            .With(12, columns.ReportedBy)
            .With(13, columns.OpenedAt?.ToUnixTimeMilliseconds())
            .With(14, StoredFlags.Flag(columns.Open))
            .With(15, StoredFlags.Flag(columns.Overdue))
            .With(16, (long)columns.Footing)
            .With(17, columns.SearchText)
            .With(18, commit.Snapshot)
            .With(19, columns.Unit)
            .ExecuteNonQuery();
    }

    private void AddEvents(PendingCommit member, long lastSeq)
    {
        var commit = member.Commit;
        sql.AddEvent.With(1, member.OwnerId).With(3, commit.ExpectedVersion + 1);
        for (var i = 0; i < commit.Events.Count; i++)
        {
            var (name, at, occurredAt, actor, data) = commit.Events[i];
            var mark = i == 0 ? commit.Command : null;
            sql.AddEvent
                .With(2, lastSeq + 1 + i)
                .With(4, name)
                .With(5, at.ToUnixTimeMilliseconds())
                .With(6, occurredAt?.ToUnixTimeMilliseconds())
                .With(7, actor)
                .With(8, data)
                .With(9, mark?.ActorId)
                .With(10, mark?.Key)
                .With(11, mark?.BodyHash)
                .ExecuteNonQuery();
        }
    }

    /// <summary>Rows that stay as they are keep their lease: a comment takes no firing out of a sweeper's hands.</summary>
    private void PutDeadlines(PendingCommit member)
    {
        ReadDeadlines(member);
        var wanted = member.Commit.Deadlines;
        foreach (var row in _stored)
        {
            if (!wanted.Any(deadline => Same(deadline, row)))
            {
                sql.RemoveDeadline.With(1, member.OwnerId).With(2, row.Clock).ExecuteNonQuery();
            }
        }

        foreach (var deadline in wanted)
        {
            if (!_stored.Exists(row => Same(deadline, row)))
            {
                sql.AddDeadline
                    .With(1, member.OwnerId)
                    .With(2, deadline.Clock)
                    .With(3, deadline.Generation)
                    .With(4, deadline.Mark)
                    .With(5, deadline.DueAt.ToUnixTimeMilliseconds())
                    .ExecuteNonQuery();
            }
        }
    }

    private void ReadDeadlines(PendingCommit member)
    {
        _stored.Clear();
        if (member.Commit.ExpectedVersion == 0)
        {
            return;
        }

        using var reader = sql.FindDeadlines.With(1, member.OwnerId).ExecuteReader();
        while (reader.Read())
        {
            _stored.Add((reader.GetString(0), reader.GetInt64(1), reader.GetInt64(2), reader.GetInt64(3)));
        }
    }

    private static bool Same(Deadline deadline, (string Clock, long Generation, long Mark, long DueAt) row) =>
        deadline.Clock == row.Clock && deadline.Generation == row.Generation && deadline.Mark == row.Mark
        && deadline.DueAt.ToUnixTimeMilliseconds() == row.DueAt;

    private void AddFeed(PendingCommit member, string? number)
    {
        for (var i = 0; i < member.Rows.Length; i++)
        {
            var (streetId, row, gone) = member.Commit.Feed[i];
            var at = ++Street(streetId).FeedAt;
            sql.AddFeedEntry
                .With(1, streetId)
                .With(2, at)
                .With(3, row.Id)
                .With(4, number)
                .With(5, member.LastAt)
                .With(6, StoredFlags.Flag(gone))
                .With(7, member.Rows[i])
                .ExecuteNonQuery();
            hints.Add(streetId, new FeedEntry(at, number is null || row.Number == number ? row : row with { Number = number }, gone));
        }
    }

    private void PutNotices(PendingCommit member)
    {
        var (gone, opened) = member.Commit.Notices;
        foreach (var cause in gone)
        {
            using var ended = sql.EndNotices.With(1, member.OwnerId).With(2, cause).With(3, member.LastAt).ExecuteReader();
            while (ended.Read())
            {
                hints.AddNotices(ended.GetString(0));
            }
        }

        for (var i = 0; i < opened.Count; i++)
        {
            hints.AddNotices(opened[i].Receiver);
            sql.AddNotice
                .With(1, member.NoticeId(i))
                .With(2, member.OwnerId)
                .With(3, member.Commit.Columns.StreetId)
                .With(4, opened[i].Receiver)
                .With(5, opened[i].Cause)
                .With(6, StoredFlags.Flag(opened[i].Urgent))
                .With(7, opened[i].At.ToUnixTimeMilliseconds())
                .With(8, opened[i].ExpiresAt?.ToUnixTimeMilliseconds())
                .With(9, opened[i].Payload)
                .ExecuteNonQuery();
        }
    }

    private StreetCounter Street(string id)
    {
        if (!_streets.TryGetValue(id, out var street))
        {
            _streets[id] = street = new StreetCounter { FeedAt = (long?)sql.FindStreet.With(1, id).ExecuteScalar() ?? 0 };
        }

        return street;
    }

    private string NextNumber(string street, int year)
    {
        ref var last = ref CollectionsMarshal.GetValueRefOrAddDefault(_numbers, (street, year), out var known);
        if (!known)
        {
            last = (long?)sql.FindCaseNumber.With(1, street).With(2, year).ExecuteScalar() ?? 0;
        }

        return StoredFlags.CaseNumber(street, year, ++last);
    }

    private sealed class StreetCounter
    {
        public long FeedAt { get; set; }

        public long Fired { get; set; }

        public long LastAt { get; set; }
    }
}
