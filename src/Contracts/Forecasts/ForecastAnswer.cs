namespace Dispatch.Contracts;

/// <summary>
/// What will be missed if nobody acts. Offers that the machine would make by itself are not foreseen, since they depend on who will be on
/// duty and reachable. A suspension that ends is no promise and is not counted, as in the figures; the clocks that run on after it are.
/// </summary>
/// <param name="Scope">Whose open cases.</param>
/// <param name="From">The instant from which nobody acts.</param>
/// <param name="Until">The instant by which it has happened.</param>
/// <param name="Items">What is missed, soonest first; at most <see cref="ForecastQuery.MostItems"/>.</param>
/// <param name="Total">How many there are with those that are not listed.</param>
/// <param name="ByHour">
/// Every hour of the street's clock that the time ahead touches, in order; the first begins at <paramref name="From"/> and the last ends
/// at <paramref name="Until"/>. What was due before <paramref name="From"/> and has not fired yet counts in the first.
/// </param>
/// <param name="ByUnit">By who is responsible when it is missed, most first; at most <see cref="ForecastQuery.MostUnits"/>.</param>
[GenerateSerializer, Immutable, Alias("forecast-answer")]
public sealed record ForecastAnswer(
    [property: Id(0)] Scope Scope,
    [property: Id(1)] DateTimeOffset From,
    [property: Id(2)] DateTimeOffset Until,
    [property: Id(3)] IReadOnlyList<ForecastItem> Items,
    [property: Id(4)] int Total,
    [property: Id(5)] IReadOnlyList<ForecastHour> ByHour,
    [property: Id(6)] IReadOnlyList<ForecastUnit> ByUnit);

/// <summary>A deadline that will be missed.</summary>
[GenerateSerializer, Immutable, Alias("forecast-item")]
public sealed record ForecastItem
{
    /// <summary>The case.</summary>
    [Id(0)] public required string CaseId { get; init; }

    /// <summary>The number that people say.</summary>
    [Id(1)] public required string Number { get; init; }

    /// <summary>The clock.</summary>
    [Id(2)] public required string Clock { get; init; }

    /// <summary>Which run of it.</summary>
    [Id(3)] public required int Generation { get; init; }

    /// <summary>The last instant that would still be in time.</summary>
    [Id(4)] public required DateTimeOffset DueAt { get; init; }

    /// <summary>The level at which it is missed.</summary>
    [Id(5)] public required CaseLevel LevelBefore { get; init; }

    /// <summary>The level at which the case stands by that.</summary>
    [Id(6)] public required CaseLevel LevelAfter { get; init; }

    /// <summary>Who is responsible when it is missed.</summary>
    [Id(7)] public required Scope Responsible { get; init; }
}

/// <summary>What is missed in an hour, or the part of one.</summary>
/// <param name="From">Inside.</param>
/// <param name="To">Outside.</param>
/// <param name="Breaches">How many deadlines.</param>
/// <param name="Levels">The same by the level at which they are missed.</param>
[GenerateSerializer, Immutable, Alias("forecast-hour")]
public sealed record ForecastHour(
    [property: Id(0)] DateTimeOffset From, [property: Id(1)] DateTimeOffset To, [property: Id(2)] int Breaches, [property: Id(3)] LevelCounts Levels);

/// <summary>Numbers by level.</summary>
/// <param name="Grid">At grids.</param>
/// <param name="Community">At communities.</param>
/// <param name="Street">At the street.</param>
/// <param name="Supervision">Under supervision.</param>
[GenerateSerializer, Immutable, Alias("level-counts")]
public sealed record LevelCounts(
    [property: Id(0)] int Grid, [property: Id(1)] int Community, [property: Id(2)] int Street, [property: Id(3)] int Supervision);

/// <summary>What a party will miss.</summary>
/// <param name="Responsible">The party.</param>
/// <param name="Breaches">How many deadlines.</param>
[GenerateSerializer, Immutable, Alias("forecast-unit")]
public sealed record ForecastUnit([property: Id(0)] Scope Responsible, [property: Id(1)] int Breaches);
