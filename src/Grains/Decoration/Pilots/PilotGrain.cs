using Dispatch.Contracts;
using Dispatch.Contracts.Decoration;
using Dispatch.Grains.Cases;
using Dispatch.Grains.Decoration.Dossiers;

namespace Dispatch.Grains.Decoration.Pilots;

/// <summary>One pilot project.</summary>
public sealed class PilotGrain(DossierDesk desk) : DossierGrain<Pilot>(desk, Pilot.Kind), IPilotGrain
{
    /// <inheritdoc/>
    public async Task<PilotView?> OpenFor(Actor actor, DateTimeOffset at) =>
        await Look(at) is PilotView view ? view with { May = PilotDecider.May(await Standing(), actor) } : null;

    /// <inheritdoc/>
    protected override ValueTask<Verdict> Decide(Pilot dossier, DossierAct act, DateTimeOffset now) =>
        new(PilotDecider.Decide(dossier, Id, act, now, Pack, Territory));

    /// <inheritdoc/>
    protected override ValueTask<DossierDecision> Fire(Pilot dossier, DateTimeOffset now) =>
        new(DossierFiring.Fire(dossier, now, Pack, static (_, _) => { }));

    /// <inheritdoc/>
    protected override DossierView View(Pilot dossier, long version, DateTimeOffset at) => PilotViews.Of(dossier, version, Pack, Territory);
}
