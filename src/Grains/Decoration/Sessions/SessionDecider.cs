using Dispatch.Contracts;
using Dispatch.Contracts.Decoration;
using Dispatch.Grains.Cases;
using Dispatch.Grains.Policies;
using Dispatch.Grains.Routing;
using Step = Dispatch.Grains.Decoration.Dossiers.DossierStep<Dispatch.Grains.Decoration.Sessions.TeachingSession>;

namespace Dispatch.Grains.Decoration.Sessions;

/// <summary>What stands around a command on a session.</summary>
/// <param name="Territory">The ground.</param>
/// <param name="Pack">The pack in force.</param>
/// <param name="Estate">Plans and watch points of its estate; null where the command needs none, or nobody wrote any.</param>
public sealed record SessionSurroundings(Territory Territory, PolicyPack Pack, EstateView? Estate);

/// <summary>
/// A session from the first order or question (<see cref="SessionAgenda"/>) over the day on which it is held to its published answers
/// (<see cref="SessionAnswers"/>), and a briefing to its signature. Pure. Clocks run until it is held, and from then until its answers
/// are published and its list is signed; nothing ends by itself.
/// </summary>
public static class SessionDecider
{
    private const int MostOfGroup = 10_000;
    private const int MostListed = 200;
    private const int LongestAhead = 366;
    private const int LongestBack = 31;

    /// <summary>Decides a command.</summary>
    /// <param name="session">As it stands.</param>
    /// <param name="id">Its id.</param>
    /// <param name="act">The command.</param>
    /// <param name="now">The instant of the decision.</param>
    /// <param name="around">What stands around it.</param>
    public static Verdict Decide(TeachingSession session, string id, DossierAct act, DateTimeOffset now, SessionSurroundings around)
    {
        if (around.Pack is not { Decoration: { } rules, Teaching: { } menu })
        {
            return Refusing.With(RefusalCode.TeachingNotOffered, "The policy pack has no menu of topics; it needs the blocks \"decoration\" and \"teaching\".");
        }

        var step = new Step(session, now, act.By.Id, around.Pack, act.Command.OccurredAt);
        if (act.Command is OrderTopics order)
        {
            return SessionAgenda.Order(step, id, order, act.By, around.Territory, rules, menu);
        }

        if (act.Command is AskQuestion ask)
        {
            return SessionAgenda.Ask(step, id, ask, act.By, around.Territory, rules);
        }

        if (session.Opened is not { } opened)
        {
            return Refusing.With(RefusalCode.Unknown, "There is no such session.");
        }

        var command = act.Command.GetType();
        if (SessionRoles.Refuses(act.By, command, opened.GridId, around.Territory) is { } refusal)
        {
            return new Refused(refusal);
        }

        if (!SessionRoles.Fits(session, command))
        {
            return Refusing.With(RefusalCode.StatusNotAllowed, Untimely(session.State()));
        }

        return act.Command switch
        {
            PlanSession plan => Plan(step, plan),
            HoldSession hold => Hold(step, hold, rules, around.Estate),
            AnswerQuestion answer => SessionAnswers.Answer(step, answer, around.Estate),
            SetQuestionAside aside => SessionAnswers.SetAside(step, aside),
            PublishAnswers => SessionAnswers.Publish(step),
            SignSpotList => Sign(step),
            CallOffSession end => CallOff(step, end),
            _ => throw new InvalidOperationException($"A session has no command {command.Name}."),
        };
    }

    private static Verdict Plan(Step step, PlanSession plan)
    {
        var refusal = Refusing.UnlessSaid(plan.Place, Refuse.MaxLine, "place")
            ?? (plan.At >= step.Now.AddDays(-LongestBack) && plan.At <= step.Now.AddDays(LongestAhead)
                ? null
                : Refuse.With(RefusalCode.InvalidValue, "A session is held within a year, or was held within the last month."));
        if (refusal is not null)
        {
            return new Refused(refusal);
        }

        step.Record(new SessionPlanned(plan.Place, plan.At));
        return step.Done();
    }

    private static Verdict Hold(Step step, HoldSession hold, DecorationRules rules, EstateView? estate)
    {
        var groups = hold.Attendance;
        if (groups.Count == 0 || groups.Select(one => one.Group).Distinct().Count() < groups.Count
            || groups.Any(one => one.Count is < 0 or > MostOfGroup) || groups.Sum(one => one.Count) == 0)
        {
            return Refusing.With(RefusalCode.InvalidValue, $"Say how many came of each group, each once, 0 to {MostOfGroup}; somebody came.");
        }

        step.Answer(DecorationClocks.SessionHeld);
        step.Record(new SessionHeld([.. groups], step.Dossier.Opened!.Audience == TeachingAudience.Managers ? Listed(estate) : null));
        if (step.Dossier.NeedsAnswers())
        {
            step.Start(DecorationClocks.SessionAnswers, rules.Clocks[DecorationClocks.SessionAnswers]);
        }

        if (step.Dossier.NeedsSignature())
        {
            step.Start(DecorationClocks.SessionSignature, rules.Clocks[DecorationClocks.SessionSignature]);
        }

        return step.Done();
    }

    /// <summary>The list as it stands now: what is signed must not change when the estate does.</summary>
    private static SpotList Listed(EstateView? estate) => new(
        [.. (estate?.Plans ?? []).SelectMany(plan => plan.Spots.Select(spot => new ListedSpot(plan.Id, plan.Name, spot))).Take(MostListed)],
        [.. (estate?.Watch ?? []).Take(MostListed)]);

    private static Dossiers.DossierDecision Sign(Step step)
    {
        step.Answer(DecorationClocks.SessionSignature);
        step.Record(new SpotListSigned());
        return step.Done();
    }

    private static Verdict CallOff(Step step, CallOffSession end)
    {
        if (Refuse.UnlessReason(end.Reason) is { } refusal)
        {
            return new Refused(refusal);
        }

        step.Record(new SessionCalledOff(end.Reason));
        step.CancelAll();
        return step.Done();
    }

    private static string Untimely(TeachingState state) => state switch
    {
        TeachingState.Collecting => "The session has to be held first, and have what the command is about.",
        TeachingState.Held => "The session was held; its answers are to be published, or its list to be signed.",
        TeachingState.CalledOff => "The session was called off; order another.",
        _ => "The session is over; order another.",
    };
}
