using System.Collections.Frozen;
using System.Collections.Immutable;
using Dispatch.Contracts;

namespace Dispatch.Grains.Cases;

/// <summary>
/// What a command asks of a case. Its roles stand in <see cref="CommandRoles"/>; what it does in <see cref="Carry"/>.
/// </summary>
internal sealed record CommandRule
{
    /// <summary>The command.</summary>
    public required Type Command { get; init; }

    /// <summary>Its name on the wire.</summary>
    public string Name => CaseCommand.NameOf(Command);

    /// <summary>The statuses that it has a place in.</summary>
    public required FrozenSet<CaseStatus> Statuses { get; init; }

    /// <summary>Why it is refused beyond what every command is refused for.</summary>
    public ImmutableArray<RefusalCode> Refusals { get; init; } = [];

    /// <summary>The triggers of the clocks that it answers where this actor gives it, by which an offline command is judged.</summary>
    public Func<CaseCommand, Actor, string[]> Answers { get; init; } = (_, _) => [];

    /// <summary>Whether it is this actor's turn to give it; null where a role and an area are enough.</summary>
    public Func<CaseStep, Actor, Refusal?>? Party { get; init; }

    /// <summary>Whether the case, in one of its <see cref="Statuses"/>, waits for it at all, whoever gives it; null where it always does.</summary>
    public Func<CaseStep, Refusal?>? Awaited { get; init; }

    /// <summary>Carries it out, or says what is wrong with its body. By then everything that <see cref="Refuses"/> asks is known to be right.</summary>
    public required Func<CaseStep, CaseCommand, Actor, Refusal?> Carry { get; init; }

    /// <summary>What it is refused with whatever its body says, once role and area are right; null where only the body is left to judge.</summary>
    public Refusal? Refuses(CaseStep step, Actor actor) => OutOfPlace(step) ?? Party?.Invoke(step, actor) ?? Awaited?.Invoke(step);

    /// <summary>The same, with nobody in particular to give it.</summary>
    public Refusal? RefusesEverybody(CaseStep step) => OutOfPlace(step) ?? Awaited?.Invoke(step);

    /// <summary>A rule with its command's own type.</summary>
    public static CommandRule Of<TCommand>(
        IEnumerable<CaseStatus> statuses,
        Func<CaseStep, TCommand, Actor, Refusal?> carry,
        ImmutableArray<RefusalCode> refusals = default,
        string[]? answers = null)
        where TCommand : CaseCommand => new()
        {
            Command = typeof(TCommand),
            Statuses = statuses.ToFrozenSet(),
            Carry = (step, command, actor) => carry(step, (TCommand)command, actor),
            Refusals = refusals.IsDefault ? [] : refusals,
            Answers = (_, _) => answers ?? [],
        };

    private Refusal? OutOfPlace(CaseStep step) => Statuses.Contains(step.Case.Status)
        ? Commands.SafetyCommands.UnlessAlarm(step, Command)
        : Refuse.With(RefusalCode.StatusNotAllowed, $"The case is {step.Case.Status}; {Name} has no place there.");
}
