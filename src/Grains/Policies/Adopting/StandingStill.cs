using System.Collections.Immutable;
using Dispatch.Contracts;
using Dispatch.Grains.Cases;
using Dispatch.Grains.Forecasts;
using Dispatch.Grains.Routing;

namespace Dispatch.Grains.Policies.Adopting;

/// <summary>
/// Whether a pack leaves a level without a clock: of each type a case is reported by each side and left alone, and wherever it comes to
/// stand, something must move it on, unless it stands on the last rung or its type is listed as unclocked.
/// </summary>
public static class StandingStill
{
    /// <summary>Longer than any case of a sensible pack climbs.</summary>
    private static readonly TimeSpan LongestClimb = TimeSpan.FromDays(400);

    private static readonly Role[] Reporters = [Role.Citizen, Role.GridWorker, Role.CommunityStaff, Role.Dispatcher];

    private static readonly CasePlace Anywhere = new() { StreetId = "anywhere", CommunityId = "anywhere", GridId = "anywhere" };

    /// <summary>Where cases would stand still, one fault for each type and level.</summary>
    /// <param name="pack">The pack.</param>
    /// <param name="at">When the cases are opened.</param>
    public static ImmutableArray<Fault> In(PolicyPack pack, DateTimeOffset at)
    {
        var faults = new HashSet<Fault>();
        foreach (var type in pack.Types.Values.OrderBy(type => type.Code, StringComparer.Ordinal))
        {
            foreach (var (role, inProgress) in Reporters.SelectMany(role => new[] { (role, false), (role, true) }))
            {
                if (Stands(pack, type.Code, role, inProgress, at) is { } where)
                {
                    faults.Add(new Fault($"types[\"{type.Code}\"]", $"a case stands in {where.Status} at the level {where.Level} with no clock"));
                }
            }
        }

        return [.. faults];
    }

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
                .Select(decision => Standing(decision.Case, pack)).FirstOrDefault(still => still is not null);
    }

    private static Case? Standing(Case @case, PolicyPack pack) =>
        CaseViews.FootingOf(@case, pack) == Storage.Footing.Without ? @case : null;
}
