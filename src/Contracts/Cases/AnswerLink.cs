using System.Text.Json.Serialization;

namespace Dispatch.Contracts;

/// <summary>How quickly each link of the chain answered a case.</summary>
/// <param name="Drill">Whether the case is a drill.</param>
/// <param name="Items">In the order in which they were asked; a link that was asked twice stands twice.</param>
[GenerateSerializer, Immutable, Alias("answer-links")]
public sealed record AnswerLinks([property: Id(0)] bool Drill, [property: Id(1)] IReadOnlyList<AnswerLink> Items);

/// <summary>One link that was asked to do something: the run of one clock from its start.</summary>
[GenerateSerializer, Immutable, Alias("answer-link")]
public sealed record AnswerLink
{
    /// <summary>The clock that ran, such as <c>acknowledge</c> or <c>report-in:fire</c>; of a level that was passed over, the level's.</summary>
    [Id(0)] public required string Clock { get; init; }

    /// <summary>Who was asked.</summary>
    [Id(1)] public required Scope Asked { get; init; }

    /// <summary>When.</summary>
    [Id(2)] public required DateTimeOffset AskedAt { get; init; }

    /// <summary>What became of it.</summary>
    [Id(3)] public required LinkOutcome Outcome { get; init; }

    /// <summary>Who answered; null where nobody did.</summary>
    [Id(4)] public string? By { get; init; }

    /// <summary>When the answer was given; null where there was none.</summary>
    [Id(5)] public DateTimeOffset? AnsweredAt { get; init; }

    /// <summary>Real time from asking to the answer, ms; null where there was none.</summary>
    [Id(6)] public long? TookMs { get; init; }

    /// <summary>The clock's own time of that, pauses and hours off left out, ms; null where there was none.</summary>
    [Id(7)] public long? SpentMs { get; init; }

    /// <summary>The time allowed, such as <c>15 min U</c>; null where the link was passed over.</summary>
    [Id(8)] public string? Limit { get; init; }

    /// <summary>The same on the clock's own axis, ms.</summary>
    [Id(9)] public long? LimitMs { get; init; }
}

/// <summary>What became of asking a link.</summary>
[GenerateSerializer, Alias("link-outcome"), JsonConverter(typeof(KebabCaseEnumJson<LinkOutcome>))]
public enum LinkOutcome
{
    /// <summary>Its time runs.</summary>
    Waiting = 0,

    /// <summary>In time.</summary>
    InTime = 1,

    /// <summary>After its time had run out.</summary>
    Late = 2,

    /// <summary>Its time ran out and nobody answered.</summary>
    NotAtAll = 3,

    /// <summary>The question was taken back before its time ran out.</summary>
    Overtaken = 4,

    /// <summary>Nobody was there at that hour, and the case passed over it.</summary>
    Unstaffed = 5,
}
