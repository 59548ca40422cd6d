namespace Dispatch.Simulator;

/// <summary>How a simulated city lives.</summary>
public sealed record SimulationOptions
{
    /// <summary>Chance: the same seed does the same.</summary>
    public ulong Seed { get; init; } = 2026;

    /// <summary>Reports in a working day. At speed 60 a day of the city takes 24 minutes.</summary>
    public double ReportsPerDay { get; init; } = 260;

    /// <summary>Reports soon after the start, so that somebody who looks sees life at once.</summary>
    public int FirstReports { get; init; } = 20;

    /// <summary>Within how much city time the first ones come.</summary>
    public TimeSpan FirstWithin { get; init; } = TimeSpan.FromMinutes(12);

    /// <summary>No report is made while this many simulated cases are open, which also bounds the agenda.</summary>
    public int MostOpenCases { get; init; } = 300;

    /// <summary>Whether grids are patrolled and consoles answer.</summary>
    public bool SignsOfLife { get; init; } = true;
}
