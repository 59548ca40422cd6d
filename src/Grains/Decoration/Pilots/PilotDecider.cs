using System.Text.Json;
using Dispatch.Contracts;
using Dispatch.Contracts.Decoration;
using Dispatch.Grains.Cases;
using Dispatch.Grains.Decoration.Dossiers;
using Dispatch.Grains.Duties;
using Dispatch.Grains.Policies;
using Dispatch.Grains.Routing;

namespace Dispatch.Grains.Decoration.Pilots;

/// <summary>
/// A pilot project from its practice over its results to experience that others adopt, each stage with a clock. Pure. A late stage is
/// told to the captain, and nothing ends by itself.
/// </summary>
public static class PilotDecider
{
    private const int LongestOffice = 100;
    private const int MostAdoptions = 200;

    private static readonly Role[] Leaders = [Role.Captain, Role.Supervisor, Role.Committee];
    private static readonly Type[] ByStage = [typeof(ReportPilotResults), typeof(SharePilot), typeof(AdoptPilot)];

    /// <summary>Decides a command.</summary>
    /// <param name="pilot">As it stands.</param>
    /// <param name="id">Its id.</param>
    /// <param name="act">The command.</param>
    /// <param name="now">The instant of the decision.</param>
    /// <param name="pack">The pack in force.</param>
    /// <param name="territory">The ground.</param>
    public static Verdict Decide(Pilot pilot, string id, DossierAct act, DateTimeOffset now, PolicyPack pack, Territory territory)
    {
        if (pack.Decoration is not { } rules)
        {
            return Refusing.NotOffered;
        }

        var step = new DossierStep<Pilot>(pilot, now, act.By.Id, pack, act.Command.OccurredAt);
        if (act.Command is OpenPilot open)
        {
            return PilotOpening.Open(step, id, open, act.By, rules, territory);
        }

        if (pilot.Opened is not { } opened)
        {
            return Refusing.With(RefusalCode.Unknown, "There is no such pilot project.");
        }

        return act.Command is AdoptPilot adopt ? Adopt(step, opened, adopt, act.By, territory)
            : UnlessLeader(act.By, opened.StreetId) is { } refusal ? new Refused(refusal)
            : act.Command switch
            {
                ReportPilotResults results => Report(step, results, rules),
                SharePilot share => Share(step, share, rules),
                CallOffPilot ending => CallOff(step, ending),
                _ => throw new InvalidOperationException($"A pilot project has no command {act.Command.GetType().Name}."),
            };
    }

    /// <summary>The commands that an actor may give as it stands, as they are written in addresses.</summary>
    public static IReadOnlyList<string> May(Pilot pilot, Actor by)
    {
        if (pilot.Opened is not { } opened || pilot.Stage == PilotStage.CalledOff)
        {
            return [];
        }

        var next = ByStage[(int)pilot.Stage];
        return pilot.Stage == PilotStage.Shared
            ? by is { Role: Role.CommunityStaff, Area: { Kind: ScopeKind.Community } area } && !opened.CommunityIds.Contains(area.Id) && !HasAdopted(pilot, area.Id) ? [NameOf(next)] : []
            : UnlessLeader(by, opened.StreetId) is null ? [NameOf(next), NameOf(typeof(CallOffPilot))]
            : [];
    }

    /// <summary>What an actor may do to a project of a street that is not there yet.</summary>
    public static IReadOnlyList<string> MayOpen(Actor by, string streetId) => UnlessLeader(by, streetId) is null ? [NameOf(typeof(OpenPilot))] : [];

    /// <summary>Why an actor may not lead projects of a street; null when they may.</summary>
    internal static Refusal? UnlessLeader(Actor by, string streetId) => by.Role == Role.System ? null
        : !Leaders.Contains(by.Role) ? Refuse.With(RefusalCode.RoleNotAllowed, $"A {by.Role} may not lead a pilot project.")
        : by.Area == Scope.Street(streetId) ? null
        : Refuse.With(RefusalCode.OutsideArea, $"{Scope.Street(streetId)} lies outside your area.");

    /// <summary>Why a figure is none; null where it is one.</summary>
    internal static Refusal? UnlessFigure(PilotFigure figure) =>
        figure.Whole is < 1 or > 1_000_000 || figure.Part < 0 || figure.Part > figure.Whole
        || !DecorationDays.IsSensible(figure.From) || !DecorationDays.IsSensible(figure.To) || figure.To < figure.From
            ? Refuse.With(RefusalCode.PilotFigureInvalid, "A figure is a part of a whole of 1 to 1,000,000, counted from a day to the same or a later one.")
            : null;

    /// <summary>Why the name of an office is none; null where it is one.</summary>
    internal static Refusal? UnlessOffice(string office, string field) => Refusing.UnlessSaid(office, LongestOffice, field);

    private static Verdict Report(DossierStep<Pilot> step, ReportPilotResults results, DecorationRules rules)
    {
        if (step.Dossier.Stage != PilotStage.Practice)
        {
            return Refusing.With(RefusalCode.StatusNotAllowed, "Results come once, from the practice.");
        }

        if ((Refusing.UnlessSaid(results.Said, Refuse.MaxReason, "said") ?? UnlessFigure(results.After)) is { } refusal)
        {
            return new Refused(refusal);
        }

        step.Answer(DecorationClocks.PilotPractice);
        step.Record(new PilotResulted(results.Said, results.After));
        step.Start(DecorationClocks.PilotResults, rules.Clocks[DecorationClocks.PilotResults]);
        return step.Done();
    }

    private static Verdict Share(DossierStep<Pilot> step, SharePilot share, DecorationRules rules)
    {
        if (step.Dossier.Stage != PilotStage.Results)
        {
            return Refusing.With(RefusalCode.StatusNotAllowed, "Experience is shared once, when there are results.");
        }

        if (Refusing.UnlessSaid(share.Experience, Refuse.MaxReason, "experience") is { } refusal)
        {
            return new Refused(refusal);
        }

        step.Answer(DecorationClocks.PilotResults);
        step.Record(new PilotShared(share.Experience));
        step.Start(DecorationClocks.PilotShared, rules.Clocks[DecorationClocks.PilotShared]);
        return step.Done();
    }

    private static Verdict Adopt(DossierStep<Pilot> step, PilotOpened opened, AdoptPilot adopt, Actor by, Territory territory)
    {
        if (territory.FindCommunity(adopt.CommunityId) is not { } community || community.StreetId != opened.StreetId)
        {
            return Refusing.With(RefusalCode.UnknownPlace, "The street has no such community.");
        }

        var refusal = Authority.Refuses(by, Scope.Community(community.Id), territory, "adopt a pilot project for a community", Role.CommunityStaff)
            ?? (step.Dossier.Stage != PilotStage.Shared ? Refuse.With(RefusalCode.PilotNotShared, "Its experience is not shared yet; it can be adopted after that.")
                : opened.CommunityIds.Contains(community.Id) ? Refuse.With(RefusalCode.OwnPilot, "This community is a partner of the project; others adopt it.")
                : HasAdopted(step.Dossier, community.Id) ? Refuse.With(RefusalCode.AdoptedAlready, "This community has adopted it already.")
                : step.Dossier.Adoptions.Length == MostAdoptions ? Refuse.With(RefusalCode.StatusNotAllowed, $"{MostAdoptions} communities have adopted it.")
                : Refusing.UnlessSaid(adopt.Plan, Refuse.MaxReason, "plan"));
        if (refusal is not null)
        {
            return new Refused(refusal);
        }

        step.Answer(DecorationClocks.PilotShared);
        step.Record(new PilotAdopted(community.Id, adopt.Plan));
        return step.Done();
    }

    private static Verdict CallOff(DossierStep<Pilot> step, CallOffPilot ending)
    {
        if (step.Dossier.Stage is PilotStage.Shared or PilotStage.CalledOff)
        {
            return Refusing.With(RefusalCode.StatusNotAllowed, "What is shared stays shared, and what is called off is over.");
        }

        if (Refuse.UnlessReason(ending.Reason) is { } refusal)
        {
            return new Refused(refusal);
        }

        step.Record(new PilotCalledOff(ending.Reason));
        step.CancelAll();
        return step.Done();
    }

    private static bool HasAdopted(Pilot pilot, string communityId) => pilot.Adoptions.Any(adoption => adoption.CommunityId == communityId);

    private static string NameOf(Type command) => JsonNamingPolicy.KebabCaseLower.ConvertName(command.Name);
}
