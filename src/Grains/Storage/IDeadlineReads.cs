using Dispatch.Contracts;

namespace Dispatch.Grains.Storage;

/// <summary>The deadlines as the sweeper sees them.</summary>
public interface IDeadlineReads
{
    /// <summary>
    /// Claims owners that have rows due strictly before <paramref name="now"/> and not leased by anybody else, oldest first, never
    /// waiting for another's lock, and reads their snapshots with them. A lease ends by itself, in real time, after <paramref name="lease"/>;
    /// the commit that acts on a row removes it.
    /// </summary>
    /// <param name="now">City time.</param>
    /// <param name="limit">Rows at most.</param>
    /// <param name="holder">Who claims.</param>
    /// <param name="lease">How long others leave them alone.</param>
    /// <param name="cancellation">Stops it.</param>
    ValueTask<IReadOnlyList<DueOwner>> ClaimDueAsync(DateTimeOffset now, int limit, string holder, TimeSpan lease, CancellationToken cancellation = default);

    /// <summary>The earliest due instant among rows that nobody has leased; null when there is none.</summary>
    ValueTask<DateTimeOffset?> NextDueAsync(CancellationToken cancellation = default);

    /// <summary>Rows due strictly before <paramref name="now"/>, the oldest of them, and open cases by footing; <c>Fired</c> is counted from the events.</summary>
    ValueTask<DeadlineCounts> CountAsync(DateTimeOffset now, CancellationToken cancellation = default);
}

/// <summary>An owner with due rows, as claimed.</summary>
/// <param name="Owner">The owner, as stored.</param>
/// <param name="Due">Its due rows, oldest first.</param>
public sealed record DueOwner(StoredOwner Owner, IReadOnlyList<Deadline> Due);

/// <summary>What the store alone can say about deadlines.</summary>
/// <param name="Due">Rows due and not fired.</param>
/// <param name="Fired">Marks fired since the store was made.</param>
/// <param name="OldestOverdue">The oldest of those due; null when there is none.</param>
/// <param name="OpenCases">Open cases by footing.</param>
public sealed record DeadlineCounts(long Due, long Fired, DateTimeOffset? OldestOverdue, OpenCases OpenCases);
