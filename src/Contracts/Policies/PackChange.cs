using System.Text.Json.Serialization;

namespace Dispatch.Contracts;

/// <summary>One thing that differs between two packs. The same change of a clock in several types is told once.</summary>
[GenerateSerializer, Immutable, Alias("pack-change")]
public sealed record PackChange
{
    /// <summary>What kind of thing.</summary>
    [Id(0)] public required PackChangeKind Kind { get; init; }

    /// <summary>The codes of the types that it concerns, in order; empty where it concerns the pack as a whole.</summary>
    [Id(1)] public IReadOnlyList<string> Types { get; init; } = [];

    /// <summary>The clock; null where it is about none.</summary>
    [Id(2), JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] public string? Clock { get; init; }

    /// <summary>Whether it is about the clocks of work in progress.</summary>
    [Id(3)] public bool InProgress { get; init; }

    /// <summary>Where a setting stands in the pack, such as <c>offers.rounds</c>; null for clocks and types.</summary>
    [Id(4), JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] public string? Path { get; init; }

    /// <summary>What holds, spelled as in a pack; null where there is nothing.</summary>
    [Id(5), JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] public string? Before { get; init; }

    /// <summary>What would hold, spelled as in a pack; null where there is nothing.</summary>
    [Id(6), JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] public string? After { get; init; }
}

/// <summary>What differs. In JSON the camel-case of the name.</summary>
[GenerateSerializer, Alias("pack-change-kind"), JsonConverter(typeof(CamelCaseEnumJson<PackChangeKind>))]
public enum PackChangeKind
{
    /// <summary>The time of a clock: a clock that comes or goes has no time on one side.</summary>
    Time = 0,

    /// <summary>What a clock's expiry does.</summary>
    Expiry = 1,

    /// <summary>What starts a clock.</summary>
    StartsOn = 2,

    /// <summary>What stops a clock as met.</summary>
    StopsOn = 3,

    /// <summary>At which per cents of a clock somebody is told.</summary>
    Marks = 4,

    /// <summary>The calendar of a clock.</summary>
    Calendar = 5,

    /// <summary>A type that comes.</summary>
    TypeAdded = 6,

    /// <summary>A type that goes: cases of it cannot be opened any more.</summary>
    TypeRemoved = 7,

    /// <summary>Anything else, by its path.</summary>
    Setting = 8,
}
