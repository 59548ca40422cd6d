namespace Dispatch.Contracts.Decoration;

/// <summary>One visit of several departments.</summary>
[GenerateSerializer, Immutable, Alias("visit-view")]
public sealed record VisitView : DossierView
{
    /// <summary>How far it is.</summary>
    [Id(0)] public required VisitState State { get; init; }

    /// <summary>The estate.</summary>
    [Id(1)] public required string EstateId { get; init; }

    /// <summary>Its name.</summary>
    [Id(2)] public required Text Estate { get; init; }

    /// <summary>Its street.</summary>
    [Id(3)] public required string StreetId { get; init; }

    /// <summary>Its community.</summary>
    [Id(4)] public required string CommunityId { get; init; }

    /// <summary>Its grid.</summary>
    [Id(5)] public required string GridId { get; init; }

    /// <summary>When it is planned for.</summary>
    [Id(6)] public required DateTimeOffset At { get; init; }

    /// <summary>The checks that it makes.</summary>
    [Id(7)] public required IReadOnlyList<OpenCheck> Checks { get; init; }

    /// <summary>Who comes.</summary>
    [Id(8)] public required IReadOnlyList<string> Departments { get; init; }

    /// <summary>The officers who came; empty until it begins.</summary>
    [Id(9)] public required IReadOnlyList<string> Officers { get; init; }

    /// <summary>The checklists: one for each item, its lines by flat.</summary>
    [Id(10)] public required IReadOnlyList<VisitChecklist> Checklists { get; init; }

    /// <summary>Who signed.</summary>
    [Id(11)] public required IReadOnlyList<VisitSignature> Signatures { get; init; }

    /// <summary>How many visits were avoided: one for each check beyond the first. 0 until it is held.</summary>
    [Id(12)] public required int Avoided { get; init; }

    /// <summary>Checks whose inspection could not be recorded, as it was made or withdrawn meanwhile.</summary>
    [Id(13)] public required IReadOnlyList<string> NotRecorded { get; init; }

    /// <summary>Why it was called off; null otherwise.</summary>
    [Id(14)] public string? Reason { get; init; }

    /// <summary>The photos.</summary>
    [Id(15)] public required IReadOnlyList<EvidencePiece> Evidence { get; init; }

    /// <summary>The commands that whoever asked may give.</summary>
    [Id(16)] public required IReadOnlyList<string> May { get; init; }

    /// <summary>The department for which whoever asked signs; null for none.</summary>
    [Id(17)] public string? SignsAs { get; init; }

    /// <summary>The names of the departments, by id.</summary>
    [Id(18)] public required IReadOnlyDictionary<string, Text> Names { get; init; }
}

/// <summary>The checklist of one inspection item.</summary>
/// <param name="Item">The item, such as <c>D3</c>.</param>
/// <param name="Title">Its name.</param>
/// <param name="Look">What to look at.</param>
/// <param name="Lines">One for each flat.</param>
[GenerateSerializer, Immutable, Alias("visit-checklist")]
public sealed record VisitChecklist(
    [property: Id(0)] string Item, [property: Id(1)] Text Title, [property: Id(2)] Text Look, [property: Id(3)] IReadOnlyList<VisitLine> Lines);

/// <summary>Visits of an area.</summary>
/// <param name="Items">By id.</param>
/// <param name="Next">After which the next page begins; null on the last.</param>
[GenerateSerializer, Immutable, Alias("visit-list")]
public sealed record VisitList([property: Id(0)] IReadOnlyList<VisitView> Items, [property: Id(1)] string? Next);

/// <summary>What visits would do for the open checks of an area.</summary>
/// <param name="Items">By estate and time.</param>
/// <param name="Checks">How many checks are open and unplanned.</param>
/// <param name="Estates">The names of the estates.</param>
/// <param name="Departments">The names of the departments.</param>
[GenerateSerializer, Immutable, Alias("visit-proposals")]
public sealed record VisitProposals(
    [property: Id(0)] IReadOnlyList<ProposedVisit> Items, [property: Id(1)] int Checks,
    [property: Id(2)] IReadOnlyDictionary<string, Text> Estates, [property: Id(3)] IReadOnlyDictionary<string, Text> Departments);
