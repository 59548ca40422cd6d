using Orleans.Concurrency;

namespace Dispatch.Contracts.Decoration;

/// <summary>One patrol round through an estate. Its key is <c>round:{id}</c>.</summary>
[Alias("round-grain")]
public interface IRoundGrain : IDossierGrain
{
    /// <summary>The round as somebody sees it, with what they may do; null where there is none.</summary>
    [Alias("open-for")]
    Task<RoundView?> OpenFor(Actor actor, DateTimeOffset at);
}

/// <summary>Looking at rounds: a stateless worker with key 0.</summary>
[Alias("round-desk-grain")]
public interface IRoundDeskGrain : IGrainWithIntegerKey
{
    /// <summary>The rounds of an area, by id.</summary>
    /// <param name="area">A street, community or grid.</param>
    /// <param name="open">Only those that are open, or that are over; null for both.</param>
    /// <param name="after">The id of the last one seen; null for the first.</param>
    /// <param name="limit">1 to 200.</param>
    /// <param name="at">City time.</param>
    [Alias("list"), ReadOnly]
    Task<RoundList> List(Scope area, bool? open, string? after, int limit, DateTimeOffset at);
}
