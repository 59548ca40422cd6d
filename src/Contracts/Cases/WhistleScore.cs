using System.Text.Json.Serialization;

namespace Dispatch.Contracts;

/// <summary>One whistle, scored on both sides: whoever whistled by its ground, whoever was called by coming and solving.</summary>
[GenerateSerializer, Immutable, Alias("whistle-score")]
public sealed record WhistleScore
{
    /// <summary>Who was called: a street or a department.</summary>
    [Id(0)] public required Scope To { get; init; }

    /// <summary>When.</summary>
    [Id(1)] public required DateTimeOffset At { get; init; }

    /// <summary>A clock whistled, and no person.</summary>
    [Id(2)] public required bool Automatic { get; init; }

    /// <summary>The lawful ground; null where none was stated, which counts against a person who whistled.</summary>
    [Id(3), JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] public WhistleGround? Ground { get; init; }

    /// <summary>When the called party reported in; null until then.</summary>
    [Id(4), JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] public DateTimeOffset? ReportedInAt { get; init; }

    /// <summary>False once a time of the called party ran out, true once it reported in and none had; null before either.</summary>
    [Id(5), JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] public bool? InTime { get; init; }

    /// <summary>Of a department what it answered, of the street whether the case was closed after it came; null while that is open.</summary>
    [Id(6), JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] public bool? Solved { get; init; }

    /// <summary>Taken back before anybody came: the called party is not judged.</summary>
    [Id(7)] public bool TakenBack { get; init; }
}
