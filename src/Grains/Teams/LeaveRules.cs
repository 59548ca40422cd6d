using Dispatch.Contracts;
using Dispatch.Grains.Cases;

namespace Dispatch.Grains.Teams;

/// <summary>Leave: asked for by the person, granted by whoever changes the roster. It needs no cover; the gap that it leaves is shown.</summary>
internal static class LeaveRules
{
    private const int LongestDays = 366;

    public static RosterVerdict Ask(RosterStep step, AskLeave command)
    {
        var name = command.UserName ?? step.By.Id;
        var span = new DutySpan(command.From ?? step.Now, command.To);
        var refusal = (name == step.By.Id ? step.UnlessMember() : step.UnlessPlanner())
            ?? step.UnlessKnown([name])
            ?? step.UnlessAhead(span, LongestDays)
            ?? step.IfOnLeave(name, span)
            ?? (step.Roster.Leave.Count >= Roster.MostAsked ? RosterStep.Full(Roster.MostAsked) : null);
        if (refusal is not null)
        {
            return refusal;
        }

        var id = step.Naming([name]).NextId('l', out var numbered);
        var granted = step.IsPlanner;
        return numbered with
        {
            Leave =
            [
                .. numbered.Leave,
                new DutyLeave
                {
                    Id = id, UserName = name, From = span.From, To = span.To,
                    State = granted ? AskState.Agreed : AskState.Asked, DecidedBy = granted ? step.By.Id : null,
                },
            ],
        };
    }

    public static RosterVerdict Decide(RosterStep step, DecideLeave command)
    {
        if (step.UnlessPlanner() is { } refusal)
        {
            return refusal;
        }

        if (step.Roster.Leave.FirstOrDefault(one => one.Id == command.Id) is not { } leave)
        {
            return RosterStep.Unknown(command.Id);
        }

        if (leave.State != AskState.Asked)
        {
            return Refuse.With(RefusalCode.AnsweredAlready, "This leave was decided already; withdraw it, or ask for another.");
        }

        if (leave.To <= step.Now)
        {
            return RosterStep.InThePast();
        }

        // Granted late, it holds from now on: whoever was on duty until now was.
        var decided = leave with
        {
            State = command.Granted ? AskState.Agreed : AskState.Declined,
            DecidedBy = step.By.Id,
            From = command.Granted && leave.From < step.Now ? step.Now : leave.From,
        };
        return step.Roster with { Leave = [.. step.Roster.Leave.Select(one => one == leave ? decided : one)] };
    }
}
