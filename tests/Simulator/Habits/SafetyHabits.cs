using Dispatch.Contracts;

namespace Dispatch.Simulator.Habits;

/// <summary>What those on site and at the board do so that nobody is lost: nearly every sign comes in time, and every alarm is answered.</summary>
internal static class SafetyHabits
{
    private const double Forgotten = 0.02;
    private const double PartnerSleeps = 0.1;

    /// <summary>What somebody's safety asks for next; null where it asks for nothing.</summary>
    public static CaseIntent? Next(CaseScene scene) => scene.View.Safety switch
    {
        { Alarm: { EndedAt: null, AcknowledgedBy: null } } => scene.Soon(scene.Someone(Role.Dispatcher), new AcknowledgeAlarm(), 0.1, 0.7),
        { Alarm.EndedAt: null } => scene.Soon(scene.Someone(Role.Dispatcher), new EndAlarm(AlarmOutcome.Safe), 2, 9),
        { PairAskedAt: not null, CheckInDue: { } due } => scene.Dice.Chance(PartnerSleeps)
            ? LookAfter(scene, due)
            : scene.Soon(scene.Person(scene.View.OfficerIds is [.., var last] ? last : null), new CheckIn(), 0.2, 1.5),
        { CheckInDue: { } due, CheckInMs: { } every } => Sign(scene, due, TimeSpan.FromMilliseconds(every)),
        _ => null,
    };

    /// <summary>In the last third of the time, or forgotten: then somebody looks when the pair is asked.</summary>
    private static CaseIntent Sign(CaseScene scene, DateTimeOffset due, TimeSpan every)
    {
        if (scene.Dice.Chance(Forgotten))
        {
            return LookAfter(scene, due);
        }

        var early = scene.Dice.Minutes(every.TotalMinutes / 20, every.TotalMinutes / 3);
        return new CaseIntent(Later(due - early, scene.Now), scene.Person(scene.View.OfficerIds is [var lead, ..] ? lead : null), new CheckIn());
    }

    private static CaseIntent LookAfter(CaseScene scene, DateTimeOffset due) => new(Later(due, scene.Now) + TimeSpan.FromSeconds(10));

    private static DateTimeOffset Later(DateTimeOffset one, DateTimeOffset other) => one > other ? one : other;
}
