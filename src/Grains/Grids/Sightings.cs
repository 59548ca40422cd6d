using Dispatch.Contracts;

namespace Dispatch.Grains.Grids;

/// <summary>
/// What was lately seen in a grid, the newest <see cref="Capacity"/>. A sighting is remembered before its case is committed, and it
/// keeps the unit, which no board row carries; so it stays until the feed says that its case is over, or until no case ever came.
/// </summary>
public sealed class Sightings
{
    /// <summary>The oldest makes room for the newest beyond it.</summary>
    public const int Capacity = 512;

    /// <summary>A sighting of which the feed shows no case for so long, in city time, never became one.</summary>
    public static readonly TimeSpan Patience = TimeSpan.FromHours(1);

    private readonly OrderedDictionary<string, (Sighting Seen, bool Confirmed)> _byCase = new(StringComparer.Ordinal);

    /// <summary>How many are remembered.</summary>
    public int Count => _byCase.Count;

    /// <summary>Remembers a sighting; one that is remembered already stays as it is.</summary>
    public void Record(Sighting sighting)
    {
        if (_byCase.TryAdd(sighting.CaseId, (sighting, false)) && _byCase.Count > Capacity)
        {
            _byCase.RemoveAt(0);
        }
    }

    /// <summary>The feed tells of a case: it is open here, or not any more.</summary>
    public void Take(string caseId, bool open)
    {
        if (!open)
        {
            _byCase.Remove(caseId);
        }
        else if (_byCase.TryGetValue(caseId, out var known) && !known.Confirmed)
        {
            _byCase[caseId] = known with { Confirmed = true };
        }
    }

    /// <summary>
    /// The feed's open cases were read anew: a sighting whose case was among them before and is not now is over. One whose case was
    /// never among them may still be on its way.
    /// </summary>
    public void TakeAll(IReadOnlyDictionary<string, CaseRow> open)
    {
        foreach (var (id, (_, confirmed)) in _byCase.ToList())
        {
            if (open.ContainsKey(id) || confirmed)
            {
                Take(id, open.ContainsKey(id));
            }
        }
    }

    /// <summary>Everything that may be open here: what was seen, and the feed's open cases that were not, which lack their unit. Drills are nobody's duplicate.</summary>
    /// <param name="open">The feed's open cases of the grid.</param>
    /// <param name="streetId">Their street.</param>
    /// <param name="now">City time, by which sightings that never became cases are forgotten.</param>
    public IEnumerable<Sighting> With(IReadOnlyDictionary<string, CaseRow> open, string streetId, DateTimeOffset now)
    {
        foreach (var (id, (seen, confirmed)) in _byCase.ToList())
        {
            if (!confirmed && now - seen.At > Patience)
            {
                _byCase.Remove(id);
            }
        }

        return _byCase.Values.Select(known => known.Seen)
            .Concat(open.Values.Where(row => row.Drill is null && !_byCase.ContainsKey(row.Id)).Select(row => Of(row, streetId)));
    }

    private static Sighting Of(CaseRow row, string streetId) => new(
        row.Id,
        row.Type,
        new CasePlace { StreetId = streetId, CommunityId = row.CommunityId, GridId = row.GridId, Lat = row.Lat, Lon = row.Lon },
        row.OpenedAt);
}
