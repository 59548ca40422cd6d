using System.Collections.Immutable;
using Dispatch.Contracts;
using Dispatch.Grains.Policies;
using Dispatch.Grains.Teams.Assignment;

namespace Dispatch.Grains.Cases;

/// <summary>
/// How a case is offered by itself, where the pack says so. A round asks as many of the best as a visit needs; whoever declines or goes
/// is replaced at once by the next best, who gets the whole time to answer; a round in which nobody answers in time is followed by the
/// next. An officer is asked once since the street was called. When the rounds or the officers are used up, the captain is told.
/// </summary>
internal static class AutomaticOffers
{
    private const int MostLeftOut = 20;

    /// <summary>Whether this decision may ask by itself: the pack wants it, the ranking is known, and an offer would have a clock.</summary>
    public static bool Are(CaseStep step) =>
        step.Pack.Offers is { Automatic: true } && step.Known.Ranked is not null && step.Rules.Find(ClockNames.Accept) is not null;

    /// <summary>The case has come to await dispatch: the best are asked, or the captain is told why nobody is.</summary>
    public static void Begin(CaseStep step)
    {
        if (Are(step) && Ask(step) is { } cause)
        {
            TellCaptain(step, cause, ClockNames.Assign);
        }
    }

    /// <summary>
    /// A mark of a clock has passed. While the case still awaits dispatch somebody may have come on duty; while it is offered somebody
    /// who was asked may have gone. Under supervision the decision is a person's.
    /// </summary>
    public static void LookAgain(CaseStep step, string clock)
    {
        if (!Are(step))
        {
            return;
        }

        if (clock == ClockNames.Assign && step.Case is { Status: CaseStatus.AwaitingDispatch, Supervised: false })
        {
            Ask(step);
        }
        else if (clock == ClockNames.Accept && step.Case.Status == CaseStatus.Offered)
        {
            PassOverGone(step);
            Commands.StreetCommands.UnlessAsked(step, OfferWithdrawn.Gone);
        }
    }

    /// <summary>Those who were asked and went off duty or out of reach are passed over, and the next best asked in their place.</summary>
    /// <param name="step">The decision.</param>
    /// <param name="acceptedBy">Who has just said yes and so is there; those asked now are their company and get no time to answer.</param>
    public static void PassOverGone(CaseStep step, string? acceptedBy = null)
    {
        if (!Are(step))
        {
            return;
        }

        var gone = step.Known.Ranked!.Value.LeftOut
            .Where(one => one.Why is LeftOutReasons.OffDuty or LeftOutReasons.OutOfReach && one.UserName != acceptedBy && step.Case.OfficerIds.Contains(one.UserName))
            .ToList();
        foreach (var one in gone)
        {
            step.Emit(new OfferPassedOver(one.UserName, one.Why));
        }

        FillUp(step, [.. gone.Select(one => one.UserName)], anew: acceptedBy is null);
    }

    /// <summary>Asks the next best while fewer are asked than a visit needs; with nobody left the captain is told, so that somebody is added by hand.</summary>
    /// <param name="step">The decision.</param>
    /// <param name="left">Who is not asked any more.</param>
    /// <param name="anew">Whether the time to answer begins anew.</param>
    public static void FillUp(CaseStep step, IReadOnlyList<string> left, bool anew = true)
    {
        if (left.Count == 0 || !Are(step))
        {
            return;
        }

        var lacking = Math.Min(left.Count, Least(step) - step.Case.OfficerIds.Length);
        var next = NotAsked(step).Take(Math.Max(0, lacking)).ToList();
        for (var i = 0; i < next.Count; i++)
        {
            step.Emit(new OfferPassedOn(next[i].UserName, left[i], step.Case.Offers?.Round ?? 0, [.. next[i].Reasons]));
        }

        if (anew && next.Count > 0)
        {
            step.Restart(ClockNames.Accept);
        }

        if (next.Count < lacking && !step.Case.OfficerIds.IsEmpty)
        {
            TellCaptain(step, "candidates", ClockNames.Accept);
        }
    }

    /// <summary>Begins the next round; otherwise why there is none.</summary>
    private static string? Ask(CaseStep step)
    {
        var round = (step.Case.Offers?.Round ?? 0) + 1;
        if (round > step.Pack.Offers!.Rounds)
        {
            return "rounds";
        }

        var best = NotAsked(step).Take(Least(step)).ToImmutableArray();
        if (best.Length < Least(step))
        {
            return "candidates";
        }

        step.Emit(new Assigned([.. best.Select(one => one.UserName)]) { Automatic = true, Round = round, Ranking = best });
        step.Enter(CaseStatus.Offered);
        return null;
    }

    private static void TellCaptain(CaseStep step, string cause, string clock)
    {
        step.Record(new OffersEnded(step.Case.Offers?.Round ?? 0, cause, [.. step.Known.Ranked!.Value.LeftOut.Take(MostLeftOut)]));
        step.Record(new CaptainAlarmed(clock));
    }

    private static int Least(CaseStep step) => step.Pack.Types[step.Case.Type].MinOfficers;

    private static IEnumerable<RankedOfficer> NotAsked(CaseStep step)
    {
        var asked = (step.Case.Offers?.Asked ?? []).Select(one => one.UserName).ToHashSet(StringComparer.Ordinal);
        return step.Known.Ranked!.Value.Best.Where(one => !asked.Contains(one.UserName));
    }
}
