using System.Collections.Immutable;
using System.Security.Cryptography;
using System.Text;
using Dispatch.Contracts;
using Dispatch.Contracts.Decoration;
using Dispatch.Grains.Cases;
using Dispatch.Grains.Decoration.Dossiers;
using Dispatch.Grains.Storage;

namespace Dispatch.Grains.Decoration.Reviews;

/// <summary>One joint review.</summary>
public sealed class JointReviewGrain(DossierDesk desk, IEvidenceStore evidence, IDossierReads reads) : DossierGrain<JointReview>(desk, JointReview.Kind), IJointReviewGrain
{
    private const int MostCases = 1_000;

    /// <inheritdoc/>
    public async Task<ReviewView?> OpenFor(Actor actor, DateTimeOffset at) => await Look(at) is ReviewView view && await Standing() is { Opened: { } opened } review
        ? view with { May = ReviewDecider.May(review, actor, Territory), SignsAs = ReviewParties.Of(actor, opened.GridId, Territory) }
        : null;

    /// <inheritdoc/>
    public async Task<ForecastOutcomes?> Outcomes()
    {
        if (await Standing() is not { Opened: { } opened } review)
        {
            return null;
        }

        var plans = await Plans(opened.EstateId, review.LastEventAt);
        var cases = (await reads.OfEstateAsync(opened.EstateId, MostCases)).Where(owner => owner.OwnerId.StartsWith($"{ScopeKind.Case}:", StringComparison.Ordinal))
            .Select(owner => CaseJson.Case(owner.Snapshot))
            .Where(one => !one.IsDrill)
            .Select(one => new CaseAtFlat(one.Id, one.Type, one.Place.Unit!, one.OpenedAt));
        return ReviewResults.Outcomes(review, plans.ToDictionary(plan => plan.Id, plan => plan.Units.ToImmutableArray(), StringComparer.Ordinal), cases);
    }

    /// <summary>The estate is told before anything is stored here, so that a finished review has always left its watch points; a repeat finds them there.</summary>
    protected override async ValueTask<Verdict> Decide(JointReview dossier, DossierAct act, DateTimeOffset now)
    {
        var estateId = act.Command is OpenReview open ? open.EstateId : dossier.Opened?.EstateId;
        var photos = act.Command is RecordFinding record ? record.Finding.EvidenceIds.Where(EvidencePiece.IsId).Take(Refuse.MaxIds).ToList() : [];
        var around = new ReviewSurroundings(
            Territory, Pack,
            act.Command is RecordFinding or ForeseeHarm && estateId is not null ? await Plans(estateId, now) : [],
            photos.Count == 0
                ? ImmutableDictionary<string, EvidencePiece>.Empty
                : (await evidence.ClaimAsync(photos, DossierKinds.Owner(DossierKinds.Review, Id), act.By.Id, now)).ToImmutableDictionary(piece => piece.Id));
        var verdict = ReviewDecider.Decide(dossier, Id, act, now, around);
        return verdict is DossierDecision decision && Consequence(decision) is { } tell
            && await Estate(estateId!).Act(Told(tell, act, now)) is { Refusal: { } refusal }
            ? new Refused(refusal)
            : verdict;
    }

    /// <inheritdoc/>
    protected override ValueTask<DossierDecision> Fire(JointReview dossier, DateTimeOffset now) =>
        new(DossierFiring.Fire(dossier, now, Pack, static (_, _) => { }));

    /// <inheritdoc/>
    protected override DossierView View(JointReview dossier, long version, DateTimeOffset at) => ReviewViews.Of(dossier, version, Territory, Pack);

    private static DossierCommand? Consequence(DossierDecision decision) => decision.Events.Select(happened => (DossierCommand?)(happened.Event switch
    {
        ReviewOpened e => new PlanHandOver { On = e.HandOverOn },
        ReviewFinished e => new KeepWatch { ReviewId = ((JointReview)decision.Dossier).Opened!.Id, Points = e.Watch },
        _ => null,
    })).FirstOrDefault(command => command is not null);

    /// <summary>Under a key of the command that it follows from, so that a repeat is one there too.</summary>
    private DossierAct Told(DossierCommand command, DossierAct because, DateTimeOffset now) => new()
    {
        Command = command,
        By = Actor.Machine,
        Key = Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes($"{Id}\n{because.By.Id}\n{because.Key}\n{because.BodyHash}"))),
        BodyHash = because.BodyHash,
        ReceivedAt = now,
    };

    private async Task<ImmutableArray<FloorPlanView>> Plans(string estateId, DateTimeOffset at) =>
        await Estate(estateId).Look(at) is EstateView estate ? [.. estate.Plans] : [];

    private IEstateGrain Estate(string id) => GrainFactory.GetGrain<IEstateGrain>(DossierKinds.Owner(DossierKinds.Estate, id).ToString());
}
