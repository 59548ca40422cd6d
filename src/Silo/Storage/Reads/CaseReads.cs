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
                    reader => (Owner: StoredRows.Owner(reader), OpenedAt: reader.Instant(4))).ConfigureAwait(false);
                var more = rows.Count > limit;
                var owners = rows.Take(limit).Select(row => row.Owner).ToList();
                return (owners, more ? new OpenedMark(rows[limit - 1].OpenedAt, owners[^1].OwnerId).ToCursor() : null);
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
                ScopeKind.Department => $" {scope} ",
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

        if (OpenedMark.Of(query.Cursor) is { } after)
        {
            And("(o.opened_at, o.id) < (@cursorAt, @cursorId)", "cursorAt", after.OpenedAt.ToUnixTimeMilliseconds());
            arguments.Add("cursorId", after.OwnerId);
        }

        return where;
    }

    private string ScopeCondition(Scope scope) => scope.Kind switch
    {
        ScopeKind.Street => "o.street = @scope",
        ScopeKind.Community => "o.community = @scope",
        ScopeKind.Grid => "o.grid = @scope",
        ScopeKind.Officer or ScopeKind.Department => store.Contains("o.officers", "@scope"),
        ScopeKind.Case => "o.id = @scope",
        _ => "@scope is null",
    };
}
