namespace Dispatch.Contracts;

/// <summary>
/// The cases opened under an adopted pack beside the others of the same area and time: both sides are counted from the adoption's
/// first instant on, so that neither has what happened before it.
/// </summary>
[GenerateSerializer, Immutable, Alias("figure-comparison")]
public sealed record FigureComparison
{
    /// <summary>With fewer cases on either side a difference says nothing (proposed).</summary>
    public const int FewestCases = 30;

    /// <summary>The act that is looked at.</summary>
    [Id(0)] public required PolicyAdoption Adoption { get; init; }

    /// <summary>The street, community or grid.</summary>
    [Id(1)] public required Scope Scope { get; init; }

    /// <summary>The first instant: that of the period, or of the adoption where that is later.</summary>
    [Id(2)] public required DateTimeOffset From { get; init; }

    /// <summary>The first instant after the period.</summary>
    [Id(3)] public required DateTimeOffset To { get; init; }

    /// <summary>Only what was decided before this instant is counted.</summary>
    [Id(4)] public required DateTimeOffset AsOf { get; init; }

    /// <summary>Cases opened under the adopted pack.</summary>
    [Id(5)] public required FigureTotal Pilot { get; init; }

    /// <summary>Cases opened under any other.</summary>
    [Id(6)] public required FigureTotal Rest { get; init; }

    /// <summary>Whether both sides have 30 cases at least.</summary>
    [Id(7)] public required bool Comparable { get; init; }
}
