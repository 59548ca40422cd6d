using Dispatch.Contracts;
using Dispatch.Grains.Cases;
using Dispatch.Grains.Storage;

namespace Dispatch.Grains.Notices;

/// <summary>Something that waits for somebody, for as long as a case stands as it does.</summary>
/// <param name="Cause">What for, unique in the case while it lasts.</param>
/// <param name="Receiver">Whom it waits for.</param>
/// <param name="What">The word for it, as <see cref="NoticeView.What"/> lists it.</param>
internal readonly record struct Matter(string Cause, string Receiver, string What);

/// <summary>What waits for whom in a case as it stands. What is not listed here tells nobody.</summary>
internal static class Matters
{
    /// <summary>An offer, which is urgent under every type.</summary>
    public const string Offer = "offer";

    /// <summary>An officer calls for help.</summary>
    public const string Help = "help";

    /// <summary>A sign from a site is missing, and the officers there are asked for each other.</summary>
    public const string Pair = "pair";

    /// <summary>Every matter of a case, each cause once; none of a case that has ended.</summary>
    public static IEnumerable<Matter> Of(Case @case) =>
        @case.IsOpen ? OfStatus(@case).Concat(OfSupervision(@case)).Concat(OfAssists(@case)).Concat(OfCommittee(@case)).Concat(OfSafety(@case)) : [];

    /// <summary>Whoever is responsible, as a receiver.</summary>
    public static string Receiver(Scope party) => party.Kind == ScopeKind.Officer ? NoticeReceiver.User(party.Id) : party.ToString();

    private static IEnumerable<Matter> OfStatus(Case @case)
    {
        var grid = Scope.Grid(@case.Place.GridId).ToString();
        var community = Scope.Community(@case.Place.CommunityId).ToString();
        var street = Scope.Street(@case.Place.StreetId).ToString();
        return @case.Status switch
        {
            CaseStatus.AwaitingVerification => [new Matter($"verify:{grid}", grid, "verify")],
            CaseStatus.AtGrid => [new Matter($"grid:{grid}", grid, "grid")],
            CaseStatus.AwaitingCommunity => [new Matter($"acknowledge:{community}", community, "acknowledge")],
            CaseStatus.AwaitingDispatch => [new Matter($"assign:{street}", street, "assign")],
            CaseStatus.Offered => @case.OfficerIds.Select(id => new Matter($"offer:{id}", NoticeReceiver.User(id), Offer)),
            CaseStatus.EnRoute => @case.OfficerIds.Skip(1).Select(id => new Matter($"along:{id}", NoticeReceiver.User(id), "along")),
            CaseStatus.AwaitingCheck => [new Matter($"check:{@case.Responsible}", Receiver(@case.Responsible), "check")],
            _ => [],
        };
    }

    private static IEnumerable<Matter> OfSupervision(Case @case)
    {
        var supervisor = Scope.Supervisor(@case.Place.StreetId).ToString();
        if (@case.Supervised)
        {
            yield return new Matter("supervision", supervisor, "supervision");
        }

        if (@case.PendingExtension is not null)
        {
            yield return new Matter("extension", supervisor, "extension");
        }

        if (@case.PendingSuspension is not null)
        {
            yield return new Matter("suspension", supervisor, "suspension");
        }

        if (@case.ReviewsMissed > 0)
        {
            yield return new Matter("review", supervisor, "review");
        }

        if (@case.Cards.Any(card => card.State == CardState.Proposed))
        {
            yield return new Matter("card", supervisor, "card");
        }

        if (@case.Overdue is { Rungs: > 0 })
        {
            foreach (var reminded in new[] { @case.Responsible, OverdueLadder.LeaderOf(@case) }.Distinct())
            {
                yield return new Matter($"reminder:{reminded}", Receiver(reminded), "reminder");
            }
        }
    }

    private static IEnumerable<Matter> OfAssists(Case @case) =>
        from assist in @case.Assists
        where assist.State == AssistState.Called
        select new Matter($"department:{assist.Department}", Scope.Department(assist.Department).ToString(), "department");

    private static IEnumerable<Matter> OfCommittee(Case @case) => @case.Instruction is { AnsweredAt: null } instruction
        ? [new Matter($"instruction:{instruction.At.ToUnixTimeMilliseconds()}", Receiver(@case.Responsible), "instruction")]
        : [];

    /// <summary>Whoever is on a rung that an alarm has reached is told of it until somebody has answered.</summary>
    private static IEnumerable<Matter> OfSafety(Case @case)
    {
        if (@case.OpenAlarm is { AcknowledgedBy: null } alarm)
        {
            for (var rung = AlarmRung.Dispatcher; rung <= alarm.Rung; rung++)
            {
                yield return new Matter($"help:{alarm.At.ToUnixTimeMilliseconds()}:{rung}", OnRung(rung, @case.Place.StreetId), Help);
            }
        }

        if (@case.Signs?.PairAskedAt is { } asked)
        {
            foreach (var officer in @case.OfficerIds)
            {
                yield return new Matter($"pair:{officer}:{asked.ToUnixTimeMilliseconds()}", NoticeReceiver.User(officer), Pair);
            }
        }
    }

    private static string OnRung(AlarmRung rung, string streetId) => rung switch
    {
        AlarmRung.Dispatcher => Scope.Street(streetId).ToString(),
        AlarmRung.Captain => NoticeReceiver.Captain(streetId),
        _ => Scope.Supervisor(streetId).ToString(),
    };
}
