using System.Text.Json.Serialization;

namespace Dispatch.Contracts.Decoration;

/// <summary>A mediation.</summary>
[GenerateSerializer, Immutable, Alias("mediation-view")]
public sealed record MediationView : DossierView
{
    /// <summary>How far it is.</summary>
    [Id(0)] public required MediationState State { get; init; }

    /// <summary>In which community.</summary>
    [Id(1)] public required string CommunityId { get; init; }

    /// <summary>What the dispute is about.</summary>
    [Id(2)] public required string Matter { get; init; }

    /// <summary>Who disputes, as flats or roles.</summary>
    [Id(3)] public required IReadOnlyList<string> Parties { get; init; }

    /// <summary>The flat, <c>estate/unit</c>; null for none.</summary>
    [Id(4)] public string? Unit { get; init; }

    /// <summary>The case it comes from; null for none.</summary>
    [Id(5)] public string? CaseId { get; init; }

    /// <summary>When it was opened.</summary>
    [Id(6)] public required DateTimeOffset OpenedAt { get; init; }

    /// <summary>The sessions, in order.</summary>
    [Id(7)] public required IReadOnlyList<MediationSession> Sessions { get; init; }

    /// <summary>What was agreed last; null where nothing is.</summary>
    [Id(8)] public string? Agreement { get; init; }

    /// <summary>Why it ended without agreement, or what the last call brought; null for neither.</summary>
    [Id(9)] public string? Outcome { get; init; }

    /// <summary>The commands that whoever asked may give now; empty in lists and in the answer to a command.</summary>
    [Id(10)] public IReadOnlyList<string> May { get; init; } = [];
}

/// <summary>A session of a mediation.</summary>
/// <param name="At">When.</param>
/// <param name="Mediator">Who mediated.</param>
/// <param name="Said">What was said.</param>
/// <param name="Agreement">What was agreed; null where nothing was.</param>
[GenerateSerializer, Immutable, Alias("mediation-session")]
public sealed record MediationSession(
    [property: Id(0)] DateTimeOffset At, [property: Id(1)] string Mediator, [property: Id(2)] string Said, [property: Id(3)] string? Agreement);

/// <summary>How far a mediation is.</summary>
[GenerateSerializer, Alias("mediation-state"), JsonConverter(typeof(CamelCaseEnumJson<MediationState>))]
public enum MediationState
{
    /// <summary>A session is to be held.</summary>
    Open = 0,

    /// <summary>Agreed; the parties are to be called.</summary>
    Agreed = 1,

    /// <summary>Agreed, and kept when they were called.</summary>
    Kept = 2,

    /// <summary>Ended without agreement.</summary>
    GivenUp = 3,
}

/// <summary>Mediations of an area.</summary>
/// <param name="Items">By id.</param>
/// <param name="Next">After which the next page begins; null on the last.</param>
/// <param name="Before">Mediations held before this system counted, as the pack says; an illustration in the sample.</param>
/// <param name="ReviewsBefore">Estates reviewed before hand-over before this system counted, likewise.</param>
/// <param name="MayOpen">Whether whoever asked may open one.</param>
/// <param name="Here">All mediations of the area that this system counted, open or over, on every page; at most 1,000.</param>
[GenerateSerializer, Immutable, Alias("mediation-list")]
public sealed record MediationList(
    [property: Id(0)] IReadOnlyList<MediationView> Items, [property: Id(1)] string? Next, [property: Id(2)] int Before,
    [property: Id(3)] int ReviewsBefore = 0, [property: Id(4)] bool MayOpen = false, [property: Id(5)] int Here = 0);
