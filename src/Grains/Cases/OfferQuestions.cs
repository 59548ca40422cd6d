using Dispatch.Contracts;
using Dispatch.Grains.Policies;

namespace Dispatch.Grains.Cases;

/// <summary>When a decision may ask officers by itself, and what the team is asked for it.</summary>
public static class OfferQuestions
{
    /// <summary>The question for a decision; null where it cannot come to an offer, so that the team need not be asked.</summary>
    /// <param name="case">The case; null for a report.</param>
    /// <param name="command">The command; null for a firing or a look ahead.</param>
    /// <param name="now">The instant of the decision.</param>
    /// <param name="pack">The pack that the case keeps.</param>
    public static OfferQuestion? For(Case? @case, CaseCommand? command, DateTimeOffset now, PolicyPack pack)
    {
        if (pack.Offers is not { Automatic: true })
        {
            return null;
        }

        if (command is Report report)
        {
            return @case is null && pack.Types.TryGetValue(report.Type, out var type)
                && (PassesCommunity(type.ClocksFor(report.InProgress)) || BeginsAtStreet(report, pack))
                ? Of(report.CaseId, report.Type, report.Place, [], now, pack, type.MinOfficers)
                : null;
        }

        return @case is not null && (MayOffer(@case, command, pack) || (command is not null && FiresFirst(@case, now, pack)))
            ? Of(@case, now, pack, pack.Types[@case.Type].MinOfficers)
            : null;
    }

    /// <summary>What the team is asked for a case.</summary>
    /// <param name="case">The case.</param>
    /// <param name="now">The instant.</param>
    /// <param name="pack">The pack that it keeps.</param>
    /// <param name="wanted">How many are about to be asked; 0 to look only.</param>
    public static OfferQuestion Of(Case @case, DateTimeOffset now, PolicyPack pack, int wanted = 0) =>
        Of(@case.Id, @case.Type, @case.Place, @case.Offers?.Asked ?? [], now, pack, wanted);

    /// <summary>Whose offers ran out between two states of a case without an answer.</summary>
    public static IEnumerable<AskedOfficer> RanOut(Case? before, Case after)
    {
        if (ReferenceEquals(before?.Offers, after.Offers))
        {
            return [];
        }

        var known = (before?.Offers?.Asked ?? []).Where(asked => asked.Answer == OfferAnswer.Silent).ToHashSet();
        return (after.Offers?.Asked ?? []).Where(asked => asked.Answer == OfferAnswer.Silent && !known.Contains(asked));
    }

    private static OfferQuestion Of(
        string id, string type, CasePlace place, IReadOnlyList<AskedOfficer> asked, DateTimeOffset now, PolicyPack pack, int wanted) => new()
        {
            CaseId = id,
            PolicyId = pack.Id,
            PolicyVersion = pack.Version,
            Type = type,
            Place = place,
            Asked = asked,
            At = now,
            Wanted = wanted,
        };

    private static bool MayOffer(Case @case, CaseCommand? command, PolicyPack pack)
    {
        var clocks = @case.Rules(pack);
        return command switch
        {
            null => @case.Status < CaseStatus.EnRoute && (@case.StatusLevel > CaseLevel.Grid || PassesCommunity(clocks)),
            Whistle or OfferAccept or OfferDecline or Return or Reopen or UpdateExternal => true,
            VerifyReport or PassUp => PassesCommunity(clocks),
            Acknowledge or StartPreControl or TakeBack => clocks.Find(ClockNames.PreControl) is null,
            RecordMilestone => @case.Status == CaseStatus.PreControl && clocks.Find(ClockNames.PreControl) is null,
            _ => false,
        };
    }

    private static bool BeginsAtStreet(Report report, PolicyPack pack) =>
        report.External is { } sent && pack.Sources.GetValueOrDefault(sent.Source)?.StartAt == CaseStatus.AwaitingDispatch;

    /// <summary>A case may come to the street without a halt at the community: at night, or where nothing is to be done there.</summary>
    private static bool PassesCommunity(ClockSet clocks) => clocks.Urgent || clocks.Find(ClockNames.Acknowledge) is null;

    /// <summary>A command fires what ran out before it, and that may be what comes to an offer.</summary>
    private static bool FiresFirst(Case @case, DateTimeOffset now, PolicyPack pack) =>
        MayOffer(@case, command: null, pack) && CaseFiring.Deadlines(@case, pack).Any(row => row.DueAt < now);
}
