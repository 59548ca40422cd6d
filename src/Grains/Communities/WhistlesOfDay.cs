using Dispatch.Contracts;

namespace Dispatch.Grains.Communities;

/// <summary>
/// 吹哨 of one community by instant, as rows of its cases tell them. A row says when its case was last whistled, so that a change seen
/// twice, late or in another order is still one whistle.
/// </summary>
/// <param name="communityId">Whistles of cases that lie elsewhere by then are not counted.</param>
public sealed class WhistlesOfDay(string communityId)
{
    private readonly HashSet<(string CaseId, DateTimeOffset At)> _whistles = [];

    /// <summary>The instant since which none is missing; null while that is not known.</summary>
    public DateTimeOffset? CompleteSince { get; private set; }

    /// <summary>Takes a row of the feed.</summary>
    public void See(CaseRow row)
    {
        if (row is { WhistledAt: { } at, Drill: null } && row.CommunityId == communityId)
        {
            _whistles.Add((row.Id, at));
        }
    }

    /// <summary>Changes may have been missed.</summary>
    public void Interrupted() => CompleteSince = null;

    /// <summary>Every row since an instant was seen; what lies before it is forgotten.</summary>
    public void Complete(DateTimeOffset since)
    {
        CompleteSince = since;
        _whistles.RemoveWhere(whistle => whistle.At < since);
    }

    /// <summary>How many there were from an instant on, that instant included.</summary>
    public int Since(DateTimeOffset from) => _whistles.Count(whistle => whistle.At >= from);

    /// <summary>The first instant of the local day of an instant.</summary>
    public static DateTimeOffset Midnight(DateTimeOffset now, TimeZoneInfo zone)
    {
        var local = TimeZoneInfo.ConvertTime(now, zone).Date;

        // Where a change of daylight saving leaves midnight out, the day begins at the first hour there is.
        while (zone.IsInvalidTime(local))
        {
            local = local.AddMinutes(30);
        }

        return new DateTimeOffset(local, zone.GetUtcOffset(local)).ToUniversalTime();
    }
}
