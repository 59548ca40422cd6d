namespace Dispatch.Benchmarks.Running;

/// <summary>Something that can be measured by name.</summary>
public interface IBenchmark
{
    /// <summary>What it is called on the command line.</summary>
    string Name { get; }

    /// <summary>What it measures, in one line.</summary>
    string Summary { get; }

    /// <summary>Measures it, and ends whatever it started.</summary>
    /// <exception cref="NotHereException">The machine lacks something that it needs.</exception>
    Task<IReadOnlyList<Figure>> MeasureAsync(Extent extent, CancellationToken cancellation);
}

/// <summary>How long and how large; the defaults of each benchmark are those whose figures count.</summary>
/// <param name="Seconds">The length of a measured stretch; null for the benchmark's own.</param>
/// <param name="Size">Scales counts; 1 for the real thing.</param>
public sealed record Extent(int? Seconds, double Size)
{
    /// <summary>A count at this size, at least one.</summary>
    public int Of(int count) => Math.Max(1, (int)(count * Size));

    /// <summary>The length of a stretch that is not measured itself, such as a warm-up: never longer than its own.</summary>
    public TimeSpan Brief(int seconds) => TimeSpan.FromSeconds(Math.Min(Seconds ?? seconds, seconds));

    /// <summary>The length of a stretch.</summary>
    public TimeSpan Stretch(int seconds) => TimeSpan.FromSeconds(Seconds ?? seconds);
}

/// <summary>The machine lacks what a benchmark needs; the message says what.</summary>
public sealed class NotHereException(string message) : Exception(message);
