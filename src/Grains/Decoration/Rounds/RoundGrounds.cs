using Dispatch.Contracts;
using Dispatch.Contracts.Decoration;
using Dispatch.Grains.Cases;
using Dispatch.Grains.Decoration.Filings;
using Dispatch.Grains.Policies;

namespace Dispatch.Grains.Decoration.Rounds;

/// <summary>What an estate has for a round, of its owners as committed. Pure.</summary>
internal static class RoundGrounds
{
    /// <summary>The ground of a round.</summary>
    /// <param name="owners">Every owner of the estate's flats.</param>
    /// <param name="estate">Its dossier; null where nobody wrote in it.</param>
    /// <param name="now">The instant of the decision.</param>
    /// <param name="pack">Has types and numbers.</param>
    public static RoundGround Of(IReadOnlyList<StoredOwner> owners, EstateView? estate, DateTimeOffset now, PolicyPack pack)
    {
        var numbers = pack.Decoration!.Numbers;
        var today = FilingPlan.Day(now, pack);
        return new RoundGround(
            [.. Filings(owners).Where(flat => flat.IsOpen()).Select(flat => flat.Unit!.UnitId)],
            estate,
            [
                .. Cases(owners)
                    .Where(one => IsConfirmed(one, pack) && one.LastEventAt > now.AddDays(-numbers[DecorationNumbers.RoundSameTypeDays]))
                    .OrderByDescending(one => one.LastEventAt)
                    .DistinctBy(one => (one.Place.Unit, one.Type))
                    .Select(one => new ConfirmedViolation(one.Place.Unit!, pack.Types[one.Type].Title, one.LastEventAt)),
            ],
            estate?.HandOver is { } handOver && handOver.On <= today && today <= handOver.On.AddDays(numbers[DecorationNumbers.RoundNewEstateDays]));
    }

    /// <summary>The flats with filings among owners.</summary>
    public static IEnumerable<UnitFilings> Filings(IEnumerable<StoredOwner> owners) =>
        owners.Where(owner => owner.OwnerId.StartsWith($"{DossierKinds.Filing}:", StringComparison.Ordinal))
            .Select(owner => (UnitFilings)UnitFilings.Kind.Read(owner.Snapshot));

    /// <summary>The cases among owners that are no drills.</summary>
    public static IEnumerable<Case> Cases(IEnumerable<StoredOwner> owners) =>
        owners.Where(owner => owner.OwnerId.StartsWith($"{ScopeKind.Case}:", StringComparison.Ordinal))
            .Select(owner => CaseJson.Case(owner.Snapshot))
            .Where(one => !one.IsDrill);

    // A report that is not confirmed ends as rejected; whatever was closed was there. What belongs to no scene is no violation.
    private static bool IsConfirmed(Case one, PolicyPack pack) =>
        one.Status == CaseStatus.Closed && pack.Types.TryGetValue(one.Type, out var type) && type.Scene != CaseType.OtherScene;
}
