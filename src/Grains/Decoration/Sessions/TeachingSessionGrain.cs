using System.Security.Cryptography;
using System.Text;
using Dispatch.Contracts;
using Dispatch.Contracts.Decoration;
using Dispatch.Grains.Cases;
using Dispatch.Grains.Decoration.Dossiers;
using Dispatch.Grains.Policies;
using Dispatch.Grains.Storage;

namespace Dispatch.Grains.Decoration.Sessions;

/// <summary>One teaching session.</summary>
public sealed class TeachingSessionGrain(DossierDesk desk, IDossierReads reads, IUserReads users)
    : DossierGrain<TeachingSession>(desk, TeachingSession.Kind), ITeachingSessionGrain
{
    private const int MostOwners = 1_000;

    private byte[] _secret = [];

    /// <inheritdoc/>
    public override async Task OnActivateAsync(CancellationToken cancellationToken) => _secret = await users.SecretAsync(TeachingLinks.Secret, cancellationToken);

    /// <inheritdoc/>
    public async Task<TeachingSessionView?> OpenFor(Actor actor, DateTimeOffset at) => await Look(at) is TeachingSessionView view
        ? view with { May = SessionRoles.May(await Standing(), actor, Territory), Link = TeachingLinks.Of(_secret, view.EstateId) }
        : null;

    /// <inheritdoc/>
    public async Task<TeachingEffect?> Effect(DateTimeOffset at)
    {
        if (await Standing() is not { Opened: { } opened, HeldAt: { } heldAt } || Pack.Decoration is not { } rules || Territory.FindEstate(opened.EstateId) is not { } estate)
        {
            return null;
        }

        var owners = await reads.OfEstateAsync(opened.EstateId, MostOwners);
        var violations = owners.Where(owner => owner.OwnerId.StartsWith($"{ScopeKind.Case}:", StringComparison.Ordinal))
            .Select(owner => CaseJson.Case(owner.Snapshot))
            .Where(one => !one.IsDrill && one.Status is not (CaseStatus.Rejected or CaseStatus.Merged))
            .Where(one => Pack.Types.TryGetValue(one.Type, out var type) && type.Scene != CaseType.OtherScene)
            .Select(one => new ViolationAtEstate(one.Id, one.OpenedAt));
        return TeachingEffects.Of(
            heldAt, at < heldAt ? heldAt : at, Math.Max(1, rules.Numbers[DecorationNumbers.SessionEffectDays]),
            estate.Buildings.Sum(building => building.Units.Length), rules.Numbers[DecorationNumbers.SessionEffectLeast], violations)
            with
        { Partial = owners.Count == MostOwners };
    }

    /// <summary>The estate is told before anything is stored here, so that published answers always stand there; a repeat finds them.</summary>
    protected override async ValueTask<Verdict> Decide(TeachingSession dossier, DossierAct act, DateTimeOffset now)
    {
        var estate = act.Command is HoldSession or AnswerQuestion { Ruling: not null } or PublishAnswers && dossier.Opened is { } opened
            ? await Estate(opened.EstateId).Look(now) as EstateView
            : null;
        var verdict = SessionDecider.Decide(dossier, Id, act, now, new SessionSurroundings(Territory, Pack, estate));
        return act.Command is PublishAnswers && verdict is DossierDecision ? await Tell(dossier, act, estate) ?? verdict : verdict;
    }

    /// <inheritdoc/>
    protected override ValueTask<DossierDecision> Fire(TeachingSession dossier, DateTimeOffset now) =>
        new(DossierFiring.Fire(dossier, now, Pack, static (_, _) => { }));

    /// <inheritdoc/>
    protected override DossierView View(TeachingSession dossier, long version, DateTimeOffset at) => TeachingViews.Of(dossier, version, Territory, Pack);

    /// <summary>Gives the estate its rulings, for the one who publishes them; why it would not have them, or null.</summary>
    private async Task<Refused?> Tell(TeachingSession session, DossierAct act, EstateView? estate)
    {
        if (SessionAnswers.Consequences(session, estate) is not { } commands)
        {
            return Refusing.With(RefusalCode.UnknownSpot, "A spot that an answer rules is marked no more; answer anew.");
        }

        for (var n = 0; n < commands.Count; n++)
        {
            var key = Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes($"{Id}\n{act.By.Id}\n{act.Key}\n{act.BodyHash}\n{n}")));
            var answer = await Estate(session.Opened!.EstateId).Act(act with { Command = commands[n], Key = key });

            // Guidance that says so already is what was wanted.
            if (answer.Refusal is { Code: not RefusalCode.NothingToPublish } refusal)
            {
                return new Refused(refusal);
            }
        }

        return null;
    }

    private IEstateGrain Estate(string id) => GrainFactory.GetGrain<IEstateGrain>(DossierKinds.Owner(DossierKinds.Estate, id).ToString());
}
