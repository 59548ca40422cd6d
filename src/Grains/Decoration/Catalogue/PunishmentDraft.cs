using System.Globalization;
using Dispatch.Contracts.Decoration;
using Dispatch.Grains.Policies;
using Dispatch.Grains.Routing;

namespace Dispatch.Grains.Decoration.Catalogue;

/// <summary>Reads one punishment item of a catalogue.</summary>
internal static class PunishmentDraft
{
    private const decimal MostTimes = 100;
    private const decimal MostPercent = 100;

    /// <summary>The item; null with a fault where it is none at all.</summary>
    public static PunishmentItem? Read(CheckedJson json, CatalogueNames names) =>
        !json.IsObjectOf("id", "title", "article", "liable", "fine", "evidence", "power", "types", "proposed") ? null : new PunishmentItem
        {
            Id = CatalogueNames.ItemId(json),
            Title = json.Bilingual("title", CatalogueNames.LongestTitle),
            Article = json.Bilingual("article", CatalogueNames.LongestTitle),
            Liable = OneOf<LiableParty>(json, "liable"),
            Fine = Fine(json),
            Evidence = names.Papers(json, "evidence"),
            Power = Power(json, names),
            Types = names.SomeTypes(json, "types"),
            Proposed = json.Flag("proposed", otherwise: false),
        };

    private static FineRule Fine(CheckedJson json)
    {
        if (!json.Has("fine"))
        {
            json.Fault("fine", "is missing; an item without one has the basis \"measure\"");
        }
        else if (json.Member("fine") is var fine && fine.IsObjectOf("basis", "least", "most", "says"))
        {
            var basis = OneOf<FineBasis>(fine, "basis");
            var hasRange = basis is FineBasis.Fixed or FineBasis.ManagementFee or FineBasis.CostPercent;
            var says = fine.Has("says") || !hasRange ? fine.Bilingual("says", CatalogueNames.LongestSentence) : null;
            if (hasRange)
            {
                var (least, most) = Range(fine, basis);
                return new FineRule(basis, least, most, says);
            }

            if (fine.Has("least") || fine.Has("most"))
            {
                fine.Fault("a range is for the bases fixed, management-fee and cost-percent");
            }

            return new FineRule(basis, null, null, says);
        }

        return new FineRule(FineBasis.Measure, null, null, null);
    }

    private static (decimal Least, decimal Most) Range(CheckedJson fine, FineBasis basis)
    {
        var ceiling = basis switch
        {
            FineBasis.Fixed => FineFacts.MostYuan,
            FineBasis.ManagementFee => MostTimes,
            _ => MostPercent,
        };
        var (least, most) = (Amount(fine, "least", ceiling), Amount(fine, "most", ceiling));
        if (least > most)
        {
            fine.Fault("most", "lies below least: the range is upside down");
        }

        if (most == 0)
        {
            fine.Fault("most", "must be above zero");
        }

        return (least ?? 0, most ?? 0);
    }

    private static decimal? Amount(CheckedJson fine, string member, decimal ceiling)
    {
        if (!fine.Has(member))
        {
            fine.Fault(member, "is missing");
            return null;
        }

        if (fine.Member(member).Element is { ValueKind: System.Text.Json.JsonValueKind.Number } number
            && number.TryGetDecimal(out var amount) && amount >= 0 && amount <= ceiling && decimal.Round(amount, 2) == amount)
        {
            return amount;
        }

        fine.Fault(member, string.Create(CultureInfo.InvariantCulture, $"expected a number from 0 to {ceiling} with at most two decimals"));
        return null;
    }

    private static DecidingPower Power(CheckedJson json, CatalogueNames names)
    {
        if (!json.Has("power"))
        {
            json.Fault("power", "is missing: either \"street\" with the day since when, or \"office\" and \"handOver\"");
        }
        else if (json.Member("power") is var power && power.IsObjectOf("street", "office", "handOver"))
        {
            if (!power.Has("street"))
            {
                return new DecidingPower(null, names.Office(power, "office"), CatalogueNames.Within(power, "handOver"));
            }

            if (power.Has("office") || power.Has("handOver"))
            {
                power.Fault("either the street holds it or an office");
            }

            return new DecidingPower(Since(power), null, null);
        }

        return new DecidingPower(null, null, null);
    }

    private static DateOnly? Since(CheckedJson power)
    {
        if (DateOnly.TryParseExact(power.Text("street", 10), "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var since))
        {
            return since;
        }

        power.Fault("street", "expected the day since when it holds it, such as \"2026-01-01\"");
        return null;
    }

    private static T OneOf<T>(CheckedJson json, string member)
        where T : struct, Enum
    {
        if (json.Has(member))
        {
            return json.Member(member).AsOneOf<T>(PolicyJson.Kebab) ?? default;
        }

        json.Fault(member, "is missing");
        return default;
    }
}
