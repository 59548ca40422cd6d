using System.Text.Json.Serialization;

namespace Dispatch.Contracts.Decoration;

/// <summary>By which of a case's two secret links somebody looks at it.</summary>
[GenerateSerializer, Alias("promise-party"), JsonConverter(typeof(KebabCaseEnumJson<PromiseParty>))]
public enum PromiseParty
{
    /// <summary>Whoever reported it.</summary>
    Reporter = 0,

    /// <summary>The owner of the flat that it is about.</summary>
    Owner = 1,
}

/// <summary>What somebody says of how a case ended.</summary>
[GenerateSerializer, Alias("outcome-answer"), JsonConverter(typeof(KebabCaseEnumJson<OutcomeAnswer>))]
public enum OutcomeAnswer
{
    /// <summary>Solved, and content with how.</summary>
    Satisfied = 0,

    /// <summary>Solved, and not content with how.</summary>
    Unsatisfied = 1,

    /// <summary>Not solved: the case is opened again.</summary>
    NotSolved = 2,
}

/// <summary>
/// Whoever has one of the secret links says how the case ended: once for each time that it is closed, and in the pack's days after that.
/// Given by the page behind the link alone; no user gives it.
/// </summary>
/// <param name="Party">By which link.</param>
/// <param name="Answer">What; <see cref="OutcomeAnswer.NotSolved"/> is the reporter's alone to say.</param>
[GenerateSerializer, Immutable, Alias("command.answer-outcome")]
public sealed record AnswerOutcome([property: Id(0)] PromiseParty Party, [property: Id(1)] OutcomeAnswer Answer) : CaseCommand;

/// <summary>Says which photos of the case whoever has a secret link may see, made coarse. Nothing is shown before that.</summary>
/// <param name="EvidenceIds">All that are shown from now on, at most 20; none to hide them all.</param>
[GenerateSerializer, Immutable, Alias("command.show-photos")]
public sealed record ShowPhotos([property: Id(0)] IReadOnlyList<string> EvidenceIds) : CaseCommand;

/// <summary>What somebody said of how a case ended.</summary>
/// <param name="Party">By which link.</param>
/// <param name="Answer">What.</param>
/// <param name="At">When.</param>
/// <param name="Closing">When the case had been closed, which is what they spoke of.</param>
[GenerateSerializer, Immutable, Alias("outcome-said")]
public sealed record OutcomeSaid(
    [property: Id(0)] PromiseParty Party, [property: Id(1)] OutcomeAnswer Answer, [property: Id(2)] DateTimeOffset At, [property: Id(3)] DateTimeOffset Closing);
