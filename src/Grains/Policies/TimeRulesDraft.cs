using System.Collections.Frozen;
using Dispatch.Contracts;
using Dispatch.Grains.Clocks;
using Dispatch.Grains.Routing;

namespace Dispatch.Grains.Policies;

/// <summary>Reads what a pack says of more time: the blocks <c>extensions</c>, <c>suspension</c>, <c>returns</c>, <c>extraTime</c>, <c>offline</c>.</summary>
internal static class TimeRulesDraft
{
    private const int MostOfAny = 100;
    private const int DaysOfAYear = 366;
    private const int LongestCommand = 48;

    public static TimeRules Read(CheckedJson root, string? calendar) => new()
    {
        Extensions = Block(root, "extensions", ["decide", "undecided", "most"]) is { } extensions ? Extensions(extensions, calendar) : null,
        Suspension = Block(root, "suspension", ["approval", "decide", "review", "longest"]) is { } suspension ? Suspension(suspension, calendar) : null,
        MostReturns = Block(root, "returns", ["most"]) is { } returns && Needs(returns, "most") ? returns.Whole("most", 1, MostOfAny, 1) : null,
        ExtraTime = Block(root, "extraTime", ["percent", "most"]) is { } extra && Needs(extra, "percent")
            ? new ExtraTimeRule(extra.Whole("percent", 1, 50, 1), extra.Whole("most", 1, 3, 1))
            : null,
        Offline = Block(root, "offline", ["answered", "needsEvidence"]) is { } offline && offline.Flag("answered", otherwise: false)
            ? new OfflineRule(NeedsEvidence(offline))
            : null,
    };

    private static FrozenSet<string> NeedsEvidence(CheckedJson json)
    {
        var commands = new HashSet<string>(StringComparer.Ordinal);
        foreach (var item in json.Items("needsEvidence"))
        {
            var command = item.Text(LongestCommand);
            if (command.Length > 0 && !CaseCommand.ByName.ContainsKey(command))
            {
                item.Fault($"there is no command \"{command}\"");
            }

            commands.Add(command);
        }

        return commands.ToFrozenSet(StringComparer.Ordinal);
    }

    private static ExtensionRule? Extensions(CheckedJson json, string? calendar)
    {
        var grants = json.Has("undecided") && json.Member("undecided").AsOneOf<Undecided>(PolicyJson.Kebab) == Undecided.Grant;
        var most = json.Has("most") ? json.Whole("most", 1, MostOfAny, 1) : (int?)null;
        return Needs(json, "decide") && Clock(json, "decide", ClockNames.ExtensionDecision, calendar) is { } decide
            ? new ExtensionRule(decide, grants, most)
            : null;
    }

    private static SuspensionRule Suspension(CheckedJson json, string? calendar)
    {
        var approval = json.Has("approval") && json.Flag("approval", otherwise: false);
        if (approval && !json.Has("decide"))
        {
            json.Fault("decide", "is missing: approval needs a clock, or nobody would have to decide");
        }
        else if (!approval && json.Has("decide"))
        {
            json.Fault("decide", "is for suspensions that need approval; add \"approval\": true or leave it out");
        }

        return new SuspensionRule(
            approval && json.Has("decide") ? Clock(json, "decide", ClockNames.SuspensionDecision, calendar) : null,
            json.Has("review") ? Clock(json, "review", ClockNames.SuspensionReview, calendar) : null,
            json.Has("longest") ? Longest(json) : TimeSpan.FromDays(DaysOfAYear));
    }

    private static TimeSpan Longest(CheckedJson json)
    {
        if (json.Member("longest").AsBudget() is not { } longest)
        {
            return default;
        }

        if (longest.Unit != BudgetUnit.Day || longest.Amount > DaysOfAYear)
        {
            json.Fault("longest", $"expected days such as \"90 d\", at most {DaysOfAYear}, found {longest}");
        }

        return TimeSpan.FromDays(Math.Min(longest.Amount, DaysOfAYear));
    }

    /// <summary>A clock that a command starts and stops: it has one mark and its expiry is its own.</summary>
    private static ClockRule? Clock(CheckedJson json, string member, string name, string? calendar) =>
        json.Member(member).AsBudget() is { } budget ? ConsentClock(name, budget, calendar ?? "") : null;

    private static ClockRule ConsentClock(string name, Budget budget, string calendar) => new()
    {
        Name = name,
        Budget = budget,
        Calendar = calendar,
        Marks = [SlaClock.Expiry],
        StartOn = [],
        StopOn = [],
        OnExpiry = Expiry.Record,
    };

    private static CheckedJson? Block(CheckedJson root, string member, string[] fields) =>
        root.Has(member) && root.Member(member) is var json && json.IsObjectOf(fields) ? json : null;

    private static bool Needs(CheckedJson json, string member)
    {
        if (!json.Has(member))
        {
            json.Fault(member, "is missing");
        }

        return json.Has(member);
    }

    private enum Undecided
    {
        Refuse,
        Grant,
    }
}
