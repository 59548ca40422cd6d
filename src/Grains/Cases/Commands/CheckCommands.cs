using System.Collections.Immutable;
using Dispatch.Contracts;

namespace Dispatch.Grains.Cases.Commands;

/// <summary>Resolved, and checked by somebody who did not handle it.</summary>
internal static class CheckCommands
{
    public static Refusal? Resolve(CaseStep step, Resolve command, Actor actor)
    {
        if ((DepartmentCommands.UnlessAnswered(step, command.OpenAssists) ?? EvidenceCommands.Take(step, command.EvidenceIds)) is { } refusal)
        {
            return refusal;
        }

        step.Emit(new Resolved([.. command.EvidenceIds ?? []], Answered(step, nameof(Resolved)), DepartmentCommands.WhyOpen(step, command.OpenAssists)));
        step.AwaitCheck();
        return null;
    }

    /// <summary>The actor is of the party that is asked to check, and did not handle the case.</summary>
    public static Refusal? UnlessChecker(CaseStep step, Actor actor)
    {
        if (step.Case.Handlers.Contains(actor.Id))
        {
            return Refuse.With(RefusalCode.OwnWork, "Whoever handled a case never checks it; somebody else must look.");
        }

        var checker = actor.Role switch
        {
            Role.GridWorker => ScopeKind.Grid,
            Role.CommunityStaff => ScopeKind.Community,
            _ => ScopeKind.Street,
        };
        return actor.Role == Role.System || step.Case.Responsible.Kind == checker
            ? null
            : Refuse.With(RefusalCode.NotYours, $"{step.Case.Responsible} is asked to check this case.");
    }

    public static Refusal? Check(CaseStep step, Check command, Actor actor)
    {
        step.Emit(new Checked(command.Passed));
        if (command.Passed)
        {
            step.Close(new Closed());
        }
        else
        {
            step.EndSupervision();
            step.ReturnToWork();
        }

        return null;
    }

    /// <summary>The clocks that a trigger ends now or that were missed waiting for it: rework starts them again.</summary>
    private static ImmutableArray<string> Answered(CaseStep step, string trigger) =>
    [
        .. step.Rules.Rules
            .Where(rule => rule.StopOn.Contains(trigger) && step.Case.FindClock(rule.Name) is { IsOpen: true })
            .Select(rule => rule.Name),
    ];
}
