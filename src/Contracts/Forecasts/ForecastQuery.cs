namespace Dispatch.Contracts;

/// <summary>Which open cases are looked ahead for, and how far. Instants are cut to milliseconds.</summary>
[GenerateSerializer, Immutable, Alias("forecast-query")]
public sealed record ForecastQuery
{
    /// <summary>How far ahead a forecast may look, in days. Proposed: a week's work is planned by it, and no later clock is certain.</summary>
    public const int LongestDays = 7;

    /// <summary>The most items that an answer lists.</summary>
    public const int MostItems = 1_000;

    /// <summary>The most units that an answer counts by.</summary>
    public const int MostUnits = 500;

    /// <summary>A street, community, grid, officer or case.</summary>
    [Id(0)] public required Scope Scope { get; init; }

    /// <summary>The instant from which nobody acts any more.</summary>
    [Id(1)] public required DateTimeOffset From { get; init; }

    /// <summary>What has happened by this instant is told: later than <see cref="From"/>, at most <see cref="LongestDays"/> days.</summary>
    [Id(2)] public required DateTimeOffset Until { get; init; }
}
