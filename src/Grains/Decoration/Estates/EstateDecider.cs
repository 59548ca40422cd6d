using System.Collections.Immutable;
using Dispatch.Contracts;
using Dispatch.Contracts.Decoration;
using Dispatch.Grains.Cases;
using Dispatch.Grains.Decoration.Dossiers;
using Dispatch.Grains.Policies;
using Dispatch.Grains.Routing;

namespace Dispatch.Grains.Decoration.Estates;

/// <summary>What stands around a command on an estate.</summary>
/// <param name="Estate">The estate, as the territory knows it.</param>
/// <param name="Territory">The ground.</param>
/// <param name="Pack">The pack in force.</param>
/// <param name="Evidence">The pictures that the command may name: those that its giver uploaded.</param>
public sealed record EstateSurroundings(
    Routing.Estate Estate, Territory Territory, PolicyPack Pack, ImmutableDictionary<string, EvidencePiece> Evidence)
{
    /// <summary>The zone of its street.</summary>
    public TimeZoneInfo Zone => Territory.StreetOf(Scope.Community(Estate.CommunityId))!.Zone;
}

/// <summary>The dossier of an estate: plans, spots, parties, agreement, guidance, hand-over and watch points. Pure.</summary>
public static class EstateDecider
{
    /// <summary>Decides a command.</summary>
    /// <param name="estate">As it stands.</param>
    /// <param name="act">The command.</param>
    /// <param name="now">The instant of the decision.</param>
    /// <param name="around">What stands around it.</param>
    public static Verdict Decide(EstateDossier estate, DossierAct act, DateTimeOffset now, EstateSurroundings around)
    {
        if (around.Pack.Decoration is not { } rules)
        {
            return Refusing.NotOffered;
        }

        if (EstateRoles.Refuses(act.By, act.Command.GetType(), around.Estate, around.Territory) is { } refusal)
        {
            return new Refused(refusal);
        }

        var step = new DossierStep<EstateDossier>(estate, now, act.By.Id, around.Pack, act.Command.OccurredAt);
        if (estate.Ground is null)
        {
            var ground = around.Territory.FindCommunity(around.Estate.CommunityId)!;
            step.Record(new EstateTakenUp(around.Estate.Id, ground.StreetId, ground.Id, around.Estate.GridId));
        }

        return act.Command switch
        {
            DrawFloorPlan draw => FloorPlans.Draw(step, draw, around),
            MarkSpot mark => FloorPlans.Mark(step, mark, around),
            RemoveSpot remove => FloorPlans.Remove(step, remove),
            DraftGuidance draft => FloorPlans.Write(step, draft),
            PublishGuidance publish => FloorPlans.Publish(step, publish),
            NameResponsible name => EstatePapers.Name(step, name),
            ReleaseResponsible release => EstatePapers.Release(step, release),
            RecordAgreement record => EstatePapers.Record(step, record, around, rules),
            PlanHandOver plan => EstatePapers.Plan(step, plan, around),
            KeepWatch keep => EstatePapers.Keep(step, keep),
            EndWatch end => EstatePapers.End(step, end),
            _ => throw new InvalidOperationException($"An estate has no command {act.Command.GetType().Name}."),
        };
    }
}
