namespace Dispatch.Silo.Storage.Postgres;

/// <summary>The two statements of a flush, sent together and answered together.</summary>
/// <remarks>
/// Locks are taken in one order by every writer: owners by id, then events and deadlines of those owners, then streets by id,
/// then their case numbers; what is inserted afterwards hangs on the street's row. Nothing joins two long lists: members are
/// found by their place in an array, so that the time of a flush grows with its length and not with its square.
/// </remarks>
internal static class PostgresFlushSql
{
    /// <summary>
    /// Planning takes longer than running, so each statement is planned once; without statistics of an empty table that plan
    /// would read whole tables for ever, so only index probes are left to choose from.
    /// </summary>
    public const string Session =
        """
        set plan_cache_mode = force_generic_plan;
        set enable_seqscan = off;
        set enable_bitmapscan = off;
        set enable_hashjoin = off;
        set enable_mergejoin = off;
        set jit = off;
        set work_mem = '32MB';
        """;

    /// <summary>Holds the owners, in the order given, so that the next statement sees the last word on each of them.</summary>
    public const string Hold =
        """
        select count(*) from unnest($1) as i(id)
        cross join lateral (select 1 from owners where id = i.id for no key update) held
        """;

    /// <summary>Judges the members, then writes what is left of them. Parameters are named in <see cref="PostgresFlush"/>.</summary>
    public const string Write =
        """
        with judged as materialized (
          select i.*, o.tid, coalesce(o.last_seq, 0) as seq, o.number, r.version as repeat_version, r.command_hash as repeat_hash,
            r.version is null and coalesce(o.version, 0) = i.expected as won
          from unnest($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15, $16, $17, $18, $19, $20, $21, $22, $23, $24)
            with ordinality as i(id, expected, snapshot, street, community, grid, type, status, level, officers, reported_by,
              opened_at, open, overdue, footing, search_text, actor, key, events, prefix, year, last_at, fired, unit, n)
          left join lateral (select ctid as tid, version, last_seq, number from owners where id = i.id offset 0) o on true
          left join lateral (
            select version, command_hash from events
            where owner = i.id and command_actor = i.actor and command_key = i.key and command_key is not null offset 0) r on true
        ),
        places as materialized (
          select array_agg(case when won then seq else -1 end order by n) as seqs,
            array_agg(number order by n) as numbers,
            array_agg(id) filter (where won and expected > 0) as changed
          from judged
        ),
        updated as (
          update owners o set version = j.expected + 1, last_seq = j.seq + j.events, street = j.street, community = j.community,
            grid = j.grid, type = j.type, status = j.status, level = j.level, officers = j.officers, reported_by = j.reported_by,
            opened_at = j.opened_at, open = j.open, overdue = j.overdue, footing = j.footing, search_text = j.search_text,
            snapshot = j.snapshot, unit = j.unit
          from judged j where o.ctid = j.tid and j.won
          returning 1
        ),
        added as (
          insert into events
            (owner, seq, version, name, at, occurred_at, actor, data, command_actor, command_key, command_hash)
          select e.owner, p.seqs[e.n] + e.k, e.version, e.name, e.at, e.occurred_at, e.actor, e.data, e.command_actor, e.command_key, e.command_hash
          from places p cross join unnest($25, $26, $27, $28, $29, $30, $31, $32, $33, $34, $35, $36)
            as e(n, k, owner, version, name, at, occurred_at, actor, data, command_actor, command_key, command_hash)
          where p.seqs[e.n] >= 0
          returning 1
        ),
        removed as (
          delete from deadlines d
          where d.owner = any((select changed from places)::text[]) and (d.owner, d.clock, d.generation, d.mark, d.due_at) not in (
            select w.owner, w.clock, w.generation, w.mark, w.due_at from unnest($38, $39, $40, $41, $42) as w(owner, clock, generation, mark, due_at))
          returning 1
        ),
        planned as (
          insert into deadlines (owner, clock, generation, mark, due_at)
          select w.owner, w.clock, w.generation, w.mark, w.due_at
          from places p cross join unnest($37, $38, $39, $40, $41, $42) as w(n, owner, clock, generation, mark, due_at)
          where p.seqs[w.n] >= 0 and (select count(*) from removed) >= 0
          on conflict (owner, clock) do nothing
          returning 1
        ),
        counted as materialized (
          select street, sum(changes)::bigint as changes, sum(fired)::bigint as fired, max(last_at) as last_at
          from (
            select street, 0 as changes, fired, last_at from judged where won
            union all
            select f.street, 1, 0, f.committed_at
            from places p cross join unnest($43, $44, $48) as f(n, street, committed_at) where p.seqs[f.n] >= 0
          ) c
          group by street order by street collate "C"
        ),
        bumped as (
          insert into streets (id, feed_at, fired, last_at)
          select street, changes, fired, last_at from counted
          where (select count(*) from updated) + (select count(*) from added) + (select count(*) from planned) >= 0
          on conflict (id) do update set feed_at = streets.feed_at + excluded.feed_at, fired = streets.fired + excluded.fired,
            last_at = greatest(streets.last_at, excluded.last_at)
          returning id, feed_at
        ),
        fresh as materialized (
          select n, street, year, row_number() over (partition by street, year order by n) as k, count(*) over (partition by street, year) as total
          from judged where won and expected = 0 and year is not null
        ),
        numbered as (
          insert into case_numbers (street, year, last)
          select street, year, total from fresh where k = 1 and (select count(*) from bumped) >= 0 order by street collate "C", year
          on conflict (street, year) do update set last = case_numbers.last + excluded.last
          returning street, year, last
        ),
        given as materialized (
          select array_agg(number order by n) as numbers
          from (
            select n, max(number) as number
            from (
              select f.n, b.last - f.total + f.k as number from fresh f join numbered b on b.street = f.street and b.year = f.year
              union all
              select n, 0 from judged
            ) each
            group by n
          ) one
        ),
        opened as (
          insert into owners
            (id, version, last_seq, number, street, community, grid, type, status, level, officers, reported_by, opened_at, open,
             overdue, footing, search_text, snapshot, unit)
          select j.id, 1, j.events,
            j.prefix || lpad(g.numbers[j.n]::text, greatest(6, length(g.numbers[j.n]::text)), '0'),
            j.street, j.community, j.grid, j.type, j.status, j.level, j.officers, j.reported_by, j.opened_at, j.open, j.overdue,
            j.footing, j.search_text, j.snapshot, j.unit
          from judged j cross join given g where j.won and j.expected = 0
        ),
        fed as (
          insert into feed_entries (street, at, case_id, number, committed_at, gone, row)
          select f.street, b.feed_at - c.changes + row_number() over (partition by f.street order by f.place), f.case_id,
            coalesce(
              f.prefix || lpad(g.numbers[f.n]::text, greatest(6, length(g.numbers[f.n]::text)), '0'),
              f.number, p.numbers[f.n]),
            f.committed_at, f.gone, f.row
          from places p cross join given g
          cross join unnest($43, $44, $45, $46, $47, $48, $49, $50) with ordinality
            as f(n, street, case_id, number, prefix, committed_at, gone, row, place)
          join bumped b on b.id = f.street join counted c on c.street = f.street
          where p.seqs[f.n] >= 0
        )
        select j.n, j.won, j.repeat_version, j.repeat_hash,
          coalesce(j.number, j.prefix || lpad(g.numbers[j.n]::text, greatest(6, length(g.numbers[j.n]::text)), '0')),
          null::text, null::bigint
        from judged j cross join given g
        union all
        select null, null, null, null, null, b.id, b.feed_at - c.changes from bumped b join counted c on c.street = b.id
        """;
}
