using Orleans.Concurrency;

namespace Dispatch.Contracts.Decoration;

/// <summary>One visit of several departments (综合查一次). Its key is <c>visit:{id}</c>.</summary>
[Alias("visit-grain")]
public interface IVisitGrain : IDossierGrain
{
    /// <summary>The visit as somebody sees it, with what they may do; null where there is none.</summary>
    [Alias("open-for")]
    Task<VisitView?> OpenFor(Actor actor, DateTimeOffset at);
}

/// <summary>Looking at visits: a stateless worker with key 0.</summary>
[Alias("visit-desk-grain")]
public interface IVisitDeskGrain : IGrainWithIntegerKey
{
    /// <summary>The visits of an area, by id.</summary>
    /// <param name="area">A street, community or grid.</param>
    /// <param name="open">Only those that are open, or that are over; null for both.</param>
    /// <param name="after">The id of the last one seen; null for the first.</param>
    /// <param name="limit">1 to 200.</param>
    /// <param name="at">City time.</param>
    [Alias("list"), ReadOnly]
    Task<VisitList> List(Scope area, bool? open, string? after, int limit, DateTimeOffset at);

    /// <summary>The open checks of an area, grouped into the visits that would do; those of a planned visit are left out.</summary>
    /// <param name="area">A street, community or grid.</param>
    /// <param name="at">City time.</param>
    [Alias("proposals"), ReadOnly]
    Task<VisitProposals> Proposals(Scope area, DateTimeOffset at);
}
