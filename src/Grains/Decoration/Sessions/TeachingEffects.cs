using Dispatch.Contracts.Decoration;

namespace Dispatch.Grains.Decoration.Sessions;

/// <summary>A violation at an estate, as far as it counts for an effect.</summary>
/// <param name="Id">The case.</param>
/// <param name="OpenedAt">When it was opened.</param>
public readonly record struct ViolationAtEstate(string Id, DateTimeOffset OpenedAt);

/// <summary>What a session led to, in numbers. Pure.</summary>
public static class TeachingEffects
{
    private const int MostIds = 200;
    private const double PerFlats = 100;

    /// <summary>
    /// Counts as long before the session as after it: until the days are over, that is as long as it is past, so that the two sides can
    /// be compared at any time. A case of the instant of the session counts after it.
    /// </summary>
    /// <param name="heldAt">When it was held.</param>
    /// <param name="now">Until when is counted; not before that.</param>
    /// <param name="days">How many days in the end, at least 1.</param>
    /// <param name="flats">The flats of the estate.</param>
    /// <param name="least">Fewer cases than this say nothing.</param>
    /// <param name="cases">The estate's violations, in any order.</param>
    public static TeachingEffect Of(DateTimeOffset heldAt, DateTimeOffset now, int days, int flats, int least, IEnumerable<ViolationAtEstate> cases)
    {
        var past = now - heldAt;
        var length = past > TimeSpan.FromDays(days) ? TimeSpan.FromDays(days) : past;
        List<ViolationAtEstate> counted =
        [
            .. cases.Where(one => one.OpenedAt >= heldAt - length && one.OpenedAt < heldAt + length).OrderBy(one => one.OpenedAt).ThenBy(one => one.Id, StringComparer.Ordinal),
        ];
        return new TeachingEffect
        {
            HeldAt = heldAt,
            Days = days,
            SoFar = (int)length.TotalDays,
            Flats = flats,
            Before = Side([.. counted.Where(one => one.OpenedAt < heldAt)], flats),
            After = Side([.. counted.Where(one => one.OpenedAt >= heldAt)], flats),
            TooFew = counted.Count < least,
            Partial = false,
        };
    }

    private static ViolationCount Side(List<ViolationAtEstate> cases, int flats) =>
        new(cases.Count, flats == 0 ? null : cases.Count * PerFlats / flats, [.. cases.Take(MostIds).Select(one => one.Id)]);
}
