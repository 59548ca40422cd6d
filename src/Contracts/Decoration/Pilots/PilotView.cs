using System.Text.Json.Serialization;

namespace Dispatch.Contracts.Decoration;

/// <summary>A pilot project.</summary>
[GenerateSerializer, Immutable, Alias("pilot-view")]
public sealed record PilotView : DossierView
{
    /// <summary>How far it is.</summary>
    [Id(0)] public required PilotStage Stage { get; init; }

    /// <summary>Its street.</summary>
    [Id(1)] public required string StreetId { get; init; }

    /// <summary>What is tried.</summary>
    [Id(2)] public required Text Title { get; init; }

    /// <summary>The leading cadre, by office.</summary>
    [Id(3)] public required string Lead { get; init; }

    /// <summary>The bureau that is partner.</summary>
    [Id(4)] public required string Bureau { get; init; }

    /// <summary>The team that is partner.</summary>
    [Id(5)] public required string Team { get; init; }

    /// <summary>The communities that are partners.</summary>
    [Id(6)] public required IReadOnlyList<PilotPlace> Communities { get; init; }

    /// <summary>The estates in which it is tried.</summary>
    [Id(7)] public required IReadOnlyList<PilotPlace> Estates { get; init; }

    /// <summary>What is practised.</summary>
    [Id(8)] public required string Practice { get; init; }

    /// <summary>What is compared before and after.</summary>
    [Id(9)] public required Text Compared { get; init; }

    /// <summary>How it stood before.</summary>
    [Id(10)] public required PilotFigure Before { get; init; }

    /// <summary>How it stood after; null until there are results.</summary>
    [Id(11)] public PilotFigure? After { get; init; }

    /// <summary>What came of it; null until there are results.</summary>
    [Id(12)] public string? Results { get; init; }

    /// <summary>What others should do; null until it is shared.</summary>
    [Id(13)] public string? Experience { get; init; }

    /// <summary>When each stage began, in order: practice, results, shared.</summary>
    [Id(14)] public required IReadOnlyList<DateTimeOffset> Since { get; init; }

    /// <summary>The communities that adopted it, in order.</summary>
    [Id(15)] public required IReadOnlyList<PilotAdoption> Adoptions { get; init; }

    /// <summary>Why it was called off; null where it was not.</summary>
    [Id(16)] public string? CalledOff { get; init; }

    /// <summary>The commands that whoever asked may give now, as they are written in addresses.</summary>
    [Id(17)] public required IReadOnlyList<string> May { get; init; }
}

/// <summary>A share with its counts, so that small numbers look small.</summary>
/// <param name="Part">How many; 0 to <paramref name="Whole"/>.</param>
/// <param name="Whole">Of how many, 1 to 1,000,000.</param>
/// <param name="From">The first day of the time that was counted.</param>
/// <param name="To">The last day; not before the first.</param>
[GenerateSerializer, Immutable, Alias("pilot-figure")]
public sealed record PilotFigure(
    [property: Id(0)] int Part, [property: Id(1)] int Whole, [property: Id(2)] DateOnly From, [property: Id(3)] DateOnly To);

/// <summary>A place of a pilot project.</summary>
/// <param name="Id">Its id in the territory.</param>
/// <param name="Name">Its name.</param>
[GenerateSerializer, Immutable, Alias("pilot-place")]
public sealed record PilotPlace([property: Id(0)] string Id, [property: Id(1)] Text Name);

/// <summary>A community adopted what was shared.</summary>
/// <param name="Community">Which.</param>
/// <param name="At">When.</param>
/// <param name="By">Who gave the command for it.</param>
/// <param name="Plan">What it will do.</param>
[GenerateSerializer, Immutable, Alias("pilot-adoption")]
public sealed record PilotAdoption(
    [property: Id(0)] PilotPlace Community, [property: Id(1)] DateTimeOffset At, [property: Id(2)] string By, [property: Id(3)] string Plan);

/// <summary>How far a pilot project is. In JSON the camel-case name.</summary>
[GenerateSerializer, Alias("pilot-stage"), JsonConverter(typeof(CamelCaseEnumJson<PilotStage>))]
public enum PilotStage
{
    /// <summary>实践: it is practised.</summary>
    Practice = 0,

    /// <summary>成果: there are results, and the experience is to be written.</summary>
    Results = 1,

    /// <summary>经验共享: other communities can adopt it.</summary>
    Shared = 2,

    /// <summary>It ended before.</summary>
    CalledOff = 3,
}

/// <summary>Pilot projects of a street.</summary>
/// <param name="Items">By id.</param>
/// <param name="Next">After which the next page begins; null on the last.</param>
/// <param name="May">The commands that whoever asked may give to a project that is not there yet.</param>
[GenerateSerializer, Immutable, Alias("pilot-list")]
public sealed record PilotList(
    [property: Id(0)] IReadOnlyList<PilotView> Items, [property: Id(1)] string? Next, [property: Id(2)] IReadOnlyList<string> May);
