using System.Collections.Immutable;
using Dispatch.Contracts;
using Dispatch.Contracts.Decoration;
using Dispatch.Grains.Cases;
using Dispatch.Grains.Decoration.Dossiers;
using Dispatch.Grains.Storage;

namespace Dispatch.Grains.Decoration.Estates;

/// <summary>The dossier of one estate.</summary>
public sealed class EstateGrain(DossierDesk desk, IEvidenceStore evidence, IUserReads users) : DossierGrain<EstateDossier>(desk, EstateDossier.Kind), IEstateGrain
{
    private byte[] _secret = [];

    /// <inheritdoc/>
    public override async Task OnActivateAsync(CancellationToken cancellationToken) => _secret = await users.SecretAsync(Guidance.SecretName, cancellationToken);

    /// <inheritdoc/>
    public async Task<EstateView?> OpenFor(Actor actor, DateTimeOffset at) => Territory.FindEstate(Id) is { } ground
        ? (await Look(at) as EstateView ?? EstateViews.Of(new EstateDossier(), ground, 0, Territory, Pack, _secret)) with
        {
            May = EstateRoles.May(actor, ground, Territory),
        }
        : null;

    /// <inheritdoc/>
    public async Task<WatchPoint?> Watched(string? unit, string type) => WatchPoints.Falling(await Standing(), unit, type);

    /// <inheritdoc/>
    protected override async ValueTask<Verdict> Decide(EstateDossier dossier, DossierAct act, DateTimeOffset now)
    {
        if (Territory.FindEstate(Id) is not { } ground)
        {
            return Refusing.With(RefusalCode.Unknown, "The territory has no such estate.");
        }

        List<string> named = act.Command switch
        {
            DrawFloorPlan draw => [draw.EvidenceId],
            MarkSpot { Spot.EvidenceId: { } id } => [id],
            RecordAgreement record => [.. record.Agreement.EvidenceIds.Take(Refuse.MaxIds)],
            _ => [],
        };
        List<string> asked = [.. named.Where(EvidencePiece.IsId)];
        var pieces = asked.Count == 0
            ? ImmutableDictionary<string, EvidencePiece>.Empty
            : (await evidence.ClaimAsync(asked, DossierKinds.Owner(DossierKinds.Estate, Id), act.By.Id, now)).ToImmutableDictionary(piece => piece.Id);
        return EstateDecider.Decide(dossier, act, now, new EstateSurroundings(ground, Territory, Pack, pieces));
    }

    /// <inheritdoc/>
    protected override ValueTask<DossierDecision> Fire(EstateDossier dossier, DateTimeOffset now) =>
        new(DossierFiring.Fire(dossier, now, Pack, static (_, _) => { }));

    /// <inheritdoc/>
    protected override DossierView View(EstateDossier dossier, long version, DateTimeOffset at) =>
        EstateViews.Of(dossier, Territory.FindEstate(Id)!, version, Territory, Pack, _secret);
}
