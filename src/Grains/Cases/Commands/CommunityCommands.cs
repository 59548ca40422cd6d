using Dispatch.Contracts;
using Dispatch.Grains.Policies;

namespace Dispatch.Grains.Cases.Commands;

/// <summary>What a community does: acknowledge, control in advance, whistle, take back.</summary>
internal static class CommunityCommands
{
    public static Refusal? Acknowledge(CaseStep step, Acknowledge command, Actor actor)
    {
        if (IsLate(step))
        {
            step.Record(new Acknowledged(Late: true));
            StopLate(step);
            return null;
        }

        step.Emit(new Acknowledged(Late: false));
        step.Enter(CaseStatus.PreControl);
        return null;
    }

    public static Refusal? StartPreControl(CaseStep step, StartPreControl command, Actor actor)
    {
        if (IsLate(step))
        {
            step.Record(new PreControlStarted(Late: true));
            StopLate(step);
            return null;
        }

        if (step.Case.Status == CaseStatus.AwaitingCommunity)
        {
            Acknowledge(step, new Acknowledge(), actor);
        }

        step.Emit(new PreControlStarted(Late: false));
        return null;
    }

    public static Refusal? Whistle(CaseStep step, Whistle command, Actor actor)
    {
        if (Refuse.UnlessReason(command.Reason) is { } refusal)
        {
            return refusal;
        }

        step.Emit(new Whistled(command.Reason!, Automatic: false, command.Ground));
        step.StepUp(EscalationReason.Whistled, command.Reason!);
        return null;
    }

    public static Refusal? TakeBack(CaseStep step, TakeBack command, Actor actor)
    {
        if (Refuse.UnlessReason(command.Reason) is { } refusal)
        {
            return refusal;
        }

        step.Emit(new TakenBack(command.Reason!));
        step.Stop(ClockNames.Assign, ClockState.Cancelled);
        step.EndSupervision();
        step.Enter(CaseStatus.PreControl);
        return null;
    }

    // The clock runs here only where it was taken for missed and was not.
    private static void StopLate(CaseStep step) => step.Stop(
        ClockNames.Acknowledge, step.Case.FindClock(ClockNames.Acknowledge) is { State: ClockState.Running } ? ClockState.Met : ClockState.Missed);

    // The street was whistled: what the community does now is recorded and moves nothing.
    private static bool IsLate(CaseStep step) => step.Case.StatusLevel == CaseLevel.Street;
}
