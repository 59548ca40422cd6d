using Dispatch.Grains.Clocks;
using Dispatch.Grains.Routing;

namespace Dispatch.Grains.Policies;

/// <summary>When officers count as out of reach: <c>"presence": { "silence": "10 min U" }</c>.</summary>
/// <param name="Silence">How long nothing is heard of a phone that nothing can wake before its officer is out of reach, city time.</param>
public sealed record PresenceRules(TimeSpan Silence)
{
    /// <summary>The member's name.</summary>
    public const string Member = "presence";

    private const string SilenceMember = "silence";

    /// <summary>Where a pack does not say: ten minutes (proposed).</summary>
    public static PresenceRules Usual { get; } = new(TimeSpan.FromMinutes(10));

    /// <summary>The rules; the usual ones where the pack has none, or with a fault.</summary>
    internal static PresenceRules Read(CheckedJson root)
    {
        if (!root.Has(Member) || (root.Member(Member) is var json && !json.IsObjectOf(SilenceMember))
            || !json.Has(SilenceMember) || json.Member(SilenceMember).AsBudget() is not { } silence)
        {
            return Usual;
        }

        if (silence.Axis != ClockAxis.Elapsed)
        {
            json.Fault(SilenceMember, "is urgent, such as 10 min U: phones are silent by night as by day");
            return Usual;
        }

        return new PresenceRules(silence.Unit == BudgetUnit.Hour ? TimeSpan.FromHours(silence.Amount) : TimeSpan.FromMinutes(silence.Amount));
    }
}
