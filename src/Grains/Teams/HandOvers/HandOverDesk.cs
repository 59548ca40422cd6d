using Dispatch.Contracts;

namespace Dispatch.Grains.Teams.HandOvers;

/// <summary>One shift's hand-over as it lies there.</summary>
/// <param name="Shift">The shift.</param>
/// <param name="Rules">Who may do what; null for a shift of the past, of which nothing changes.</param>
/// <param name="Entry">What was written and signed; null for nothing.</param>
/// <param name="Shifts">The sheets that can be looked at.</param>
internal sealed record HandOverDesk(DutySpan Shift, HandOverRules? Rules, HandOverEntry? Entry, IReadOnlyList<HandOverShift> Shifts)
{
    /// <summary>
    /// The sheet that is to be dealt with now: that of the shift before while it should be signed, except in the last hour of the running
    /// shift, which is for its own.
    /// </summary>
    public static HandOverDesk? AtHand(HandOverDesk? running, HandOverDesk? before, DateTimeOffset now) =>
        running is null ? before
        : before is { Rules.IsNeeded: true, Entry: null or { Signature: null } } && now < running.Shift.To - HandOverRules.Leeway ? before
        : running;

    /// <summary>As a list shows it.</summary>
    public HandOverShift Shown(DateTimeOffset now) => new()
    {
        From = Shift.From,
        To = Shift.To,
        State = Entry?.State ?? HandOverState.Open,
        Late = Rules?.IsLate(Entry, now) ?? false,
        SignedBy = Entry?.Signature?.By,
        SignedAt = Entry?.Signature?.At,
    };
}
