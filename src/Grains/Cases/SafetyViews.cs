using Dispatch.Contracts;
using Dispatch.Grains.Policies;

namespace Dispatch.Grains.Cases;

/// <summary>What is shown of those who are on site.</summary>
internal static class SafetyViews
{
    /// <summary>Their signs and the latest alarm; null where none is waited for and none was raised.</summary>
    public static SafetyView? Of(Case @case, PolicyPack pack)
    {
        var clock = @case.FindClock(SideClocks.CheckIn) is { State: ClockState.Running } running ? running : null;
        return clock is null && @case is { Signs: null, Alarm: null } ? null : new SafetyView
        {
            CheckInDue = clock?.DueAt(pack.Calendars[clock.Calendar]),
            CheckInMs = clock?.TotalMs(pack.Calendars[clock.Calendar]),
            HeardAt = @case.Signs?.HeardAt,
            PairAskedAt = @case.Signs?.PairAskedAt,
            Alarm = @case.Alarm is { } alarm ? Of(alarm) : null,
        };
    }

    private static AlarmView Of(Alarm alarm) => new()
    {
        By = alarm.By,
        At = alarm.At,
        Rung = alarm.Rung,
        Where = alarm.Where,
        What = alarm.What,
        AcknowledgedBy = alarm.AcknowledgedBy,
        AcknowledgedAt = alarm.AcknowledgedAt,
        Said = alarm.Said,
        EndedAt = alarm.EndedAt,
        Outcome = alarm.Outcome,
    };
}
