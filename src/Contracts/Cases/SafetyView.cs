using System.Text.Json.Serialization;

namespace Dispatch.Contracts;

/// <summary>How those who are on site are: the next sign that is waited for, and the latest alarm.</summary>
[GenerateSerializer, Immutable, Alias("safety-view")]
public sealed record SafetyView
{
    /// <summary>The last instant for the next sign; null where none is waited for.</summary>
    [Id(0), JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] public DateTimeOffset? CheckInDue { get; init; }

    /// <summary>The time between two signs, ms of real time; null where none is waited for.</summary>
    [Id(1), JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] public long? CheckInMs { get; init; }

    /// <summary>When the latest sign was given; null where none was since they arrived.</summary>
    [Id(2), JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] public DateTimeOffset? HeardAt { get; init; }

    /// <summary>Since when the officers ask each other for a missed sign; null where none is missed.</summary>
    [Id(3), JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] public DateTimeOffset? PairAskedAt { get; init; }

    /// <summary>The latest alarm, on a board only one that is not over; null for none.</summary>
    [Id(4), JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] public AlarmView? Alarm { get; init; }

    /// <summary>What a board needs of it: no words and no whereabouts; null where there is nothing to show.</summary>
    public SafetyView? AsRow()
    {
        var open = Alarm is { EndedAt: null } alarm ? alarm with { Where = null, What = null, Said = null } : null;
        return open is null && CheckInDue is null ? null : this with { Alarm = open };
    }
}

/// <summary>An alarm of an officer.</summary>
[GenerateSerializer, Immutable, Alias("alarm-view")]
public sealed record AlarmView
{
    /// <summary>Who raised it last; null where the machine did, since a sign was missed twice.</summary>
    [Id(0), JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] public string? By { get; init; }

    /// <summary>Since when somebody is to answer: when it was first raised.</summary>
    [Id(1)] public required DateTimeOffset At { get; init; }

    /// <summary>Who is asked to answer now.</summary>
    [Id(2)] public required AlarmRung Rung { get; init; }

    /// <summary>Where the officer is; null on a board and where it was not said.</summary>
    [Id(3), JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] public string? Where { get; init; }

    /// <summary>What is the matter; null on a board and where it was not said.</summary>
    [Id(4), JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] public string? What { get; init; }

    /// <summary>Who has seen it; null until then.</summary>
    [Id(5), JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] public string? AcknowledgedBy { get; init; }

    /// <summary>When.</summary>
    [Id(6), JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] public DateTimeOffset? AcknowledgedAt { get; init; }

    /// <summary>What they said; null on a board.</summary>
    [Id(7), JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] public string? Said { get; init; }

    /// <summary>When it was over; null while it is not.</summary>
    [Id(8), JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] public DateTimeOffset? EndedAt { get; init; }

    /// <summary>How it ended; null while it has not, and where a sign of life ended one that the machine had raised.</summary>
    [Id(9), JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] public AlarmOutcome? Outcome { get; init; }
}
