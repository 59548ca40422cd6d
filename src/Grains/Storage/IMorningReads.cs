using Dispatch.Contracts;

namespace Dispatch.Grains.Storage;

/// <summary>What the morning page is made from: what happened in the last days, and every open case.</summary>
public interface IMorningReads
{
    /// <summary>Missed deadlines, and those answered in time after all, of the cases of a scope, decided at an instant or later; the latest first.</summary>
    ValueTask<IReadOnlyList<OwnedEvent>> MissesAsync(Scope scope, DateTimeOffset from, int limit, CancellationToken cancellation = default);

    /// <summary>A page of the cases that had a card issued or proposed at an instant or later, each once, by owner id; one that is not full is the last.</summary>
    ValueTask<IReadOnlyList<StoredOwner>> CardedAsync(Scope scope, DateTimeOffset from, string? after, int limit, CancellationToken cancellation = default);

    /// <summary>A page of open cases by owner id; one that is not full is the last.</summary>
    /// <param name="scope">A street or community.</param>
    /// <param name="after">The owner id of the last case of the page before; null for the first page.</param>
    /// <param name="limit">Cases at most.</param>
    /// <param name="cancellation">Stops it.</param>
    ValueTask<IReadOnlyList<StoredOwner>> OpenAsync(Scope scope, string? after, int limit, CancellationToken cancellation = default);

    /// <summary>Cases by owner id, at most 1,000.</summary>
    ValueTask<IReadOnlyList<StoredOwner>> CasesAsync(IReadOnlyList<string> ownerIds, CancellationToken cancellation = default);
}

/// <summary>An event with its owner.</summary>
/// <param name="OwnerId">The owner's scope.</param>
/// <param name="Event">The event.</param>
public sealed record OwnedEvent(string OwnerId, EventRecord Event);
