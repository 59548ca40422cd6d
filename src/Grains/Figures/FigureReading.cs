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
/// <param name="shelf">What was found out before.</param>
/// <param name="keys">Rows and names.</param>
public sealed class FigureReading(IFigureReads reads, FactsShelf shelf, FigureKeys keys)
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

    /// <summary>The cases opened under an adopted pack beside the others, from the adoption's first instant on.</summary>
    public async Task<FigureComparison> CompareAsync(FigureQuery query, PolicyAdoption adoption, CancellationToken cancellation = default)
    {
        var (pilot, rest) = (new FigureTally(null), new FigureTally(null));
        var since = query with { From = adoption.From > query.From ? adoption.From : query.From };
        if (since.From < since.To)
        {
            await foreach (var (facts, _) in FactsAsync(since, after: null, cancellation))
            {
                (new PolicyName(facts.PolicyId, facts.PolicyVersion) == adoption.Policy ? pilot : rest).Add(facts);
            }
        }

        var (one, other) = (new FigureTotal(pilot.Counts(), pilot.Rates()), new FigureTotal(rest.Counts(), rest.Rates()));
        return new FigureComparison
        {
            Adoption = adoption,
            Scope = query.Scope,
            From = since.From,
            To = query.To,
            AsOf = query.AsOf,
            Pilot = one,
            Rest = other,
            Comparable = Math.Min(one.Counts.Opened, other.Counts.Opened) >= FigureComparison.FewestCases,
        };
    }

    /// <summary>A page of the cases behind a number, newest first.</summary>
    public async Task<FigureCasePage> CasesAsync(FigureCaseQuery query, CancellationToken cancellation = default)
    {
        var (by, items, last) = (query.Figures.By, new List<FigureCase>(), (OpenedMark?)null);
        var clock = by == FigureBy.Clock ? query.Key : null;
        await foreach (var (facts, opened) in FactsAsync(query.Figures, OpenedMark.Of(query.Cursor), cancellation))
        {
            if ((query.Key is { } key && !keys.Of(facts, by).Contains(key)) || facts.Times(query.Measure, clock) is not (> 0 and var times))
            {
                continue;
            }

            if (items.Count == query.Limit)
            {
                return new FigureCasePage(items, last!.ToCursor());
            }

            items.Add(Item(facts, opened.Number, times));
            last = opened.Mark;
        }

        return new FigureCasePage(items, null);
    }

    private FigureCase Item(CaseFacts facts, string number, int times) => new()
    {
        Id = facts.Id,
        Number = number,
        Type = facts.Type,
        Title = keys.Title(facts.Type),
        CommunityId = facts.CommunityId,
        GridId = facts.GridId,
        OpenedAt = facts.OpenedAt,
        Status = facts.Status,
        Times = times,
    };

    private async IAsyncEnumerable<(CaseFacts Facts, OpenedCase Case)> FactsAsync(
        FigureQuery query, OpenedMark? after, [EnumeratorCancellation] CancellationToken cancellation)
    {
        var area = query.Scope.Kind == ScopeKind.Street ? (Scope?)null : query.Scope;
        var end = query.To < query.AsOf ? query.To : query.AsOf;
        while (true)
        {
            var page = await reads.OpenedAsync(new OpenedQuery(query.StreetId, area, query.From, end, after, CasesAtOnce), cancellation);
            var facts = await FactsAsync(page, query.AsOf, cancellation);
            foreach (var opened in page)
            {
                if (facts.TryGetValue(opened.Mark.OwnerId, out var found) && FigureKeys.IsWithin(found, query.Scope))
                {
                    yield return (found, opened);
                }
            }

            if (page.Count < CasesAtOnce)
            {
                yield break;
            }

            after = page[^1].Mark;
        }
    }

    /// <summary>The facts of a page of cases by owner id: those that the shelf has, and the others from their events.</summary>
    private async Task<Dictionary<string, CaseFacts>> FactsAsync(IReadOnlyList<OpenedCase> page, DateTimeOffset asOf, CancellationToken cancellation)
    {
        var (facts, others) = (new Dictionary<string, CaseFacts>(page.Count, StringComparer.Ordinal), new Dictionary<string, long>(StringComparer.Ordinal));
        foreach (var (mark, _, lastSeq) in page)
        {
            if (shelf.Find(mark.OwnerId, lastSeq, asOf) is { } kept)
            {
                facts.Add(mark.OwnerId, kept);
            }
            else
            {
                others.Add(mark.OwnerId, lastSeq);
            }
        }

        if (others.Count == 0)
        {
            return facts;
        }

        foreach (var (ownerId, events) in await reads.HistoriesAsync([.. others.Keys], asOf, cancellation))
        {
            if (CaseFactsFold.Of(events.Select(stored => CaseJson.Happened(stored.Event)), asOf) is not { } found)
            {
                continue;
            }

            facts.Add(ownerId, found);
            if (events[^1].Seq == others[ownerId])
            {
                shelf.Keep(ownerId, events[^1].Seq, events[^1].Event.At, found);
            }
        }

        return facts;
    }
}
