using System.Text.Json.Serialization;

namespace Dispatch.Contracts;

/// <summary>How a card stands. In JSON the camel-case of the name.</summary>
[GenerateSerializer, Alias("card-state"), JsonConverter(typeof(CamelCaseEnumJson<CardState>))]
public enum CardState
{
    /// <summary>Proposed on a person; it waits for the supervisor's word.</summary>
    Proposed = 0,

    /// <summary>It stands.</summary>
    Standing = 1,

    /// <summary>Proposed, and the supervisor said no.</summary>
    Refused = 2,

    /// <summary>It stood, or was proposed, and was taken back.</summary>
    Withdrawn = 3,
}

/// <summary>A supervision card as views show it.</summary>
[GenerateSerializer, Immutable, Alias("card-view")]
public sealed record CardView
{
    /// <summary>Its number in the case, counted from 1: what commands refer to.</summary>
    [Id(0)] public required int Card { get; init; }

    /// <summary>Yellow or red.</summary>
    [Id(1)] public required CardColour Colour { get; init; }

    /// <summary>The unit or the person (<c>officer:</c>) that it is on.</summary>
    [Id(2)] public required Scope On { get; init; }

    /// <summary>The clock whose deadline was missed.</summary>
    [Id(3)] public required string Clock { get; init; }

    /// <summary>When it was issued or proposed.</summary>
    [Id(4)] public required DateTimeOffset At { get; init; }

    /// <summary>How it stands.</summary>
    [Id(5)] public required CardState State { get; init; }

    /// <summary>The deadline that was missed; null for cards of before 2026-11-28.</summary>
    [Id(6), JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] public DateTimeOffset? DueAt { get; init; }

    /// <summary>Who decided on it or withdrew it; null where nobody did.</summary>
    [Id(7), JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] public string? By { get; init; }

    /// <summary>What they said.</summary>
    [Id(8), JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] public string? Reason { get; init; }
}

/// <summary>A supervision card as a row shows it: not on whom.</summary>
/// <param name="Colour">Yellow or red.</param>
/// <param name="State">Standing, or proposed and waiting for the supervisor's word.</param>
[GenerateSerializer, Immutable, Alias("card-mark")]
public sealed record CardMark([property: Id(0)] CardColour Colour, [property: Id(1)] CardState State)
{
    /// <summary>Red before yellow, and of one colour what stands before what is proposed; null where neither is among them.</summary>
    public static CardMark? Gravest(IEnumerable<CardView> cards) => cards
        .Where(card => card.State is CardState.Standing or CardState.Proposed)
        .OrderByDescending(card => card.Colour).ThenByDescending(card => card.State)
        .Select(card => new CardMark(card.Colour, card.State))
        .FirstOrDefault();
}
