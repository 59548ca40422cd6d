using Dispatch.Contracts;

namespace Dispatch.Grains.Teams;

/// <summary>What no command about a roster may hold, whoever gives it: names that are none, and spans that are not there.</summary>
internal static class RosterShape
{
    private const int MostNames = 600;

    /// <summary>Why a command is not looked at further; null when it may be.</summary>
    public static Refusal? Refuses(RosterCommand command) => command switch
    {
        PlanDuty plan => plan.Duty?.Crews is not { } crews || crews.Any(crew => crew is null)
            ? RosterStep.Invalid("Name the people of each crew.")
            : UnlessNames([.. crews.SelectMany(crew => crew)]),
        AskSwap swap => swap.Given is null ? RosterStep.Invalid("Say which hours you give away.") : UnlessNames([swap.Other]),
        OverrideDuty one => UnlessNames([one.UserName, one.Replaces ?? one.UserName]),
        SetSkills one => one.Skills is null ? RosterStep.Invalid("Say what they can do, or give an empty list.") : UnlessNames([one.UserName]),
        AskLeave one => one.UserName is { } name ? UnlessNames([name]) : null,
        EndDuty one => UnlessNames([one.Id]),
        AnswerSwap one => UnlessNames([one.Id]),
        DecideLeave one => UnlessNames([one.Id]),
        WithdrawChange one => UnlessNames([one.Id]),
        _ => RosterStep.Invalid("A roster does not know this change."),
    };

    private static Refusal? UnlessNames(IReadOnlyList<string?> names) =>
        names.Count > MostNames || names.Any(name => name is not { Length: > 0 and <= Scope.MaxIdLength } || !Scope.TryParse($"{ScopeKind.Officer}:{name}", out _))
            ? RosterStep.Invalid($"Names and ids have 1 to {Scope.MaxIdLength} ASCII letters, digits, '-', '_' and '.'; correct them.")
            : null;
}
