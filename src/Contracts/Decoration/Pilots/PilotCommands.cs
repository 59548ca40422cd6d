namespace Dispatch.Contracts.Decoration;

/// <summary>Begins a pilot project. Captains, supervisors, the street committee.</summary>
[GenerateSerializer, Immutable, Alias("open-pilot")]
public sealed record OpenPilot : DossierCommand
{
    /// <summary>What is tried, in both languages 1 to 200 characters.</summary>
    [Id(0)] public required Text Title { get; init; }

    /// <summary>The leading cadre by office, 1 to 100 characters, such as "deputy party secretary of the street"; never a personal name.</summary>
    [Id(1)] public required string Lead { get; init; }

    /// <summary>The bureau that is partner, 1 to 100 characters.</summary>
    [Id(2)] public required string Bureau { get; init; }

    /// <summary>The team that is partner, 1 to 100 characters.</summary>
    [Id(3)] public required string Team { get; init; }

    /// <summary>The communities that are partners: 1 to 20 ids, all of one street.</summary>
    [Id(4)] public required IReadOnlyList<string> CommunityIds { get; init; }

    /// <summary>The estates in which it is tried: 1 to 20 ids, each in one of the communities.</summary>
    [Id(5)] public required IReadOnlyList<string> EstateIds { get; init; }

    /// <summary>What is practised, 1 to 500 characters.</summary>
    [Id(6)] public required string Practice { get; init; }

    /// <summary>What is compared before and after, in both languages 1 to 200 characters, such as "flats with a violation, of flats under work".</summary>
    [Id(7)] public required Text Compared { get; init; }

    /// <summary>How it stood before.</summary>
    [Id(8)] public required PilotFigure Before { get; init; }
}

/// <summary>The practice has brought results. Captains, supervisors, the street committee.</summary>
[GenerateSerializer, Immutable, Alias("report-pilot-results")]
public sealed record ReportPilotResults : DossierCommand
{
    /// <summary>What came of it, 1 to 500 characters.</summary>
    [Id(0)] public required string Said { get; init; }

    /// <summary>How it stood after.</summary>
    [Id(1)] public required PilotFigure After { get; init; }
}

/// <summary>What was learnt is shared, so that other communities can adopt it. Captains, supervisors, the street committee.</summary>
[GenerateSerializer, Immutable, Alias("share-pilot")]
public sealed record SharePilot : DossierCommand
{
    /// <summary>What others should do, and what not, 1 to 500 characters.</summary>
    [Id(0)] public required string Experience { get; init; }
}

/// <summary>A community adopts what was shared: its own recorded act. Staff of that community.</summary>
[GenerateSerializer, Immutable, Alias("adopt-pilot")]
public sealed record AdoptPilot : DossierCommand
{
    /// <summary>Which community; none of the project's partners.</summary>
    [Id(0)] public required string CommunityId { get; init; }

    /// <summary>What it will do, and from when, 1 to 500 characters.</summary>
    [Id(1)] public required string Plan { get; init; }
}

/// <summary>The project ends before its experience is shared. Captains, supervisors, the street committee.</summary>
[GenerateSerializer, Immutable, Alias("call-off-pilot")]
public sealed record CallOffPilot : DossierCommand
{
    /// <summary>Why, 1 to 500 characters.</summary>
    [Id(0)] public required string Reason { get; init; }
}
