using System.Collections.Immutable;
using Dispatch.Contracts;
using Dispatch.Grains.Clocks;
using Dispatch.Grains.Routing;

namespace Dispatch.Grains.Policies;

/// <summary>Reads the member <c>supervision</c> of a pack.</summary>
internal static class SupervisionDraft
{
    /// <summary>The member's name.</summary>
    public const string Member = "supervision";

    private const string PersonCards = "personCards";

    private static readonly ImmutableArray<OverdueStep> Steps = [.. Enum.GetValues<OverdueStep>()];

    /// <summary>The rules; with a fault what could be read of them.</summary>
    public static SupervisionRules Read(CheckedJson root, string? calendar)
    {
        if (!root.Has(Member))
        {
            return SupervisionRules.Silent;
        }

        var json = root.Member(Member);
        if (!json.IsObjectOf([.. Steps.Select(PolicyJson.Kebab), PersonCards]))
        {
            return SupervisionRules.Silent;
        }

        var rungs = ImmutableArray.CreateBuilder<OverdueRung>();
        foreach (var step in Steps)
        {
            if (json.Has(PolicyJson.Kebab(step)) && json.Member(PolicyJson.Kebab(step)).AsBudget() is { } budget)
            {
                rungs.Add(new OverdueRung(step, Rule(budget, calendar)));
            }
        }

        var proposes = json.Has(PersonCards) && json.Member(PersonCards).AsOneOf<OnPersons>(PolicyJson.Kebab) == OnPersons.Proposed;
        return new SupervisionRules(rungs.ToImmutable(), proposes);
    }

    private static ClockRule Rule(Budget budget, string? calendar) => new()
    {
        Name = ClockView.Overdue,
        Budget = budget,
        Calendar = calendar ?? "",
        Marks = [SlaClock.Expiry],
        StartOn = [],
        StopOn = [],
        OnExpiry = Expiry.Record,
    };

    private enum OnPersons
    {
        None,
        Proposed,
    }
}
