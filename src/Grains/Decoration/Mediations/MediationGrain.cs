using Dispatch.Contracts;
using Dispatch.Contracts.Decoration;
using Dispatch.Grains.Cases;
using Dispatch.Grains.Decoration.Dossiers;

namespace Dispatch.Grains.Decoration.Mediations;

/// <summary>One mediation.</summary>
public sealed class MediationGrain(DossierDesk desk) : DossierGrain<Mediation>(desk, Mediation.Kind), IMediationGrain
{
    /// <inheritdoc/>
    public async Task<MediationView?> OpenFor(Actor actor, DateTimeOffset at) =>
        await Look(at) is MediationView view ? view with { May = MediationDecider.May(await Standing(), actor, Territory) } : null;

    /// <inheritdoc/>
    protected override ValueTask<Verdict> Decide(Mediation dossier, DossierAct act, DateTimeOffset now) =>
        new(MediationDecider.Decide(dossier, Id, act, now, Pack, Territory));

    /// <inheritdoc/>
    protected override ValueTask<DossierDecision> Fire(Mediation dossier, DateTimeOffset now) =>
        new(DossierFiring.Fire(dossier, now, Pack, static (_, _) => { }));

    /// <inheritdoc/>
    protected override DossierView View(Mediation dossier, long version, DateTimeOffset at) => MediationViews.Of(dossier, version, Pack);
}
