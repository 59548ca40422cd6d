using System.Collections.Immutable;
using Dispatch.Contracts;
using Dispatch.Contracts.Decoration;
using Dispatch.Grains.Cases;
using Dispatch.Grains.Clocks;
using Dispatch.Grains.Decoration.Dossiers;
using Dispatch.Grains.Policies;
using Dispatch.Grains.Routing;
using Dispatch.Grains.Storage;

namespace Dispatch.Grains.Decoration.Committee;

/// <summary>Reads a report's facts from the stored events, a page at a time. It counts nothing.</summary>
/// <param name="figures">Cases by when they were opened, and events.</param>
/// <param name="dossiers">Dossiers by kind.</param>
/// <param name="pack">The pack in force.</param>
/// <param name="territory">The ground.</param>
public sealed class CommitteeReading(IFigureReads figures, IDossierReads dossiers, PolicyPack pack, Territory territory)
{
    private const int AtOnce = 500;
    private const int MostCases = 20_000;
    private const int MostDossiers = 10_000;

    /// <summary>The kinds that sections count.</summary>
    private static readonly ImmutableArray<string> Kinds =
    [
        DossierKinds.Estate, DossierKinds.Review, DossierKinds.Filing, DossierKinds.Round, DossierKinds.Visit, DossierKinds.Session, DossierKinds.Mediation,
        DossierKinds.Pilot,
    ];

    /// <summary>The facts of a month, as they were known at an instant; without a month those of the one that the instant lies in.</summary>
    public async Task<CommitteeFacts> ReadAsync(string streetId, DateOnly? month, DateTimeOffset asOf)
    {
        var time = month is { } first ? new CommitteeMonth(first, pack.StreetCalendar.Zone) : CommitteeMonth.At(asOf, pack.StreetCalendar.Zone);
        var (cases, allCases) = await CasesAsync(streetId, time, asOf);
        var (found, complete) = (ImmutableArray.CreateBuilder<CommitteeDossier>(), allCases);
        foreach (var kind in Kinds)
        {
            complete &= await AddAsync(found, DossierShelf.Find(kind)!, streetId, asOf);
        }

        return new CommitteeFacts
        {
            StreetId = streetId,
            Month = time,
            AsOf = asOf,
            Pack = pack,
            Territory = territory,
            Cases = cases,
            Dossiers = found.ToImmutable(),
            Complete = complete,
        };
    }

    private async Task<(ImmutableArray<CommitteeCase> Cases, bool All)> CasesAsync(string streetId, CommitteeMonth time, DateTimeOffset asOf)
    {
        var cases = ImmutableArray.CreateBuilder<CommitteeCase>();
        var end = time.QuarterTo < asOf ? time.QuarterTo : asOf;
        for (OpenedMark? after = null; cases.Count < MostCases && time.QuarterFrom < end;)
        {
            var page = await figures.OpenedAsync(new OpenedQuery(streetId, Area: null, time.QuarterFrom, end, after, AtOnce));
            var events = await HistoriesAsync([.. page.Select(opened => opened.Mark.OwnerId)], asOf);
            cases.AddRange(page
                .Where(opened => events.ContainsKey(opened.Mark.OwnerId))
                .Select(opened => CommitteeCase.Of(opened.Number, [.. events[opened.Mark.OwnerId].Select(stored => CaseJson.Happened(stored.Event))], asOf))
                .OfType<CommitteeCase>());
            if (page.Count < AtOnce)
            {
                return (cases.ToImmutable(), true);
            }

            after = page[^1].Mark;
        }

        return (cases.ToImmutable(), time.QuarterFrom >= end);
    }

    private async Task<bool> AddAsync(ImmutableArray<CommitteeDossier>.Builder found, DossierKind kind, string streetId, DateTimeOffset asOf)
    {
        string? after = null;
        for (var read = 0; read < MostDossiers; read += AtOnce)
        {
            var page = await dossiers.ListAsync(new DossierQuery(kind.Name, Scope.Street(streetId), After: after, Limit: AtOnce));
            var events = await HistoriesAsync([.. page.Select(owner => owner.OwnerId)], asOf);
            foreach (var ownerId in page.Select(owner => owner.OwnerId).Where(events.ContainsKey))
            {
                ImmutableArray<Happened> happened = [.. events[ownerId].Select(stored => kind.Happened(stored.Event))];
                found.Add(new CommitteeDossier(kind.Name, ownerId[(kind.Name.Length + 1)..], happened.Aggregate(kind.None, (state, one) => state.Apply(one)), happened));
            }

            if (page.Count < AtOnce)
            {
                return true;
            }

            after = page[^1].OwnerId;
        }

        return false;
    }

    private async Task<Dictionary<string, IReadOnlyList<StoredEvent>>> HistoriesAsync(IReadOnlyList<string> ownerIds, DateTimeOffset asOf) => ownerIds.Count == 0
        ? []
        : (await figures.HistoriesAsync(ownerIds, asOf)).ToDictionary(history => history.OwnerId, history => history.Events, StringComparer.Ordinal);
}
