namespace Dispatch.Contracts;

/// <summary>
/// Whom a street's team would ask for a case. Its key is the scope <c>street:{id}</c>. It keeps each officer's load by the street's feed
/// and asks the roster and the officers themselves for the rest; nothing of it is stored.
/// </summary>
[Alias("assignment-grain")]
public interface IAssignmentGrain : IGrainWithStringKey
{
    /// <summary>How long a ranking is waited for, in real time: a case is decided without one rather than later.</summary>
    public const string Patience = "00:00:03";

    /// <summary>
    /// The officers on duty, best first, and who is left out and why. Null for a team without a roster, of which nobody knows who is on
    /// duty, and for a type that the pack lacks.
    /// </summary>
    [Alias("best-for"), ResponseTimeout(Patience)]
    Task<OfferRanking?> BestFor(OfferQuestion question);

    /// <summary>
    /// How the street's officers and captains on duty stand, by the roster's order, as their cases and what was heard of them say; empty for a
    /// team without a roster.
    /// </summary>
    [Alias("standing")]
    Task<IReadOnlyList<Presence>> Standing(DateTimeOffset at);

    /// <summary>What a look ahead must know of the officers between two instants, the first of them now; null for a team without a roster.</summary>
    [Alias("ahead")]
    Task<TeamAhead?> Ahead(DateTimeOffset from, DateTimeOffset until);
}
