using System.Collections.Immutable;
using System.Security.Cryptography;
using System.Text;
using Dispatch.Contracts;
using Dispatch.Contracts.Decoration;
using Dispatch.Grains.Cases;
using Dispatch.Grains.Decoration.Dossiers;
using Dispatch.Grains.Storage;

namespace Dispatch.Grains.Decoration.Visits;

/// <summary>One visit.</summary>
public sealed class VisitGrain(DossierDesk desk, IDossierReads reads, IEvidenceStore evidence, IUserReads users)
    : DossierGrain<Visit>(desk, Visit.Kind), IVisitGrain
{
    private const int MostOfficers = 10;

    /// <inheritdoc/>
    public async Task<VisitView?> OpenFor(Actor actor, DateTimeOffset at) => await Look(at) is VisitView view && await Standing() is var visit
        ? view with
        {
            May = VisitParties.May(visit, actor, Territory, Pack),
            SignsAs = visit.IsOpen() ? VisitParties.SignsAs(visit, actor, Territory, Pack) : null,
        }
        : null;

    /// <summary>Filings are told before anything is stored here, so that a held visit has always left its inspections there; a repeat finds them.</summary>
    protected override async ValueTask<Verdict> Decide(Visit dossier, DossierAct act, DateTimeOffset now)
    {
        var around = new VisitSurroundings(
            Territory, Pack,
            act.Command is PlanVisit plan && Territory.FindEstate(plan.EstateId) is { } estate
                ? await VisitReads.OfEstateAsync(reads, estate.Id, estate.CommunityId, now, Pack)
                : [],
            act.Command is BeginVisit begin ? await Officers(begin.Officers) : [],
            await Photos(act, now),
            []);
        var verdict = VisitDecider.Decide(dossier, Id, act, now, around);
        return verdict is DossierDecision decision && decision.Events.Any(happened => happened.Event is VisitHeld)
            ? VisitDecider.Decide(dossier, Id, act, now, around with { NotRecorded = await RecordInspections(dossier, now) })
            : verdict;
    }

    /// <inheritdoc/>
    protected override ValueTask<DossierDecision> Fire(Visit dossier, DateTimeOffset now) =>
        new(DossierFiring.Fire(dossier, now, Pack, static (_, _) => { }));

    /// <inheritdoc/>
    protected override DossierView View(Visit dossier, long version, DateTimeOffset at) => VisitViews.Of(dossier, version, Territory, Pack);

    private async ValueTask<ImmutableHashSet<string>> Officers(IReadOnlyList<string> named)
    {
        var known = ImmutableHashSet.CreateBuilder<string>(StringComparer.Ordinal);
        foreach (var name in named.Take(MostOfficers))
        {
            if (await users.FindUserAsync(name) is { Role: Role.Officer or Role.Captain })
            {
                known.Add(name);
            }
        }

        return known.ToImmutable();
    }

    private async ValueTask<ImmutableDictionary<string, EvidencePiece>> Photos(DossierAct act, DateTimeOffset now)
    {
        List<string> asked = act.Command is TickVisit tick ? [.. tick.EvidenceIds.Where(EvidencePiece.IsId).Take(Refuse.MaxIds)] : [];
        return asked.Count == 0
            ? ImmutableDictionary<string, EvidencePiece>.Empty
            : (await evidence.ClaimAsync(asked, DossierKinds.Owner(DossierKinds.Visit, Id), act.By.Id, now)).ToImmutableDictionary(piece => piece.Id);
    }

    private async ValueTask<ImmutableArray<string>> RecordInspections(Visit visit, DateTimeOffset now)
    {
        var officer = new Actor(visit.Officers[0], Role.Officer, Scope.Street(visit.Planned!.StreetId));
        var not = ImmutableArray.CreateBuilder<string>();
        foreach (var made in visit.Planned.Checks.Where(check => check.Filing is not null).GroupBy(check => (check.UnitId, Number: check.Filing!.Value, Stage: check.Stage!.Value)))
        {
            var (unitId, number, stage) = made.Key;
            var grain = GrainFactory.GetGrain<IFilingGrain>(DossierKinds.Owner(DossierKinds.Filing, $"{visit.Planned.EstateId}.{unitId}").ToString());
            var findings = VisitFindings.Of(visit, unitId, await grain.Look(now) as UnitFilingsView, number, stage);
            if (findings is null || (await grain.Act(new DossierAct
            {
                Command = new InspectWorks { Number = number, Stage = stage, Findings = findings },
                By = officer,
                Key = Hash($"{Id}\n{unitId}\n{number}\n{stage}"),
                BodyHash = Hash(string.Join('\n', findings)),
                ReceivedAt = now,
            })).Refusal is not null)
            {
                not.AddRange(made.Select(check => check.Id));
            }
        }

        return not.ToImmutable();
    }

    private static string Hash(string text) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(text)));
}
