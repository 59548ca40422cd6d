using Dispatch.Contracts;
using Dispatch.Contracts.Decoration;
using Dispatch.Grains.Cases;
using Dispatch.Grains.Decoration.Dossiers;
using Dispatch.Grains.Duties;
using Dispatch.Grains.Policies;
using Dispatch.Grains.Routing;

namespace Dispatch.Grains.Decoration.Mediations;

/// <summary>
/// A mediation from its opening over its sessions to the call that asks whether the agreement is kept. Pure. A late session or call
/// shows at its community, and nothing ends by itself.
/// </summary>
public static class MediationDecider
{
    private const int LeastParties = 2;
    private const int MostParties = 10;
    private const int MostSessions = 50;
    private const int LongestParty = 60;

    private static readonly Role[] Mediators = [Role.CommunityStaff, Role.Captain, Role.Dispatcher];

    /// <summary>Whether an actor's role mediates at all; where, their area says.</summary>
    public static bool MayOpen(Actor by) => by.Role == Role.System || Mediators.Contains(by.Role);

    /// <summary>The commands that an actor may give on a mediation as it stands, as they are written in addresses.</summary>
    public static IReadOnlyList<string> May(Mediation mediation, Actor by, Territory territory) =>
        mediation.Opened is not { } opened || UnlessMediator(by, opened.CommunityId, territory) is not null ? []
        : mediation.State switch
        {
            MediationState.Open => ["give-up", "hold"],
            MediationState.Agreed => ["follow-up", "give-up"],
            _ => [],
        };

    /// <summary>Decides a command.</summary>
    /// <param name="mediation">As it stands.</param>
    /// <param name="id">Its id.</param>
    /// <param name="act">The command.</param>
    /// <param name="now">The instant of the decision.</param>
    /// <param name="pack">The pack in force.</param>
    /// <param name="territory">The ground.</param>
    public static Verdict Decide(Mediation mediation, string id, DossierAct act, DateTimeOffset now, PolicyPack pack, Territory territory)
    {
        if (pack.Decoration is not { } rules)
        {
            return Refusing.NotOffered;
        }

        if (act.Command is OpenMediation open)
        {
            return Open(mediation, id, open, new DossierStep<Mediation>(mediation, now, act.By.Id, pack), act.By, rules, territory);
        }

        if (mediation.Opened is not { } opened)
        {
            return Refusing.With(RefusalCode.Unknown, "There is no such mediation.");
        }

        if (UnlessMediator(act.By, opened.CommunityId, territory) is { } refusal)
        {
            return new Refused(refusal);
        }

        var step = new DossierStep<Mediation>(mediation, now, act.By.Id, pack, act.Command.OccurredAt);
        return act.Command switch
        {
            HoldMediation hold => Hold(step, hold, rules),
            FollowUpMediation call => FollowUp(step, call, rules),
            GiveUpMediation ending => GiveUp(step, ending),
            _ => throw new InvalidOperationException($"A mediation has no command {act.Command.GetType().Name}."),
        };
    }

    private static Verdict Open(
        Mediation mediation, string id, OpenMediation open, DossierStep<Mediation> step, Actor by, DecorationRules rules, Territory territory)
    {
        if (mediation.Opened is not null)
        {
            return Refusing.With(RefusalCode.StatusNotAllowed, "This mediation is open already.");
        }

        if (territory.FindCommunity(open.CommunityId) is not { } community)
        {
            return Refusing.With(RefusalCode.UnknownPlace, "The territory has no such community.");
        }

        var refusal = UnlessMediator(by, open.CommunityId, territory)
            ?? Refusing.UnlessSaid(open.Matter, Refuse.MaxReason, "matter")
            ?? (open.Parties.Count is < LeastParties or > MostParties
                ? Refuse.With(RefusalCode.InvalidValue, $"Name {LeastParties} to {MostParties} parties, as flats or roles.")
                : open.Parties.Select(party => Refusing.UnlessSaid(party, LongestParty, "parties")).FirstOrDefault(fault => fault is not null))
            ?? Refusing.UnlessUnit(open.Unit, territory);
        if (refusal is not null)
        {
            return new Refused(refusal);
        }

        step.Record(new MediationOpened(id, community.StreetId, community.Id, open.Matter, [.. open.Parties], open.Unit, open.CaseId));
        step.Start(DecorationClocks.MediationSession, rules.Clocks[DecorationClocks.MediationSession]);
        return step.Done();
    }

    private static Verdict Hold(DossierStep<Mediation> step, HoldMediation hold, DecorationRules rules)
    {
        if (step.Dossier.State != MediationState.Open)
        {
            return Refusing.With(RefusalCode.StatusNotAllowed, "A session is held while nothing is agreed.");
        }

        if (step.Dossier.Sessions.Length == MostSessions)
        {
            return Refusing.With(RefusalCode.StatusNotAllowed, $"{MostSessions} sessions were held; give it up, or open another.");
        }

        if ((Refusing.UnlessSaid(hold.Mediator, Refuse.MaxLine, "mediator") ?? Refusing.UnlessSaid(hold.Said, Refuse.MaxReason, "said")
            ?? (hold.Agreement is null ? null : Refusing.UnlessSaid(hold.Agreement, Refuse.MaxReason, "agreement"))) is { } refusal)
        {
            return new Refused(refusal);
        }

        step.Answer(DecorationClocks.MediationSession);
        step.Record(new MediationHeld(hold.Mediator, hold.Said, hold.Agreement));
        var next = hold.Agreement is null ? DecorationClocks.MediationSession : DecorationClocks.MediationFollowUp;
        step.Start(next, rules.Clocks[next]);
        return step.Done();
    }

    private static Verdict FollowUp(DossierStep<Mediation> step, FollowUpMediation call, DecorationRules rules)
    {
        if (step.Dossier.State != MediationState.Agreed)
        {
            return Refusing.With(RefusalCode.StatusNotAllowed, "The parties are called once something is agreed.");
        }

        if (Refusing.UnlessSaid(call.Said, Refuse.MaxReason, "said") is { } refusal)
        {
            return new Refused(refusal);
        }

        step.Answer(DecorationClocks.MediationFollowUp);
        step.Record(new MediationFollowedUp(call.Kept, call.Said));
        if (!call.Kept)
        {
            step.Start(DecorationClocks.MediationSession, rules.Clocks[DecorationClocks.MediationSession]);
        }

        return step.Done();
    }

    private static Verdict GiveUp(DossierStep<Mediation> step, GiveUpMediation ending)
    {
        if (!step.Dossier.IsOpen())
        {
            return Refusing.With(RefusalCode.StatusNotAllowed, "This mediation is over.");
        }

        if (Refuse.UnlessReason(ending.Reason) is { } refusal)
        {
            return new Refused(refusal);
        }

        step.Record(new MediationGivenUp(ending.Reason));
        step.CancelAll();
        return step.Done();
    }

    private static Refusal? UnlessMediator(Actor by, string communityId, Territory territory) =>
        Authority.Refuses(by, Scope.Community(communityId), territory, "mediate", Mediators);
}
