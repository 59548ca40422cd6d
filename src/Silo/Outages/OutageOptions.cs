namespace Dispatch.Silo.Outages;

/// <summary>How the service watches over itself. Spans are real time. The defaults are meant to be kept; tests vary them.</summary>
public sealed record OutageOptions
{
    /// <summary>Between two signs of life.</summary>
    public TimeSpan Beat { get; init; } = TimeSpan.FromSeconds(5);

    /// <summary>The longest silence that is no outage: a restart by a careful hand, a hiccup of the database.</summary>
    public TimeSpan Longest { get; init; } = TimeSpan.FromSeconds(20);

    /// <summary>By what silence of a running process is measured: the machine's own time, also where a test holds the city's in its hands.</summary>
    public TimeProvider Time { get; init; } = TimeProvider.System;
}
