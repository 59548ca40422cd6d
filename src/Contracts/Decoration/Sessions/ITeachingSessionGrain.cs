using Orleans.Concurrency;

namespace Dispatch.Contracts.Decoration;

/// <summary>One session in which the rules of decoration are taught. Its key is <c>session:{id}</c>.</summary>
[Alias("teaching-session-grain")]
public interface ITeachingSessionGrain : IDossierGrain
{
    /// <summary>The session as somebody sees it, with what they may do; null where there is none.</summary>
    [Alias("open-for")]
    Task<TeachingSessionView?> OpenFor(Actor actor, DateTimeOffset at);

    /// <summary>Violations at its estate before and after it; null where there is no such session, or it was not held.</summary>
    /// <param name="at">City time: until when is counted.</param>
    [Alias("effect"), ReadOnly]
    Task<TeachingEffect?> Effect(DateTimeOffset at);
}

/// <summary>Looking at sessions and at the menu of topics: a stateless worker with key 0.</summary>
[Alias("teaching-desk-grain")]
public interface ITeachingDeskGrain : IGrainWithIntegerKey
{
    /// <summary>The sessions of a street, community or grid, by id.</summary>
    /// <param name="area">Where.</param>
    /// <param name="open">Only those that are open, or that are over; null for both.</param>
    /// <param name="after">The id of the last one seen; null for the first.</param>
    /// <param name="limit">1 to 200.</param>
    /// <param name="by">Who asks.</param>
    [Alias("list"), ReadOnly]
    Task<TeachingSessionList> List(Scope area, bool? open, string? after, int limit, Actor by);

    /// <summary>What anybody reads under an estate's link; null where there is no such link. A link cannot be guessed: it carries an HMAC under a secret of the store.</summary>
    /// <param name="token">What stands after <c>/learn/</c>.</param>
    /// <param name="at">City time.</param>
    [Alias("learn"), ReadOnly]
    Task<LearnPage?> Learn(string token, DateTimeOffset at);

    /// <summary>What was answered to the owners of an estate, the latest session first; at most 200 answers. Empty where the territory has no such estate.</summary>
    /// <param name="estateId">The estate.</param>
    [Alias("answers"), ReadOnly]
    Task<PublishedAnswers> Answers(string estateId);
}
