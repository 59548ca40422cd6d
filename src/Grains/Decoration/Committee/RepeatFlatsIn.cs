namespace Dispatch.Grains.Decoration.Committee;

/// <summary>Flats with a violation after another. Pure.</summary>
internal static class RepeatFlatsIn
{
    /// <summary>The violations of flats that had one before, in the order given.</summary>
    /// <param name="violations">Violations of a time, in any order.</param>
    public static IEnumerable<CommitteeCase> Further(IReadOnlyCollection<CommitteeCase> violations)
    {
        var first = violations.Where(one => one.Flat is not null)
            .GroupBy(one => one.Flat!, StringComparer.Ordinal)
            .ToDictionary(flat => flat.Key, flat => flat.OrderBy(one => one.Facts.OpenedAt).ThenBy(one => one.Facts.Id, StringComparer.Ordinal).First(), StringComparer.Ordinal);
        return violations.Where(one => one.Flat is { } flat && first[flat] != one);
    }
}
