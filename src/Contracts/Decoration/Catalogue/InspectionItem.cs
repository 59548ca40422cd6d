using System.Text.Json.Serialization;

namespace Dispatch.Contracts.Decoration;

/// <summary>One thing that is inspected in a flat (检查事项).</summary>
[GenerateSerializer, Immutable, Alias("inspection-item")]
public sealed record InspectionItem
{
    /// <summary>Its id, such as <c>D3</c>.</summary>
    [Id(0)] public required string Id { get; init; }

    /// <summary>Its name.</summary>
    [Id(1)] public required Text Title { get; init; }

    /// <summary>Where the rule stands.</summary>
    [Id(2)] public required Text Article { get; init; }

    /// <summary>What to look at, one sentence.</summary>
    [Id(3)] public required Text Look { get; init; }

    /// <summary>At which stages of the works it is looked at; at least one.</summary>
    [Id(4)] public required IReadOnlyList<WorkStage> Stages { get; init; }

    /// <summary>The departments whose check it is, leader first; keys of <see cref="DecorationCatalogue.Offices"/>.</summary>
    [Id(5)] public required IReadOnlyList<string> By { get; init; }

    /// <summary>What is kept of it; keys of <see cref="DecorationCatalogue.Papers"/>.</summary>
    [Id(6)] public required IReadOnlyList<string> Evidence { get; init; }

    /// <summary>The types of case that it is about.</summary>
    [Id(7)] public required IReadOnlyList<string> Types { get; init; }

    /// <summary>The item is the office's own proposal rather than a published rule.</summary>
    [Id(8)] public required bool Proposed { get; init; }
}

/// <summary>A stage of the works at which they are inspected. In JSON the kebab-case of the name (<c>wet-works</c>).</summary>
[GenerateSerializer, Alias("work-stage"), JsonConverter(typeof(KebabCaseEnumJson<WorkStage>))]
public enum WorkStage
{
    /// <summary>Before or as the works begin.</summary>
    Start = 0,

    /// <summary>When pipes and the waterproof layer lie open.</summary>
    WetWorks = 1,

    /// <summary>When the owner says that all is done.</summary>
    Finish = 2,
}
