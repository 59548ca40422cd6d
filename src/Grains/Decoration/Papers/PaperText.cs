using System.Collections.Immutable;
using System.Globalization;
using Dispatch.Contracts.Decoration;

namespace Dispatch.Grains.Decoration.Papers;

/// <summary>Fills templates. Documents are in Chinese, so every value is. Pure.</summary>
internal static class PaperText
{
    /// <summary>The template filled with what is known before the signature.</summary>
    public static ImmutableArray<string> Drafted(PaperTemplate template, IReadOnlyDictionary<string, string> values) =>
        [.. template.Lines.Select(line => PaperTemplate.Fill(line, values))];

    /// <summary>A draft with its number and the day of the signature.</summary>
    public static ImmutableArray<string> Signed(ImmutableArray<string> draft, PaperSigned signed)
    {
        var values = new Dictionary<string, string>(StringComparer.Ordinal) { [PaperTemplate.Number] = signed.Number, [PaperTemplate.Date] = Day(signed.Day) };
        return [.. draft.Select(line => PaperTemplate.Fill(line, values))];
    }

    /// <summary>A draft as it is looked at: number and day are blank.</summary>
    public static IReadOnlyList<string> Blank(ImmutableArray<string> draft)
    {
        var values = new Dictionary<string, string>(StringComparer.Ordinal) { [PaperTemplate.Number] = "（签发后编号）", [PaperTemplate.Date] = "　　年　月　日" };
        return [.. draft.Select(line => PaperTemplate.Fill(line, values))];
    }

    /// <summary>A number: the street, the kind's mark, the year and count of the case, and which signed document of the case it is.</summary>
    /// <param name="street">The street's name.</param>
    /// <param name="mark">The kind's mark.</param>
    /// <param name="caseNumber"><c>{street}-{year}-{count}</c>, without gaps in a street and year.</param>
    /// <param name="n">From 1.</param>
    public static string Number(string street, string mark, string caseNumber, int n)
    {
        var parts = caseNumber.Split('-');
        return string.Create(CultureInfo.InvariantCulture, $"{street}{mark}〔{parts[^2]}〕{parts[^1]}-{n}号");
    }

    /// <summary>A day as documents write it.</summary>
    public static string Day(DateOnly day) => string.Create(CultureInfo.InvariantCulture, $"{day.Year}年{day.Month}月{day.Day}日");

    /// <summary>What a punishment item says in a document.</summary>
    /// <param name="item">The item.</param>
    /// <param name="amount">The fine; null for a measure.</param>
    /// <param name="range">How its range was found.</param>
    public static IEnumerable<KeyValuePair<string, string>> Of(PunishmentItem item, decimal? amount, FineProposal range)
    {
        yield return new("violation", item.Title.Zh);
        yield return new("article", item.Article.Zh);
        yield return new("liable", Liable(item.Liable));
        yield return new(PaperTemplate.Fine, amount is { } yuan
            ? string.Create(CultureInfo.InvariantCulture, $"罚款人民币{yuan:#,0.##}元")
            : item.Fine.Says?.Zh ?? "不予罚款");
        yield return new("range", range.Refusal is null ? range.Computation.Zh : "本项不设罚款");
    }

    private static string Liable(LiableParty party) => party switch
    {
        LiableParty.Owner => "业主",
        LiableParty.Occupier => "房屋使用人",
        LiableParty.Firm => "装饰装修企业",
        LiableParty.PropertyManager => "物业服务企业",
        LiableParty.Developer => "建设单位",
        _ => "违法行为人",
    };
}
