using System.Text.Json.Serialization;

namespace Dispatch.Contracts;

/// <summary>A department's part of a case: the latest call of it.</summary>
[GenerateSerializer, Immutable, Alias("assist-view")]
public sealed record AssistView
{
    /// <summary>The department's id in the pack.</summary>
    [Id(0)] public required string Department { get; init; }

    /// <summary>When it was whistled.</summary>
    [Id(1)] public required DateTimeOffset CalledAt { get; init; }

    /// <summary>Who whistled.</summary>
    [Id(2)] public required string By { get; init; }

    /// <summary>The lawful ground.</summary>
    [Id(3)] public required WhistleGround Ground { get; init; }

    /// <summary>What it was asked to do.</summary>
    [Id(4)] public required string Reason { get; init; }

    /// <summary>When it reported in on site; null until then.</summary>
    [Id(5), JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] public DateTimeOffset? ReportedInAt { get; init; }

    /// <summary>When it answered; null until then, and for one that never did.</summary>
    [Id(6), JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] public DateTimeOffset? AnsweredAt { get; init; }

    /// <summary>Whether its part is solved; null without an answer.</summary>
    [Id(7), JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] public bool? Solved { get; init; }

    /// <summary>What it said of it.</summary>
    [Id(8), JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] public string? Answer { get; init; }

    /// <summary>How often its time to report in ran out.</summary>
    [Id(9)] public required int Misses { get; init; }

    /// <summary>Where it stands.</summary>
    [Id(10)] public required AssistState State { get; init; }
}

/// <summary>Where a department's part of a case stands.</summary>
[GenerateSerializer, Alias("assist-state"), JsonConverter(typeof(CamelCaseEnumJson<AssistState>))]
public enum AssistState
{
    /// <summary>Whistled, and not on site yet.</summary>
    Called = 0,

    /// <summary>On site, and not answered yet.</summary>
    ReportedIn = 1,

    /// <summary>Answered, solved or not.</summary>
    Answered = 2,

    /// <summary>The case ended without its answer.</summary>
    Unanswered = 3,
}

/// <summary>The committee's latest instruction on a case.</summary>
[GenerateSerializer, Immutable, Alias("instruction-view")]
public sealed record InstructionView
{
    /// <summary>What was said.</summary>
    [Id(0)] public required string Text { get; init; }

    /// <summary>Who of the committee.</summary>
    [Id(1)] public required string By { get; init; }

    /// <summary>When.</summary>
    [Id(2)] public required DateTimeOffset At { get; init; }

    /// <summary>When it was answered; null until then.</summary>
    [Id(3), JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] public DateTimeOffset? AnsweredAt { get; init; }

    /// <summary>What was answered.</summary>
    [Id(4), JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] public string? Answer { get; init; }
}
