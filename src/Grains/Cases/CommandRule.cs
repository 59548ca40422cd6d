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

    /// <summary>The statuses that it has a place in.</summary>
    public required FrozenSet<CaseStatus> Statuses { get; init; }

    /// <summary>Why it is refused beyond what every command is refused for.</summary>
    public ImmutableArray<RefusalCode> Refusals { get; init; } = [];

    /// <summary>The triggers of the clocks that it answers, by which an offline command is judged.</summary>
    public Func<CaseCommand, string[]> Answers { get; init; } = _ => [];

    /// <summary>Carries it out, or says why not. By then role, area, version and status are known to be right.</summary>
    public required Func<CaseStep, CaseCommand, Actor, Refusal?> Carry { get; init; }

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
            Answers = _ => answers ?? [],
        };
}
