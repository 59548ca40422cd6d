namespace Dispatch.Contracts;

/// <summary>
/// Who has a case open, over all hub processes. In memory only: what is lost with a silo is said again at the next renewal.
/// Its key is the case's scope, <c>case:{id}</c>.
/// </summary>
[Alias("lookers-grain")]
public interface ILookersGrain : IGrainWithStringKey
{
    /// <summary>
    /// Takes who has the case open in one hub process, in place of what that process said before, and answers who has it open in the
    /// others. It counts for <see cref="Looker.Lease"/>; say it again every <see cref="Looker.Renewal"/>. Nobody ends it at once.
    /// </summary>
    [Alias("say")]
    Task<IReadOnlyList<Looker>> Say(string hub, IReadOnlyList<Looker> looking);
}

/// <summary>Somebody who has a case open.</summary>
/// <param name="UserName">Who.</param>
/// <param name="DisplayName">How people call them.</param>
/// <param name="Role">Their role.</param>
/// <param name="Since">Since when, city time.</param>
[GenerateSerializer, Immutable, Alias("looker")]
public sealed record Looker([property: Id(0)] string UserName, [property: Id(1)] string DisplayName, [property: Id(2)] Role Role, [property: Id(3)] DateTimeOffset Since)
{
    /// <summary>The most that are named for one case; those who came first stay.</summary>
    public const int Most = 50;

    /// <summary>How often a hub process says who is looking: so soon are lookers of other processes seen.</summary>
    public static readonly TimeSpan Renewal = TimeSpan.FromSeconds(5);

    /// <summary>After this long without a word from it, a hub process counts as gone.</summary>
    public static readonly TimeSpan Lease = TimeSpan.FromSeconds(15);

    /// <summary>Each user once, with their earliest instant, in the order in which they came, at most <see cref="Most"/>.</summary>
    public static IReadOnlyList<Looker> Merge(IEnumerable<Looker> lookers) =>
    [
        .. lookers.OrderBy(looker => looker.Since).ThenBy(looker => looker.UserName, StringComparer.Ordinal)
            .DistinctBy(looker => looker.UserName, StringComparer.Ordinal).Take(Most),
    ];
}
