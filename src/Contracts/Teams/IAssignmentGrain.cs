namespace Dispatch.Contracts;

/// <summary>
/// Whom a street's team would ask for a case. Its key is the scope <c>street:{id}</c>. It keeps each officer's load by the street's feed
/// and asks the roster and the officers themselves for the rest; nothing of it is stored.
/// </summary>
[Alias("assignment-grain")]
public interface IAssignmentGrain : IGrainWithStringKey
{
    /// <summary>
    /// The officers on duty, best first, and who is left out and why. Null for a team without a roster, of which nobody knows who is on
    /// duty, and for a type that the pack lacks.
    /// </summary>
    [Alias("best-for")]
    Task<OfferRanking?> BestFor(OfferQuestion question);
}
