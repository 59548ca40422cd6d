using System.Collections.Immutable;
using Dispatch.Contracts;
using Dispatch.Grains.Feeds;

namespace Dispatch.Grains.Teams.Assignment;

/// <summary>
/// What each officer of a street has to do, as the feed tells it, and the offers that are being made and that the feed does not tell of
/// yet. What lies before the feed's snapshot is not known: after a restart everybody counts as rested.
/// </summary>
public sealed class TeamLoad
{
    /// <summary>An offer that the feed does not tell of within this was not made.</summary>
    public static readonly TimeSpan LongestMaking = TimeSpan.FromMinutes(1);

    private readonly Dictionary<string, Work> _work = new(StringComparer.Ordinal);
    private readonly Dictionary<string, (ImmutableArray<string> Officers, DateTimeOffset At)> _making = new(StringComparer.Ordinal);

    /// <summary>Takes one change of a case.</summary>
    public void See(OpenCaseChange change)
    {
        var after = change.After;
        var (before, now) = (Busy(change.Before), change.Kept ? Busy(after) : []);
        Unmake(after.Id);
        foreach (var officer in before.Except(now, StringComparer.Ordinal))
        {
            var work = WorkOf(officer);
            work.Remove(after.Id);
            if (change.Before!.Status is CaseStatus.EnRoute or CaseStatus.OnSite)
            {
                work.EndedAt = after.ChangedAt ?? work.EndedAt;
            }
        }

        foreach (var officer in now)
        {
            var work = WorkOf(officer);
            work.AssignedAt = work.Has(after.Id) ? work.AssignedAt : after.ChangedAt ?? work.AssignedAt;
            work.Put(after);
        }
    }

    /// <summary>Takes all open cases anew; offers being made stay, and so does what is known of rest.</summary>
    public void Restart(IEnumerable<CaseRow> rows)
    {
        foreach (var work in _work.Values)
        {
            work.Clear();
        }

        foreach (var row in rows)
        {
            foreach (var officer in Busy(row))
            {
                WorkOf(officer).Put(row);
            }
        }
    }

    /// <summary>Officers are about to be asked for a case; what was about to be asked for it before is not.</summary>
    public void Making(string caseId, IEnumerable<string> officers, DateTimeOffset at)
    {
        Unmake(caseId);
        ImmutableArray<string> asked = [.. officers];
        _making[caseId] = (asked, at);
        foreach (var officer in asked)
        {
            WorkOf(officer).Making[caseId] = at;
        }
    }

    /// <summary>Offers of a case that are no longer being made, or were not made in time.</summary>
    /// <param name="caseId">The case that is asked for now.</param>
    /// <param name="at">The present instant.</param>
    public void Forget(string caseId, DateTimeOffset at)
    {
        Unmake(caseId);
        foreach (var (id, _) in _making.Where(making => at - making.Value.At > LongestMaking).ToList())
        {
            Unmake(id);
        }
    }

    /// <summary>An officer with what they have to do.</summary>
    public Candidate On(Candidate candidate)
    {
        if (!_work.TryGetValue(candidate.UserName, out var work))
        {
            return candidate;
        }

        return candidate with
        {
            OpenCases = work.Count + work.Making.Count,
            WorksIn = work.WorksIn,
            LastAssignedAt = work.Making.Count == 0 ? work.AssignedAt : work.Making.Values.Max(),
            LastEndedAt = work.EndedAt,
        };
    }

    /// <summary>The case that an officer is on site at, else the one that they are on the way to; of several the oldest. Null for none, and for drills.</summary>
    public CaseAtHand? AtHand(string userName) => _work.GetValueOrDefault(userName)?.AtHand;

    private void Unmake(string caseId)
    {
        if (_making.Remove(caseId, out var making))
        {
            foreach (var officer in making.Officers)
            {
                WorkOf(officer).Making.Remove(caseId);
            }
        }
    }

    private Work WorkOf(string officer)
    {
        if (!_work.TryGetValue(officer, out var work))
        {
            _work[officer] = work = new Work();
        }

        return work;
    }

    /// <summary>A drill keeps no officer from a real case.</summary>
    private static IReadOnlyList<string> Busy(CaseRow? row) =>
        row is { Drill: null, Status: CaseStatus.Offered or CaseStatus.EnRoute or CaseStatus.OnSite } ? row.OfficerIds : [];

    /// <summary>What one officer has to do. What follows from their cases is worked out when a case changes and not for each question.</summary>
    private sealed class Work
    {
        private readonly Dictionary<string, CaseRow> _cases = new(StringComparer.Ordinal);

        public int Count => _cases.Count;

        public ImmutableHashSet<string> WorksIn { get; private set; } = [];

        public CaseAtHand? AtHand { get; private set; }

        public Dictionary<string, DateTimeOffset> Making { get; } = new(StringComparer.Ordinal);

        public DateTimeOffset? AssignedAt { get; set; }

        public DateTimeOffset? EndedAt { get; set; }

        public bool Has(string caseId) => _cases.ContainsKey(caseId);

        public void Put(CaseRow row)
        {
            _cases[row.Id] = row;
            WorkOut();
        }

        public void Remove(string caseId)
        {
            _cases.Remove(caseId);
            WorkOut();
        }

        public void Clear()
        {
            _cases.Clear();
            WorkOut();
        }

        private void WorkOut()
        {
            WorksIn = [.. _cases.Values.Select(row => row.CommunityId)];
            AtHand = _cases.Values
                .Where(row => row.Status is CaseStatus.EnRoute or CaseStatus.OnSite)
                .OrderByDescending(row => row.Status).ThenBy(row => row.OpenedAt).ThenBy(row => row.Id, StringComparer.Ordinal)
                .Select(row => new CaseAtHand(row.Id, row.Number, row.Status == CaseStatus.OnSite))
                .FirstOrDefault();
        }
    }
}
