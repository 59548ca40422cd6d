using Orleans.Concurrency;

namespace Dispatch.Contracts.Decoration;

/// <summary>How one case is disposed of, and its documents. Its key is <c>papers:{case}</c>.</summary>
[Alias("papers-grain")]
public interface IPapersGrain : IDossierGrain
{
    /// <summary>The papers as somebody sees them, with what they may do next; null where there is no such case. Without steps where its scene has no path.</summary>
    /// <param name="actor">Who looks.</param>
    /// <param name="at">City time.</param>
    [Alias("for")]
    Task<PapersView?> For(Actor actor, DateTimeOffset at);

    /// <summary>The range of a fine and how it is found; null where there is no such case, or its scene has no path.</summary>
    /// <param name="punishment">An item of the catalogue.</param>
    /// <param name="facts">What its range depends on.</param>
    /// <param name="at">City time.</param>
    [Alias("fine")]
    Task<FineProposal?> Fine(string punishment, FineFacts facts, DateTimeOffset at);
}

/// <summary>Printing papers: a stateless worker with key 0.</summary>
[Alias("papers-desk-grain")]
public interface IPapersDeskGrain : IGrainWithIntegerKey
{
    /// <summary>The paper that a link opens; null where it opens none.</summary>
    /// <param name="token">The last part of <see cref="PaperView.Print"/>.</param>
    [Alias("print"), ReadOnly]
    Task<PrintedPaper?> Print(string token);
}
