using Dispatch.Contracts;
using Dispatch.Grains.Cases;

namespace Dispatch.Grains.Teams;

/// <summary>Putting somebody on duty beside what is planned.</summary>
internal static class OverrideRules
{
    private const int LongestDays = 31;

    public static RosterVerdict Override(RosterStep step, OverrideDuty command)
    {
        var span = new DutySpan(command.From ?? step.Now, command.To);
        var names = command.Replaces is { } replaced ? [command.UserName, replaced] : (string[])[command.UserName];
        var refusal = step.UnlessPlanner()
            ?? step.UnlessAhead(span, LongestDays)
            ?? (command.Line is < 1 or > 2 ? RosterStep.Invalid("The line is 1 or 2.") : null)
            ?? (command.Replaces == command.UserName ? RosterStep.Invalid("Nobody stands in for themself; name another.") : null)
            ?? step.UnlessKnown(names)
            ?? step.IfOnLeave(command.UserName, span)
            ?? UnlessReplaceable(step, command.Replaces, span)
            ?? (step.Roster.Overrides.Count >= Roster.MostOverrides ? RosterStep.Full(Roster.MostOverrides) : null);
        if (refusal is not null)
        {
            return refusal;
        }

        var id = step.Naming(names).NextId('o', out var changed);
        changed = changed with
        {
            Overrides =
            [
                .. changed.Overrides,
                new DutyOverride
                {
                    Id = id, UserName = command.UserName, Replaces = command.Replaces, Line = command.Line, From = span.From, To = span.To, By = step.By.Id,
                },
            ],
        };
        return step.IfDoubled(changed, [command.UserName], span) is { } doubled ? doubled : changed;
    }

    private static Refusal? UnlessReplaceable(RosterStep step, string? replaced, DutySpan span) =>
        replaced is null || step.Plan(step.Roster).HasDuty(replaced, span)
            ? null
            : Refuse.With(RefusalCode.NotOnDuty, $"{replaced} has no duty then; name whoever has one, or nobody.");
}
