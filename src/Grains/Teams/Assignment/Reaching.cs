using Dispatch.Contracts;
using Dispatch.Grains.Routing;

namespace Dispatch.Grains.Teams.Assignment;

/// <summary>Whether somebody on duty can be reached.</summary>
internal static class Reaching
{
    /// <summary>
    /// A member on duty as the ranking sees them, load aside. The roster says who is on duty; what is heard of somebody in that duty can
    /// only take it back. So whoever has not signed in yet is asked, and whoever signed off, or was not heard of for long, is not.
    /// </summary>
    /// <param name="duty">Their duty.</param>
    /// <param name="presence">How they stand; null where nothing is known.</param>
    /// <param name="sameDuty">Whether their position is of this duty; one of a duty before is forgotten by then.</param>
    public static Candidate Of(OnDuty duty, Presence? presence, bool sameDuty = true) => new()
    {
        UserName = duty.UserName,
        OnDutyUntil = duty.Until,
        Line = duty.Line,
        Skills = duty.Skills.Count == 0 ? [] : [.. duty.Skills],
        OutOfReachSince = presence is { Kind: PresenceKind.SignedOff or PresenceKind.OutOfReach, Since: { } since } && since > duty.From ? since : null,
        AtHand = presence is { CaseNumber: { } number } ? new RankingReason(presence.Kind == PresenceKind.OnTheMove ? AtHandReasons.OnTheMove : AtHandReasons.Busy, number) : null,
        Position = sameDuty && presence?.Position is { } position ? new GeoPoint(position.Lat, position.Lon) : null,
    };
}

/// <summary>What an officer is at, as the ranking's reasons tell it after those of its rules: it decides nothing.</summary>
public static class AtHandReasons
{
    /// <summary>On the way to the case of that number.</summary>
    public const string OnTheMove = "on-the-move";

    /// <summary>On site at the case of that number.</summary>
    public const string Busy = "busy";
}
