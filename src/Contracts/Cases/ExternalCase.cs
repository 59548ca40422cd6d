using System.Text.Json.Serialization;

namespace Dispatch.Contracts;

/// <summary>By what another system knows a report. Source and number together name one case for ever.</summary>
/// <param name="Source">The source's id in the pack, such as <c>hotline-12345</c>.</param>
/// <param name="Number">Its own number: 1 to <see cref="MaxNumber"/> characters, none of them a blank at either end or a control character.</param>
/// <param name="ReplyBy">The last instant for a reply, where the source named one; null takes the pack's time.</param>
[GenerateSerializer, Immutable, Alias("external-reference")]
public sealed record ExternalReference(
    [property: Id(0)] string Source, [property: Id(1)] string Number, [property: Id(2)] DateTimeOffset? ReplyBy = null)
{
    /// <summary>The longest number, in UTF-16 units.</summary>
    public const int MaxNumber = 64;
}

/// <summary>Where a case came from, on a board.</summary>
/// <param name="Source">As in <see cref="ExternalReference"/>.</param>
/// <param name="Number">As in <see cref="ExternalReference"/>.</param>
[GenerateSerializer, Immutable, Alias("external-mark")]
public sealed record ExternalMark([property: Id(0)] string Source, [property: Id(1)] string Number);

/// <summary>Where a case came from and what its source was told. The time to reply is the clock <c>external-reply</c>.</summary>
[GenerateSerializer, Immutable, Alias("external-view")]
public sealed record ExternalView
{
    /// <summary>As in <see cref="ExternalReference"/>.</summary>
    [Id(0)] public required string Source { get; init; }

    /// <summary>As in <see cref="ExternalReference"/>.</summary>
    [Id(1)] public required string Number { get; init; }

    /// <summary>The last instant that the source named itself; null where the pack's time counts.</summary>
    [Id(2), JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] public DateTimeOffset? ReplyBy { get; init; }

    /// <summary>When the source was last replied to; null while it waits.</summary>
    [Id(3), JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] public DateTimeOffset? RepliedAt { get; init; }

    /// <summary>What it was told; null where the end of the case was the reply.</summary>
    [Id(4), JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] public string? Reply { get; init; }

    /// <summary>True where the end of the case was the reply, and no person wrote one; null otherwise.</summary>
    [Id(5), JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] public bool? ByItself { get; init; }
}
