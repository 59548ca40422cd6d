using Orleans.Concurrency;

namespace Dispatch.Contracts.Decoration;

/// <summary>One pilot project (试点项目). Its key is <c>pilot:{id}</c>.</summary>
[Alias("pilot-grain")]
public interface IPilotGrain : IDossierGrain
{
    /// <summary>The project as somebody sees it, with what they may do; null where nothing ever happened to it.</summary>
    [Alias("open-for")]
    Task<PilotView?> OpenFor(Actor actor, DateTimeOffset at);
}

/// <summary>Looking at pilot projects: a stateless worker with key 0.</summary>
[Alias("pilot-desk-grain")]
public interface IPilotDeskGrain : IGrainWithIntegerKey
{
    /// <summary>The projects of a street, by id. Every community of the street sees all of them, since they are there to be adopted.</summary>
    /// <param name="streetId">The street.</param>
    /// <param name="actor">Whoever asks: the answer says what they may do.</param>
    /// <param name="after">The id of the last one seen; null for the first.</param>
    /// <param name="limit">1 to 200.</param>
    [Alias("list"), ReadOnly]
    Task<PilotList> List(string streetId, Actor actor, string? after, int limit);
}
