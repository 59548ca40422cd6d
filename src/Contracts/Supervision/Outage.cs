using System.Text.Json.Serialization;

namespace Dispatch.Contracts;

/// <summary>An interval in which the service was unreachable or refused. No card comes from a deadline inside it.</summary>
[GenerateSerializer, Immutable, Alias("outage")]
public sealed record Outage
{
    /// <summary>The reason of one that was found because nothing had run.</summary>
    public const string NotRunning = "not-running";

    /// <summary>The reason of one that was found because the store took nothing.</summary>
    public const string StoreRefused = "store-refused";

    /// <summary>The reason of one that was found because a silo refused commands for as long: more waited than its store could take.</summary>
    public const string Overloaded = "overloaded";

    /// <summary>Its number in the ledger, counted from 1.</summary>
    [Id(0)] public required long Id { get; init; }

    /// <summary>The street that it was recorded for; null where it concerns the whole city.</summary>
    [Id(1), JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] public string? StreetId { get; init; }

    /// <summary>Its first instant.</summary>
    [Id(2)] public required DateTimeOffset From { get; init; }

    /// <summary>When the service was there again.</summary>
    [Id(3)] public required DateTimeOffset To { get; init; }

    /// <summary>Why: what a supervisor said, or <see cref="NotRunning"/>, <see cref="StoreRefused"/> or <see cref="Overloaded"/>.</summary>
    [Id(4)] public required string Reason { get; init; }

    /// <summary>Who recorded it; <c>system</c> for one that was found.</summary>
    [Id(5)] public required string By { get; init; }

    /// <summary>When it was recorded.</summary>
    [Id(6)] public required DateTimeOffset RecordedAt { get; init; }
}

/// <summary>A supervisor records that the service could not be reached in a street: its network was down, say.</summary>
/// <param name="From">Its first instant, at most 31 days ago.</param>
/// <param name="To">When the service was there again: after <paramref name="From"/>, at most 7 days later, not ahead.</param>
/// <param name="Reason">Why, 1 to 500 characters.</param>
[GenerateSerializer, Immutable, Alias("record-outage")]
public sealed record RecordOutage([property: Id(0)] DateTimeOffset From, [property: Id(1)] DateTimeOffset To, [property: Id(2)] string? Reason);

/// <summary>What recording an outage did.</summary>
/// <param name="Outage">As recorded; null when it was refused.</param>
/// <param name="CardsWithdrawn">Cards from deadlines inside it that were issued or proposed before, and are withdrawn now.</param>
/// <param name="Refusal">Null when it was recorded.</param>
[GenerateSerializer, Immutable, Alias("outage-answer")]
public sealed record OutageAnswer(
    [property: Id(0)] Outage? Outage, [property: Id(1)] int CardsWithdrawn = 0, [property: Id(2)] Refusal? Refusal = null);

/// <summary>The outages of a street, which those of the whole city are among. Its key is the street's scope, <c>street:{id}</c>.</summary>
[Alias("outage-grain")]
public interface IOutageGrain : IGrainWithStringKey
{
    /// <summary>Records one by hand and withdraws the cards that came of deadlines inside it.</summary>
    /// <param name="command">Which.</param>
    /// <param name="by">A supervisor of the street.</param>
    /// <param name="now">City time.</param>
    [Alias("record")]
    Task<OutageAnswer> Record(RecordOutage command, Actor by, DateTimeOffset now);

    /// <summary>Withdraws the cards of this street that came of deadlines inside an outage which was found after them; a repeat finds none.</summary>
    /// <param name="outage">As recorded.</param>
    /// <param name="now">City time.</param>
    /// <returns>How many were withdrawn.</returns>
    [Alias("take-back")]
    Task<int> TakeBack(Outage outage, DateTimeOffset now);

    /// <summary>Those that ended after an instant, the latest first, at most 200.</summary>
    [Alias("list")]
    Task<IReadOnlyList<Outage>> List(DateTimeOffset endedAfter);
}
