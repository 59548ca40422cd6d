using System.Data.Common;
using System.Globalization;
using Dapper;
using Dispatch.Silo.Storage.Reads;

namespace Dispatch.Silo.Storage.Auditing;

/// <summary>Checks what streets count: feed numbers, case numbers, firings; and that each feed ends in the open cases that are stored.</summary>
internal sealed class NumbersAudit(DbConnection connection, AuditReport report)
{
    public async Task RunAsync(CancellationToken cancellation)
    {
        await CheckFeedsAsync().ConfigureAwait(false);
        cancellation.ThrowIfCancellationRequested();
        await CheckCaseNumbersAsync().ConfigureAwait(false);
        cancellation.ThrowIfCancellationRequested();
        await CheckBoardsAsync().ConfigureAwait(false);
        await CheckFiringsAsync().ConfigureAwait(false);
    }

    /// <summary>Numbers are unique by the table's key, so a count tells whether one is missing.</summary>
    private async Task CheckFeedsAsync()
    {
        var feeds = await connection.RowsAsync(
            """
            select s.id, s.feed_at, s.kept_after, f.entries, f.last
            from streets s
            left join (
              select e.street, sum(case when e.at > k.kept_after then 1 else 0 end) as entries, max(e.at) as last
              from feed_entries e join streets k on k.id = e.street group by e.street) f on f.street = s.id
            order by s.id
            """,
            new { },
            reader => (
                Street: reader.GetString(0), Head: reader.GetInt64(1), KeptAfter: reader.GetInt64(2), Entries: reader.Number(3) ?? 0,
                Last: reader.Number(4) ?? 0)).ConfigureAwait(false);
        foreach (var (street, head, keptAfter, entries, last) in feeds)
        {
            if (entries != head - keptAfter || (last != head && entries > 0))
            {
                report.Add(
                    "feed-gap",
                    street,
                    $"The feed counts to {head}, is kept whole after {keptAfter}, and has {entries} entries there, the last of them {last}.");
            }
        }

        foreach (var street in await connection.RowsAsync(
            "select distinct street from feed_entries where street not in (select id from streets)",
            new { },
            reader => reader.GetString(0)).ConfigureAwait(false))
        {
            report.Add("feed-without-street", street, "There are feed entries of a street that counts none.");
        }
    }

    private async Task CheckCaseNumbersAsync()
    {
        var expected = (await connection.RowsAsync(
            "select street, year, last from case_numbers",
            new { },
            reader => (
                Prefix: string.Create(CultureInfo.InvariantCulture, $"{reader.GetString(0)}-{reader.GetInt64(1)}"),
                Last: reader.GetInt64(2))).ConfigureAwait(false))
            .ToDictionary(row => row.Prefix, row => row.Last, StringComparer.Ordinal);
        var given = new Dictionary<string, (long Count, long Max)>(StringComparer.Ordinal);
        await using (var reader = await connection.ExecuteReaderAsync(
            "select number from owners where number is not null order by number").ConfigureAwait(false))
        {
            string? before = null;
            while (await reader.ReadAsync().ConfigureAwait(false))
            {
                var number = reader.GetString(0);
                if (number == before)
                {
                    report.Add("case-number-twice", number, "Two cases have this number.");
                    continue;
                }

                before = number;
                var dash = number.LastIndexOf('-');
                if (dash < 0 || !long.TryParse(number.AsSpan(dash + 1), NumberStyles.None, CultureInfo.InvariantCulture, out var last))
                {
                    report.Add("case-number-unreadable", number, "A case's number is {street}-{year}-{6 digits}.");
                    continue;
                }

                var (count, max) = given.GetValueOrDefault(number[..dash]);
                given[number[..dash]] = (count + 1, Math.Max(max, last));
            }
        }

        foreach (var prefix in expected.Keys.Union(given.Keys, StringComparer.Ordinal).Order(StringComparer.Ordinal))
        {
            var (count, max) = given.GetValueOrDefault(prefix);
            var last = expected.GetValueOrDefault(prefix);
            if (count != last || max != last)
            {
                report.Add("case-number-gap", prefix, $"The street counts to {last}; {count} cases have numbers, the highest {max}.");
            }
        }
    }

    /// <summary>The newest entry of each case must say what its row says: open there, or gone.</summary>
    private async Task CheckBoardsAsync()
    {
        foreach (var (street, caseId, gone) in await connection.RowsAsync(
            $"""
            select f.street, f.case_id, f.gone
            from (select street, case_id, max(at) as at from feed_entries group by street, case_id) n
            join feed_entries f on f.street = n.street and f.at = n.at
            left join owners o on o.id = 'case:' || f.case_id and o.open = 1 and o.street = f.street
            where (f.gone = 0 and o.id is null) or (f.gone = 1 and o.id is not null)
            limit {AuditReport.FindingsKept}
            """,
            new { },
            reader => (reader.GetString(0), reader.GetString(1), reader.GetInt64(2) == 1)).ConfigureAwait(false))
        {
            report.Add(
                "board-differs",
                $"case:{caseId}",
                gone ? $"The feed of {street} lets it go and it is open there." : $"The feed of {street} has it open and it is not.");
        }

        foreach (var id in await connection.RowsAsync(
            $"""
            select o.id from owners o
            left join (select street, case_id, max(at) as at from feed_entries group by street, case_id) n
              on n.street = o.street and 'case:' || n.case_id = o.id
            where o.open = 1 and o.opened_at is not null and n.at is null
            limit {AuditReport.FindingsKept}
            """,
            new { },
            reader => reader.GetString(0)).ConfigureAwait(false))
        {
            report.Add("board-lacks", id, "It is open and the feed of its street has never had it.");
        }
    }

    private async Task CheckFiringsAsync()
    {
        var counted = await connection.ExecuteScalarAsync<long>(
            "select cast(coalesce(sum(fired), 0) as bigint) from streets").ConfigureAwait(false);
        if (counted != report.Fired + report.Doubled)
        {
            report.Add("fired-count", "streets", $"Streets count {counted} firings and the events have {report.Fired + report.Doubled}.");
        }
    }
}
