using Dispatch.Contracts;
using Dispatch.Grains.Policies;

namespace Dispatch.Grains.Cases.Commands;

/// <summary>What a grid worker does.</summary>
internal static class GridCommands
{
    public static Refusal? Verify(CaseStep step, VerifyReport command, Actor actor)
    {
        step.Emit(new Verified(command.Confirmed));
        if (command.Confirmed)
        {
            step.Enter(CaseStatus.AtGrid);
        }
        else
        {
            step.Close(new Rejected("Not confirmed on site."));
        }

        return null;
    }

    public static Refusal? Settle(CaseStep step, Settle command, Actor actor)
    {
        if ((DepartmentCommands.UnlessAnswered(step, command.OpenAssists) ?? EvidenceCommands.Take(step, command.EvidenceIds)) is { } refusal)
        {
            return refusal;
        }

        step.Emit(new Settled([.. command.EvidenceIds ?? []], [ClockNames.Grid], DepartmentCommands.WhyOpen(step, command.OpenAssists)));
        step.AwaitCheck();
        return null;
    }

    public static Refusal? PassUp(CaseStep step, PassUp command, Actor actor)
    {
        if (Refuse.UnlessReason(command.Reason) is { } refusal)
        {
            return refusal;
        }

        step.Emit(new PassedUp(command.Reason!));
        step.StepUp(EscalationReason.PassedUp, command.Reason!);
        return null;
    }
}
