using System.Collections.Immutable;
using Dispatch.Contracts;
using Dispatch.Contracts.Decoration;
using Dispatch.Grains.Cases;
using Dispatch.Grains.Decoration.Dossiers;
using Dispatch.Grains.Storage;

namespace Dispatch.Grains.Decoration.Rounds;

/// <summary>One patrol round.</summary>
public sealed class RoundGrain(DossierDesk desk, IDossierReads reads, IEvidenceStore evidence, IUserReads users)
    : DossierGrain<Round>(desk, Round.Kind), IRoundGrain
{
    private const int MostOwners = 1_000;

    /// <inheritdoc/>
    public async Task<RoundView?> OpenFor(Actor actor, DateTimeOffset at) => await Look(at) is RoundView view && await Standing() is var round
        ? view with { May = RoundRoles.May(round, actor, Territory), Marks = RoundRoles.Marks(round, actor, Territory) }
        : null;

    /// <inheritdoc/>
    protected override async ValueTask<Verdict> Decide(Round dossier, DossierAct act, DateTimeOffset now) =>
        RoundDecider.Decide(dossier, Id, act, now, new RoundSurroundings(Territory, Pack, await Photos(act, now))
        {
            Ground = act.Command is DrawRound draw && Pack.Decoration is not null ? await Ground(draw.EstateId, now) : null,
            LeadKnown = act.Command is ShareRound share && await users.FindUserAsync(share.Lead) is { Role: not Role.Citizen },
        });

    /// <inheritdoc/>
    protected override ValueTask<DossierDecision> Fire(Round dossier, DateTimeOffset now) =>
        new(DossierFiring.Fire(dossier, now, Pack, static (_, _) => { }));

    /// <inheritdoc/>
    protected override DossierView View(Round dossier, long version, DateTimeOffset at) => RoundViews.Of(dossier, version, Territory, Pack, at);

    private async ValueTask<ImmutableDictionary<string, EvidencePiece>> Photos(DossierAct act, DateTimeOffset now)
    {
        List<string> asked = act.Command is MarkRoundItem mark ? [.. mark.EvidenceIds.Where(EvidencePiece.IsId).Take(Refuse.MaxIds)] : [];
        return asked.Count == 0
            ? ImmutableDictionary<string, EvidencePiece>.Empty
            : (await evidence.ClaimAsync(asked, DossierKinds.Owner(DossierKinds.Round, Id), act.By.Id, now)).ToImmutableDictionary(piece => piece.Id);
    }

    private async ValueTask<RoundGround> Ground(string estateId, DateTimeOffset now) => RoundGrounds.Of(
        SafeEstate(estateId) ? await reads.OfEstateAsync(estateId, MostOwners) : [],
        SafeEstate(estateId) ? await GrainFactory.GetGrain<IEstateGrain>(DossierKinds.Owner(DossierKinds.Estate, estateId).ToString()).Look(now) as EstateView : null,
        now,
        Pack);

    private bool SafeEstate(string id) => Territory.FindEstate(id) is not null;
}
