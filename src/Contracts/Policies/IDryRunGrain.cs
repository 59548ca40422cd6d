using System.Text.Json.Serialization;

namespace Dispatch.Contracts;

/// <summary>
/// Dry runs of a street, one at a time beside the work of the day. Its key is the street's scope. Reports are kept in memory only: the
/// last <see cref="DryRunWish.MostKept"/>, for as long as somebody looks.
/// </summary>
[Alias("dry-run-grain")]
public interface IDryRunGrain : IGrainWithStringKey
{
    /// <summary>Begins one, or says why not; it goes on when this has answered.</summary>
    [Alias("begin")]
    Task<DryRunAnswer> Begin(DryRunWish wish, DateTimeOffset now);

    /// <summary>How far one is; null where none of this id is kept.</summary>
    [Alias("look")]
    Task<DryRunView?> Look(string id);
}

/// <summary>What is to be run. Either <see cref="Pack"/> or <see cref="Policy"/> says which pack.</summary>
[GenerateSerializer, Immutable, Alias("dry-run-wish")]
public sealed record DryRunWish
{
    /// <summary>The longest period, in days.</summary>
    public const int LongestDays = 93;

    /// <summary>The most dry runs that are kept.</summary>
    public const int MostKept = 4;

    /// <summary>The pack's own JSON text; null where it is kept already.</summary>
    [Id(0)] public string? Pack { get; init; }

    /// <summary>A pack that the store keeps already.</summary>
    [Id(1)] public PolicyName? Policy { get; init; }

    /// <summary>The street, or communities of it: cases that were opened there.</summary>
    [Id(2)] public required IReadOnlyList<Scope> Areas { get; init; }

    /// <summary>So many days back from now, 1 to <see cref="LongestDays"/>.</summary>
    [Id(3)] public required int Days { get; init; }
}

/// <summary>A dry run that began, or why none did.</summary>
/// <param name="View">Null when it was refused.</param>
/// <param name="Refusal">Null when it began.</param>
[GenerateSerializer, Immutable, Alias("dry-run-answer")]
public sealed record DryRunAnswer([property: Id(0)] DryRunView? View, [property: Id(1)] Refusal? Refusal = null);

/// <summary>A dry run.</summary>
/// <param name="Id">Its id within the street.</param>
/// <param name="State">How far it is.</param>
/// <param name="Policy">The pack that is tried.</param>
/// <param name="Areas">Where.</param>
/// <param name="Report">What came of it; null until it is done.</param>
[GenerateSerializer, Immutable, Alias("dry-run-view")]
public sealed record DryRunView(
    [property: Id(0)] string Id,
    [property: Id(1)] DryRunState State,
    [property: Id(2)] PolicyName Policy,
    [property: Id(3)] IReadOnlyList<Scope> Areas,
    [property: Id(4), JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] DryRunReport? Report);

/// <summary>How far a dry run is. In JSON the camel-case of the name.</summary>
[GenerateSerializer, Alias("dry-run-state"), JsonConverter(typeof(CamelCaseEnumJson<DryRunState>))]
public enum DryRunState
{
    /// <summary>It runs.</summary>
    Running = 0,

    /// <summary>Its report is there.</summary>
    Done = 1,

    /// <summary>It broke off; why is in the log of the silo. Begin another.</summary>
    Failed = 2,
}
