using Dispatch.Contracts;
using Dispatch.Grains.Cases;

namespace Dispatch.Grains.Teams;

/// <summary>Planning duties that come back, ending them, and what people can do.</summary>
internal static class PlanRules
{
    private const int MostCrews = 31;
    private const int MostInCrew = 60;
    private const int LongestTurn = 366;
    private const int LastMinute = 1_439;

    public static RosterVerdict Plan(RosterStep step, PlanDuty command)
    {
        var names = RosterDecider.Names(step.Roster, new RosterChange(command, step.By, step.Now)).ToList();
        if ((step.UnlessPlanner() ?? Malformed(command.Duty) ?? step.UnlessKnown(names) ?? UnlessAhead(step, command.Duty)) is { } refusal)
        {
            return refusal;
        }

        if (step.Roster.Planned.Count >= Roster.MostPlanned)
        {
            return RosterStep.Full(Roster.MostPlanned);
        }

        var id = step.Naming(names).NextId('d', out var changed);
        changed = changed with { Planned = [.. changed.Planned, command.Duty with { Id = id }] };
        var ahead = new DutySpan(step.Now, step.Calendar.At(command.Duty.First, 0) + RosterStep.Furthest);
        return step.IfDoubled(changed, names, ahead) is { } doubled ? doubled : changed;
    }

    public static RosterVerdict End(RosterStep step, EndDuty command)
    {
        if (step.UnlessPlanner() is { } refusal)
        {
            return refusal;
        }

        if (step.Roster.Planned.FirstOrDefault(duty => duty.Id == command.Id) is not { } duty)
        {
            return RosterStep.Unknown(command.Id);
        }

        if (command.Last < step.Calendar.DayOf(step.Now))
        {
            return Refuse.With(RefusalCode.InThePast, "What was is not changed; let it end today or later.");
        }

        if (command.Last > duty.Last)
        {
            return RosterStep.Invalid("It ends earlier already; plan another duty for the days after.");
        }

        return step.Roster with
        {
            Planned = command.Last < duty.First
                ? [.. step.Roster.Planned.Where(one => one != duty)]
                : [.. step.Roster.Planned.Select(one => one == duty ? duty with { Last = command.Last } : one)],
        };
    }

    public static RosterVerdict Skills(RosterStep step, SetSkills command)
    {
        if ((step.UnlessPlanner() ?? step.UnlessKnown([command.UserName]) ?? Refuse.UnlessIds(command.Skills, "skills")) is { } refusal)
        {
            return refusal;
        }

        var named = step.Naming([command.UserName]);
        var members = new Dictionary<string, RosterMember>(named.Members, StringComparer.Ordinal);
        members[command.UserName] = members[command.UserName] with { Skills = [.. command.Skills.Distinct(StringComparer.Ordinal)] };
        return named with { Members = members };
    }

    /// <summary>What is wrong with a planned duty whoever plans it.</summary>
    public static Refusal? Malformed(PlannedDuty duty)
    {
        var crews = duty.Crews;
        return string.IsNullOrWhiteSpace(duty.Name) ? RosterStep.Invalid("Name the duty, 1 to 80 characters.")
            : Refuse.UnlessText(duty.Name, Text.MaxLength, "name") is { } text ? text
            : crews.Count is 0 or > MostCrews || crews.Any(crew => crew.Count is 0 or > MostInCrew)
                ? RosterStep.Invalid($"Name 1 to {MostCrews} crews of 1 to {MostInCrew} people.")
            : crews.Any(crew => crew.Distinct(StringComparer.Ordinal).Count() < crew.Count) ? RosterStep.Invalid("Name nobody twice in one crew.")
            : duty.Line is < 1 or > 2 ? RosterStep.Invalid("The line is 1 or 2.")
            : duty.FromMinute is < 0 or > LastMinute || duty.ToMinute is < 0 or > LastMinute
                ? RosterStep.Invalid($"Hours are minutes after midnight, 0 to {LastMinute}.")
            : duty.TurnDays is < 1 or > LongestTurn ? RosterStep.Invalid($"A turn takes 1 to {LongestTurn} days.")
            : duty.Least < 1 || duty.Least > crews.Min(crew => crew.Count) ? RosterStep.Invalid("Promise at least one person, and no more than the smallest crew has.")
            : duty.Last < duty.First ? RosterStep.Invalid("Let the last day lie on or after the first.")
            : null;
    }

    private static Refusal? UnlessAhead(RosterStep step, PlannedDuty duty)
    {
        var today = step.Calendar.DayOf(step.Now);
        return duty.First < today || (step.Calendar.HoursOn(duty, today) is { } hours && hours.From < step.Now)
                ? Refuse.With(RefusalCode.InThePast, "What was is not changed; let it begin tomorrow, or later today.")
            : duty.First.DayNumber - today.DayNumber > RosterStep.Furthest.Days ? RosterStep.Invalid("Let it begin within a year from now.")
            : null;
    }
}
