namespace Dispatch.Contracts.Decoration;

/// <summary>A month of a street's house decoration, as its committee sees it: every number with what it counts.</summary>
[GenerateSerializer, Immutable, Alias("committee-report")]
public sealed record CommitteeReport
{
    /// <summary>The street.</summary>
    [Id(0)] public required string StreetId { get; init; }

    /// <summary>The month in the street's time, <c>2026-03</c>.</summary>
    [Id(1)] public required string Month { get; init; }

    /// <summary>Its first instant.</summary>
    [Id(2)] public required DateTimeOffset From { get; init; }

    /// <summary>The first instant after it.</summary>
    [Id(3)] public required DateTimeOffset To { get; init; }

    /// <summary>Only what was decided before this instant is counted.</summary>
    [Id(4)] public required DateTimeOffset AsOf { get; init; }

    /// <summary>What is counted, section by section, in the order of reading.</summary>
    [Id(5)] public required IReadOnlyList<CommitteeSection> Sections { get; init; }

    /// <summary>The property managers' competition of the quarter that the month lies in.</summary>
    [Id(6)] public required Competition Competition { get; init; }

    /// <summary>False where there is more than one report reads: its numbers are then too small, and it says so.</summary>
    [Id(7)] public required bool Complete { get; init; }
}

/// <summary>One section of the report.</summary>
/// <param name="Id">Kebab-case.</param>
/// <param name="Title">Its heading.</param>
/// <param name="Note">How it is counted, or where a figure comes from; null where that needs no saying.</param>
/// <param name="Lines">Its numbers.</param>
[GenerateSerializer, Immutable, Alias("committee-section")]
public sealed record CommitteeSection(
    [property: Id(0)] string Id, [property: Id(1)] Text Title, [property: Id(2)] Text? Note, [property: Id(3)] IReadOnlyList<CommitteeLine> Lines);

/// <summary>One number of the report.</summary>
[GenerateSerializer, Immutable, Alias("committee-line")]
public sealed record CommitteeLine
{
    /// <summary>Kebab-case, unique in its section.</summary>
    [Id(0)] public required string Id { get; init; }

    /// <summary>What is counted.</summary>
    [Id(1)] public required Text Title { get; init; }

    /// <summary>How many.</summary>
    [Id(2)] public required int Count { get; init; }

    /// <summary>Of how many, where the number is a share; null where it is none.</summary>
    [Id(3)] public int? Of { get; init; }

    /// <summary>How many more there were before this system counted, as the pack says; in the sample the figure of a news report. Null for none.</summary>
    [Id(4)] public int? Earlier { get; init; }

    /// <summary>What is counted, at most <see cref="MostBehind"/>; all of it unless <see cref="Further"/> says otherwise. A matter that counts twice stands twice.</summary>
    [Id(5)] public required IReadOnlyList<CommitteeSource> Behind { get; init; }

    /// <summary>How many more are counted than <see cref="Behind"/> holds.</summary>
    [Id(6)] public int Further { get; init; }

    /// <summary>The most things that one line lists.</summary>
    public const int MostBehind = 500;
}

/// <summary>Something that a number counts.</summary>
/// <param name="Kind"><c>case</c>, or one of <see cref="DossierKinds"/>.</param>
/// <param name="Id">Its id, without the kind.</param>
/// <param name="Label">What people call it; no personal data.</param>
/// <param name="Page">The page of the client that shows it; null where none does.</param>
[GenerateSerializer, Immutable, Alias("committee-source")]
public sealed record CommitteeSource(
    [property: Id(0)] string Kind, [property: Id(1)] string Id, [property: Id(2)] Text Label, [property: Id(3)] string? Page);

/// <summary>The property managers' competition (物业竞赛) of a quarter, from the first.</summary>
/// <param name="Quarter"><c>2026-Q1</c>.</param>
/// <param name="Note">How points are given.</param>
/// <param name="Rows">By points, the most first; by name where they are equal.</param>
[GenerateSerializer, Immutable, Alias("competition")]
public sealed record Competition([property: Id(0)] string Quarter, [property: Id(1)] Text Note, [property: Id(2)] IReadOnlyList<CompetitionRow> Rows);

/// <summary>One property manager.</summary>
/// <param name="Manager">The firm, as the lists of responsible parties name it.</param>
/// <param name="Estates">The estates that it runs.</param>
/// <param name="Points">All of its points; below 0 where more was taken off than given.</param>
/// <param name="Items">Where they come from; <see cref="CommitteeLine.Count"/> is how often.</param>
[GenerateSerializer, Immutable, Alias("competition-row")]
public sealed record CompetitionRow(
    [property: Id(0)] string Manager, [property: Id(1)] IReadOnlyList<CommitteeSource> Estates, [property: Id(2)] int Points,
    [property: Id(3)] IReadOnlyList<CompetitionItem> Items);

/// <summary>Points of one kind.</summary>
/// <param name="Each">For each; below 0 where they are taken off.</param>
/// <param name="Points">Together.</param>
/// <param name="Line">What they are for.</param>
[GenerateSerializer, Immutable, Alias("competition-item")]
public sealed record CompetitionItem([property: Id(0)] int Each, [property: Id(1)] int Points, [property: Id(2)] CommitteeLine Line);
