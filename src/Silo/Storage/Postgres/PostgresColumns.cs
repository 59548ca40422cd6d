using Npgsql;

namespace Dispatch.Silo.Storage.Postgres;

/// <summary>Parameters 1 to 24: one place per member.</summary>
internal sealed class MemberColumns
{
    private readonly List<long> _expected = [];
    private readonly List<string?> _snapshots = [];
    private readonly List<string?> _streets = [];
    private readonly List<string?> _communities = [];
    private readonly List<string?> _grids = [];
    private readonly List<string?> _types = [];
    private readonly List<string?> _statuses = [];
    private readonly List<string?> _levels = [];
    private readonly List<string?> _officers = [];
    private readonly List<string?> _reporters = [];
    private readonly List<long?> _openedAt = [];
    private readonly List<long> _open = [];
    private readonly List<long> _overdue = [];
    private readonly List<long> _footing = [];
    private readonly List<string?> _search = [];
    private readonly List<string?> _actors = [];
    private readonly List<string?> _keys = [];
    private readonly List<long> _events = [];
    private readonly List<string?> _prefixes = [];
    private readonly List<long?> _years = [];
    private readonly List<long> _lastAt = [];
    private readonly List<long> _fired = [];
    private readonly List<string?> _units = [];

    public List<string?> Ids { get; } = [];

    public IEnumerable<NpgsqlParameter> All() =>
    [
        PostgresFlush.Column(Ids), PostgresFlush.Column(_expected), PostgresFlush.Column(_snapshots), PostgresFlush.Column(_streets),
        PostgresFlush.Column(_communities), PostgresFlush.Column(_grids), PostgresFlush.Column(_types), PostgresFlush.Column(_statuses),
        PostgresFlush.Column(_levels), PostgresFlush.Column(_officers), PostgresFlush.Column(_reporters), PostgresFlush.Column(_openedAt),
        PostgresFlush.Column(_open), PostgresFlush.Column(_overdue), PostgresFlush.Column(_footing), PostgresFlush.Column(_search),
        PostgresFlush.Column(_actors), PostgresFlush.Column(_keys), PostgresFlush.Column(_events), PostgresFlush.Column(_prefixes),
        PostgresFlush.Column(_years), PostgresFlush.Column(_lastAt), PostgresFlush.Column(_fired),
        PostgresFlush.Column(_units),
    ];

    public void Add(PendingCommit member)
    {
        var commit = member.Commit;
        var columns = commit.Columns;
        Ids.Add(member.OwnerId);
        _expected.Add(commit.ExpectedVersion);
        _snapshots.Add(commit.Snapshot);
        _streets.Add(columns.StreetId);
        _communities.Add(columns.CommunityId);
        _grids.Add(columns.GridId);
        _types.Add(columns.Type);
        _statuses.Add(EnumText.Of(columns.Status));
        _levels.Add(EnumText.Of(columns.Level));
        _officers.Add(member.Officers);
        _reporters.Add(columns.ReportedBy);
        _openedAt.Add(columns.OpenedAt?.ToUnixTimeMilliseconds());
        _open.Add(StoredFlags.Flag(columns.Open));
        _overdue.Add(StoredFlags.Flag(columns.Overdue));
        _footing.Add((long)columns.Footing);
        _search.Add(columns.SearchText);
        _actors.Add(commit.Command?.ActorId);
        _keys.Add(commit.Command?.Key);
        _events.Add(commit.Events.Count);
        _prefixes.Add(member.NumberPrefix);
        _years.Add(member.NumberPrefix is null ? null : commit.NumberYear);
        _lastAt.Add(member.LastAt);
        _fired.Add(member.Fired);
        _units.Add(columns.Unit);
    }

    public void Clear()
    {
        foreach (var list in new System.Collections.IList[]
            {
                Ids, _expected, _snapshots, _streets, _communities, _grids, _types, _statuses, _levels, _officers, _reporters, _openedAt,
                _open, _overdue, _footing, _search, _actors, _keys, _events, _prefixes, _years, _lastAt, _fired, _units,
            })
        {
            list.Clear();
        }
    }
}

/// <summary>Parameters 25 to 36: one place per event, with the place of its member.</summary>
internal sealed class EventColumns
{
    private readonly List<long> _members = [];
    private readonly List<long> _order = [];
    private readonly List<string?> _owners = [];
    private readonly List<long> _versions = [];
    private readonly List<string?> _names = [];
    private readonly List<long> _at = [];
    private readonly List<long?> _occurredAt = [];
    private readonly List<string?> _actors = [];
    private readonly List<string?> _data = [];
    private readonly List<string?> _commandActors = [];
    private readonly List<string?> _commandKeys = [];
    private readonly List<string?> _commandHashes = [];

    public IEnumerable<NpgsqlParameter> All() =>
    [
        PostgresFlush.Column(_members), PostgresFlush.Column(_order), PostgresFlush.Column(_owners), PostgresFlush.Column(_versions),
        PostgresFlush.Column(_names), PostgresFlush.Column(_at), PostgresFlush.Column(_occurredAt), PostgresFlush.Column(_actors),
        PostgresFlush.Column(_data), PostgresFlush.Column(_commandActors), PostgresFlush.Column(_commandKeys),
        PostgresFlush.Column(_commandHashes),
    ];

    public void Add(int place, PendingCommit member)
    {
        var commit = member.Commit;
        for (var i = 0; i < commit.Events.Count; i++)
        {
            var (name, at, occurredAt, actor, data) = commit.Events[i];
            var mark = i == 0 ? commit.Command : null;
            _members.Add(place);
            _order.Add(i + 1);
            _owners.Add(member.OwnerId);
            _versions.Add(commit.ExpectedVersion + 1);
            _names.Add(name);
            _at.Add(at.ToUnixTimeMilliseconds());
            _occurredAt.Add(occurredAt?.ToUnixTimeMilliseconds());
            _actors.Add(actor);
            _data.Add(data);
            _commandActors.Add(mark?.ActorId);
            _commandKeys.Add(mark?.Key);
            _commandHashes.Add(mark?.BodyHash);
        }
    }

    public void Clear()
    {
        foreach (var list in new System.Collections.IList[]
            {
                _members, _order, _owners, _versions, _names, _at, _occurredAt, _actors, _data, _commandActors, _commandKeys, _commandHashes,
            })
        {
            list.Clear();
        }
    }
}

/// <summary>Parameters 37 to 42: one place per deadline.</summary>
internal sealed class DeadlineColumns
{
    private readonly List<long> _members = [];
    private readonly List<string?> _owners = [];
    private readonly List<string?> _clocks = [];
    private readonly List<long> _generations = [];
    private readonly List<long> _marks = [];
    private readonly List<long> _dueAt = [];

    public IEnumerable<NpgsqlParameter> All() =>
    [
        PostgresFlush.Column(_members), PostgresFlush.Column(_owners), PostgresFlush.Column(_clocks), PostgresFlush.Column(_generations),
        PostgresFlush.Column(_marks), PostgresFlush.Column(_dueAt),
    ];

    public void Add(int place, PendingCommit member)
    {
        foreach (var (clock, generation, mark, dueAt) in member.Commit.Deadlines)
        {
            _members.Add(place);
            _owners.Add(member.OwnerId);
            _clocks.Add(clock);
            _generations.Add(generation);
            _marks.Add(mark);
            _dueAt.Add(dueAt.ToUnixTimeMilliseconds());
        }
    }

    public void Clear()
    {
        foreach (var list in new System.Collections.IList[] { _members, _owners, _clocks, _generations, _marks, _dueAt })
        {
            list.Clear();
        }
    }
}

/// <summary>Parameters 43 to 50: one place per change of a feed.</summary>
internal sealed class FeedColumns
{
    private readonly List<long> _members = [];
    private readonly List<string?> _streets = [];
    private readonly List<string?> _cases = [];
    private readonly List<string?> _numbers = [];
    private readonly List<string?> _prefixes = [];
    private readonly List<long> _committedAt = [];
    private readonly List<long> _gone = [];
    private readonly List<string?> _rows = [];

    public IEnumerable<NpgsqlParameter> All() =>
    [
        PostgresFlush.Column(_members), PostgresFlush.Column(_streets), PostgresFlush.Column(_cases), PostgresFlush.Column(_numbers),
        PostgresFlush.Column(_prefixes), PostgresFlush.Column(_committedAt), PostgresFlush.Column(_gone), PostgresFlush.Column(_rows),
    ];

    public void Add(int place, PendingCommit member)
    {
        for (var i = 0; i < member.Rows.Length; i++)
        {
            var (street, row, gone) = member.Commit.Feed[i];
            _members.Add(place);
            _streets.Add(street);
            _cases.Add(row.Id);
            _numbers.Add(member.Commit.Number);
            _prefixes.Add(member.NumberPrefix);
            _committedAt.Add(member.LastAt);
            _gone.Add(StoredFlags.Flag(gone));
            _rows.Add(member.Rows[i]);
        }
    }

    public void Clear()
    {
        foreach (var list in new System.Collections.IList[] { _members, _streets, _cases, _numbers, _prefixes, _committedAt, _gone, _rows })
        {
            list.Clear();
        }
    }
}
