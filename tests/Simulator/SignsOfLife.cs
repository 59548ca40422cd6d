using Dispatch.Contracts;

namespace Dispatch.Simulator;

/// <summary>Patrols and consoles: two rounds a day in each grid, and a console that answers every few minutes while somebody sits there.</summary>
internal sealed class SignsOfLife(CityPlan plan, Dice dice)
{
    private static readonly TimeSpan Hour = TimeSpan.FromHours(1);

    /// <summary>The first sign of each grid worker and community.</summary>
    public IEnumerable<CityAct> First(DateTimeOffset start, Func<string> key)
    {
        foreach (var worker in plan.All(Role.GridWorker).Where(worker => worker.Area is { Kind: ScopeKind.Grid }))
        {
            yield return new WalkPatrol(start + dice.Minutes(1, 150), worker, key(), worker.Area!.Value.Id);
        }

        foreach (var desk in plan.All(Role.CommunityStaff).Where(desk => desk.Area is { Kind: ScopeKind.Community }))
        {
            yield return new ShowConsole(start + dice.Minutes(0, 8), desk, key(), desk.Area!.Value.Id);
        }
    }

    /// <summary>The next one of the same kind, while the person is at work.</summary>
    public CityAct After(CityAct act, DateTimeOffset now, string key)
    {
        // One console in fifty falls silent for longer than a pack usually allows; one round in ten is left out.
        var at = act is WalkPatrol
            ? now + dice.Minutes(180, dice.Chance(0.1) ? 900 : 330)
            : now + (dice.Chance(0.02) ? dice.Minutes(18, 40) : dice.Minutes(6, 11));
        for (var hours = 0; hours < 96 && !plan.IsOnDuty(act.By, at); hours++)
        {
            at += Hour / 4;
        }

        return act with { At = at, Key = key };
    }
}
