using Dispatch.Contracts;
using Dispatch.Grains.Cases.Commands;

namespace Dispatch.Grains.Cases;

/// <summary>
/// What happens when nobody gives a sign from a site, or answers an alarm. The first missed sign asks the pair, the second raises an
/// alarm by itself; an alarm climbs until somebody answers or nobody is above. The case itself stays where it is.
/// </summary>
internal static class SafetyFiring
{
    public static void Expire(CaseStep step, string clock)
    {
        if (clock == SideClocks.CheckIn)
        {
            MissSign(step);
        }
        else
        {
            Climb(step);
        }
    }

    private static void MissSign(CaseStep step)
    {
        var officers = step.Case.OfficerIds;
        if (step.Case.Signs?.PairAskedAt is null && officers.Length > 1)
        {
            step.Record(new CheckInMissed(officers));
            step.Restart(SideClocks.CheckIn);
            return;
        }

        step.Stop(SideClocks.CheckIn, ClockState.Missed);
        step.Record(new CheckInMissed([]));
        if (step.Case.OpenAlarm is null)
        {
            step.Record(new CaptainAlarmed(SideClocks.CheckIn));
            SafetyCommands.Raise(step, new AlarmRaised(OfficerId: null));
        }
    }

    private static void Climb(CaseStep step)
    {
        if (step.Case.OpenAlarm is { Rung: < AlarmRung.Supervisor } alarm)
        {
            step.Record(new AlarmUnanswered(alarm.Rung + 1));
            step.Restart(SideClocks.Alarm);
        }
        else
        {
            // Nobody is above: it stays first on every board until somebody answers, and needs no more records of that.
            step.Stop(SideClocks.Alarm, ClockState.Missed);
        }
    }
}
