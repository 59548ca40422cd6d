using Dispatch.Contracts;
using Dispatch.Grains.Cases;
using Dispatch.Grains.Clocks;

namespace Dispatch.Grains.Forecasts;

/// <summary>A deadline that was missed, and where the case stood before and after.</summary>
/// <param name="Missed">The miss.</param>
/// <param name="Before">The case when it was missed.</param>
/// <param name="LevelAfter">The level at which the case stands by it.</param>
public readonly record struct Breach(DeadlineMissed Missed, Case Before, CaseLevel LevelAfter);

/// <summary>The misses among decisions. The end of a suspension and the next reminder are no promises, so they are none, as in the figures.</summary>
public static class Breaches
{
    /// <summary>The misses of one decision, in order.</summary>
    /// <param name="before">The case before it; null when the decision opened it.</param>
    /// <param name="decision">What was decided.</param>
    public static IEnumerable<Breach> Of(Case? before, Decision decision)
    {
        var (events, missing) = (decision.Events, 0);
        foreach (var happened in events)
        {
            missing += Promised(happened) is null ? 0 : 1;
        }

        if (missing == 0)
        {
            yield break;
        }

        // Of several misses in one decision each finds the case as the one before it left it.
        (DeadlineMissed Missed, Case Before)? last = null;
        var @case = before;
        foreach (var happened in events)
        {
            if (Promised(happened) is { } missed && @case is not null)
            {
                if (last is { } earlier)
                {
                    yield return new Breach(earlier.Missed, earlier.Before, @case.Level);
                }

                last = (missed, @case);
                if (--missing == 0)
                {
                    break;
                }
            }

            @case = @case is null ? Case.Open(happened) : @case.Apply(happened);
        }

        if (last is { } final)
        {
            yield return new Breach(final.Missed, final.Before, decision.Case.Level);
        }
    }

    private static DeadlineMissed? Promised(Happened happened) =>
        happened.Event is DeadlineMissed { Mark: SlaClock.Expiry } missed && SideClocks.IsPromise(missed.Clock) ? missed : null;
}
