using Orleans.Concurrency;

namespace Dispatch.Contracts;

/// <summary>
/// Rings the bells of the pages, for the whole city: key 0. Whoever writes notices says whose changed, and each hub process that follows
/// is told. It lies on no commit's path and stores nothing: the notices are in the store, and a ring only says when to look.
/// </summary>
[Alias("notice-ring-grain")]
public interface INoticeRingGrain : IGrainWithIntegerKey
{
    /// <summary>Notices of these people were opened, seen or ended.</summary>
    /// <param name="userNames">Who; none for anybody.</param>
    [Alias("ring"), OneWay]
    Task Ring(IReadOnlyList<string> userNames);

    /// <summary>Follow, or renew (every 5 s). Answers the number of the last ring: whoever was told of another one missed some.</summary>
    [Alias("follow"), AlwaysInterleave]
    Task<NoticeRing> Follow(INoticeFollower follower);
}

/// <summary>A hub process in which bells are open.</summary>
[Alias("notice-follower")]
public interface INoticeFollower : IGrainObserver
{
    /// <summary>Notices of these people changed.</summary>
    /// <param name="ring">Its number.</param>
    /// <param name="userNames">Who; none for anybody.</param>
    [Alias("rang"), OneWay]
    Task Rang(NoticeRing ring, IReadOnlyList<string> userNames);
}

/// <summary>Which ring.</summary>
/// <param name="Life">Of the grain: with another one the numbers begin anew.</param>
/// <param name="Number">Counts the rings of a life.</param>
[GenerateSerializer, Immutable, Alias("notice-ring")]
public sealed record NoticeRing([property: Id(0)] string Life, [property: Id(1)] long Number);
