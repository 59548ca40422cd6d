using Dispatch.Contracts;

namespace Dispatch.Grains.Storage;

/// <summary>
/// What is to be told, as the deliverer and those who look see it. Opened and ended by commits (<see cref="NoticeChanges"/>);
/// what is done here moves no clock and changes no case.
/// </summary>
public interface INoticeStore
{
    /// <summary>Claims notices whose next step is due, oldest first, never waiting for another's lock. A lease ends by itself, in real time.</summary>
    /// <param name="now">City time; a step that is due at this instant is due.</param>
    /// <param name="kinds">Kinds of receivers that are claimed.</param>
    /// <param name="limit">Notices at most.</param>
    /// <param name="holder">Who claims.</param>
    /// <param name="lease">How long others leave them alone.</param>
    /// <param name="cancellation">Stops it.</param>
    ValueTask<IReadOnlyList<StoredNotice>> ClaimDueAsync(
        DateTimeOffset now, IReadOnlyList<string> kinds, int limit, string holder, TimeSpan lease, CancellationToken cancellation = default);

    /// <summary>The earliest step among notices that nobody has leased; null when there is none. City time.</summary>
    ValueTask<DateTimeOffset?> NextDueAsync(IReadOnlyList<string> kinds, CancellationToken cancellation = default);

    /// <summary>
    /// Writes what became of a step, together with the notices that come of it, and lets go of the lease. False, with nothing
    /// written, when the matter is gone, the notice was seen, or the lease is another's by now.
    /// </summary>
    ValueTask<bool> AdvanceAsync(NoticeStep step, CancellationToken cancellation = default);

    /// <summary>Its receiver has seen it, which ends its steps. False when it is nobody's or another's; true also a second time.</summary>
    ValueTask<bool> SeenAsync(string id, string receiver, DateTimeOffset at, CancellationToken cancellation = default);

    /// <summary>What one receiver was told of, newest first, without what was left untold because they were off duty.</summary>
    ValueTask<IReadOnlyList<StoredNotice>> OfReceiverAsync(string receiver, int limit, CancellationToken cancellation = default);

    /// <summary>Who was told of an owner, and when: oldest first, the newest <paramref name="limit"/>.</summary>
    ValueTask<IReadOnlyList<StoredNotice>> OfOwnerAsync(Scope owner, int limit, CancellationToken cancellation = default);

    /// <summary>
    /// Makes the open notices of an owner those that stand, in one transaction: others are over, and those that are missing are opened,
    /// each receiver and cause once and for all. For owners whose notices are in no commit; a repeat changes nothing.
    /// </summary>
    /// <param name="owner">Whose matters: a team.</param>
    /// <param name="streetId">The street.</param>
    /// <param name="stands">Everything that stands.</param>
    /// <param name="at">When the others are over, city time.</param>
    /// <param name="cancellation">Stops it.</param>
    ValueTask MakeStandAsync(Scope owner, string streetId, IReadOnlyList<NewNotice> stands, DateTimeOffset at, CancellationToken cancellation = default);

    /// <summary>
    /// Removes notices whose matter was gone before an instant, and those to other systems that were opened before it and have no step
    /// left: nothing ends the last word about a case, and whoever was told it or could not be reached needs it no more. Returns how many.
    /// </summary>
    ValueTask<int> TrimAsync(DateTimeOffset goneBefore, CancellationToken cancellation = default);
}

/// <summary>A notice as stored.</summary>
public sealed record StoredNotice
{
    /// <summary>The same at every repeat of a delivery, so that a receiver can tell one; letters, digits, <c>.</c>, <c>-</c>, <c>_</c>, <c>~</c>.</summary>
    public required string Id { get; init; }

    /// <summary>Whose matter it is: <c>case:{id}</c>, or the team whose roster it is about.</summary>
    public required Scope Owner { get; init; }

    /// <summary>The case whose matter it is; null where it is none of a case.</summary>
    public string? CaseId => Owner.Kind == ScopeKind.Case ? Owner.Id : null;

    /// <summary>The team whose roster it is about, as a scope; null where it is of a case.</summary>
    public string? Team => Owner.Kind == ScopeKind.Case ? null : Owner.ToString();

    /// <summary>The case's number; null for owners without.</summary>
    public string? Number { get; init; }

    /// <summary>The street.</summary>
    public required string StreetId { get; init; }

    /// <summary>Who, what for, what is said.</summary>
    public required NewNotice Notice { get; init; }

    /// <summary>How far it has come.</summary>
    public required NoticeState State { get; init; }

    /// <summary>The place in its receiver's order of channels, from 0.</summary>
    public int Step { get; init; }

    /// <summary>Failed attempts of this step.</summary>
    public int Attempts { get; init; }

    /// <summary>When the next step is due, city time; null when there is none.</summary>
    public DateTimeOffset? NextAt { get; init; }

    /// <summary>When it was seen.</summary>
    public DateTimeOffset? SeenAt { get; init; }

    /// <summary>When its matter was gone.</summary>
    public DateTimeOffset? GoneAt { get; init; }

    /// <summary>What was tried, in order; the latest <see cref="MostTries"/>.</summary>
    public IReadOnlyList<NoticeTry> Tries { get; init; } = [];

    /// <summary>How many tries are kept.</summary>
    public const int MostTries = 30;
}

/// <summary>What became of a claimed step.</summary>
public sealed record NoticeStep
{
    /// <summary>Which notice.</summary>
    public required string Id { get; init; }

    /// <summary>Who claimed it.</summary>
    public required string Holder { get; init; }

    /// <summary>Its state now.</summary>
    public required NoticeState State { get; init; }

    /// <summary>Its place in the order of channels now.</summary>
    public int Step { get; init; }

    /// <summary>Failed attempts of that step.</summary>
    public int Attempts { get; init; }

    /// <summary>When the next step is due, city time; null for none.</summary>
    public DateTimeOffset? NextAt { get; init; }

    /// <summary>What was tried so far, in order.</summary>
    public required IReadOnlyList<NoticeTry> Tries { get; init; }

    /// <summary>Notices that come of this one: of a party its people, of somebody who did not look the second line. They end with it.</summary>
    public IReadOnlyList<NewNotice> Opened { get; init; } = [];
}
