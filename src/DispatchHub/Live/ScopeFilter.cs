using Dispatch.Contracts;

namespace Dispatch.Hub.Live;

/// <summary>What one change of a case means to a scope.</summary>
/// <param name="Id">The case.</param>
/// <param name="Row">Its row, or null where the scope has no business with it any more.</param>
/// <param name="Removed">True when the case is not among the scope's any more; the row, where there is one, applies first.</param>
internal sealed record CaseChange(string Id, WireRow? Row, bool Removed);

/// <summary>Which cases of a street a scope holds: open ones, except that <c>case:</c> holds its case whatever becomes of it.</summary>
internal static class ScopeFilter
{
    /// <summary>Whether a watcher may watch this kind of scope.</summary>
    public static bool CanBeWatched(this Scope scope) =>
        scope.Kind is ScopeKind.Street or ScopeKind.Community or ScopeKind.Grid or ScopeKind.Officer or ScopeKind.Department or ScopeKind.Case
            or ScopeKind.Alarms;

    /// <summary>Whether a row lies in a scope of its street.</summary>
    public static bool Holds(this Scope scope, CaseRow row) => scope.Kind switch
    {
        ScopeKind.Street => true,
        ScopeKind.Community => row.CommunityId == scope.Id,
        ScopeKind.Grid => row.GridId == scope.Id,
        ScopeKind.Officer => row.OfficerIds.Contains(scope.Id),
        ScopeKind.Department => row.Departments?.Contains(scope.Id) == true,
        ScopeKind.Case => row.Id == scope.Id,
        ScopeKind.Alarms => row.Safety?.Alarm is not null,
        _ => false,
    };

    /// <summary>What a change means to a scope; null when nothing.</summary>
    /// <param name="scope">The scope.</param>
    /// <param name="row">The case after the change.</param>
    /// <param name="gone">Whether it left the street's open cases.</param>
    /// <param name="held">Whether the scope held it before; null when that is not known, and then its row is not shown outside the scope.</param>
    public static CaseChange? Change(this Scope scope, WireRow row, bool gone, bool? held)
    {
        var id = row.Row.Id;
        var holds = scope.Holds(row.Row);
        if (scope.Kind == ScopeKind.Case)
        {
            return holds ? new CaseChange(id, row, Removed: false) : null;
        }

        if (!gone && holds)
        {
            return new CaseChange(id, row, Removed: false);
        }

        if (held == false && !holds)
        {
            return null;
        }

        // A case that ended shows how; one that went elsewhere is no longer this scope's to see.
        var ended = gone && !row.Row.Status.IsOpen();
        return new CaseChange(id, ended && (holds || held == true) ? row : null, Removed: true);
    }

    /// <summary>The latest of each case, in the order of the latest.</summary>
    public static IReadOnlyList<CaseChange> Latest(IReadOnlyList<CaseChange> changes)
    {
        if (changes.Count < 2)
        {
            return changes;
        }

        var seen = new HashSet<string>();
        var latest = new List<CaseChange>(changes.Count);
        for (var i = changes.Count - 1; i >= 0; i--)
        {
            if (seen.Add(changes[i].Id))
            {
                latest.Add(changes[i]);
            }
        }

        latest.Reverse();
        return latest;
    }
}
