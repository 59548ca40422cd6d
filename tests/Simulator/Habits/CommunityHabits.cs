using Dispatch.Contracts;

namespace Dispatch.Simulator.Habits;

/// <summary>What a community does with a case.</summary>
internal static class CommunityHabits
{
    private const string Acknowledge = "acknowledge";

    /// <summary>Acknowledges, mostly in time; begins at once; or calls the street straight away.</summary>
    public static CaseIntent? Answer(CaseScene scene) => scene.Dice.Share() switch
    {
        < 0.18 when !scene.IsSupervised => null,
        < 0.28 => scene.InTime(scene.Community, new Whistle(scene.Dice.Pick(Phrases.Whistled)), Acknowledge, 45),
        < 0.45 => scene.InTime(scene.Community, new StartPreControl(), Acknowledge, 45),
        _ => scene.InTime(scene.Community, new Acknowledge(), Acknowledge, 45),
    };

    /// <summary>前置管控: stops the work, ends the matter, or whistles.</summary>
    public static CaseIntent? Work(CaseScene scene)
    {
        var clock = scene.View.Clocks.FirstOrDefault(running => running.State == ClockState.Running)?.Name ?? "pre-control";
        if (scene.Kind?.Milestones.FirstOrDefault(scene.IsAwaited) is { } milestone && scene.Dice.Chance(0.5))
        {
            return scene.InTime(scene.Community, new RecordMilestone(milestone), milestone, 120);
        }

        return scene.Dice.Share() switch
        {
            < 0.15 when !scene.IsSupervised => null,
            < 0.55 => scene.InTime(scene.Community, new Resolve(), clock, 150),
            _ => scene.InTime(scene.Community, new Whistle(scene.Dice.Pick(Phrases.Whistled)), clock, 150),
        };
    }

    /// <summary>Wakes up after the street was whistled: takes the case back or at least says that it has seen it.</summary>
    public static CaseIntent? WakeUp(CaseScene scene) => scene.Dice.Share() switch
    {
        < 0.06 => scene.Soon(scene.Community, new TakeBack(scene.Dice.Pick(Phrases.TakenBack)), 1, 6),
        < 0.22 when scene.Missed(Acknowledge) => scene.Soon(scene.Community, new Acknowledge(), 1, 8),
        _ => null,
    };
}
