using System.Collections.Immutable;
using Dispatch.Contracts;
using Dispatch.Contracts.Decoration;
using Dispatch.Grains.Decoration.Dossiers;
using Dispatch.Grains.Decoration.Filings;
using Dispatch.Grains.Decoration.Rounds;
using Dispatch.Grains.Policies;

namespace Dispatch.Grains.Decoration.Visits;

/// <summary>The open checks as committed.</summary>
internal static class VisitReads
{
    private const int Most = 1_000;

    /// <summary>The open checks of an estate that no planned visit has.</summary>
    public static async ValueTask<ImmutableArray<OpenCheck>> OfEstateAsync(IDossierReads reads, string estateId, string communityId, DateTimeOffset now, PolicyPack pack)
    {
        var owners = await reads.OfEstateAsync(estateId, Most);
        var taken = await TakenAsync(reads, Scope.Community(communityId));
        return
        [
            .. RoundGrounds.Filings(owners).SelectMany(flat => VisitChecks.OfFilings(flat, now, pack))
                .Concat(RoundGrounds.Cases(owners).SelectMany(one => VisitChecks.OfCase(one, now, pack)))
                .Where(check => !taken.Contains((check.EstateId, check.Id))),
        ];
    }

    /// <summary>The estates of an area that have filings under way.</summary>
    public static async ValueTask<ImmutableArray<(string EstateId, string CommunityId)>> EstatesAsync(IDossierReads reads, Scope area) =>
    [
        .. (await reads.ListAsync(new DossierQuery(DossierKinds.Filing, area, Open: true, Limit: Most)))
            .Select(owner => ((UnitFilings)UnitFilings.Kind.Read(owner.Snapshot)).Unit!)
            .Select(unit => (unit.EstateId, unit.CommunityId))
            .Distinct(),
    ];

    private static async ValueTask<HashSet<(string EstateId, string CheckId)>> TakenAsync(IDossierReads reads, Scope area) =>
        (await reads.ListAsync(new DossierQuery(DossierKinds.Visit, area, Open: true, Limit: Most)))
            .Select(owner => ((Visit)Visit.Kind.Read(owner.Snapshot)).Planned!)
            .SelectMany(planned => planned.Checks.Select(check => (planned.EstateId, check.Id)))
            .ToHashSet();
}
