using System.Collections.Immutable;
using System.Text.Json.Serialization;
using Dispatch.Contracts;

namespace Dispatch.Grains.Cases;

/// <summary>The cards of a case, and since when it is overdue.</summary>
public sealed partial record Case
{
    /// <summary>No more cards than this are kept, the latest.</summary>
    public const int MostCards = 40;

    /// <summary>The cards as stored; null for none.</summary>
    [JsonPropertyName("cards")]
    public ImmutableArray<Card>? Given { get; init; }

    /// <summary>The cards in the order of their numbers, those that no longer stand among them.</summary>
    [JsonIgnore]
    public ImmutableArray<Card> Cards => Given ?? [];

    /// <summary>What it is reminded of; null while it is not overdue, and under a pack that reminds of nothing.</summary>
    public OverdueRun? Overdue { get; init; }

    /// <summary>The number of the next card.</summary>
    [JsonIgnore]
    public int NextCard => Cards is [.., var last] ? last.Number + 1 : 1;

    /// <summary>The unit whose people are responsible: of an officer the street.</summary>
    [JsonIgnore]
    public Scope Unit => Responsible.Kind == ScopeKind.Officer ? Scope.Street(Place.StreetId) : Responsible;

    /// <summary>A card by number; null when there is none.</summary>
    public Card? FindCard(int? number) => Cards.FirstOrDefault(card => card.Number == number);

    private Case WithCard(CardIssued e, DateTimeOffset at) => WithCard(new Card
    {
        Number = e.Card ?? NextCard,
        Colour = e.Colour,
        On = e.On,
        Clock = e.Clock,
        DueAt = e.DueAt,
        At = at,
        State = CardState.Standing,
    });

    private Case WithCard(CardProposed e, DateTimeOffset at) => WithCard(new Card
    {
        Number = e.Card,
        Colour = e.Colour,
        On = e.On,
        Clock = e.Clock,
        DueAt = e.DueAt,
        At = at,
        State = CardState.Proposed,
        Beside = e.Beside,
    });

    private Case WithCard(Card card) => this with { Given = [.. Cards.TakeLast(MostCards - 1), card] };

    private Case WithCard(int number, Func<Card, Card> change) =>
        FindCard(number) is { } card ? this with { Given = Cards.Replace(card, change(card)) } : this;

    /// <summary>Cards that came of a firing which was answered in time after all, with those proposed beside them.</summary>
    private Case WithoutCards(ImmutableArray<CardIssued>? withdrawn) => withdrawn is not { } cards ? this : this with
    {
        Given = [.. Cards.Select(card => cards.Any(gone => gone.Card is { } number && (card.Number == number || card.Beside == number))
            ? card with { State = CardState.Withdrawn }
            : card)],
    };
}

/// <summary>A supervision card.</summary>
public sealed record Card
{
    /// <summary>Its number in the case, counted from 1.</summary>
    public required int Number { get; init; }

    /// <summary>Yellow or red.</summary>
    public required CardColour Colour { get; init; }

    /// <summary>The unit or person that it is on.</summary>
    public required Scope On { get; init; }

    /// <summary>The clock that was missed.</summary>
    public required string Clock { get; init; }

    /// <summary>The deadline that was missed; null for cards of before 2026-11-28.</summary>
    public DateTimeOffset? DueAt { get; init; }

    /// <summary>When it was issued or proposed.</summary>
    public required DateTimeOffset At { get; init; }

    /// <summary>How it stands.</summary>
    public required CardState State { get; init; }

    /// <summary>Of one on a person, the number of the unit's card that it was proposed beside.</summary>
    public int? Beside { get; init; }

    /// <summary>Who decided on it or withdrew it.</summary>
    public string? By { get; init; }

    /// <summary>What they said.</summary>
    public string? Reason { get; init; }
}

/// <summary>What an overdue case is reminded of.</summary>
public sealed record OverdueRun
{
    /// <summary>The clock that was missed.</summary>
    public required string Clock { get; init; }

    /// <summary>When that was seen.</summary>
    public required DateTimeOffset Since { get; init; }

    /// <summary>How many rungs of the pack were reached since.</summary>
    public int Rungs { get; init; }
}
