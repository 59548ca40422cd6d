using Dispatch.Contracts;
using Dispatch.Grains.Feeds;

namespace Dispatch.Grains.Notices;

/// <summary>The city's bell: passes each ring on to the hub processes that renewed within their lease, and waits for none of them.</summary>
internal sealed class NoticeRingGrain(TimeProvider time) : Grain, INoticeRingGrain
{
    private readonly FollowerLeases<INoticeFollower> _hubs = new(FeedFollowing.Lease);
    private readonly long _startedAt = time.GetTimestamp();
    private long _number;

    private TimeSpan Now => time.GetElapsedTime(_startedAt);

    private NoticeRing Last => new(GrainContext.ActivationId.ToString(), _number);

    /// <inheritdoc/>
    public Task Ring(IReadOnlyList<string> userNames)
    {
        _number++;
        foreach (var hub in _hubs.Live(Now))
        {
            hub.Rang(Last, userNames).Ignore();
        }

        return Task.CompletedTask;
    }

    /// <inheritdoc/>
    public Task<NoticeRing> Follow(INoticeFollower follower)
    {
        _hubs.Renew(follower, Now);
        return Task.FromResult(Last);
    }
}
