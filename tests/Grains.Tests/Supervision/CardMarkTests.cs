using Dispatch.Contracts;

namespace Dispatch.Grains.Tests.Supervision;

/// <summary>Which of a case's cards its row shows.</summary>
public sealed class CardMarkTests
{
    [Theory]
    [InlineData("", null, null)]
    [InlineData("yellow withdrawn, red refused", null, null)]
    [InlineData("yellow proposed", CardColour.Yellow, CardState.Proposed)]
    [InlineData("yellow proposed, yellow standing", CardColour.Yellow, CardState.Standing)]
    [InlineData("yellow standing, red proposed", CardColour.Red, CardState.Proposed)]
    [InlineData("red proposed, red standing, yellow standing", CardColour.Red, CardState.Standing)]
    public void It_is_the_gravest_that_stands_or_waits_for_the_supervisor(string cards, CardColour? colour, CardState? state)
    {
        var mark = CardMark.Gravest(cards.Split(", ", StringSplitOptions.RemoveEmptyEntries).Select((card, at) => card.Split(' ') is [var hue, var stands]
            ? new CardView
            {
                Card = at + 1,
                Colour = Enum.Parse<CardColour>(hue, ignoreCase: true),
                State = Enum.Parse<CardState>(stands, ignoreCase: true),
                On = Scope.Street("xiashi"),
                Clock = "arrive",
                At = default,
            }
            : throw new ArgumentException(card, nameof(cards))));

        Assert.Equal((colour, state), (mark?.Colour, mark?.State));
    }
}
