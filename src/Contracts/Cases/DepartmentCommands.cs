using System.Text.Json.Serialization;

namespace Dispatch.Contracts;

/// <summary>Why a whistle is lawful: one of the three cases of the rules of whistling. In JSON the kebab-case of the name (<c>several-departments</c>).</summary>
[GenerateSerializer, Alias("whistle-ground"), JsonConverter(typeof(KebabCaseEnumJson<WhistleGround>))]
public enum WhistleGround
{
    /// <summary>Whoever has the case cannot solve it.</summary>
    CannotSolve = 0,

    /// <summary>Several departments must act together.</summary>
    SeveralDepartments = 1,

    /// <summary>Danger that waits for nobody.</summary>
    Emergency = 2,
}

/// <summary>Whistles departments to a case: each has clocks of its own from now on, while the lead keeps the case.</summary>
/// <param name="DepartmentIds">Departments of the pack, each once, 1 to 20.</param>
/// <param name="Ground">Why this is lawful.</param>
/// <param name="Reason">What they are asked to do.</param>
[GenerateSerializer, Immutable, Alias("command.call-department")]
public sealed record CallDepartment(
    [property: Id(0)] IReadOnlyList<string> DepartmentIds, [property: Id(1)] WhistleGround Ground, string? Reason) : ReasonedCommand(Reason);

/// <summary>报到: a called department is on site. The department is that of whoever gives the command.</summary>
[GenerateSerializer, Immutable, Alias("command.department-report-in")]
public sealed record DepartmentReportIn : CaseCommand;

/// <summary>What became of a department's part, after it has reported in. The department is that of whoever gives the command.</summary>
/// <param name="Solved">Whether its part is done.</param>
/// <param name="Reason">Why not; needed where it is not solved.</param>
/// <param name="EvidenceIds">Photos that show it, at most 20; those that are not attached yet are attached with it.</param>
[GenerateSerializer, Immutable, Alias("command.department-answer")]
public sealed record DepartmentAnswer(
    [property: Id(0)] bool Solved, [property: Id(1)] string? Reason = null, [property: Id(2)] IReadOnlyList<string>? EvidenceIds = null) : CaseCommand;

/// <summary>The committee instructs on a case; whoever is responsible answers within the pack's time or until an instant.</summary>
/// <param name="Text">1 to 2,000 characters.</param>
/// <param name="Until">The last instant for an answer; ahead, at most a year. Null takes the pack's time.</param>
[GenerateSerializer, Immutable, Alias("command.instruct")]
public sealed record Instruct([property: Id(0)] string Text, [property: Id(1)] DateTimeOffset? Until = null) : CaseCommand;

/// <summary>What was done about the committee's instruction.</summary>
/// <param name="Text">1 to 2,000 characters.</param>
[GenerateSerializer, Immutable, Alias("command.answer-instruction")]
public sealed record AnswerInstruction([property: Id(0)] string Text) : CaseCommand;
