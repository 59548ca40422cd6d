using Dispatch.Contracts;
using Dispatch.Grains.Cases;
using Dispatch.Grains.Routing;

namespace Dispatch.Grains.Decoration;

/// <summary>Refusals and checks that several kinds of dossiers share.</summary>
internal static class Refusing
{
    /// <summary>The pack has no block about house decoration.</summary>
    public static Refused NotOffered { get; } =
        With(RefusalCode.DecorationNotOffered, "The policy pack knows nothing of house decoration; it needs a block \"decoration\".");

    /// <summary>With a sentence that says what to do.</summary>
    public static Refused With(RefusalCode code, string sentence) => new(Refuse.With(code, sentence));

    /// <summary>Text is needed: not blank, not too long, and every character must survive storage.</summary>
    public static Refusal? UnlessSaid(string? text, int longest, string field) => string.IsNullOrWhiteSpace(text)
        ? Refuse.With(RefusalCode.InvalidText, $"Fill in {field}, 1 to {longest} characters.")
        : Refuse.UnlessText(text, longest, field);

    /// <summary>A flat may be absent; one that is named is in the territory.</summary>
    /// <param name="unit"><c>estate/unit</c>.</param>
    /// <param name="territory">The ground.</param>
    public static Refusal? UnlessUnit(string? unit, Territory territory) =>
        unit is null || (unit.Split('/') is [var estate, var flat]
            && territory.FindEstate(estate) is { } found && found.Buildings.Any(building => building.Units.Contains(flat)))
            ? null
            : Refuse.With(RefusalCode.UnknownPlace, "The territory has no such flat; name it as estate/unit.");
}
