using System.Collections.Immutable;
using Dispatch.Contracts;
using Dispatch.Grains.Cases;
using Dispatch.Grains.Forecasts;
using Dispatch.Grains.Routing;

namespace Dispatch.Grains.Policies.Adopting;

/// <summary>
/// Where a pack leaves cases to themselves: a rung of the ladder on which no clock of a type starts; and, of each type reported by each
/// side and left alone, wherever a case comes to stand with nothing that moves it on, or is offered to nobody.
/// </summary>
public static class StandingStill
{
    /// <summary>Longer than any case of a sensible pack climbs, in time and in deadlines.</summary>
    private static readonly TimeSpan LongestClimb = TimeSpan.FromDays(400);

    private const int MostDeadlines = 40;

    private static readonly Role[] Reporters = [Role.Citizen, Role.GridWorker, Role.CommunityStaff];

    private static readonly CaseStatus[] Arrivals = [CaseStatus.AtGrid, CaseStatus.AwaitingCommunity, CaseStatus.AwaitingDispatch];

    private static readonly CasePlace Anywhere = new() { StreetId = "anywhere", CommunityId = "anywhere", GridId = "anywhere" };

    /// <summary>Where cases would stand still, one fault for each type and place.</summary>
    /// <param name="pack">The pack.</param>
    /// <param name="at">When the cases are opened.</param>
    public static ImmutableArray<Fault> In(PolicyPack pack, DateTimeOffset at)
    {
        var faults = new HashSet<Fault>();
        foreach (var type in pack.Types.Values.Where(type => !type.Clocks.Rules.IsEmpty).OrderBy(type => type.Code, StringComparer.Ordinal))
        {
            var path = $"types[\"{type.Code}\"]";
            faults.UnionWith(BareRungs(pack, type.Clocks).Select(level => new Fault(path, $"no clock starts at the level {level}")));
            foreach (var role in Reporters)
            {
                var standing = Stands(pack, type.Code, role, inProgress: false, at)
                    ?? (type.InProgressClocks is null ? null : Stands(pack, type.Code, role, inProgress: true, at));
                if (standing is { } where)
                {
                    faults.Add(new Fault(path, $"a case stands in {where.Status} at the level {where.Level}, and nothing moves it on"));
                }
            }
        }

        return [.. faults];
    }

    /// <summary>A rung is bare where no clock starts when a case arrives there, nor in a status in which the pack says that cases are worked.</summary>
    private static IEnumerable<CaseLevel> BareRungs(PolicyPack pack, ClockSet clocks) => pack.Ladder.Where(level =>
        level != CaseLevel.Supervision && !clocks.Rules.Any(rule => rule.StartOn.Any(trigger =>
            Enum.TryParse<CaseStatus>(trigger, out var status) && status.Level() == level && (Arrivals.Contains(status) || pack.Worked.Contains(status)))));

    private static Case? Stands(PolicyPack pack, string type, Role role, bool inProgress, DateTimeOffset at)
    {
        var report = new CommandEnvelope
        {
            Command = new Report { CaseId = "case", Type = type, Place = Anywhere, InProgress = inProgress },
            Actor = new Actor("somebody", role, null),
            Key = "report",
            BodyHash = "",
            ReceivedAt = at,
        };
        return CaseDecider.Decide(null, 0, report, at, pack, Known.Nothing) is not Decision opened ? null
            : Standing(opened.Case, pack) ?? LeftAlone.Until(opened.Case, pack, at, at + LongestClimb, (_, _) => Known.Nothing)
                .Take(MostDeadlines)
                .Select(decision => Standing(decision.Case, pack)).FirstOrDefault(still => still is not null);
    }

    private static Case? Standing(Case @case, PolicyPack pack) =>
        CaseViews.FootingOf(@case, pack) == Storage.Footing.Without
        || @case is { Status: CaseStatus.Offered or CaseStatus.EnRoute, OfficerIds.IsEmpty: true } ? @case : null;
}
