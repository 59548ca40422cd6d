namespace Dispatch.Benchmarks.Running;

/// <summary>Numbers as they were measured, and what they say together.</summary>
internal static class Samples
{
    /// <summary>The value that this share of them does not exceed (nearest rank); NaN of nothing.</summary>
    /// <param name="sorted">Ascending.</param>
    /// <param name="share">0 to 1.</param>
    public static double Percentile(IReadOnlyList<double> sorted, double share) =>
        sorted.Count == 0 ? double.NaN : sorted[Math.Clamp((int)Math.Ceiling(share * sorted.Count) - 1, 0, sorted.Count - 1)];

    /// <summary>The middle one; of an even count the mean of both.</summary>
    public static double Median(IEnumerable<double> values)
    {
        var sorted = values.Order().ToArray();
        return (sorted[(sorted.Length - 1) / 2] + sorted[sorted.Length / 2]) / 2;
    }
}
