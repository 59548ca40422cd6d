namespace Dispatch.Contracts.Decoration;

/// <summary>
/// Makes the committee's report from what is committed: a stateless worker with key 0. It decides nothing and keeps nothing; the hub has
/// checked month, instant and the actor's area.
/// </summary>
[Alias("committee-grain")]
public interface ICommitteeGrain : IGrainWithIntegerKey
{
    /// <summary>The report of a month, as it was known at an instant; the same question gets the same answer for ever.</summary>
    /// <param name="streetId">The street.</param>
    /// <param name="month">The first day of the month; null for the one that <paramref name="asOf"/> lies in.</param>
    /// <param name="asOf">Only what was decided before this instant is known. Never ahead of the city's clock.</param>
    [Alias("report"), ResponseTimeout("00:02:00")]
    Task<CommitteeReport> Report(string streetId, DateOnly? month, DateTimeOffset asOf);
}
