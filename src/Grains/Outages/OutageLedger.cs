using System.Collections.Immutable;
using Dispatch.Contracts;
using Dispatch.Grains.Cases;

namespace Dispatch.Grains.Outages;

/// <summary>When the service was unreachable or refused. Pure.</summary>
public static class OutageLedger
{
    /// <summary>How far back outages are looked at when a deadline fires, counted from their ends.</summary>
    public static readonly TimeSpan LookedAt = TimeSpan.FromDays(60);

    /// <summary>How far back one may be recorded by hand.</summary>
    public static readonly TimeSpan LongestAgo = TimeSpan.FromDays(31);

    /// <summary>How long one that is recorded by hand may be.</summary>
    public static readonly TimeSpan Longest = TimeSpan.FromDays(7);

    /// <summary>
    /// The outage that a deadline lies in, the first of several; null for none. Both ends count: a deadline's own instant is still in
    /// time, so one at the end of an outage could not have been kept either.
    /// </summary>
    /// <param name="outages">The ledger.</param>
    /// <param name="streetId">Where; outages of the whole city concern every street.</param>
    /// <param name="dueAt">The deadline.</param>
    public static Outage? Covering(ImmutableArray<Outage> outages, string streetId, DateTimeOffset dueAt)
    {
        foreach (var outage in outages)
        {
            if (Concerns(outage, streetId) && dueAt >= outage.From && dueAt <= outage.To)
            {
                return outage;
            }
        }

        return null;
    }

    /// <summary>Whether an outage concerns a street.</summary>
    public static bool Concerns(Outage outage, string streetId) => outage.StreetId is null || outage.StreetId == streetId;

    /// <summary>
    /// The outage that two signs of life leave between them; null where they are near enough, or where the later one has the earlier
    /// instant, as after a demo's restart.
    /// </summary>
    /// <param name="last">The sign before.</param>
    /// <param name="now">This one.</param>
    /// <param name="longest">The longest silence that is none.</param>
    /// <param name="reason">Why there was none in between.</param>
    public static Outage? Between(DateTimeOffset last, DateTimeOffset now, TimeSpan longest, string reason) => now - last <= longest ? null : new Outage
    {
        Id = 0,
        From = last,
        To = now,
        Reason = reason,
        By = Actor.Machine.Id,
        RecordedAt = now,
    };

    /// <summary>The commands that end a case's cards from deadlines inside an outage: those that stand, and those that are proposed.</summary>
    public static IEnumerable<CaseCommand> TakesBack(Outage outage, Case @case) => @case.Cards
        .Where(card => card.DueAt is { } due && Covering([outage], @case.Place.StreetId, due) is not null)
        .Select<Card, CaseCommand?>(card => card.State switch
        {
            CardState.Standing => new WithdrawCard(card.Number, outage.Reason),
            CardState.Proposed => new DecideCard(card.Number, Granted: false, outage.Reason),
            _ => null,
        })
        .OfType<CaseCommand>();

    /// <summary>The key of such a command, the same whenever it is repeated.</summary>
    public static string KeyOf(Outage outage, CaseCommand command) =>
        $"outage-{outage.Id}-{command switch { WithdrawCard withdraw => withdraw.Card, DecideCard decide => decide.Card, _ => 0 }}";

    /// <summary>Why an outage is not recorded by hand; null where it is.</summary>
    public static Refusal? Refuses(RecordOutage command, DateTimeOffset now) =>
        Refuse.UnlessReason(command.Reason)
        ?? (command.From < command.To && command.To <= now && command.To - command.From <= Longest && command.From >= now - LongestAgo
            ? null
            : Refuse.With(
                RefusalCode.InvalidInterval,
                $"Give a beginning at most {LongestAgo.Days} days ago and an end after it that is not ahead, at most {Longest.Days} days later."));
}
