using System.Collections.Frozen;
using System.Collections.Immutable;
using Dispatch.Contracts;

namespace Dispatch.Grains.Routing;

/// <summary>
/// The ground that a city's cases happen on, and who is where: streets, communities, grids, estates and people. It never
/// changes; a new file is a new territory. Each street is given one grid more than the file lists, for reports without a
/// location (<see cref="UnlocatedGridId"/>).
/// </summary>
public sealed class Territory
{
    private static readonly Text Unlocated = new("未定位", "Unlocated");

    private readonly FrozenDictionary<string, Street> _streets;
    private readonly FrozenDictionary<string, Community> _communities;
    private readonly FrozenDictionary<string, Grid> _grids;
    private readonly FrozenDictionary<string, Estate> _estates;
    private readonly FrozenDictionary<string, string> _streetByName;
    private readonly ILookup<string, Community> _communitiesByStreet;
    private readonly ILookup<string, Grid> _gridsByCommunity;

    /// <summary>
    /// A territory of parts that fit together. Parts from a file are checked by <see cref="TerritoryFile"/>, which names
    /// their faults; here a part that does not fit is a bug of the caller.
    /// </summary>
    /// <param name="streets">The streets.</param>
    /// <param name="communities">The communities, without the unlocated ones.</param>
    /// <param name="grids">The grids, without the unlocated ones.</param>
    /// <param name="estates">The estates.</param>
    /// <param name="people">Who can sign in.</param>
    /// <param name="aliases">Other names of streets, and the street's id.</param>
    /// <exception cref="ArgumentException">An id is given twice.</exception>
    /// <exception cref="KeyNotFoundException">A part names a part that is not there.</exception>
    public Territory(
        IEnumerable<Street> streets,
        IEnumerable<Community> communities,
        IEnumerable<Grid> grids,
        IEnumerable<Estate>? estates = null,
        IEnumerable<Person>? people = null,
        IEnumerable<KeyValuePair<string, string>>? aliases = null)
    {
        Streets = [.. streets.OrderBy(street => street.Id, StringComparer.Ordinal)];
        Communities = [.. communities.Concat(Streets.Select(UnlocatedCommunity)).OrderBy(one => one.Id, StringComparer.Ordinal)];
        Grids = [.. grids.Concat(Streets.Select(UnlocatedGrid)).OrderBy(grid => grid.Id, StringComparer.Ordinal)];
        Estates = [.. (estates ?? []).OrderBy(estate => estate.Id, StringComparer.Ordinal)];
        People = [.. people ?? []];
        Aliases = (aliases ?? []).ToImmutableSortedDictionary(StringComparer.OrdinalIgnoreCase);
        HasPolygons = Grids.Any(grid => grid.Area is not null);

        _streets = Index(Streets, street => street.Id);
        _communities = Index(Communities, community => community.Id);
        _grids = Index(Grids, grid => grid.Id);
        _estates = Index(Estates, estate => estate.Id);
        _communitiesByStreet = Communities.ToLookup(community => _streets[community.StreetId].Id, StringComparer.Ordinal);
        _gridsByCommunity = Grids.ToLookup(grid => _communities[grid.CommunityId].Id, StringComparer.Ordinal);
        _streetByName = NamesOfStreets();
        Staffing = new Staffing(Timetables());
    }

    /// <summary>All streets, by id.</summary>
    public ImmutableArray<Street> Streets { get; }

    /// <summary>All communities and villages, the unlocated ones included, by id.</summary>
    public ImmutableArray<Community> Communities { get; }

    /// <summary>All grids, the unlocated ones included, by id.</summary>
    public ImmutableArray<Grid> Grids { get; }

    /// <summary>All estates, by id.</summary>
    public ImmutableArray<Estate> Estates { get; }

    /// <summary>Who can sign in, in the order of the file.</summary>
    public ImmutableArray<Person> People { get; }

    /// <summary>Other names of streets; the value is the street's id. Upper and lower case are the same.</summary>
    public ImmutableSortedDictionary<string, string> Aliases { get; }

    /// <summary>False when areas are known by name only: coordinates then place nothing.</summary>
    public bool HasPolygons { get; }

    /// <summary>Who is there at which hour.</summary>
    public Staffing Staffing { get; }

    /// <summary>The id of a street's grid for reports without a location, and of the community around it.</summary>
    public static string UnlocatedGridId(string streetId) => streetId + "-unlocated";

    /// <summary>The street with this id, or null.</summary>
    public Street? FindStreet(string id) => _streets.GetValueOrDefault(id);

    /// <summary>The street that is called this by id, by Chinese or English name or by alias, whatever the case; or null.</summary>
    public Street? FindStreetNamed(string name) =>
        _streetByName.TryGetValue(name.Trim(), out var id) ? _streets[id] : null;

    /// <summary>The community with this id, or null.</summary>
    public Community? FindCommunity(string id) => _communities.GetValueOrDefault(id);

    /// <summary>The grid with this id, or null.</summary>
    public Grid? FindGrid(string id) => _grids.GetValueOrDefault(id);

    /// <summary>The estate with this id, or null.</summary>
    public Estate? FindEstate(string id) => _estates.GetValueOrDefault(id);

    /// <summary>The communities of a street, by id; none of a street that is not there.</summary>
    public IEnumerable<Community> CommunitiesOf(string streetId) => _communitiesByStreet[streetId];

    /// <summary>The grids of a community, by id; none of a community that is not there.</summary>
    public IEnumerable<Grid> GridsOf(string communityId) => _gridsByCommunity[communityId];

    /// <summary>
    /// True when <paramref name="inner"/> is <paramref name="area"/> or lies in it: a street covers its communities and
    /// their grids, a community its grids. Scopes that are not on the ground are covered by themselves alone.
    /// </summary>
    public bool Covers(Scope area, Scope inner)
    {
        for (Scope? at = inner; at is { } scope; at = Above(scope))
        {
            if (scope == area)
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>The street that a street, community or grid lies in; null where the territory has no such scope.</summary>
    public Street? StreetOf(Scope scope) => scope.Kind switch
    {
        ScopeKind.Street => FindStreet(scope.Id),
        _ => Above(scope) is { } above ? StreetOf(above) : null,
    };

    /// <summary>The grids that lie in a street or community, or the grid itself, by id; none of a scope that is not on the ground.</summary>
    public IEnumerable<Grid> GridsIn(Scope scope) => Grids.Where(grid => Covers(scope, grid.Scope));

    /// <summary>Whether a scope is a street, community or grid of this territory.</summary>
    public bool Knows(Scope scope) => scope.Kind switch
    {
        ScopeKind.Street => FindStreet(scope.Id) is not null,
        ScopeKind.Community => FindCommunity(scope.Id) is not null,
        ScopeKind.Grid => FindGrid(scope.Id) is not null,
        _ => false,
    };

    private Scope? Above(Scope scope) => scope.Kind switch
    {
        ScopeKind.Grid when FindGrid(scope.Id) is { } grid => Scope.Community(grid.CommunityId),
        ScopeKind.Community when FindCommunity(scope.Id) is { } community => Scope.Street(community.StreetId),
        _ => null,
    };

    private static FrozenDictionary<string, T> Index<T>(ImmutableArray<T> items, Func<T, string> id) =>
        items.ToDictionary(id, StringComparer.Ordinal).ToFrozenDictionary(StringComparer.Ordinal);

    private static Community UnlocatedCommunity(Street street) =>
        new(UnlocatedGridId(street.Id), Unlocated, CommunityKind.Community, street.Id, WeeklyTimetable.Never) { IsUnlocated = true };

    private static Grid UnlocatedGrid(Street street) =>
        new(UnlocatedGridId(street.Id), Unlocated, UnlocatedGridId(street.Id), WeeklyTimetable.Never) { IsUnlocated = true };

    private FrozenDictionary<string, string> NamesOfStreets()
    {
        // Ids come first: a street's id never means another street, whatever names and aliases say.
        var names = Streets.ToDictionary(street => street.Id, street => street.Id, StringComparer.OrdinalIgnoreCase);
        foreach (var (alias, id) in Aliases)
        {
            names.TryAdd(alias, _streets[id].Id);
        }

        foreach (var street in Streets)
        {
            names.TryAdd(street.Name.En, street.Id);
            names.TryAdd(street.Name.Zh, street.Id);
        }

        return names.ToFrozenDictionary(StringComparer.OrdinalIgnoreCase);
    }

    private IEnumerable<KeyValuePair<Scope, (WeeklyTimetable, TimeZoneInfo)>> Timetables()
    {
        foreach (var street in Streets)
        {
            yield return KeyValuePair.Create(street.Scope, (street.Staffed, street.Zone));
        }

        foreach (var community in Communities)
        {
            yield return KeyValuePair.Create(community.Scope, (community.Staffed, _streets[community.StreetId].Zone));
        }

        foreach (var grid in Grids)
        {
            yield return KeyValuePair.Create(grid.Scope, (grid.Staffed, _streets[_communities[grid.CommunityId].StreetId].Zone));
        }
    }
}
