using System.Text.Json.Serialization;

namespace Dispatch.Contracts.Decoration;

/// <summary>A prone spot (易违点): where on a floor plan works tend to go wrong, and what holds there.</summary>
[GenerateSerializer, Immutable, Alias("prone-spot")]
public sealed record ProneSpot
{
    /// <summary>Its id within the plan, kebab-case, 1 to 32 characters.</summary>
    [Id(0)] public required string Id { get; init; }

    /// <summary>From the left edge of the picture, as a fraction of its width: 0 to 1, both included.</summary>
    [Id(1)] public required double X { get; init; }

    /// <summary>From the upper edge of the picture, as a fraction of its height: 0 to 1, both included.</summary>
    [Id(2)] public required double Y { get; init; }

    /// <summary>What it is.</summary>
    [Id(3)] public required SpotKind Kind { get; init; }

    /// <summary>What holds there.</summary>
    [Id(4)] public required RulingKind Ruling { get; init; }

    /// <summary>The ruling as a sentence for residents, each language 1 to 500 characters.</summary>
    [Id(5)] public required Text Sentence { get; init; }

    /// <summary>A picture that shows it; null for none.</summary>
    [Id(6)] public string? EvidenceId { get; init; }
}

/// <summary>What a prone spot is.</summary>
[GenerateSerializer, Alias("spot-kind"), JsonConverter(typeof(CamelCaseEnumJson<SpotKind>))]
public enum SpotKind
{
    /// <summary>飘窗.</summary>
    BayWindow = 0,

    /// <summary>设备平台.</summary>
    EquipmentBalcony = 1,

    /// <summary>屋面.</summary>
    Roof = 2,

    /// <summary>庭院.</summary>
    Courtyard = 3,

    /// <summary>承重墙.</summary>
    StructuralWall = 4,

    /// <summary>Anything else.</summary>
    Other = 5,
}

/// <summary>What holds at a spot.</summary>
[GenerateSerializer, Alias("ruling-kind"), JsonConverter(typeof(CamelCaseEnumJson<RulingKind>))]
public enum RulingKind
{
    /// <summary>Owners may, after filing.</summary>
    Allowed = 0,

    /// <summary>Owners may once an office has approved it.</summary>
    NeedsApproval = 1,

    /// <summary>Nobody may.</summary>
    Forbidden = 2,
}

/// <summary>A party on the list of those responsible for an estate (责任清单).</summary>
[GenerateSerializer, Immutable, Alias("responsible-party")]
public sealed record ResponsibleParty
{
    /// <summary>Its id within the estate, kebab-case, 1 to 32 characters.</summary>
    [Id(0)] public required string Id { get; init; }

    /// <summary>Which party.</summary>
    [Id(1)] public required PartyKind Kind { get; init; }

    /// <summary>Its name, 1 to 80 characters: a firm or an office, not a private person.</summary>
    [Id(2)] public required string Name { get; init; }

    /// <summary>What it has to do, each language 1 to 500 characters.</summary>
    [Id(3)] public required Text Duties { get; init; }

    /// <summary>Since when, a day in street time.</summary>
    [Id(4)] public required DateOnly Since { get; init; }
}

/// <summary>Who can be responsible for an estate.</summary>
[GenerateSerializer, Alias("party-kind"), JsonConverter(typeof(CamelCaseEnumJson<PartyKind>))]
public enum PartyKind
{
    /// <summary>开发商.</summary>
    Developer = 0,

    /// <summary>物业.</summary>
    PropertyManager = 1,

    /// <summary>社区, in a manager's place where there is none.</summary>
    Community = 2,

    /// <summary>业委会.</summary>
    OwnersCommittee = 3,

    /// <summary>网格员.</summary>
    GridWorker = 4,
}

/// <summary>A property-service agreement.</summary>
[GenerateSerializer, Immutable, Alias("service-agreement")]
public sealed record ServiceAgreement
{
    /// <summary>Between whom, 2 to 6 names of 1 to 80 characters: firms and offices.</summary>
    [Id(0)] public required IReadOnlyList<string> Parties { get; init; }

    /// <summary>What it covers, 1 to 500 characters.</summary>
    [Id(1)] public required string Covers { get; init; }

    /// <summary>Its first day.</summary>
    [Id(2)] public required DateOnly From { get; init; }

    /// <summary>Its last day; not before the first, and not past.</summary>
    [Id(3)] public required DateOnly Until { get; init; }

    /// <summary>Its pages as pictures, at most 20.</summary>
    [Id(4)] public IReadOnlyList<string> EvidenceIds { get; init; } = [];
}

/// <summary>A watch point (关注点): a report there is looked at before others.</summary>
[GenerateSerializer, Immutable, Alias("watch-point")]
public sealed record WatchPoint
{
    /// <summary>Its id within the estate: that of its review and a number.</summary>
    [Id(0)] public required string Id { get; init; }

    /// <summary>The floor-plan type whose flats it concerns; null where it is one flat or the whole estate.</summary>
    [Id(1)] public string? PlanId { get; init; }

    /// <summary>The spot on that plan; null for none.</summary>
    [Id(2)] public string? SpotId { get; init; }

    /// <summary>The flat, such as <c>7-2-2001</c>; null for all of the plan, or of the estate.</summary>
    [Id(3)] public string? Unit { get; init; }

    /// <summary>Which types of case, as the pack codes them; none means any.</summary>
    [Id(4)] public IReadOnlyList<string> Types { get; init; } = [];

    /// <summary>Why, as the review put it.</summary>
    [Id(5)] public required string Why { get; init; }
}
