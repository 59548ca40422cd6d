using Dispatch.Contracts;
using Dispatch.Grains.Storage;

namespace Dispatch.Silo.Storage;

/// <summary>A commit on its way to the writer, with everything worked out that can be before it gets there.</summary>
internal sealed class PendingCommit
{
    private readonly TaskCompletionSource<CommitOutcome> _outcome = new(TaskCreationOptions.RunContinuationsAsynchronously);

    /// <exception cref="ArgumentException">The commit cannot be meant: no event, two changes for one street, a command without a key.</exception>
    public PendingCommit(Commit commit)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(commit.ExpectedVersion);
        ArgumentOutOfRangeException.ThrowIfZero(commit.Events.Count);
        Commit = commit;
        OwnerId = commit.Owner.ToString();
        Officers = StoredFlags.Officers([.. commit.Columns.OfficerIds, .. commit.Columns.Departments.Select(id => Scope.Department(id).ToString())]);
        NumberPrefix = commit is { ExpectedVersion: 0, NumberYear: { } year } ? $"{commit.Columns.StreetId}-{year}-" : null;
        LastAt = commit.Events[^1].At.ToUnixTimeMilliseconds();
        foreach (var e in commit.Events)
        {
            Fired += StoredFlags.IsFiring(e.Name) ? 1 : 0;
        }

        Rows = commit.Feed.Count == 0 ? [] : new string[commit.Feed.Count];
        for (var i = 0; i < Rows.Length; i++)
        {
            for (var earlier = 0; earlier < i; earlier++)
            {
                if (commit.Feed[earlier].StreetId == commit.Feed[i].StreetId)
                {
                    throw new ArgumentException("A commit changes one street's feed at most once.", nameof(commit));
                }
            }

            Rows[i] = CaseRowJson.Write(commit.Feed[i].Row);
        }
    }

    public Commit Commit { get; }

    public string OwnerId { get; }

    /// <summary>The officers and called departments as their column holds them; no officer's id has the colon of a department's scope.</summary>
    public string Officers { get; }

    /// <summary>What its number begins with, <c>{street}-{year}-</c>; null when it gets none.</summary>
    public string? NumberPrefix { get; }

    /// <summary>The instant of its last event, Unix ms.</summary>
    public long LastAt { get; }

    /// <summary>How many of its events are firings.</summary>
    public long Fired { get; }

    /// <summary>The feed's rows as JSON, in the order of <see cref="Commit.Feed"/>.</summary>
    public string[] Rows { get; }

    /// <summary>The id of a notice that it opens, by its place: the same however often the commit is tried.</summary>
    public string NoticeId(int place) => $"{Commit.Owner.Kind}.{Commit.Owner.Id}.{Commit.ExpectedVersion + 1}.{place}";

    public Task<CommitOutcome> Outcome => _outcome.Task;

    public void Committed(string? number) => _outcome.TrySetResult(new CommitOutcome(Commit.ExpectedVersion + 1, number, null));

    public void Repeated(long version, string? number, string bodyHash) =>
        _outcome.TrySetResult(new CommitOutcome(version, number, Commit.Command! with { BodyHash = bodyHash }));

    public void Stale() => _outcome.TrySetException(new StaleOwnerException(Commit.Owner, Commit.ExpectedVersion));

    public void Failed(Exception fault) => _outcome.TrySetException(fault);
}

/// <summary>How a few values are spelled in columns.</summary>
internal static class StoredFlags
{
    /// <summary>Officers between spaces, so that one of them is found as <c>' id '</c>.</summary>
    public static string Officers(IReadOnlyList<string> ids) => ids.Count == 0 ? "" : $" {string.Join(' ', ids)} ";

    public static long Flag(bool value) => value ? 1 : 0;

    public static bool IsFiring(string eventName) => eventName is "DeadlineMissed" or "DeadlineWarned";

    public static string CaseNumber(string street, int year, long number) => $"{street}-{year}-{number:D6}";
}
