using System.Collections.Immutable;
using System.Text.Json.Serialization;
using Dispatch.Contracts;
using Dispatch.Grains.Clocks;

namespace Dispatch.Grains.Cases;

/// <summary>The departments that assist, and the committee's instruction.</summary>
public sealed partial record Case
{
    /// <summary>The departments called, as stored; null for none, so that the snapshot of a case without any is as it was before departments could be called.</summary>
    [JsonPropertyName("assists")]
    public ImmutableArray<Assist>? Called { get; init; }

    /// <summary>The departments called, each once with its latest call, in the order of their first.</summary>
    [JsonIgnore]
    public ImmutableArray<Assist> Assists => Called ?? [];

    /// <summary>The department for whose absence alone the supervisor sees to the case; null where it is for anything else.</summary>
    public string? SupervisedFor { get; init; }

    /// <summary>The committee's latest instruction.</summary>
    public Instruction? Instruction { get; init; }

    /// <summary>The departments that were called and have not answered yet.</summary>
    [JsonIgnore]
    public ImmutableArray<string> OpenDepartments => [.. Assists.Where(assist => assist.IsOpen).Select(assist => assist.Department)];

    /// <summary>Whether a clock of the case's own course runs or stands still, beside those of departments, the committee and whoever decides on more time.</summary>
    [JsonIgnore]
    public bool CourseRuns => Clocks.Any(clock =>
        clock.State is ClockState.Running or ClockState.Paused && clock.Name != Policies.ClockNames.Supervise
        && !Policies.ClockNames.OfConsent.Contains(clock.Name) && !SideClocks.IsSide(clock.Name));

    /// <summary>A department that reported in after all in time has missed it once less.</summary>
    private Case Forgiving(string clock) => SideClocks.ReportInOf(clock) is { } department && FindAssist(department) is { Misses: > 0 } assist
        ? this with { Called = Assists.Replace(assist, assist with { Misses = assist.Misses - 1 }) }
        : this;

    /// <summary>A department's latest call; null when it was never called.</summary>
    public Assist? FindAssist(string department) => Assists.FirstOrDefault(assist => assist.Department == department);

    private Case Call(DepartmentsCalled called, Happened happened)
    {
        var next = Assists;
        foreach (var department in called.Departments)
        {
            var assist = new Assist
            {
                Department = department,
                CalledAt = happened.OccurredAt ?? happened.At,
                By = happened.Actor,
                Ground = called.Ground,
                Reason = called.Reason,
            };
            var before = FindAssist(department);
            next = before is null ? next.Add(assist) : next.Replace(before, assist);
        }

        return this with { Called = next };
    }

    private Case WithAssist(string department, Func<Assist, Assist> change) =>
        FindAssist(department) is { } assist ? this with { Called = Assists.Replace(assist, change(assist)) } : this;

    private Case WithoutAnswers(AssistsEnded ended, DateTimeOffset at) =>
        ended.Departments.Aggregate(this, (@case, department) => @case.WithAssist(department, assist => assist with { EndedAt = at }));

    private Case MissedBeside(string clock) => SideClocks.ReportInOf(clock) is { } department
        ? WithAssist(department, assist => assist with { Misses = assist.Misses + 1 })
        : this;
}

/// <summary>A department's part of a case, since its latest call.</summary>
public sealed record Assist
{
    /// <summary>The department's id in the pack.</summary>
    public required string Department { get; init; }

    /// <summary>When it was whistled.</summary>
    public required DateTimeOffset CalledAt { get; init; }

    /// <summary>Who whistled.</summary>
    public required string By { get; init; }

    /// <summary>The lawful ground.</summary>
    public required WhistleGround Ground { get; init; }

    /// <summary>What it was asked to do.</summary>
    public required string Reason { get; init; }

    /// <summary>When it reported in.</summary>
    public DateTimeOffset? ReportedInAt { get; init; }

    /// <summary>When it answered.</summary>
    public DateTimeOffset? AnsweredAt { get; init; }

    /// <summary>What it answered.</summary>
    public bool? Solved { get; init; }

    /// <summary>What it said of it.</summary>
    public string? Answer { get; init; }

    /// <summary>When the case ended without its answer.</summary>
    public DateTimeOffset? EndedAt { get; init; }

    /// <summary>How often its time to report in ran out.</summary>
    public int Misses { get; init; }

    /// <summary>Where it stands.</summary>
    [JsonIgnore]
    public AssistState State => AnsweredAt is not null ? AssistState.Answered
        : EndedAt is not null ? AssistState.Unanswered
        : ReportedInAt is not null ? AssistState.ReportedIn
        : AssistState.Called;

    /// <summary>Called, not answered, and the case has not ended.</summary>
    [JsonIgnore]
    public bool IsOpen => State is AssistState.Called or AssistState.ReportedIn;
}

/// <summary>An instruction of the committee.</summary>
public sealed record Instruction
{
    /// <summary>What was said.</summary>
    public required string Text { get; init; }

    /// <summary>Who of the committee.</summary>
    public required string By { get; init; }

    /// <summary>When.</summary>
    public required DateTimeOffset At { get; init; }

    /// <summary>The last instant for an answer; null takes the pack's time.</summary>
    public DateTimeOffset? Until { get; init; }

    /// <summary>When it was answered.</summary>
    public DateTimeOffset? AnsweredAt { get; init; }

    /// <summary>What was answered.</summary>
    public string? Answer { get; init; }
}
