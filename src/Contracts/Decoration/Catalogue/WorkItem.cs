using System.Text.Json.Serialization;

namespace Dispatch.Contracts.Decoration;

/// <summary>Something that an owner may want to do: what a filing names as its scope, and what "may I …?" is asked about.</summary>
[GenerateSerializer, Immutable, Alias("work-item")]
public sealed record WorkItem
{
    /// <summary>Its id, kebab-case (<c>remove-load-bearing-wall</c>).</summary>
    [Id(0)] public required string Id { get; init; }

    /// <summary>What is done.</summary>
    [Id(1)] public required Text Title { get; init; }

    /// <summary>As an owner asks it.</summary>
    [Id(2)] public required Text Question { get; init; }

    /// <summary>Whether it may be done.</summary>
    [Id(3)] public required WorkRuling Ruling { get; init; }

    /// <summary>The answer, a plain sentence for owners.</summary>
    [Id(4)] public required Text Answer { get; init; }

    /// <summary>Where the rule stands.</summary>
    [Id(5)] public required Text Article { get; init; }

    /// <summary>Who approves it, a key of <see cref="DecorationCatalogue.Offices"/>; null unless it needs approval.</summary>
    [Id(6)] public string? Office { get; init; }

    /// <summary>How soon that office answers, as packs write times; null unless it needs approval.</summary>
    [Id(7)] public string? Within { get; init; }

    /// <summary>What the application takes, keys of <see cref="DecorationCatalogue.Papers"/>; empty unless it needs approval.</summary>
    [Id(8)] public required IReadOnlyList<string> Documents { get; init; }

    /// <summary>The kind of prone spot that it happens at, a key of <see cref="DecorationCatalogue.Spots"/>; null for anywhere.</summary>
    [Id(9)] public string? Spot { get; init; }

    /// <summary>The type of case that it becomes when done wrongly; null where nothing can go wrong that has a type.</summary>
    [Id(10)] public string? Type { get; init; }

    /// <summary>What is inspected when it is part of the works.</summary>
    [Id(11)] public required IReadOnlyList<string> Inspections { get; init; }

    /// <summary>The item is the office's own proposal rather than a published rule.</summary>
    [Id(12)] public required bool Proposed { get; init; }
}

/// <summary>Whether works may be done, the worst last, so that the ruling on several is the greatest. In JSON the kebab-case of the name.</summary>
[GenerateSerializer, Alias("work-ruling"), JsonConverter(typeof(KebabCaseEnumJson<WorkRuling>))]
public enum WorkRuling
{
    /// <summary>With the filing alone.</summary>
    Free = 0,

    /// <summary>Not before an office has approved it.</summary>
    NeedsApproval = 1,

    /// <summary>Never.</summary>
    Forbidden = 2,
}

/// <summary>The answer to "may I …?" about one scope of works. Either <see cref="Refusal"/> or the rest is set.</summary>
[GenerateSerializer, Immutable, Alias("scope-answer")]
public sealed record ScopeAnswer
{
    /// <summary>Why there is no answer: nothing was asked, or works that the catalogue does not know.</summary>
    [Id(0)] public Refusal? Refusal { get; init; }

    /// <summary>The ruling on the whole scope: that of its worst part.</summary>
    [Id(1)] public WorkRuling Ruling { get; init; }

    /// <summary>The works asked about, worst first, then in the catalogue's order; none twice.</summary>
    [Id(2)] public IReadOnlyList<WorkItem> Works { get; init; } = [];

    /// <summary>The offices that must approve before work begins, each once.</summary>
    [Id(3)] public IReadOnlyList<string> Offices { get; init; } = [];

    /// <summary>What is inspected of these works, in the catalogue's order.</summary>
    [Id(4)] public IReadOnlyList<string> Inspections { get; init; } = [];
}
