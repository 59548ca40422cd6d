using Dispatch.Contracts;
using Dispatch.Contracts.Decoration;
using Dispatch.Grains.Decoration.Rounds;

namespace Dispatch.Grains.Tests.Decoration;

public sealed class RoundPlanTests
{
    private static readonly DateTimeOffset Now = new(2026, 9, 7, 2, 0, 0, TimeSpan.Zero);
    private static readonly Text BayRule = new("飘窗不得拆除。", "The bay window stays.");

    /// <summary>Two floor-plan types, one watch point.</summary>
    internal static EstateView Estate { get; } = new()
    {
        Id = "huayu-qiantang",
        Version = 1,
        Clocks = [],
        Name = Text.Same("Huayu"),
        StreetId = "xiashi",
        CommunityId = "xishan",
        GridId = "xishan-03",
        Units = [],
        Parties = [],
        May = [],
        Plans =
        [
            Plan("type-a", ["7-2-2001", "7-1-1202", "7-2-2002"],
                new ProneSpot { Id = "bay", X = 0.1, Y = 0.1, Kind = SpotKind.BayWindow, Ruling = RulingKind.Forbidden, Sentence = BayRule },
                new ProneSpot { Id = "kitchen", X = 0.2, Y = 0.1, Kind = SpotKind.Other, Ruling = RulingKind.Allowed, Sentence = Text.Same("Free.") }),
            Plan("type-b", ["7-1-2001"]),
        ],
        Watch = [new WatchPoint { Id = "r1-1", PlanId = "type-b", Why = "Roofs invite sheds." }],
    };

    [Fact]
    public void A_round_looks_at_filed_flats_watch_points_and_spots_that_are_not_free() => Assert.Equal(
        ["1 Filed 7-2-2001", "2 Filed 7-1-2001", "3 Watch type-b", "4 Spot type-a bay"],
        Items(new RoundGround(["7-2-2001", "7-1-2001"], Estate, [], IsNew: false)));

    [Fact]
    public void After_a_confirmed_violation_filed_flats_of_the_same_floor_plan_come_first_and_in_a_new_estate_all_of_them()
    {
        ConfirmedViolation[] violations = [new("7-2-2002", Text.Same("Bay window"), Now)];
        var ground = new RoundGround(["7-1-2001", "7-2-2001"], Estate, [.. violations], IsNew: false);
        Assert.Equal(["1 SameType 7-2-2001", "2 Filed 7-1-2001", "3 Watch type-b", "4 Spot type-a bay"], Items(ground));
        Assert.Contains(BayRule.En, RoundPlan.Of(ground).Items[0].What.En, StringComparison.Ordinal);
        Assert.Equal(["1 SameType 7-2-2001", "2 SameType 7-1-1202"], Items(ground with { IsNew = true }).Take(2));
    }

    [Fact]
    public void A_round_is_bounded_and_says_what_it_left_out()
    {
        var (items, leftOut) = RoundPlan.Of(new RoundGround([.. Enumerable.Range(0, 250).Select(flat => $"1-1-{flat}")], null, [], IsNew: false));
        Assert.Equal((RoundPlan.MostItems, 50), (items.Length, leftOut));
    }

    private static IEnumerable<string> Items(RoundGround ground) => RoundPlan.Of(ground).Items
        .Select(item => $"{item.Id} {item.Kind} {item.UnitId ?? item.PlanId}{(item.SpotId is null ? "" : " " + item.SpotId)}");

    private static FloorPlanView Plan(string id, IReadOnlyList<string> units, params ProneSpot[] spots) => new()
    {
        Id = id,
        Name = Text.Same(id),
        Image = new EvidencePiece(new string('a', 64), "image/jpeg", 1, 1, 1),
        Units = units,
        Spots = spots,
        Draft = new GuidancePlan { Version = 1, Words = Text.Same("."), Lines = [] },
        Changed = false,
    };
}
