using System.Collections.Frozen;
using System.Text.Json;
using Dispatch.Grains.Clocks;
using Dispatch.Grains.Routing;

namespace Dispatch.Grains.Policies;

/// <summary>Reads the member <c>safety</c> of a pack.</summary>
internal static class SafetyRulesDraft
{
    /// <summary>The member's name.</summary>
    public const string Member = "safety";

    /// <summary>The rules; the silent ones where the pack has none, or with a fault.</summary>
    /// <param name="root">The pack.</param>
    /// <param name="types">The codes of its types.</param>
    public static SafetyRules Read(CheckedJson root, IReadOnlyCollection<string> types)
    {
        if (!root.Has(Member) || root.Member(Member) is var json && !json.IsObjectOf("checkIn", "pair", "alarm"))
        {
            return SafetyRules.Silent;
        }

        return new SafetyRules
        {
            CheckIn = json.Has("checkIn") ? CheckIn(json, types) : SafetyRules.Silent.CheckIn,
            Pair = Urgent(json, "pair") ?? SafetyRules.Silent.Pair,
            Alarm = Urgent(json, "alarm") ?? SafetyRules.Silent.Alarm,
        };
    }

    private static FrozenDictionary<string, CheckInRule> CheckIn(CheckedJson json, IReadOnlyCollection<string> types)
    {
        var rules = new Dictionary<string, CheckInRule>(StringComparer.Ordinal);
        foreach (var (code, entry) in json.Entries("checkIn"))
        {
            if (!types.Contains(code))
            {
                entry.Fault($"there is no type \"{code}\"");
            }

            if (entry.Element.ValueKind == JsonValueKind.String)
            {
                var always = Urgent(entry);
                rules[code] = new CheckInRule(always, always);
            }
            else if (entry.IsObjectOf("usual", "inProgress"))
            {
                rules[code] = new CheckInRule(Urgent(entry, "usual"), Urgent(entry, "inProgress"));
            }
        }

        return rules.ToFrozenDictionary(StringComparer.Ordinal);
    }

    private static Budget? Urgent(CheckedJson json, string member) => json.Has(member) ? Urgent(json.Member(member)) : null;

    private static Budget? Urgent(CheckedJson json)
    {
        var budget = json.AsBudget();
        if (budget is { IsUrgent: false })
        {
            json.Fault("danger keeps no office hours: this time ends in U");
        }

        return budget;
    }
}
