using Dispatch.Contracts;

namespace Dispatch.Simulator.Habits;

/// <summary>
/// What the people around a case do next: a pure function of a seed, the case as it stands and the time. Most act within their
/// limits, some late, some never; some cases nobody touches until a supervisor asks.
/// </summary>
public static class CaseHabits
{
    private const double Neglected = 0.14;
    private const double Remarked = 0.04;

    /// <summary>The next step; null when the case is over.</summary>
    /// <param name="seed">The case's own.</param>
    /// <param name="view">The case.</param>
    /// <param name="plan">Who is there.</param>
    /// <param name="now">City time.</param>
    public static CaseIntent? Next(ulong seed, CaseView view, CityPlan plan, DateTimeOffset now)
    {
        if (!view.Status.IsOpen())
        {
            return null;
        }

        var scene = new CaseScene(seed, view, plan, now);
        var wait = Wait(seed, view, now);
        if (IsNeglected(seed, view))
        {
            return wait;
        }

        var wish = scene.Dice.Chance(Remarked) ? Remark(scene) : Wish(scene);
        var next = wish is not null && wish.At < wait.At ? wish : wait;
        return SafetyHabits.Next(scene) is { } safety && (safety.At < next.At || view.Safety?.Alarm is { EndedAt: null }) ? safety : next;
    }

    /// <summary>Nobody does anything: when to look again, shortly after the next clock runs out.</summary>
    public static CaseIntent Wait(ulong seed, CaseView view, DateTimeOffset now)
    {
        var dice = new Dice(Dice.Mix(seed, (ulong)now.ToUnixTimeMilliseconds()));
        var due = view.Clocks.Where(clock => clock is { State: ClockState.Running, DueAt: not null }).Min(clock => clock.DueAt);
        return new CaseIntent(due is { } soonest && soonest > now ? soonest + dice.Minutes(1, 3) : now + dice.Minutes(due is null ? 60 : 2, due is null ? 180 : 5));
    }

    /// <summary>Up to the street's door nobody cares for such a case, until supervision does.</summary>
    private static bool IsNeglected(ulong seed, CaseView view) =>
        view.Level != CaseLevel.Supervision && view.Status <= CaseStatus.AwaitingDispatch && new Dice(seed).Chance(Neglected);

    private static CaseIntent? Wish(CaseScene scene) => scene.View.Status switch
    {
        CaseStatus.AwaitingVerification => GridHabits.Verify(scene),
        CaseStatus.AtGrid => GridHabits.Work(scene),
        CaseStatus.AwaitingCommunity => CommunityHabits.Answer(scene),
        CaseStatus.PreControl => CommunityHabits.Work(scene),
        CaseStatus.AwaitingDispatch => StreetHabits.Send(scene),
        CaseStatus.Offered => StreetHabits.Answer(scene),
        CaseStatus.EnRoute => StreetHabits.Travel(scene),
        CaseStatus.OnSite => StreetHabits.Work(scene),
        CaseStatus.AwaitingCheck => CheckHabits.Check(scene),
        _ => null,
    };

    private static CaseIntent? Remark(CaseScene scene) =>
        scene.Soon(scene.Someone(Role.Dispatcher), new Comment(scene.Dice.Pick(Phrases.Remarks)), 2, 15);
}
