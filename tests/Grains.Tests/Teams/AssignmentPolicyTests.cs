using CsCheck;
using Dispatch.Contracts;
using Dispatch.Grains.Routing;
using Dispatch.Grains.Teams.Assignment;
using Dispatch.TestKit;

namespace Dispatch.Grains.Tests.Teams;

public sealed class AssignmentPolicyTests
{
    private static readonly DateTimeOffset Now = new(2026, 9, 7, 2, 0, 0, TimeSpan.Zero);
    private static readonly CasePlace Place = CaseWorld.Place with { Lat = 30.53, Lon = 120.68 };

    private static readonly Gen<Candidate> Anybody = Gen.Select(
        Gen.Int[-60, 600], Gen.Int[1, 2], Gen.Int[-600, 600], Gen.Int[0, 4], Gen.Int[0, 500],
        Gen.OneOf<string[]>([], ["DEC-03"], ["illegal-decoration"], ["FIRE-01"]),
        (until, line, reach, cases, ended, skills) => new Candidate
        {
            UserName = "",
            OnDutyUntil = until < 0 ? null : Now.AddMinutes(until),
            Line = line,
            OutOfReachSince = reach > 0 ? null : Now.AddMinutes(reach),
            Skills = [.. skills],
            OpenCases = cases,
            LastEndedAt = ended == 0 ? null : Now.AddMinutes(-ended),
        });

    private static readonly Gen<Candidate[]> AnyTeam =
        Anybody.Array[0, 40].Select(team => team.Select((one, index) => one with { UserName = $"o.{index:00}" }).ToArray());

    [Fact]
    public void The_first_rule_of_the_pack_that_tells_two_apart_decides_between_them()
    {
        Candidate[] team =
        [
            On("busy") with { OpenCases = 2 },
            On("rested") with { LastEndedAt = Now.AddMinutes(-50) },
            On("fresh") with { LastEndedAt = Now.AddMinutes(-5) },
            On("near") with { OpenCases = 3, Position = new GeoPoint(30.531, 120.681) },
            On("second") with { Line = 2, Skills = ["DEC-03"] },
            On("trained") with { OpenCases = 4, Skills = ["DEC-03"] },
        ];

        var ranking = AssignmentPolicy.Rank(team, Question(), Sample.Xiashi);

        Assert.Equal(["trained", "near", "rested", "fresh", "busy", "second"], ranking.Best.Select(one => one.UserName));
        Assert.Equal([new("near", "1"), new("open-cases", "3"), new RankingReason("no-case-yet")], ranking.Best[1].Reasons);
        Assert.Equal([new("open-cases", "0"), new RankingReason("rested", "50")], ranking.Best[2].Reasons);
    }

    [Fact]
    public void Who_is_at_work_in_the_community_comes_before_who_is_near()
    {
        Candidate[] team = [On("near") with { Position = new GeoPoint(30.53, 120.68) }, On("there") with { OpenCases = 1, WorksIn = ["xishan"] }, On("far")];

        var ranking = AssignmentPolicy.Rank(team, Question(), Sample.Xiashi);

        Assert.Equal(["there", "near", "far"], ranking.Best.Select(one => one.UserName));
        Assert.Equal(new RankingReason("works-there", "xishan"), ranking.Best[0].Reasons[0]);
    }

    [Fact]
    public void Whoever_is_left_out_is_named_with_the_reason()
    {
        Candidate[] team =
        [
            On("a.home") with { OnDutyUntil = null }, On("b.just-ended") with { OnDutyUntil = Now }, On("c.silent") with { OutOfReachSince = Now.AddMinutes(-1) },
            On("d.said-no"), On("e.no-answer"), On("f.fire-only") with { Skills = ["FIRE-01"] }, On("g.asked"),
        ];
        var question = Question(Asked("d.said-no", OfferAnswer.Declined), Asked("e.no-answer", OfferAnswer.Silent), Asked("g.asked", OfferAnswer.Waiting));

        var ranking = AssignmentPolicy.Rank(team, question, Sample.Xiashi);

        Assert.Empty(ranking.Best);
        Assert.Equal(
            [
                ("g.asked", LeftOutReasons.AskedBefore), ("a.home", LeftOutReasons.OffDuty), ("b.just-ended", LeftOutReasons.OffDuty),
                ("c.silent", LeftOutReasons.OutOfReach), ("d.said-no", LeftOutReasons.Declined), ("e.no-answer", LeftOutReasons.DidNotAnswer),
                ("f.fire-only", "lacks-skill"),
            ],
            ranking.LeftOut.Select(one => (one.UserName, one.Why)));
    }

    [Fact]
    public void The_order_of_the_team_changes_nothing_and_nobody_is_both_ranked_and_left_out() => Gen.Select(AnyTeam, Gen.Int[0, 1_000]).Sample(
        (team, seed) =>
        {
            var shuffled = team.OrderBy(one => HashCode.Combine(seed, one.UserName)).ToArray();
            var (one, other) = (AssignmentPolicy.Rank(team, Question(), Sample.Xiashi), AssignmentPolicy.Rank(shuffled, Question(), Sample.Xiashi));

            Assert.Equal(one.Best.Select(best => best.UserName), other.Best.Select(best => best.UserName));
            Assert.Equal(one.LeftOut, other.LeftOut);
            Assert.Equal(team.Length, one.LeftOut.Count + team.Count(IsThere));
            Assert.Equal(Math.Min(OfferRanking.MostBest, team.Count(IsThere)), one.Best.Count);
            Assert.All(one.Best, best => Assert.True(IsThere(team.Single(member => member.UserName == best.UserName))));
        },
        iter: 2_000);

    [Fact]
    public void Whoever_asks_for_fewer_gets_the_first_of_those_that_everybody_gets() => Gen.Select(AnyTeam, Gen.Int[1, OfferRanking.MostBest]).Sample(
        (team, most) =>
        {
            var (few, all) = (AssignmentPolicy.Rank(team, Question(), Sample.Xiashi, most), AssignmentPolicy.Rank(team, Question(), Sample.Xiashi));

            Assert.Equal(all.Best.Take(most).Select(one => one.UserName), few.Best.Select(one => one.UserName));
            Assert.Equal(all.LeftOut, few.LeftOut);
        },
        iter: 2_000);

    [Fact]
    public void Every_rule_has_a_name_that_a_pack_can_write() =>
        Assert.Equal(["area", "line", "load", "rest", "skill"], RankingRules.ByName.Keys.Order());

    private static bool IsThere(Candidate one) =>
        one.OnDutyUntil > Now && one.OutOfReachSince is null && !one.Skills.Contains("FIRE-01");

    private static Candidate On(string name) => new() { UserName = name, OnDutyUntil = Now.AddHours(4) };

    private static AskedOfficer Asked(string name, OfferAnswer answer) => new() { UserName = name, Round = 1, At = Now, Answer = answer };

    private static OfferQuestion Question(params AskedOfficer[] asked) => new()
    {
        CaseId = "case-1",
        PolicyId = "xiashi",
        PolicyVersion = "4",
        Type = "DEC-03",
        Place = Place,
        Asked = asked,
        At = Now,
    };
}
