using System.Collections.Concurrent;
using Dispatch.Contracts;
using Dispatch.Grains.Storage;

namespace Dispatch.TestKit.Storage;

/// <summary>
/// Owners in memory, committed by the rules of the real stores: one version after another, a command once, deadlines replaced as a
/// whole. It gives no case numbers and keeps no feed.
/// </summary>
public sealed class StoreInMemory : IDispatchStore
{
    private readonly ConcurrentDictionary<Scope, Kept> _owners = new();

    /// <summary>Commits store nothing and end with an unknown outcome while true.</summary>
    public bool IsBroken { get; set; }

    /// <summary>The deadlines of an owner.</summary>
    public IReadOnlyList<Deadline> Deadlines(Scope owner) => Of(owner).Deadlines;

    /// <summary>The names of an owner's events, oldest first.</summary>
    public IReadOnlyList<string> EventNames(Scope owner) => [.. Of(owner).Events.Select(stored => stored.Event.Name)];

    /// <summary>Another activation was quicker: the owner is one version further, its state unchanged.</summary>
    public void Overtake(Scope owner) => Of(owner).Version++;

    /// <inheritdoc/>
    public ValueTask<CommitOutcome> CommitAsync(Commit commit, CancellationToken cancellation = default)
    {
        var kept = Of(commit.Owner);
        lock (kept)
        {
            if (IsBroken)
            {
                throw new UnknownOutcomeException("The connection broke.", new IOException());
            }

            if (commit.Command is { } mark && kept.Commands.TryGetValue((mark.ActorId, mark.Key), out var before))
            {
                return new(new CommitOutcome(before.Version, null, before.Mark));
            }

            if (kept.Version != commit.ExpectedVersion)
            {
                throw new StaleOwnerException(commit.Owner, commit.ExpectedVersion);
            }

            kept.Version++;
            (kept.Snapshot, kept.Deadlines) = (commit.Snapshot, commit.Deadlines);
            foreach (var happening in commit.Events)
            {
                kept.Events.Add(new StoredEvent(kept.Events.Count + 1, kept.Version, happening));
            }

            if (commit.Command is { } command)
            {
                kept.Commands[(command.ActorId, command.Key)] = (kept.Version, command);
            }

            return new(new CommitOutcome(kept.Version, null, null));
        }
    }

    /// <inheritdoc/>
    public ValueTask<StoredOwner?> LoadAsync(Scope owner, CancellationToken cancellation = default)
    {
        var kept = Of(owner);
        lock (kept)
        {
            return new(kept.Snapshot is null ? null : new StoredOwner(owner.ToString(), kept.Version, null, kept.Snapshot));
        }
    }

    /// <inheritdoc/>
    public ValueTask<CommitOutcome?> FindCommandAsync(Scope owner, string actorId, string key, CancellationToken cancellation = default) =>
        new(Of(owner).Commands.TryGetValue((actorId, key), out var found) ? new CommitOutcome(found.Version, null, found.Mark) : null);

    /// <inheritdoc/>
    public ValueTask<IReadOnlyList<StoredEvent>> EventsAsync(Scope owner, long afterSeq, int limit, CancellationToken cancellation = default) =>
        new([.. Of(owner).Events.Where(stored => stored.Seq > afterSeq).Take(limit)]);

    private Kept Of(Scope owner) => _owners.GetOrAdd(owner, _ => new Kept());

    private sealed class Kept
    {
        public long Version { get; set; }

        public string? Snapshot { get; set; }

        public IReadOnlyList<Deadline> Deadlines { get; set; } = [];

        public List<StoredEvent> Events { get; } = [];

        public Dictionary<(string Actor, string Key), (long Version, CommandMark Mark)> Commands { get; } = [];
    }
}
