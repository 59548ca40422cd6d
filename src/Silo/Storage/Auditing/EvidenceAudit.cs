using System.Data.Common;
using System.Text.Json;
using Dapper;
using Dispatch.Grains.Storage;
using Dispatch.Silo.Storage.Evidence;
using Dispatch.Silo.Storage.Reads;

namespace Dispatch.Silo.Storage.Auditing;

/// <summary>Checks that what cases show is kept, and that what is kept is what its id says. One part is in memory at a time.</summary>
internal sealed class EvidenceAudit(DbConnection connection, AuditReport report)
{
    private const int Page = 500;

    /// <summary>The ids that an event attached to its case, read from the event itself.</summary>
    public static IEnumerable<string> Attached(EventRecord happening)
    {
        if (happening.Name != "EvidenceAttached")
        {
            return [];
        }

        using var json = JsonDocument.Parse(happening.Data);
        return json.RootElement.TryGetProperty("items", out var items) && items.ValueKind == JsonValueKind.Array
            ? [.. items.EnumerateArray().Select(item => item.TryGetProperty("id", out var id) ? id.GetString() : null).OfType<string>()]
            : [];
    }

    /// <summary>Finds pieces that cases show and that are not there.</summary>
    public async Task CheckKeptAsync(IReadOnlyList<(string Owner, string Id)> attached)
    {
        foreach (var some in attached.Chunk(Page))
        {
            var kept = await KeptAmongAsync([.. some.Select(piece => piece.Id).Distinct(StringComparer.Ordinal)]).ConfigureAwait(false);
            foreach (var (owner, id) in some.Where(piece => !kept.Contains(piece.Id)))
            {
                report.Add("evidence-missing", owner, $"It shows the evidence {id}, which is not kept.");
            }
        }
    }

    /// <summary>Finds pieces whose bytes are not those that their id was made from.</summary>
    public async Task CheckBytesAsync(CancellationToken cancellation)
    {
        var after = "";
        List<string> ids;
        do
        {
            ids = await connection.RowsAsync(
                "select id from evidence where whole = 1 and id > @after order by id limit @page",
                new { after, page = (long)Page },
                reader => reader.GetString(0)).ConfigureAwait(false);
            foreach (var id in ids)
            {
                cancellation.ThrowIfCancellationRequested();
                if (await EvidenceBytes.HashAsync(connection, id).ConfigureAwait(false) != id)
                {
                    report.Add("evidence-damaged", id, "Its bytes are not those that its id was made from.");
                }

                after = id;
            }
        }
        while (ids.Count == Page);
    }
    private async Task<HashSet<string>> KeptAmongAsync(string[] ids)
    {
        // A parameter each: the two drivers do not agree on lists.
        var arguments = new DynamicParameters();
        foreach (var (place, id) in ids.Index())
        {
            arguments.Add($"id{place}", id);
        }

        var rows = await connection.RowsAsync(
            $"select id from evidence where whole = 1 and id in ({string.Join(", ", ids.Select((_, place) => $"@id{place}"))})",
            arguments,
            reader => reader.GetString(0)).ConfigureAwait(false);
        return rows.ToHashSet(StringComparer.Ordinal);
    }
}
