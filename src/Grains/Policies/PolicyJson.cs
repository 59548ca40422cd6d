using System.Collections.Frozen;
using System.Collections.Immutable;
using System.Text.Json;
using Dispatch.Contracts;
using Dispatch.Grains.Clocks;
using Dispatch.Grains.Routing;

namespace Dispatch.Grains.Policies;

/// <summary>The kinds of value that packs are written in. As in <see cref="CheckedJson"/> a wrong one is a fault and a stand-in.</summary>
internal static class PolicyJson
{
    private const int LongestTrigger = 64;

    /// <summary>A title or sentence in both languages.</summary>
    public static Text Bilingual(this CheckedJson json, string member, int longest)
    {
        if (!json.Has(member))
        {
            json.Fault(member, "is missing");
            return new Text("", "");
        }

        var text = json.Member(member);
        return text.IsObjectOf("zh", "en") ? new Text(text.Text("zh", longest), text.Text("en", longest)) : new Text("", "");
    }

    /// <summary>A time such as <c>30 min</c>; null with a fault.</summary>
    public static Budget? AsBudget(this CheckedJson json)
    {
        if (json.Element.ValueKind == JsonValueKind.String && Budget.TryParse(json.Text(LongestTrigger), out var budget))
        {
            return budget;
        }

        json.Fault($"expected a time above zero such as \"15 min U\", \"4 wh\", \"7 wd\" or \"7 d\", found {json.Shown()}");
        return null;
    }

    /// <summary>One of an enum's names, spelled by <paramref name="spelling"/>; null with a fault that lists them.</summary>
    public static TEnum? AsOneOf<TEnum>(this CheckedJson json, Func<TEnum, string> spelling)
        where TEnum : struct, Enum
    {
        var found = json.Element.ValueKind == JsonValueKind.String ? json.Text(LongestTrigger) : null;
        foreach (var value in Enum.GetValues<TEnum>())
        {
            if (found == spelling(value))
            {
                return value;
            }
        }

        json.Fault($"expected one of {string.Join(", ", Enum.GetValues<TEnum>().Select(spelling))}, found {json.Shown()}");
        return null;
    }

    /// <summary>A whole number within a range.</summary>
    public static int Whole(this CheckedJson json, string member, int min, int max, int otherwise)
    {
        if (!json.Has(member))
        {
            return otherwise;
        }

        var number = json.Number(member, min, max);
        if (number == Math.Floor(number))
        {
            return (int)number;
        }

        json.Fault(member, $"expected a whole number from {min} to {max}");
        return otherwise;
    }

    /// <summary>Marks in per cent, ascending, ending in 100; null with a fault.</summary>
    public static ImmutableArray<int>? AsMarks(this CheckedJson json, string member)
    {
        var before = json.Faults.Count;
        var marks = new List<int>();
        foreach (var item in json.Items(member))
        {
            if (!item.Element.TryGetInt32Safely(out var mark) || mark is < 1 or > SlaClock.Expiry)
            {
                item.Fault($"expected a per cent from 1 to {SlaClock.Expiry}, found {item.Shown()}");
            }
            else if (marks.Count > 0 && mark <= marks[^1])
            {
                item.Fault($"{mark} comes after {marks[^1]}; marks ascend");
            }
            else
            {
                marks.Add(mark);
            }
        }

        if (json.Faults.Count == before && (marks.Count == 0 || marks[^1] != SlaClock.Expiry))
        {
            json.Fault(member, $"the last mark is {SlaClock.Expiry}, at which the budget is used up");
        }

        return json.Faults.Count == before ? [.. marks] : null;
    }

    /// <summary>A list of triggers; null with a fault.</summary>
    public static FrozenSet<string>? AsTriggers(this CheckedJson json, string member, Func<string, bool> isAllowed, string allowed)
    {
        var before = json.Faults.Count;
        var triggers = new HashSet<string>(StringComparer.Ordinal);
        foreach (var item in json.Items(member))
        {
            var trigger = item.Text(LongestTrigger);
            if (trigger.Length > 0 && !isAllowed(trigger))
            {
                item.Fault($"unknown trigger \"{trigger}\"; {allowed}");
            }
            else if (trigger.Length > 0 && !triggers.Add(trigger))
            {
                item.Fault($"\"{trigger}\" is given twice");
            }
        }

        if (json.Faults.Count == before && triggers.Count == 0)
        {
            json.Fault(member, "there must be one at least");
        }

        return json.Faults.Count == before ? triggers.ToFrozenSet(StringComparer.Ordinal) : null;
    }

    public static bool IsNull(this CheckedJson json) => json.Element.ValueKind == JsonValueKind.Null;

    public static string Kebab<TEnum>(TEnum value)
        where TEnum : struct, Enum => JsonNamingPolicy.KebabCaseLower.ConvertName(value.ToString());

    private static bool TryGetInt32Safely(this JsonElement element, out int number)
    {
        number = 0;
        return element.ValueKind == JsonValueKind.Number && element.TryGetInt32(out number);
    }

    private static string Shown(this CheckedJson json)
    {
        var raw = json.Element.GetRawText();
        return raw.Length <= LongestTrigger ? raw : $"{raw[..LongestTrigger]}…";
    }
}
