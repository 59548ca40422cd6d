using Dispatch.Grains.Clocks;
using Dispatch.Grains.Routing;

namespace Dispatch.Grains.Policies;

/// <summary>Reads the blocks <c>"surge": { "longest": "3 d" }</c> and <c>"drill": { "longest": "1 d" }</c> of a pack; one that is missing is not known.</summary>
internal static class SurgeAndDrillDraft
{
    /// <summary>The member of surges.</summary>
    public const string Surge = "surge";

    /// <summary>The member of drills.</summary>
    public const string Drill = "drill";

    private const int MostDays = 31;

    /// <summary>How long one lasts at most, days of 24 hours; null where the pack has no such block.</summary>
    public static TimeSpan? Longest(CheckedJson root, string member)
    {
        if (!root.Has(member))
        {
            return null;
        }

        var json = root.Member(member);
        if (!json.IsObjectOf("longest"))
        {
            return null;
        }

        if (!json.Has("longest"))
        {
            json.Fault("longest", "is missing");
            return null;
        }

        if (json.Member("longest").AsBudget() is not { } longest)
        {
            return null;
        }

        if (longest.Unit != BudgetUnit.Day || longest.Amount > MostDays)
        {
            json.Fault("longest", $"expected days such as \"1 d\", at most {MostDays}, found {longest}");
            return null;
        }

        return TimeSpan.FromDays(longest.Amount);
    }
}
