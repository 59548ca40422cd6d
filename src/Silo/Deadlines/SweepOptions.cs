namespace Dispatch.Silo.Deadlines;

/// <summary>How hard a sweeper works. Every span is real time. The defaults are meant to be kept; tests and benchmarks vary them.</summary>
public sealed record SweepOptions
{
    /// <summary>Rows claimed at once. More would sit in this process while other silos are idle.</summary>
    public int Rows { get; init; } = 1_000;

    /// <summary>How long others leave claimed rows alone: also how late a deadline gets when its silo dies between claim and commit.</summary>
    public TimeSpan Lease { get; init; } = TimeSpan.FromSeconds(30);

    /// <summary>Owners called at the same time: enough to fill the next group commit while one is being written.</summary>
    public int InFlight { get; init; } = 384;

    /// <summary>The longest sleep: how late a deadline gets that was set to fall due sooner than that, and has no near timer.</summary>
    public TimeSpan Horizon { get; init; } = TimeSpan.FromSeconds(1);

    /// <summary>The shortest sleep between claims that found less than they could take, so that a steady trickle is not a claim a row.</summary>
    public TimeSpan Breath { get; init; } = TimeSpan.FromMilliseconds(20);

    /// <summary>How long a stop waits for calls that are under way; what is left then fires when its lease has run out.</summary>
    public TimeSpan Leave { get; init; } = TimeSpan.FromSeconds(5);
}
