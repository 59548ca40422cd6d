using Dispatch.Contracts;

namespace Dispatch.Grains.Storage;

/// <summary>Where everything with clocks is committed and read back. One specification class runs against every implementation.</summary>
public interface IDispatchStore
{
    /// <summary>Commits one step, in one transaction with whatever else is waiting, and completes when it is durable.</summary>
    /// <exception cref="StaleOwnerException">The stored version is not the expected one: another activation was quicker. Nothing was stored.</exception>
    /// <exception cref="UnknownOutcomeException">The connection broke while committing: it may be stored or not. Reload.</exception>
    /// <exception cref="StoreUnavailableException">The queue is full or the database away; nothing was stored.</exception>
    ValueTask<CommitOutcome> CommitAsync(Commit commit, CancellationToken cancellation = default);

    /// <summary>An owner as last committed; null when there is none.</summary>
    ValueTask<StoredOwner?> LoadAsync(Scope owner, CancellationToken cancellation = default);

    /// <summary>The version that a command committed and its mark; null when the owner knows no such command.</summary>
    ValueTask<CommitOutcome?> FindCommandAsync(Scope owner, string actorId, string key, CancellationToken cancellation = default);

    /// <summary>An owner's events in order, after <paramref name="afterSeq"/>, at most <paramref name="limit"/>.</summary>
    ValueTask<IReadOnlyList<StoredEvent>> EventsAsync(Scope owner, long afterSeq, int limit, CancellationToken cancellation = default);
}

/// <summary>The stored version is not the one that a step was decided on.</summary>
public sealed class StaleOwnerException(Scope owner, long expected)
    : Exception($"{owner} is not at version {expected} any more.");

/// <summary>A commit's outcome is not known: the connection broke while it was under way.</summary>
public sealed class UnknownOutcomeException(string message, Exception inner) : Exception(message, inner);
