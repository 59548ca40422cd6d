using System.Buffers.Text;
using System.Globalization;
using System.Text;
using Dapper;
using Dispatch.Contracts;
using Dispatch.Grains.Storage;

namespace Dispatch.Silo.Storage.Reads;

/// <summary>Lists of cases, newest first, continued after the last one seen: a page costs the same however deep it lies.</summary>
internal sealed class CaseReads(IStoreAccess store) : ICaseReads
{
    public ValueTask<(IReadOnlyList<StoredOwner> Owners, string? Next)> ListAsync(CaseQuery query, CancellationToken cancellation = default)
    {
        var limit = Math.Clamp(query.Limit, 1, 200);
        var arguments = new DynamicParameters();
        var where = Conditions(query, arguments);
        arguments.Add("limit", limit + 1);
        return store.ReadAsync<(IReadOnlyList<StoredOwner>, string?)>(
            async connection =>
            {
                var rows = await connection.RowsAsync(
                    $"""
                    select {StoredRows.OwnerColumns}, o.opened_at from owners o
                    where o.opened_at is not null{where}
                    order by o.opened_at desc, o.id desc limit @limit
                    """,
                    arguments,
                    reader => (Owner: StoredRows.Owner(reader), OpenedAt: reader.GetInt64(4))).ConfigureAwait(false);
                var more = rows.Count > limit;
                var owners = rows.Take(limit).Select(row => row.Owner).ToList();
                return (owners, more ? ListCursor.Write(rows[limit - 1].OpenedAt, owners[^1].OwnerId) : null);
            },
            cancellation);
    }

    private StringBuilder Conditions(CaseQuery query, DynamicParameters arguments)
    {
        var where = new StringBuilder();
        void And(string condition, string name, object value)
        {
            where.Append(CultureInfo.InvariantCulture, $" and {condition}");
            arguments.Add(name, value);
        }

        if (query.Scope is { } scope)
        {
            And(ScopeCondition(scope), "scope", scope.Kind switch
            {
                ScopeKind.Case => scope.ToString(),
                ScopeKind.Officer => $" {scope.Id} ",
                _ => scope.Id,
            });
        }

        if (query.Status is { } status)
        {
            And("o.status = @status", "status", EnumText.Of<CaseStatus>(status)!);
        }

        if (query.Type is { } type)
        {
            And("o.type = @type", "type", type);
        }

        if (query.Overdue is { } overdue)
        {
            And("o.overdue = @overdue", "overdue", StoredFlags.Flag(overdue));
        }

        if (query.Text is { Length: > 0 } text)
        {
            And($"({store.Contains("o.search_text", "@text")} or {store.Contains("lower(o.number)", "@text")})", "text", text.ToLowerInvariant());
        }

        if (query.ReportedBy is { } reporter)
        {
            And("o.reported_by = @reporter", "reporter", reporter);
        }

        if (ListCursor.Read(query.Cursor) is var (openedAt, id))
        {
            And("(o.opened_at, o.id) < (@cursorAt, @cursorId)", "cursorAt", openedAt);
            arguments.Add("cursorId", id);
        }

        return where;
    }

    private string ScopeCondition(Scope scope) => scope.Kind switch
    {
        ScopeKind.Street => "o.street = @scope",
        ScopeKind.Community => "o.community = @scope",
        ScopeKind.Grid => "o.grid = @scope",
        ScopeKind.Officer => store.Contains("o.officers", "@scope"),
        ScopeKind.Case => "o.id = @scope",
        _ => "@scope is null",
    };
}

/// <summary>Where a page of a list ended: opaque outside, the last case's opening and id inside.</summary>
internal static class ListCursor
{
    public static string Write(long openedAt, string id) =>
        Base64Url.EncodeToString(Encoding.UTF8.GetBytes(string.Create(CultureInfo.InvariantCulture, $"{openedAt} {id}")));

    /// <summary>Null for null; a cursor that none of these wrote points past the end, so that its page is empty.</summary>
    public static (long OpenedAt, string Id)? Read(string? cursor)
    {
        if (cursor is null)
        {
            return null;
        }

        if (cursor.Length <= 256 && Base64Url.IsValid(cursor))
        {
            var text = Encoding.UTF8.GetString(Base64Url.DecodeFromChars(cursor));
            var space = text.IndexOf(' ', StringComparison.Ordinal);
            if (space > 0 && long.TryParse(text.AsSpan(0, space), NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var at)
                && !text.Contains('\0', StringComparison.Ordinal))
            {
                return (at, text[(space + 1)..]);
            }
        }

        return (long.MinValue, "");
    }
}
