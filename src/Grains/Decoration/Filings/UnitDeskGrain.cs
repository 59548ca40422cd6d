using System.Globalization;
using Dispatch.Contracts;
using Dispatch.Contracts.Decoration;
using Dispatch.Grains.Decoration.Contacts;
using Dispatch.Grains.Decoration.Dossiers;
using Dispatch.Grains.Policies;
using Dispatch.Grains.Routing;
using Dispatch.Grains.Storage;
using Orleans.Concurrency;

namespace Dispatch.Grains.Decoration.Filings;

/// <summary>Looks at flats and their filings. Only the secret, which never changes, is kept.</summary>
[StatelessWorker]
public sealed class UnitDeskGrain(
    IDossierReads reads, IDispatchStore store, IPolicyShelf policies, Territory territory, IUserReads users, IUnitRulings rulings, IContacts contacts)
    : Grain, IUnitDeskGrain
{
    private const int MostOwners = 500;
    private const string WithoutFiling = Contracts.Decoration.Door.WithoutFiling;

    private byte[]? _secret;

    /// <inheritdoc/>
    public async Task<string?> TokenOf(string estate, string unit) =>
        UnitPlaces.Find(estate, unit, territory) is null ? null : DoorTokens.Of(await Secret(), $"{estate}.{unit}");

    /// <inheritdoc/>
    public async Task<Door?> Door(string token, DateTimeOffset at)
    {
        if (DoorTokens.Open(await Secret(), token) is not { } id || UnitPlaces.Find(id, territory) is not { } unit)
        {
            return null;
        }

        var pack = policies.Current;
        var today = FilingPlan.Day(at, pack);
        var flat = await store.LoadAsync(DossierKinds.Owner(DossierKinds.Filing, id)) is { } stored ? (UnitFilings)UnitFilings.Kind.Read(stored.Snapshot) : new UnitFilings();
        var filed = flat.StandingOn(today);
        var ruled = await rulings.OfAsync(unit.EstateId, unit.UnitId);
        var scope = pack.Catalogue is { } catalogue ? FilingScope.Of(catalogue.View, ruled) : null;
        return new Door
        {
            Id = id,
            EstateId = unit.EstateId,
            UnitId = unit.UnitId,
            BuildingId = unit.BuildingId,
            Estate = unit.Estate,
            Community = territory.FindCommunity(unit.CommunityId)!.Name,
            Filed = filed,
            Next = flat.Filings.Where(filing => UnitFilings.IsOpen(filing) && filing.To >= today && filing != filed).MinBy(filing => filing.From),
            Works = scope?.Works ?? [],
            Offices = scope?.Offices ?? new Dictionary<string, Text>(),
            Rulings = ruled,
            Today = today,
            Items = pack.Catalogue?.View.Inspections ?? [],
            Types = Reportable(pack.Catalogue?.View, filed is not null),
            Guidance = await Guidance(unit),
        };
    }

    /// <inheritdoc/>
    public async Task<UnitHistory?> History(string estate, string unit, DateTimeOffset at, bool withContacts)
    {
        if (UnitPlaces.Find(estate, unit, territory) is not { } found)
        {
            return null;
        }

        var owners = await reads.OfUnitAsync(found.Name, MostOwners);
        var filings = owners.FirstOrDefault(owner => Kind(owner) == DossierKinds.Filing) is { } stored
            ? FilingViews.Of((UnitFilings)UnitFilings.Kind.Read(stored.Snapshot), stored.Version, policies.Current)
            : null;
        return new UnitHistory
        {
            Id = $"{estate}.{unit}",
            Unit = found.Name,
            Estate = found.Estate,
            StreetId = found.StreetId,
            CommunityId = found.CommunityId,
            GridId = found.GridId,
            Filings = filings is not null && withContacts ? WithContacts(filings, await contacts.OfOwnerAsync(found.Name, at)) : filings,
            CaseIds = [.. owners.Where(owner => Kind(owner) == ScopeKind.Case).Select(Id)],
            Others =
            [
                .. owners.Where(owner => Kind(owner) is not (ScopeKind.Case or DossierKinds.Filing)).Select(owner => new UnitDossier(Kind(owner), Id(owner))),
            ],
            Rulings = await rulings.OfAsync(estate, unit),
        };
    }

    /// <inheritdoc/>
    public async Task<FilingList> List(Scope area, bool? open, string? after, int limit, DateTimeOffset at)
    {
        var pack = policies.Current;
        var found = await reads.ListAsync(new DossierQuery(
            DossierKinds.Filing, area, open, After: after is null ? null : DossierKinds.Owner(DossierKinds.Filing, after).ToString(), Limit: limit));
        List<UnitFilingsView> items = [.. found.Select(owner => FilingViews.Of((UnitFilings)UnitFilings.Kind.Read(owner.Snapshot), owner.Version, pack))];
        return new FilingList(items, items.Count == limit ? items[^1].Id : null);
    }

    private static IReadOnlyList<ConcernedType> Reportable(DecorationCatalogue? catalogue, bool filed)
    {
        var codes = catalogue?.Works.Select(work => work.Type).ToHashSet() ?? [];
        return
        [
            .. catalogue?.Types.Where(type => type.Code == WithoutFiling && !filed) ?? [],
            .. catalogue?.Types.Where(type => type.Code != WithoutFiling && codes.Contains(type.Code)) ?? [],
        ];
    }

    private static string Kind(StoredOwner owner) => owner.OwnerId[..owner.OwnerId.IndexOf(':', StringComparison.Ordinal)];

    private static string Id(StoredOwner owner) => owner.OwnerId[(owner.OwnerId.IndexOf(':', StringComparison.Ordinal) + 1)..];

    private static UnitFilingsView WithContacts(UnitFilingsView view, IReadOnlyDictionary<int, Contact> known) =>
        view with { Filings = [.. view.Filings.Select(filing => filing with { Contact = known.GetValueOrDefault(filing.Number)?.Text })] };

    private async ValueTask<DoorGuidance?> Guidance(FiledUnit unit)
    {
        if (await rulings.GuidanceAsync(unit.EstateId, unit.UnitId) is not { } guidance)
        {
            return null;
        }

        var secret = await users.SecretAsync(Estates.Guidance.SecretName);
        return new DoorGuidance(
            $"/g/{Estates.Guidance.Link(secret, unit.EstateId, guidance.PlanId)}",
            string.Create(CultureInfo.InvariantCulture, $"{guidance.PlanId} v{guidance.Version}"));
    }

    private async ValueTask<byte[]> Secret() => _secret ??= await users.SecretAsync(DoorTokens.Secret);
}
