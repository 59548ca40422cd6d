using Dispatch.Contracts;
using Dispatch.Contracts.Decoration;
using Dispatch.Grains.Cases;
using Dispatch.Grains.Decoration.Dossiers;
using Dispatch.Grains.Decoration.Filings;
using Dispatch.Grains.Policies;
using Dispatch.Grains.Storage;

namespace Dispatch.Grains.Decoration.Papers;

/// <summary>The disposal of one case. What it last knew of the case is kept for showing what was just decided.</summary>
public sealed class PapersGrain(DossierDesk desk, IPolicyShelf policies, IUserReads secrets) : DossierGrain<CasePapers>(desk, CasePapers.Kind), IPapersGrain
{
    private PapersKnown? _known;
    private byte[]? _secret;

    /// <inheritdoc/>
    public override async Task OnActivateAsync(CancellationToken cancellationToken)
    {
        await base.OnActivateAsync(cancellationToken);
        var papers = await Standing();
        await Know(papers, papers.LastEventAt);
    }

    /// <inheritdoc/>
    public async Task<PapersView?> For(Actor actor, DateTimeOffset at)
    {
        var papers = await Standing();
        return await Know(papers, at) is not { } known ? null
            : !known.HasPath ? PapersViews.WithoutPath(known)
            : PapersViews.Of(papers, await Look(at) is { } view ? view.Version : 0, known, actor, Token, at);
    }

    /// <inheritdoc/>
    public async Task<FineProposal?> Fine(string punishment, FineFacts facts, DateTimeOffset at) =>
        await Know(await Standing(), at) is not { HasPath: true } known ? null
        : known.Punishment(punishment) is { } item ? Catalogue.Fine.Propose(item, facts)
        : new FineProposal { Refusal = PapersRefusals.NoItem };

    /// <inheritdoc/>
    protected override async ValueTask<Verdict> Decide(CasePapers dossier, DossierAct act, DateTimeOffset now) =>
        await Know(dossier, now) is { } known
            ? PapersDecider.Decide(dossier, act, now, known)
            : Refusing.With(RefusalCode.Unknown, "There is no such case.");

    /// <inheritdoc/>
    protected override ValueTask<DossierDecision> Fire(CasePapers dossier, DateTimeOffset now) =>
        new(DossierFiring.Fire(dossier, now, Pack, static (_, _) => { }));

    /// <inheritdoc/>
    protected override DossierView View(CasePapers dossier, long version, DateTimeOffset at) =>
        PapersViews.Of(dossier, version, _known!, by: null, Token, at);

    private async ValueTask<PapersKnown?> Know(CasePapers papers, DateTimeOffset at)
    {
        _secret ??= await secrets.SecretAsync(PapersDeskGrain.Secret);
        if (await GrainFactory.GetGrain<ICaseGrain>(Scope.Case(Id).ToString()).View() is not { } @case)
        {
            return _known = null;
        }

        var adopted = await GrainFactory.GetGrain<IPolicyGrain>(Scope.Street(@case.StreetId).ToString()).InForce(@case.CommunityId, at);
        var inForce = adopted is null ? Pack : await policies.FindAsync(adopted.Id, adopted.Version);
        var path = papers.Opened is { } opened ? await policies.FindAsync(opened.Policy.Id, opened.Policy.Version) : inForce;
        return _known = new PapersKnown(path, inForce, @case, Territory);
    }

    private string Token(int n) => DoorTokens.Of(_secret!, PapersDeskGrain.Name(Id, n));
}
