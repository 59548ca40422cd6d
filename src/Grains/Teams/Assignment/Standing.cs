using Dispatch.Contracts;

namespace Dispatch.Grains.Teams.Assignment;

/// <summary>How somebody on duty stands: what was heard of them, and what their cases say of them. Kept nowhere.</summary>
internal static class Standing
{
    /// <summary>
    /// Whoever said in this duty that they are off is off. Whoever is on the way to a case or on site at one is known to be: a phone in a
    /// pocket takes nothing back. Of anybody else who was heard in this duty, whoever let an offer run out and was not heard since is out of
    /// reach, and so is whoever is silent for long, unless a message wakes their phone. Whoever has not signed in yet is off since no instant.
    /// </summary>
    /// <param name="duty">Their duty.</param>
    /// <param name="heard">What was heard of them.</param>
    /// <param name="at">Their case; null for none.</param>
    /// <param name="wakes">Whether a message wakes their phone; asked only of those who are silent.</param>
    public static Presence Of(OnDuty duty, Presence heard, CaseAtHand? at, bool wakes)
    {
        var presence = at is null ? heard : heard with { CaseId = at.Id, CaseNumber = at.Number };
        var ownWord = heard.Kind == PresenceKind.SignedOff && heard.Since > duty.From;
        return ownWord ? presence
            : at is not null ? presence with { Kind = at.OnSite ? PresenceKind.Busy : PresenceKind.OnTheMove, Since = null }
            : heard is { Kind: PresenceKind.OutOfReach, UnansweredAt: null } && wakes ? presence with { Kind = PresenceKind.SignedIn, Since = heard.HeardAt }
            : heard is { Kind: PresenceKind.SignedOff, Since: not null } ? presence with { Since = null }
            : presence;
    }
}

/// <summary>The case that an officer is on the way to or on site at.</summary>
/// <param name="Id">The case.</param>
/// <param name="Number">Its number.</param>
/// <param name="OnSite">Whether they have arrived.</param>
public sealed record CaseAtHand(string Id, string Number, bool OnSite);
