using Dispatch.Contracts;
using Dispatch.Grains.Cases.Commands;
using Dispatch.Grains.Clocks;
using Dispatch.Grains.Policies;

namespace Dispatch.Grains.Cases;

/// <summary>
/// What happens when a clock beside the case's course runs out. A department that has not reported in climbs the ladder of the pack;
/// one that has not answered is told of; a missed instruction stands in the record, and the case is overdue until it is answered;
/// of a reply that another system waits for the supervisor is told, or takes the case, as the pack says.
/// </summary>
internal static class AssistFiring
{
    public static void Expire(CaseStep step, DeadlineMissed missed)
    {
        var clock = missed.Clock;
        if (clock == SideClocks.ExternalReply)
        {
            ExternalCommands.Overdue(step);
        }
        else if (SideClocks.ReportInOf(clock) is { } absent)
        {
            Climb(step, missed, step.Case.FindAssist(absent));
        }
        else if (SideClocks.AnswerOf(clock) is { } silent && step.Case.FindAssist(silent) is { } assist)
        {
            step.Record(new DepartmentOverdue(silent, clock, assist.Misses, Raised: false));
        }
    }

    private static void Climb(CaseStep step, DeadlineMissed missed, Assist? assist)
    {
        if (assist is null || !step.Pack.Callable.TryGetValue(assist.Department, out var rule) || assist.Misses > rule.Ladder.Length)
        {
            return;
        }

        var (clock, raised) = (missed.Clock, false);
        if (rule.Ladder[assist.Misses - 1] == AssistRung.Supervise)
        {
            Cards.Issue(step, CardColour.Yellow, Scope.Department(assist.Department), missed);
            var before = step.Case.Supervised;
            step.EnterSupervision(EscalationReason.Expired, clock);
            raised = !before && step.Case.Supervised;
        }

        step.Record(new DepartmentOverdue(assist.Department, clock, assist.Misses, raised));
        step.Restart(clock);
    }
}
