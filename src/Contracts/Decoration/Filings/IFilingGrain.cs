using Orleans.Concurrency;

namespace Dispatch.Contracts.Decoration;

/// <summary>The filings of one flat. Its key is <c>filing:{estate}.{unit}</c>.</summary>
[Alias("filing-grain")]
public interface IFilingGrain : IDossierGrain;

/// <summary>Looking at flats and their filings: a stateless worker with key 0.</summary>
[Alias("unit-desk-grain")]
public interface IUnitDeskGrain : IGrainWithIntegerKey
{
    /// <summary>What opens a flat's door page, for whoever prints or hands out its link; null where the territory has no such flat.</summary>
    /// <param name="estate">The estate.</param>
    /// <param name="unit">The flat in it.</param>
    [Alias("token-of"), ReadOnly]
    Task<string?> TokenOf(string estate, string unit);

    /// <summary>What anybody may know at a door; null where the token opens none.</summary>
    /// <param name="token">As <see cref="TokenOf"/> gave it.</param>
    /// <param name="at">City time.</param>
    [Alias("door"), ReadOnly]
    Task<Door?> Door(string token, DateTimeOffset at);

    /// <summary>Everything that happened in a flat; null where the territory has no such flat.</summary>
    /// <param name="estate">The estate.</param>
    /// <param name="unit">The flat in it.</param>
    /// <param name="at">City time.</param>
    /// <param name="withContacts">With the owners' contacts, for those who need them.</param>
    [Alias("history"), ReadOnly]
    Task<UnitHistory?> History(string estate, string unit, DateTimeOffset at, bool withContacts);

    /// <summary>The flats of an area that have filings, by id.</summary>
    /// <param name="area">A street, community or grid.</param>
    /// <param name="open">Only those with a filing that is not over, or with none such; null for both.</param>
    /// <param name="after">The id of the last one seen; null for the first.</param>
    /// <param name="limit">1 to 200.</param>
    /// <param name="at">City time.</param>
    [Alias("list"), ReadOnly]
    Task<FilingList> List(Scope area, bool? open, string? after, int limit, DateTimeOffset at);
}

/// <summary>What anybody may know at a door: without contact, scans and contractors of the past.</summary>
[GenerateSerializer, Immutable, Alias("door")]
public sealed record Door
{
    /// <summary>The type of case that work without filing becomes.</summary>
    public const string WithoutFiling = "DEC-05";

    /// <summary>The flat as dossiers are named: <c>estate.unit</c>.</summary>
    [Id(0)] public required string Id { get; init; }

    /// <summary>The estate's id.</summary>
    [Id(1)] public required string EstateId { get; init; }

    /// <summary>The flat in it.</summary>
    [Id(2)] public required string UnitId { get; init; }

    /// <summary>The building of the flat.</summary>
    [Id(3)] public required string BuildingId { get; init; }

    /// <summary>The estate's name.</summary>
    [Id(4)] public required Text Estate { get; init; }

    /// <summary>The community's name.</summary>
    [Id(5)] public required Text Community { get; init; }

    /// <summary>The filing under which work may go on today; null where none may.</summary>
    [Id(6)] public FilingView? Filed { get; init; }

    /// <summary>The next filing that has yet to begin, or that waits for an office; null for none.</summary>
    [Id(7)] public FilingView? Next { get; init; }

    /// <summary>What may be done in this flat: the catalogue's works, answered by the estate's rulings where those say more.</summary>
    [Id(8)] public required IReadOnlyList<WorkItem> Works { get; init; }

    /// <summary>The names of the offices that works need.</summary>
    [Id(9)] public required IReadOnlyDictionary<string, Text> Offices { get; init; }

    /// <summary>What was ruled on the flat's prone spots.</summary>
    [Id(10)] public required IReadOnlyList<UnitRuling> Rulings { get; init; }

    /// <summary>Today, local.</summary>
    [Id(11)] public required DateOnly Today { get; init; }

    /// <summary>The inspection items that checklists name; the office's own, illustrative list.</summary>
    [Id(12)] public required IReadOnlyList<InspectionItem> Items { get; init; }

    /// <summary>
    /// What can be reported of the flat: work without filing, unless a filing covers today, and then the types that works done wrongly
    /// become.
    /// </summary>
    [Id(13)] public required IReadOnlyList<ConcernedType> Types { get; init; }

    /// <summary>What residents of such a flat are to read before they file; null where no guidance is published.</summary>
    [Id(14)] public DoorGuidance? Guidance { get; init; }
}

/// <summary>The guidance for residents of a flat.</summary>
/// <param name="Link">Where it is read: a path from the root.</param>
/// <param name="Name">What a filing notes as read: floor-plan type and version.</param>
[GenerateSerializer, Immutable, Alias("door-guidance")]
public sealed record DoorGuidance([property: Id(0)] string Link, [property: Id(1)] string Name);

/// <summary>What an estate ruled on one prone spot of a flat.</summary>
/// <param name="Spot">The kind of spot (<c>bay-window</c>).</param>
/// <param name="Name">Its name.</param>
/// <param name="Ruling">What is allowed there.</param>
/// <param name="Sentence">The rule, for owners.</param>
[GenerateSerializer, Immutable, Alias("unit-ruling")]
public sealed record UnitRuling(
    [property: Id(0)] string Spot, [property: Id(1)] Text Name, [property: Id(2)] WorkRuling Ruling, [property: Id(3)] Text Sentence);

/// <summary>Everything that happened in a flat.</summary>
[GenerateSerializer, Immutable, Alias("unit-history")]
public sealed record UnitHistory
{
    /// <summary>The flat as dossiers are named: <c>estate.unit</c>.</summary>
    [Id(0)] public required string Id { get; init; }

    /// <summary>The flat, <c>estate/unit</c>.</summary>
    [Id(1)] public required string Unit { get; init; }

    /// <summary>The estate's name.</summary>
    [Id(2)] public required Text Estate { get; init; }

    /// <summary>Its street.</summary>
    [Id(3)] public required string StreetId { get; init; }

    /// <summary>Its community.</summary>
    [Id(4)] public required string CommunityId { get; init; }

    /// <summary>Its grid.</summary>
    [Id(5)] public required string GridId { get; init; }

    /// <summary>Its filings, inspections and scans; null where nothing was ever filed.</summary>
    [Id(6)] public UnitFilingsView? Filings { get; init; }

    /// <summary>Its cases, by id; a hub leaves out those that the caller may not see.</summary>
    [Id(7)] public required IReadOnlyList<string> CaseIds { get; init; }

    /// <summary>Its other dossiers (mediations, papers, visits), by owner id.</summary>
    [Id(8)] public required IReadOnlyList<UnitDossier> Others { get; init; }

    /// <summary>What was ruled on the flat's prone spots.</summary>
    [Id(9)] public required IReadOnlyList<UnitRuling> Rulings { get; init; }
}

/// <summary>A dossier that belongs to a flat.</summary>
/// <param name="Kind">One of <see cref="DossierKinds"/>.</param>
/// <param name="Id">Its id.</param>
[GenerateSerializer, Immutable, Alias("unit-dossier")]
public sealed record UnitDossier([property: Id(0)] string Kind, [property: Id(1)] string Id);

/// <summary>Flats with filings.</summary>
/// <param name="Items">By id.</param>
/// <param name="Next">After which the next page begins; null on the last.</param>
[GenerateSerializer, Immutable, Alias("filing-list")]
public sealed record FilingList([property: Id(0)] IReadOnlyList<UnitFilingsView> Items, [property: Id(1)] string? Next);
