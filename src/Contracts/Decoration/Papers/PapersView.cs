using System.Text.Json.Serialization;

namespace Dispatch.Contracts.Decoration;

/// <summary>How a case is disposed of. Of version 0 where nobody has opened the path yet.</summary>
[GenerateSerializer, Immutable, Alias("papers-view")]
public sealed record PapersView : DossierView
{
    /// <summary>How far it is.</summary>
    [Id(0)] public required PapersState State { get; init; }

    /// <summary>The scene.</summary>
    [Id(1)] public required string Scene { get; init; }

    /// <summary>The street.</summary>
    [Id(2)] public required string StreetId { get; init; }

    /// <summary>The community.</summary>
    [Id(3)] public required string CommunityId { get; init; }

    /// <summary>The grid.</summary>
    [Id(4)] public required string GridId { get; init; }

    /// <summary>The steps in their order; before the path is opened those that it would have; none where the scene has no path.</summary>
    [Id(5)] public required IReadOnlyList<PapersStep> Steps { get; init; }

    /// <summary>Steps that whoever opens the path may add.</summary>
    [Id(6)] public IReadOnlyList<PapersStep> Optional { get; init; } = [];

    /// <summary>The documents, in the order of their drafting.</summary>
    [Id(7)] public IReadOnlyList<PaperView> Papers { get; init; } = [];

    /// <summary>The punishment items of the case's type.</summary>
    [Id(8)] public IReadOnlyList<PaperPunishment> Punishments { get; init; } = [];

    /// <summary>What whoever looks may do now.</summary>
    [Id(9)] public IReadOnlyList<PapersAct> Acts { get; init; } = [];

    /// <summary>Why it ended early; null where it did not.</summary>
    [Id(10)] public string? EndedBecause { get; init; }
}

/// <summary>How far the disposal of a case is.</summary>
[GenerateSerializer, Alias("papers-state"), JsonConverter(typeof(CamelCaseEnumJson<PapersState>))]
public enum PapersState
{
    /// <summary>Nobody has opened it.</summary>
    NotOpened = 0,

    /// <summary>A step runs or is with another office.</summary>
    Open = 1,

    /// <summary>Every step is done.</summary>
    Done = 2,

    /// <summary>It was ended early.</summary>
    Ended = 3,
}

/// <summary>A step of a path.</summary>
[GenerateSerializer, Immutable, Alias("papers-step")]
public sealed record PapersStep
{
    /// <summary>Its id.</summary>
    [Id(0)] public required string Id { get; init; }

    /// <summary>Its name.</summary>
    [Id(1)] public required Text Title { get; init; }

    /// <summary>Who does it: <c>lead</c> (the team, or the community where it leads) or a department.</summary>
    [Id(2)] public required string By { get; init; }

    /// <summary>Its time, as packs write times.</summary>
    [Id(3)] public required string Within { get; init; }

    /// <summary>How far it is.</summary>
    [Id(4)] public required PapersStepState State { get; init; }

    /// <summary>The name of its clock.</summary>
    [Id(5)] public required string Clock { get; init; }

    /// <summary>The documents that must be signed before it is done.</summary>
    [Id(6)] public required IReadOnlyList<Text> Needs { get; init; }

    /// <summary>When it was done; null before.</summary>
    [Id(7)] public DateTimeOffset? DoneAt { get; init; }

    /// <summary>By whom.</summary>
    [Id(8)] public string? DoneBy { get; init; }

    /// <summary>What was said of it last.</summary>
    [Id(9)] public string? Said { get; init; }

    /// <summary>The office that it was handed to; null for none.</summary>
    [Id(10)] public Text? Office { get; init; }
}

/// <summary>How far a step is.</summary>
[GenerateSerializer, Alias("papers-step-state"), JsonConverter(typeof(CamelCaseEnumJson<PapersStepState>))]
public enum PapersStepState
{
    /// <summary>Its turn has not come.</summary>
    Planned = 0,

    /// <summary>Its clock runs or was missed.</summary>
    Running = 1,

    /// <summary>Another office is to take it.</summary>
    HandedOver = 2,

    /// <summary>It is done.</summary>
    Done = 3,
}

/// <summary>A document of a case.</summary>
[GenerateSerializer, Immutable, Alias("paper-view")]
public sealed record PaperView
{
    /// <summary>Which draft of the case, from 1.</summary>
    [Id(0)] public required int N { get; init; }

    /// <summary>Which template.</summary>
    [Id(1)] public required string Paper { get; init; }

    /// <summary>Its name.</summary>
    [Id(2)] public required Text Title { get; init; }

    /// <summary>The step that it belongs to.</summary>
    [Id(3)] public required string Step { get; init; }

    /// <summary>How far it is.</summary>
    [Id(4)] public required PaperState State { get; init; }

    /// <summary>Who drafted it.</summary>
    [Id(5)] public required string MadeBy { get; init; }

    /// <summary>When.</summary>
    [Id(6)] public required DateTimeOffset MadeAt { get; init; }

    /// <summary>The pack whose template it was filled from.</summary>
    [Id(7)] public required PolicyName Template { get; init; }

    /// <summary>Its number; null before it is signed.</summary>
    [Id(8)] public string? Number { get; init; }

    /// <summary>Who signed it or sent it back.</summary>
    [Id(9)] public string? EndedBy { get; init; }

    /// <summary>When.</summary>
    [Id(10)] public DateTimeOffset? EndedAt { get; init; }

    /// <summary>Why it was sent back.</summary>
    [Id(11)] public string? Reason { get; init; }

    /// <summary>The punishment item; null for none.</summary>
    [Id(12)] public string? Punishment { get; init; }

    /// <summary>The fine in yuan; null for none.</summary>
    [Id(13)] public decimal? Fine { get; init; }

    /// <summary>How its range was found; null without a fine.</summary>
    [Id(14)] public Text? Range { get; init; }

    /// <summary>The path of the page to print; whoever knows it reads the document.</summary>
    [Id(15)] public string? Print { get; init; }
}

/// <summary>How far a document is.</summary>
[GenerateSerializer, Alias("paper-state"), JsonConverter(typeof(CamelCaseEnumJson<PaperState>))]
public enum PaperState
{
    /// <summary>Waits for the captain's signature.</summary>
    Proposed = 0,

    /// <summary>Signed by the captain, with a number.</summary>
    Issued = 1,

    /// <summary>Sent back or withdrawn.</summary>
    Returned = 2,
}

/// <summary>A punishment item that may be the ground of a document.</summary>
/// <param name="Id">Its id in the catalogue.</param>
/// <param name="Title">Its name.</param>
/// <param name="Article">Where the rule stands.</param>
/// <param name="Basis">How its fine is found.</param>
/// <param name="Office">Who decides in the street's place today; null where the street does.</param>
[GenerateSerializer, Immutable, Alias("paper-punishment")]
public sealed record PaperPunishment(
    [property: Id(0)] string Id, [property: Id(1)] Text Title, [property: Id(2)] Text Article, [property: Id(3)] FineBasis Basis, [property: Id(4)] Text? Office);

/// <summary>Something that may be done now.</summary>
[GenerateSerializer, Immutable, Alias("papers-act")]
public sealed record PapersAct
{
    /// <summary>The command, as in the address.</summary>
    [Id(0)] public required string Command { get; init; }

    /// <summary>The step that it is about; null for none.</summary>
    [Id(1)] public string? Step { get; init; }

    /// <summary>The document: a template's id; null for none.</summary>
    [Id(2)] public string? Paper { get; init; }

    /// <summary>The name of the document or step; null for neither.</summary>
    [Id(3)] public Text? Title { get; init; }

    /// <summary>Which draft; null for none.</summary>
    [Id(4)] public int? N { get; init; }

    /// <summary>What must be given with it: <c>facts</c>, <c>measure</c>, <c>deadline</c>, <c>punishment</c>, <c>fine</c>, <c>said</c>, <c>passed</c>, <c>reason</c>; <c>note</c> may be given, and <c>waived</c> marks going on without documents.</summary>
    [Id(5)] public IReadOnlyList<string> Asks { get; init; } = [];
}

/// <summary>A document as it is printed.</summary>
/// <param name="Title">Its name.</param>
/// <param name="Lines">Its text, filled; each line may begin with the mark of its kind.</param>
/// <param name="State">Only a signed one is valid.</param>
/// <param name="CaseNumber">The case's number.</param>
/// <param name="Number">Its own; null before it is signed.</param>
/// <param name="Template">The pack whose template it was filled from.</param>
[GenerateSerializer, Immutable, Alias("printed-paper")]
public sealed record PrintedPaper(
    [property: Id(0)] Text Title,
    [property: Id(1)] IReadOnlyList<string> Lines,
    [property: Id(2)] PaperState State,
    [property: Id(3)] string CaseNumber,
    [property: Id(4)] string? Number,
    [property: Id(5)] PolicyName Template);
