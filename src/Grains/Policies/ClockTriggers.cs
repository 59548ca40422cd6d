using System.Collections.Frozen;
using Dispatch.Contracts;
using Dispatch.Grains.Routing;

namespace Dispatch.Grains.Policies;

/// <summary>
/// What starts and stops clocks, as packs write it: the status that is entered (a <see cref="CaseStatus"/>), an event of this
/// closed list, or a milestone of the type.
/// </summary>
public static class ClockTriggers
{
    /// <summary>The case was opened.</summary>
    public const string Reported = "Reported";

    /// <summary>The grid worker looked at a public report, confirmed or not.</summary>
    public const string Verified = "Verified";

    /// <summary>The grid worker settled it on the spot.</summary>
    public const string Settled = "Settled";

    /// <summary>The grid worker handed it to the community.</summary>
    public const string PassedUp = "PassedUp";

    /// <summary>The community acknowledged it, in time or late.</summary>
    public const string Acknowledged = "Acknowledged";

    /// <summary>The community began its own handling.</summary>
    public const string PreControlStarted = "PreControlStarted";

    /// <summary>The street was whistled, by a person or by an expiry.</summary>
    public const string Whistled = "Whistled";

    /// <summary>The community took it back from the street.</summary>
    public const string TakenBack = "TakenBack";

    /// <summary>Officers were asked.</summary>
    public const string Assigned = "Assigned";

    /// <summary>An officer accepted.</summary>
    public const string OfferAccepted = "OfferAccepted";

    /// <summary>The team reported in on site.</summary>
    public const string Arrived = "Arrived";

    /// <summary>It was solved.</summary>
    public const string Resolved = "Resolved";

    /// <summary>Somebody who did not handle it checked it, passed or not.</summary>
    public const string Checked = "Checked";

    /// <summary>What comes before a milestone's name.</summary>
    public const string MilestonePrefix = "Milestone:";

    /// <summary>Every event that starts or stops clocks.</summary>
    public static FrozenSet<string> Events { get; } = FrozenSet.ToFrozenSet(
        [
            Reported, Verified, Settled, PassedUp, Acknowledged, PreControlStarted, Whistled, TakenBack, Assigned, OfferAccepted,
            Arrived, Resolved, Checked,
        ],
        StringComparer.Ordinal);

    /// <summary>Every status whose entering starts clocks: those in which somebody has to act.</summary>
    public static FrozenSet<string> Statuses { get; } = Enum.GetValues<CaseStatus>()
        .Where(status => status <= CaseStatus.AwaitingCheck)
        .Select(status => status.ToString())
        .ToFrozenSet(StringComparer.Ordinal);

    /// <summary>The trigger of a milestone.</summary>
    /// <param name="name">The milestone, such as <c>stop-work</c>.</param>
    public static string Milestone(string name) => MilestonePrefix + name;

    /// <summary>The milestone that a trigger means; null when it means a status or an event.</summary>
    public static string? MilestoneOf(string trigger) =>
        trigger.StartsWith(MilestonePrefix, StringComparison.Ordinal) ? trigger[MilestonePrefix.Length..] : null;

    internal static bool CanStart(string trigger) => Statuses.Contains(trigger) || CanStop(trigger);

    internal static bool CanStop(string trigger) =>
        Events.Contains(trigger) || (MilestoneOf(trigger) is { } name && CheckedJson.KebabCase().IsMatch(name));
}
