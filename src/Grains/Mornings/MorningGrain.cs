using Dispatch.Contracts;
using Dispatch.Grains.Cases;
using Dispatch.Grains.Policies;
using Dispatch.Grains.Policies.Adopting;
using Dispatch.Grains.Routing;
using Dispatch.Grains.Storage;
using Orleans.Concurrency;

namespace Dispatch.Grains.Mornings;

/// <summary>Reads mornings for hubs, one at a time in each silo: looking back must not take the machine from what is there.</summary>
[StatelessWorker(1)]
public sealed class MorningGrain(IMorningReads reads, IOutageStore outages, IPolicyShelf policies, Territory territory) : Grain, IMorningGrain
{
    /// <summary>The most misses that are counted.</summary>
    private const int MostMisses = 20_000;

    /// <summary>The most cases with cards that are looked at.</summary>
    private const int MostCarded = 2_000;

    private const int CasesAtOnce = 500;
    private const int MostOutages = 50;

    /// <summary>A proposed card that nobody decided on for so long is looked for no more.</summary>
    private static readonly TimeSpan CardsSince = TimeSpan.FromDays(60);

    /// <inheritdoc/>
    public async Task<MorningView> Look(MorningQuery query)
    {
        var calendar = policies.Current.StreetCalendar;
        var days = MorningDays.Of(query.Now, query.Day, calendar);
        var cases = new Dictionary<string, MorningFact>(StringComparer.Ordinal);
        await TakeOpen(cases, query.Scope, days);
        Take(cases, await reads.CardedAsync(query.Scope, query.Now - CardsSince, after: null, MostCarded));
        var facts = new MorningFacts
        {
            Query = query,
            Days = days,
            Misses = [.. (await reads.MissesAsync(query.Scope, days.Since, MostMisses)).Select(one => (one.OwnerId, CaseJson.Happened(one.Event)))],
            Cases = cases,
            Ahead = days.Day == MorningDays.Today(query.Now, calendar.Zone) && query.Now < days.To ? await Ahead(query, days) : null,
            Silent = await Silent(query),
            Outages = await outages.OutagesAsync(query.StreetId, query.Now - Morning.CardsOf, MostOutages),
        };
        foreach (var chunk in Morning.OwnersOf(facts).Where(id => !cases.ContainsKey(id)).ToList().Chunk(CasesAtOnce))
        {
            Take(cases, await reads.CasesAsync(chunk));
        }

        return Morning.Of(facts) with { Calendars = await Calendars(query) };
    }

    private async Task<IReadOnlyList<CalendarFinding>> Calendars(MorningQuery query)
    {
        var adoptions = await GrainFactory.GetGrain<IPolicyGrain>(Scope.Street(query.StreetId).ToString()).Adoptions();
        return [.. CalendarLint.Of(await PacksInUse.ReadAsync(adoptions, territory, query.StreetId, policies, query.Now), query.Now)];
    }

    private async Task TakeOpen(Dictionary<string, MorningFact> cases, Scope scope, MorningDays days)
    {
        string? after = null;
        IReadOnlyList<StoredOwner> page;
        do
        {
            page = await reads.OpenAsync(scope, after, CasesAtOnce);
            foreach (var owner in page)
            {
                var fact = Fact(owner);
                if (Morning.Concerns(fact.Case, fact.Pack, days))
                {
                    cases[owner.OwnerId] = fact;
                }
            }

            after = page.Count == 0 ? null : page[^1].OwnerId;
        }
        while (page.Count == CasesAtOnce);
    }

    private void Take(Dictionary<string, MorningFact> cases, IReadOnlyList<StoredOwner> owners)
    {
        foreach (var owner in owners)
        {
            cases[owner.OwnerId] = Fact(owner);
        }
    }

    private MorningFact Fact(StoredOwner owner)
    {
        var @case = CaseJson.Case(owner.Snapshot);
        return new MorningFact(owner.Number ?? "", @case, policies.Find(@case.PolicyId, @case.PolicyVersion));
    }

    private Task<ForecastAnswer> Ahead(MorningQuery query, MorningDays days) => GrainFactory.GetGrain<IForecastGrain>(0)
        .LookAhead(new ForecastQuery { Scope = query.Scope, From = query.Now, Until = days.To });

    private async Task<IReadOnlyList<SilentHub>> Silent(MorningQuery query)
    {
        var views = await Task.WhenAll(territory.Communities
            .Where(community => query.Scope.Kind == ScopeKind.Community ? community.Id == query.Scope.Id : community.StreetId == query.StreetId)
            .Select(community => GrainFactory.GetGrain<ICommunityGrain>(community.Scope.ToString()).View(query.Now)));
        return
        [
            .. views.OfType<CommunityView>()
                .Where(view => view.Clocks.Any(clock => clock is { Name: ClockNames.Console, State: ClockState.Missed }))
                .OrderBy(view => view.ConsoleSeenAt).ThenBy(view => view.Id, StringComparer.Ordinal)
                .Select(view => new SilentHub(view.Id, view.ConsoleSeenAt)),
        ];
    }
}
