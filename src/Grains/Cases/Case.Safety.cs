using System.Text.Json.Serialization;
using Dispatch.Contracts;
using Dispatch.Grains.Clocks;

namespace Dispatch.Grains.Cases;

/// <summary>How those who are on site are. It changes neither the level of a case nor who is responsible.</summary>
public sealed partial record Case
{
    /// <summary>The signs from the site; null where none was given and none missed since somebody arrived.</summary>
    public SiteSigns? Signs { get; init; }

    /// <summary>The latest alarm; null where there was none.</summary>
    public Alarm? Alarm { get; init; }

    /// <summary>The alarm that is not over yet.</summary>
    [JsonIgnore]
    public Alarm? OpenAlarm => Alarm is { EndedAt: null } open ? open : null;

    private Case Hear(CheckedIn sign, Happened happened) =>
        sign.Old == true ? this : this with { Signs = new SiteSigns(happened.OccurredAt ?? happened.At, null) };

    private Case Miss(CheckInMissed missed, DateTimeOffset at) =>
        this with { Signs = new SiteSigns(Signs?.HeardAt, missed.Asked.IsEmpty ? null : at) };

    /// <summary>A further call for help before anybody has answered the first is the same alarm.</summary>
    private Case Raise(AlarmRaised raised, Happened happened) => this with
    {
        Alarm = OpenAlarm is { AcknowledgedBy: null } waiting
            ? waiting with
            {
                By = raised.OfficerId ?? waiting.By,
                Where = raised.Where ?? waiting.Where,
                What = raised.What ?? waiting.What,
                Rung = IsActive(SideClocks.Alarm) ? waiting.Rung : raised.FirstRung,
            }
            : new Alarm
            {
                By = raised.OfficerId,
                At = happened.OccurredAt ?? happened.At,
                Where = raised.Where,
                What = raised.What,
                Rung = raised.FirstRung,
            },
    };
}

/// <summary>The signs from a site.</summary>
/// <param name="HeardAt">When the latest was given.</param>
/// <param name="PairAskedAt">Since when the officers ask each other for one that was missed; null where none is.</param>
public sealed record SiteSigns(DateTimeOffset? HeardAt, DateTimeOffset? PairAskedAt);

/// <summary>A call for help from a site.</summary>
public sealed record Alarm
{
    /// <summary>Who raised it last; null where only the machine did.</summary>
    public string? By { get; init; }

    /// <summary>When it was first raised.</summary>
    public required DateTimeOffset At { get; init; }

    /// <summary>Where they are.</summary>
    public string? Where { get; init; }

    /// <summary>What is the matter.</summary>
    public string? What { get; init; }

    /// <summary>Who is asked to answer now.</summary>
    public AlarmRung Rung { get; init; }

    /// <summary>Who has seen it.</summary>
    public string? AcknowledgedBy { get; init; }

    /// <summary>When.</summary>
    public DateTimeOffset? AcknowledgedAt { get; init; }

    /// <summary>What they said.</summary>
    public string? Said { get; init; }

    /// <summary>When it was over.</summary>
    public DateTimeOffset? EndedAt { get; init; }

    /// <summary>How; null where a sign of life ended it.</summary>
    public AlarmOutcome? Outcome { get; init; }
}
