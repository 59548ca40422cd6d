namespace Dispatch.Contracts;

/// <summary>
/// Counts what the events of a street's cases say: a stateless worker with key 0. It decides nothing and keeps nothing; the hub has
/// checked period, instant and the actor's area.
/// </summary>
[Alias("figure-grain")]
public interface IFigureGrain : IGrainWithIntegerKey
{
    /// <summary>Counts and rates by key.</summary>
    [Alias("count"), ResponseTimeout("00:02:00")]
    Task<FigureAnswer> Count(FigureQuery query);

    /// <summary>A page of the cases behind a number: over all pages, exactly those that were counted.</summary>
    [Alias("cases"), ResponseTimeout("00:02:00")]
    Task<FigureCasePage> Cases(FigureCaseQuery query);

    /// <summary>The cases of an adopted pack beside the others; null where the street has no such act.</summary>
    [Alias("compare"), ResponseTimeout("00:02:00")]
    Task<FigureComparison?> Compare(FigureQuery query, string adoptionId);
}
