using Dispatch.Contracts;
using Dispatch.Grains.Cases;
using Dispatch.Grains.Policies;

namespace Dispatch.Grains.Forecasts;

/// <summary>What becomes of a case that nobody touches: each deadline fires at its own instant, as the sweeper of an idle city fires it.</summary>
public static class LeftAlone
{
    /// <summary>A deadline is past strictly after its instant, and instants are whole milliseconds.</summary>
    private static readonly TimeSpan JustAfter = TimeSpan.FromMilliseconds(1);

    /// <summary>The firings in order, each on the case that the one before left. What was due before <paramref name="from"/> fires there.</summary>
    /// <param name="case">The case as it stands.</param>
    /// <param name="pack">The pack that it keeps.</param>
    /// <param name="from">The instant from which nobody acts; whole milliseconds.</param>
    /// <param name="until">The last instant at which anything may fire; whole milliseconds.</param>
    /// <param name="known">What the grain would gather for the case at an instant.</param>
    public static IEnumerable<Decision> Until(
        Case @case, PolicyPack pack, DateTimeOffset from, DateTimeOffset until, Func<Case, DateTimeOffset, Known> known)
    {
        var earliest = @case.LastEventAt > from ? @case.LastEventAt : from;
        while (NextDue(@case, pack) is { } due && due < until)
        {
            var now = due + JustAfter > earliest ? due + JustAfter : earliest;
            if (now > until)
            {
                yield break;
            }

            var fired = CaseFiring.Fire(@case, now, pack, known(@case, now));
            yield return fired;
            (@case, earliest) = (fired.Case, now);
        }
    }

    private static DateTimeOffset? NextDue(Case @case, PolicyPack pack)
    {
        DateTimeOffset? next = null;
        foreach (var clock in @case.Clocks)
        {
            if (clock.State == ClockState.Running && clock.NextMark(pack.Calendars[clock.Calendar]) is { DueAt: var due } && (next is null || due < next))
            {
                next = due;
            }
        }

        return next;
    }
}
