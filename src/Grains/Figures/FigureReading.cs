using System.Globalization;
using System.Runtime.CompilerServices;
using Dispatch.Contracts;
using Dispatch.Grains.Cases;
using Dispatch.Grains.Storage;

namespace Dispatch.Grains.Figures;

/// <summary>
/// Answers figures from the stored events, a page of cases at a time. The same facts make counts and lists, so that a list holds
/// exactly what its number counts.
/// </summary>
/// <param name="reads">The events.</param>
/// <param name="keys">Rows and names.</param>
public sealed class FigureReading(IFigureReads reads, FigureKeys keys)
{
    private const int CasesAtOnce = 500;

    /// <summary>Counts and rates by key.</summary>
    public async Task<FigureAnswer> CountAsync(FigureQuery query, CancellationToken cancellation = default)
    {
        var (rows, total) = (new Dictionary<string, FigureTally>(StringComparer.Ordinal), new FigureTally(null));
        if (FigurePeriods.IsPeriod(query.By))
        {
            // A period without cases is a nought in a chart, not a gap; one that had not begun is neither.
            foreach (var key in keys.Periods.Between(query.From, query.To < query.AsOf ? query.To : query.AsOf, query.By))
            {
                rows.Add(key, new FigureTally(null));
            }
        }

        await foreach (var (facts, _) in FactsAsync(query, after: null, cancellation))
        {
            total.Add(facts);
            foreach (var key in keys.Of(facts, query.By))
            {
                if (!rows.TryGetValue(key, out var row))
                {
                    rows.Add(key, row = new FigureTally(query.By == FigureBy.Clock ? key : null));
                }

                row.Add(facts);
            }
        }

        return new FigureAnswer(
            query.Scope, query.From, query.To, query.AsOf, query.By,
            [.. rows.OrderBy(row => row.Key, StringComparer.Ordinal).Select(row => new FigureRow(row.Key, keys.Name(row.Key, query.By), row.Value.Counts(), row.Value.Rates()))],
            new FigureTotal(total.Counts(), total.Rates()));
    }

    /// <summary>A page of the cases behind a number, newest first.</summary>
    public async Task<FigureCasePage> CasesAsync(FigureCaseQuery query, CancellationToken cancellation = default)
    {
        var (by, items, last) = (query.Figures.By, new List<FigureCase>(), (HistoryMark?)null);
        var clock = by == FigureBy.Clock ? query.Key : null;
        if (!FigureCursor.TryRead(query.Cursor, out var after))
        {
            return new FigureCasePage([], null);
        }

        await foreach (var (facts, history) in FactsAsync(query.Figures, after, cancellation))
        {
            if ((query.Key is { } key && !keys.Of(facts, by).Contains(key)) || facts.Times(query.Measure, clock) is not (> 0 and var times))
            {
                continue;
            }

            if (items.Count == query.Limit)
            {
                return new FigureCasePage(items, FigureCursor.Write(last!));
            }

            items.Add(Item(facts, history.Number, times));
            last = history.Mark;
        }

        return new FigureCasePage(items, null);
    }

    private FigureCase Item(CaseFacts facts, string number, int times) => new()
    {
        Id = facts.Id,
        Number = number,
        Type = facts.Type,
        Title = keys.Title(facts.Type),
        CommunityId = facts.Place.CommunityId,
        GridId = facts.Place.GridId,
        OpenedAt = facts.OpenedAt,
        Status = facts.Status,
        Times = times,
    };

    private async IAsyncEnumerable<(CaseFacts Facts, CaseHistory History)> FactsAsync(
        FigureQuery query, HistoryMark? after, [EnumeratorCancellation] CancellationToken cancellation)
    {
        var area = query.Scope.Kind == ScopeKind.Street ? (Scope?)null : query.Scope;
        while (true)
        {
            var page = await reads.HistoriesAsync(
                new HistoryQuery(query.StreetId, area, query.From, query.To, query.AsOf, after, CasesAtOnce), cancellation);
            foreach (var history in page)
            {
                if (CaseFactsFold.Of(history.Events.Select(CaseJson.Happened), query.AsOf) is { } facts && FigureKeys.IsWithin(facts, query.Scope))
                {
                    yield return (facts, history);
                }
            }

            if (page.Count < CasesAtOnce)
            {
                yield break;
            }

            after = page[^1].Mark;
        }
    }
}

/// <summary>Where a page of cases ended: opaque outside, the last case's opening and owner id inside.</summary>
internal static class FigureCursor
{
    public static string Write(HistoryMark last) =>
        string.Create(CultureInfo.InvariantCulture, $"{last.OpenedAt.ToUnixTimeMilliseconds()}~{last.OwnerId}");

    /// <summary>True with null for no cursor; false for one that was not written here.</summary>
    public static bool TryRead(string? cursor, out HistoryMark? after)
    {
        after = null;
        if (cursor is null)
        {
            return true;
        }

        var cut = cursor.IndexOf('~', StringComparison.Ordinal);
        if (cut < 0 || !long.TryParse(cursor.AsSpan(0, cut), NumberStyles.None, CultureInfo.InvariantCulture, out var at) || at > DateTimeOffset.MaxValue.ToUnixTimeMilliseconds())
        {
            return false;
        }

        after = new HistoryMark(DateTimeOffset.FromUnixTimeMilliseconds(at), cursor[(cut + 1)..]);
        return true;
    }
}
