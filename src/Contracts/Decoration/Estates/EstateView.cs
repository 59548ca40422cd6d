using System.Text.Json.Serialization;

namespace Dispatch.Contracts.Decoration;

/// <summary>The dossier of an estate. One that nobody wrote in yet is shown empty, with version 0.</summary>
[GenerateSerializer, Immutable, Alias("estate-view")]
public sealed record EstateView : DossierView
{
    /// <summary>Its name.</summary>
    [Id(0)] public required Text Name { get; init; }

    /// <summary>Its street.</summary>
    [Id(1)] public required string StreetId { get; init; }

    /// <summary>Its community.</summary>
    [Id(2)] public required string CommunityId { get; init; }

    /// <summary>Its grid.</summary>
    [Id(3)] public required string GridId { get; init; }

    /// <summary>Its flats, such as <c>7-2-2001</c>, in the order of the territory.</summary>
    [Id(4)] public required IReadOnlyList<string> Units { get; init; }

    /// <summary>Its floor-plan types, in the order in which they were drawn first.</summary>
    [Id(5)] public required IReadOnlyList<FloorPlanView> Plans { get; init; }

    /// <summary>Who is responsible, in the order in which they were named first.</summary>
    [Id(6)] public required IReadOnlyList<ResponsibleParty> Parties { get; init; }

    /// <summary>The property-service agreement; null where none is recorded.</summary>
    [Id(7)] public ServiceAgreement? Agreement { get; init; }

    /// <summary>When it is handed over, and whether it was reviewed before; null where nobody plans it.</summary>
    [Id(8)] public HandOverPlan? HandOver { get; init; }

    /// <summary>What is to be watched.</summary>
    [Id(9)] public required IReadOnlyList<WatchPoint> Watch { get; init; }

    /// <summary>The commands that whoever asked may give.</summary>
    [Id(10)] public required IReadOnlyList<string> May { get; init; }
}

/// <summary>A floor-plan type.</summary>
[GenerateSerializer, Immutable, Alias("floor-plan-view")]
public sealed record FloorPlanView
{
    /// <summary>Its id.</summary>
    [Id(0)] public required string Id { get; init; }

    /// <summary>Its name.</summary>
    [Id(1)] public required Text Name { get; init; }

    /// <summary>Its picture.</summary>
    [Id(2)] public required EvidencePiece Image { get; init; }

    /// <summary>The flats of this type.</summary>
    [Id(3)] public required IReadOnlyList<string> Units { get; init; }

    /// <summary>Its prone spots.</summary>
    [Id(4)] public required IReadOnlyList<ProneSpot> Spots { get; init; }

    /// <summary>The guidance as it would be published now.</summary>
    [Id(5)] public required GuidancePlan Draft { get; init; }

    /// <summary>What was published last; null where nothing was.</summary>
    [Id(6)] public GuidancePlan? Published { get; init; }

    /// <summary>The path of the published guidance, <c>/g/…</c>; null where nothing was published, or for whoever looks without signing in.</summary>
    [Id(7)] public string? Link { get; init; }

    /// <summary>Whether the draft says something else than what is published.</summary>
    [Id(8)] public required bool Changed { get; init; }
}

/// <summary>A guidance plan (装修指引): what residents of a floor-plan type may do.</summary>
[GenerateSerializer, Immutable, Alias("guidance-plan")]
public sealed record GuidancePlan
{
    /// <summary>Counts what was published, from 1; the draft has the number that it would get.</summary>
    [Id(0)] public required int Version { get; init; }

    /// <summary>When it was published; null for a draft.</summary>
    [Id(1)] public DateTimeOffset? At { get; init; }

    /// <summary>The words above.</summary>
    [Id(2)] public required Text Words { get; init; }

    /// <summary>One line per spot: forbidden ones first, then those that need approval, then what is allowed.</summary>
    [Id(3)] public required IReadOnlyList<GuidanceLine> Lines { get; init; }
}

/// <summary>What holds at one spot.</summary>
/// <param name="Number">As the spot is numbered on the plan, from 1.</param>
/// <param name="Spot">The spot.</param>
[GenerateSerializer, Immutable, Alias("guidance-line")]
public sealed record GuidanceLine([property: Id(0)] int Number, [property: Id(1)] ProneSpot Spot);

/// <summary>A guidance plan as residents read it.</summary>
/// <param name="EstateId">The estate.</param>
/// <param name="Estate">Its name.</param>
/// <param name="PlanId">The floor-plan type.</param>
/// <param name="Plan">Its name.</param>
/// <param name="Image">Its picture.</param>
/// <param name="Guidance">What was published last.</param>
[GenerateSerializer, Immutable, Alias("public-guidance")]
public sealed record PublicGuidance(
    [property: Id(0)] string EstateId, [property: Id(1)] Text Estate, [property: Id(2)] string PlanId, [property: Id(3)] Text Plan,
    [property: Id(4)] EvidencePiece Image, [property: Id(5)] GuidancePlan Guidance);

/// <summary>When an estate is handed over.</summary>
/// <param name="On">The day, street time.</param>
/// <param name="State">Whether it was reviewed before.</param>
/// <param name="ReviewId">The review that was finished last; null for none.</param>
[GenerateSerializer, Immutable, Alias("hand-over-plan")]
public sealed record HandOverPlan([property: Id(0)] DateOnly On, [property: Id(1)] EstateHandOverState State, [property: Id(2)] string? ReviewId);

/// <summary>How a hand-over stands to its review.</summary>
[GenerateSerializer, Alias("estate-hand-over-state"), JsonConverter(typeof(CamelCaseEnumJson<EstateHandOverState>))]
public enum EstateHandOverState
{
    /// <summary>Planned, not reviewed yet.</summary>
    Planned = 0,

    /// <summary>Its day came and no review was finished.</summary>
    WithoutReview = 1,

    /// <summary>A review was finished.</summary>
    Reviewed = 2,
}

/// <summary>An estate in a list.</summary>
[GenerateSerializer, Immutable, Alias("estate-summary")]
public sealed record EstateSummary
{
    /// <summary>Its id.</summary>
    [Id(0)] public required string Id { get; init; }

    /// <summary>Its name.</summary>
    [Id(1)] public required Text Name { get; init; }

    /// <summary>Its community.</summary>
    [Id(2)] public required string CommunityId { get; init; }

    /// <summary>How many flats the territory knows.</summary>
    [Id(3)] public required int Units { get; init; }

    /// <summary>How many floor-plan types are drawn.</summary>
    [Id(4)] public required int Plans { get; init; }

    /// <summary>How many prone spots are marked.</summary>
    [Id(5)] public required int Spots { get; init; }

    /// <summary>How many watch points stand.</summary>
    [Id(6)] public required int Watch { get; init; }

    /// <summary>The hand-over; null where nobody plans one.</summary>
    [Id(7)] public HandOverPlan? HandOver { get; init; }

    /// <summary>Whether its agreement is about to lapse, or has.</summary>
    [Id(8)] public required bool AgreementLapses { get; init; }
}

/// <summary>The estates of an area.</summary>
/// <param name="Items">By id.</param>
[GenerateSerializer, Immutable, Alias("estate-list")]
public sealed record EstateList([property: Id(0)] IReadOnlyList<EstateSummary> Items);
