using Dispatch.Contracts;
using Dispatch.Grains.Cases;
using Dispatch.Grains.Clocks;
using Dispatch.Grains.Policies;
using Dispatch.Grains.Routing;
using Dispatch.Grains.Storage;
using Orleans.Concurrency;

namespace Dispatch.Grains.Queries;

/// <summary>Reads the store for hubs. It decides nothing and keeps nothing.</summary>
[StatelessWorker]
public sealed class CityQueryGrain(
    ICaseReads cases, IDispatchStore store, IFeedReads feeds, IDeadlineReads deadlines, CaseRows rows, IPolicyShelf policies, AreaMap map) : Grain, ICityQueryGrain
{
    private const int MostSpans = 2_000;

    private const int EventsAtOnce = 500;

    /// <inheritdoc/>
    public async Task<CasePage> Cases(CaseQuery query)
    {
        var (owners, next) = await cases.ListAsync(query);
        var views = new List<CaseView>(owners.Count);
        foreach (var owner in owners)
        {
            views.Add(await rows.ViewAsync(owner));
        }

        return new CasePage(views, next);
    }

    /// <inheritdoc/>
    public async Task<IReadOnlyList<HistoryEntry>?> History(string ownerId, long afterSeq, int limit)
    {
        if (!Scope.TryParse(ownerId, out var owner))
        {
            return null;
        }

        var events = await store.EventsAsync(owner, afterSeq, limit);
        if (events.Count == 0 && await store.LoadAsync(owner) is null)
        {
            return null;
        }

        return [.. events.Select(stored => new HistoryEntry
        {
            Seq = stored.Seq,
            Event = stored.Event.Name,
            At = stored.Event.At,
            OccurredAt = stored.Event.OccurredAt,
            Actor = stored.Event.Actor,
            Data = stored.Event.Data,
        })];
    }

    /// <inheritdoc/>
    public async Task<CaseLedger?> Ledger(string caseId, DateTimeOffset now)
    {
        var owner = Scope.Case(caseId);
        if (await store.LoadAsync(owner) is not { } stored)
        {
            return null;
        }

        // What was committed since the snapshot was read belongs to the next answer.
        var told = new List<Happened>();
        IReadOnlyList<StoredEvent> page;
        for (var after = 0L; (page = await store.EventsAsync(owner, after, EventsAtOnce)).Count > 0; after = page[^1].Seq)
        {
            told.AddRange(page.Where(line => line.Version <= stored.Version && ClockLedgers.Tells(line.Event.Name)).Select(line => CaseJson.Happened(line.Event)));
        }

        var @case = CaseJson.Case(stored.Snapshot);
        return ClockLedgers.Of(@case, told, await policies.FindAsync(@case.PolicyId, @case.PolicyVersion), now);
    }

    /// <inheritdoc/>
    public async Task<AnswerLinks?> Links(string caseId)
    {
        var owner = Scope.Case(caseId);
        var told = new List<Happened>();
        IReadOnlyList<StoredEvent> page;
        for (var after = 0L; (page = await store.EventsAsync(owner, after, EventsAtOnce)).Count > 0; after = page[^1].Seq)
        {
            told.AddRange(page.Select(line => CaseJson.Happened(line.Event)));
        }

        return told is [{ Event: Reported reported }, ..] ? LinkTimes.Of(told, policies.Find(reported.PolicyId, reported.PolicyVersion)) : null;
    }

    /// <inheritdoc/>
    public async Task<FeedSnapshot?> BoardAt(string streetId, DateTimeOffset at) =>
        await feeds.RowsAtAsync(streetId, at) is { } then
            ? new FeedSnapshot(streetId, then.Position.Epoch, then.Position.At, then.Rows)
            : null;

    /// <inheritdoc/>
    public async Task<DeadlineReport> Deadlines(DateTimeOffset now)
    {
        var counts = await deadlines.CountAsync(now);
        var lateness = await GrainFactory.GetGrain<ILatenessGrain>(0).Read();
        return new DeadlineReport(counts.Due, counts.Fired, lateness, counts.OldestOverdue, counts.OpenCases);
    }

    /// <inheritdoc/>
    public async Task<string> Catalogue(Scope? area, DateTimeOffset at)
    {
        var (street, community) = (area is { } known ? map.Territory.StreetOf(known) : TerritoryViews.StreetFor(map.Territory, area), CommunityOf(area));
        var adopted = street is null ? null : await GrainFactory.GetGrain<IPolicyGrain>(street.Scope.ToString()).InForce(community, at);
        return Queries.Catalogue.Json(adopted is null ? policies.Current : await policies.FindAsync(adopted.Id, adopted.Version));
    }

    private string? CommunityOf(Scope? area) => area switch
    {
        { Kind: ScopeKind.Community, Id: var id } => id,
        { Kind: ScopeKind.Grid, Id: var id } => map.Territory.FindGrid(id)?.CommunityId,
        _ => null,
    };

    /// <inheritdoc/>
    public Task<CalendarSpans?> WorkingSpans(string calendarId, DateTimeOffset from, DateTimeOffset to)
    {
        if (!policies.Current.Calendars.TryGetValue(calendarId, out var calendar))
        {
            return Task.FromResult<CalendarSpans?>(null);
        }

        return Task.FromResult<CalendarSpans?>(new CalendarSpans(
            calendarId,
            calendar.Zone.Id,
            calendar.StandardDayMs,
            [.. calendar.WorkingSpans(from, to).Take(MostSpans).Select(span => new TimeSpanOfWork(span.From, span.To))],
            calendar.UncoveredYears(from, to).Any()));
    }
}
