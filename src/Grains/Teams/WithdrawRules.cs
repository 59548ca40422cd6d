using Dispatch.Contracts;

namespace Dispatch.Grains.Teams;

/// <summary>Taking back an override, a swap or a leave. What has been done of it stays as it was.</summary>
internal static class WithdrawRules
{
    public static RosterVerdict Withdraw(RosterStep step, WithdrawChange command)
    {
        var roster = step.Roster;
        if (roster.Overrides.FirstOrDefault(one => one.Id == command.Id && one.SwapId is null) is { } single)
        {
            return step.UnlessPlanner() is { } refusal ? refusal : WithoutOverrides(step, [single], roster);
        }

        if (roster.Swaps.FirstOrDefault(swap => swap.Id == command.Id) is { } swap)
        {
            return Swap(step, swap);
        }

        return roster.Leave.FirstOrDefault(leave => leave.Id == command.Id) is { } leave ? Leave(step, leave) : RosterStep.Unknown(command.Id);
    }

    /// <summary>Whoever asked takes back what nobody has answered; an agreed swap binds both, so the planner ends it.</summary>
    private static RosterVerdict Swap(RosterStep step, DutySwap swap)
    {
        var mine = swap.State != AskState.Agreed && swap.AskedBy == step.By.Id;
        if (!mine && step.UnlessPlanner() is { } refusal)
        {
            return refusal;
        }

        var without = step.Roster with { Swaps = [.. step.Roster.Swaps.Where(one => one != swap)] };
        return swap.State == AskState.Agreed
            ? WithoutOverrides(step, [.. step.Roster.Overrides.Where(one => one.SwapId == swap.Id)], without)
            : without;
    }

    private static RosterVerdict Leave(RosterStep step, DutyLeave leave)
    {
        if (leave.UserName != step.By.Id && step.UnlessPlanner() is { } refusal)
        {
            return refusal;
        }

        if (leave.State == AskState.Agreed && leave.To <= step.Now)
        {
            return RosterStep.InThePast();
        }

        var begun = leave.State == AskState.Agreed && leave.From < step.Now;
        var without = step.Roster with
        {
            Leave = [.. step.Roster.Leave.Where(one => one != leave || begun).Select(one => one == leave ? leave with { To = step.Now } : one)],
        };
        return step.IfDoubled(without, [leave.UserName], new DutySpan(step.Now, leave.To > step.Now ? leave.To : step.Now)) is { } doubled ? doubled : without;
    }

    private static RosterVerdict WithoutOverrides(RosterStep step, List<DutyOverride> ended, Roster roster)
    {
        if (ended.TrueForAll(one => one.To <= step.Now))
        {
            return RosterStep.InThePast();
        }

        var changed = roster with
        {
            Overrides =
            [
                .. roster.Overrides.Where(one => !ended.Contains(one) || one.From < step.Now)
                    .Select(one => ended.Contains(one) && one.To > step.Now ? one with { To = step.Now } : one),
            ],
        };
        var names = ended.SelectMany(one => (string?[])[one.UserName, one.Replaces]).OfType<string>();
        return step.IfDoubled(changed, names, new DutySpan(step.Now, ended.Max(one => one.To))) is { } doubled ? doubled : changed;
    }
}
