using Dispatch.Contracts;
using Dispatch.Grains.Cases;
using Dispatch.Grains.Duties;
using Dispatch.Grains.Policies;
using Dispatch.Grains.Routing;
using Dispatch.Grains.Storage;

namespace Dispatch.Grains.Forecasts;

/// <summary>
/// Answers forecasts from the stored cases, a page at a time. A case of which nothing is due by then is not read. Each is as it stood
/// when its page was read, so that what happens meanwhile is in it or is not, and never half.
/// </summary>
/// <param name="reads">The cases.</param>
/// <param name="policies">The packs that they keep.</param>
/// <param name="territory">Says who is where.</param>
/// <param name="exceptions">What a grid or community keeps against its timetable.</param>
/// <param name="team">A street's officers between two instants; null for a team without a roster.</param>
public sealed class ForecastReading(
    IForecastReads reads,
    IPolicyShelf policies,
    Territory territory,
    Func<Scope, Task<IReadOnlyList<StaffingException>>> exceptions,
    Func<string, DateTimeOffset, DateTimeOffset, Task<TeamAhead?>> team)
{
    private readonly Dictionary<Scope, StaffingRoster> _rosters = [];
    private readonly Dictionary<string, TeamAhead?> _teams = new(StringComparer.Ordinal);

    /// <summary>Which deadlines will be missed if nobody acts.</summary>
    public async Task<ForecastAnswer> LookAheadAsync(ForecastQuery query, CancellationToken cancellation = default)
    {
        var tally = new ForecastTally(query, policies.Current.StreetCalendar.Zone);
        var staffing = new StaffingAhead(territory, _rosters);
        for (var reading = PageAfter(null); reading is not null;)
        {
            // The next page is read while this one is looked ahead for.
            var page = await reading;
            reading = page.Count == DueQuery.LargestPage ? PageAfter(page[^1].OwnerId) : null;
            var cases = await WithPacksAsync([.. page.AsParallel().AsOrdered().Select(owner => (owner, CaseJson.Case(owner.Snapshot)))]);
            await AskAsync(cases);
            await AskTeamsAsync(cases, query);
            var teams = new TeamsAhead(_teams);
            foreach (var items in cases.AsParallel().AsOrdered().Select(one => Items(one, query, staffing, teams)))
            {
                tally.Add(items);
            }
        }

        return tally.Answer();

        Task<IReadOnlyList<StoredOwner>> PageAfter(string? owner) =>
            reads.DueAsync(new DueQuery(query.Scope, query.Until, owner, DueQuery.LargestPage), cancellation).AsTask();
    }

    private async Task<List<(StoredOwner Owner, Case Case, PolicyPack Pack)>> WithPacksAsync(List<(StoredOwner Owner, Case Case)> cases)
    {
        var with = new List<(StoredOwner, Case, PolicyPack)>(cases.Count);
        foreach (var (owner, @case) in cases)
        {
            with.Add((owner, @case, await policies.FindAsync(@case.PolicyId, @case.PolicyVersion)));
        }

        return with;
    }

    /// <summary>Asks each place once that an urgent case may pass over.</summary>
    private async Task AskAsync(IEnumerable<(StoredOwner Owner, Case Case, PolicyPack Pack)> cases)
    {
        var places = cases.Where(one => StaffingAhead.Matters(one.Case, one.Pack))
            .SelectMany(one => StaffingAhead.PlacesOf(one.Case))
            .Where(place => !_rosters.ContainsKey(place))
            .Distinct().ToList();
        var answers = await Task.WhenAll(places.Select(exceptions));
        foreach (var (place, answer) in places.Zip(answers))
        {
            _rosters.Add(place, new StaffingRoster { Exceptions = answer });
        }
    }

    /// <summary>Asks each street's team once, where a case may be offered by itself.</summary>
    private async Task AskTeamsAsync(IEnumerable<(StoredOwner Owner, Case Case, PolicyPack Pack)> cases, ForecastQuery query)
    {
        foreach (var street in cases.Where(one => one.Pack.Offers is { Automatic: true }).Select(one => one.Case.Place.StreetId).Distinct())
        {
            if (!_teams.ContainsKey(street))
            {
                _teams.Add(street, await team(street, query.From, query.Until));
            }
        }
    }

    private static List<ForecastItem> Items(
        (StoredOwner Owner, Case Case, PolicyPack Pack) one, ForecastQuery query, StaffingAhead staffing, TeamsAhead teams)
    {
        var (items, before) = (new List<ForecastItem>(), one.Case);
        if (one.Case.IsDrill)
        {
            // What a drill misses is nobody's worry.
            return items;
        }

        foreach (var decision in LeftAlone.Until(one.Case, one.Pack, query.From, query.Until, Known))
        {
            items.AddRange(Breaches.Of(before, decision).Select(breach => Item(one.Owner, breach)));
            before = decision.Case;
        }

        return items;

        Known Known(Case @case, DateTimeOffset at) => (StaffingAhead.Matters(@case, one.Pack) ? staffing.At(@case.Place, at) : Cases.Known.Nothing) with
        {
            Ranked = teams.Rank(@case, at, one.Pack),
        };
    }

    private static ForecastItem Item(StoredOwner owner, Breach breach) => new()
    {
        CaseId = breach.Before.Id,
        Number = owner.Number ?? "",
        Clock = breach.Missed.Clock,
        Generation = breach.Missed.Generation,
        DueAt = breach.Missed.DueAt,
        LevelBefore = breach.Before.Level,
        LevelAfter = breach.LevelAfter,
        Responsible = breach.Before.Responsible,
    };
}
