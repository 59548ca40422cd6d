using System.Collections.Immutable;
using System.Text.Json.Serialization;
using Dispatch.Contracts;

namespace Dispatch.Grains.Cases;

/// <summary>Departments were whistled to the case.</summary>
/// <param name="Departments">Which.</param>
/// <param name="Ground">The lawful ground.</param>
/// <param name="Reason">What they are asked to do.</param>
public sealed record DepartmentsCalled(ImmutableArray<string> Departments, WhistleGround Ground, string Reason) : CaseEvent;

/// <summary>A called department is on site.</summary>
/// <param name="Department">Which.</param>
public sealed record DepartmentReportedIn(string Department) : CaseEvent
{
    /// <summary>Each department has a clock of its own, and so a trigger.</summary>
    [JsonIgnore]
    public override string Trigger { get; } = TriggerOf(Department);

    /// <summary>What stops the department's clock.</summary>
    public static string TriggerOf(string department) => $"{nameof(DepartmentReportedIn)}:{department}";
}

/// <summary>A called department told what became of its part.</summary>
/// <param name="Department">Which.</param>
/// <param name="Solved">Whether it is done.</param>
/// <param name="Reason">What it said of it.</param>
/// <param name="EvidenceIds">What shows it.</param>
public sealed record DepartmentAnswered(string Department, bool Solved, string? Reason, ImmutableArray<string> EvidenceIds) : CaseEvent
{
    /// <summary>Each department has a clock of its own, and so a trigger.</summary>
    [JsonIgnore]
    public override string Trigger { get; } = TriggerOf(Department);

    /// <summary>What stops the department's clock.</summary>
    public static string TriggerOf(string department) => $"{nameof(DepartmentAnswered)}:{department}";
}

/// <summary>A called department let a time run out: the dispatcher and the department's leader are told.</summary>
/// <param name="Department">Which.</param>
/// <param name="Clock">Which time.</param>
/// <param name="Misses">How often it has not reported in since it was called.</param>
/// <param name="Raised">True where this alone brought the case to supervision.</param>
public sealed record DepartmentOverdue(string Department, string Clock, int Misses, bool Raised) : CaseEvent;

/// <summary>The case ended before these departments had answered.</summary>
/// <param name="Departments">Which.</param>
public sealed record AssistsEnded(ImmutableArray<string> Departments) : CaseEvent;

/// <summary>The committee gave an instruction.</summary>
/// <param name="Text">What was said.</param>
/// <param name="Until">The last instant for an answer; null takes the pack's time.</param>
public sealed record Instructed(string Text, DateTimeOffset? Until) : CaseEvent;

/// <summary>The committee's instruction was answered.</summary>
/// <param name="Text">What was done about it.</param>
public sealed record InstructionAnswered(string Text) : CaseEvent;
