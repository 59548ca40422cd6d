using CsCheck;
using Dispatch.Contracts;
using Dispatch.Grains.Cases;
using Dispatch.Grains.Clocks;
using Dispatch.Grains.Storage;
using Dispatch.Grains.Teams.Assignment;
using Dispatch.Grains.Tests.Cases;
using Dispatch.TestKit;

namespace Dispatch.Grains.Tests.Teams;

/// <summary>What holds of automatic offers under every order of answers and expiries.</summary>
public sealed class OfferProperties
{
    private static readonly DateTimeOffset Start = new(2026, 9, 7, 1, 0, 0, TimeSpan.Zero);

    /// <summary>A team in which people come and go: whether officer i is on duty in minute m is a bit of a hash.</summary>
    private static readonly Gen<(int Officers, int Seed, (int Who, int What, int AfterSeconds)[] Steps)> Walks = Gen.Select(
        Gen.Int[0, 9], Gen.Int, Gen.Select(Gen.Int[0, 9], Gen.Int[0, 9], Gen.Int[0, 400]).Array[0, 30]);

    [Fact]
    public void Nobody_is_asked_twice_nobody_off_duty_is_asked_and_one_at_most_accepts() => Walks.Sample(
        walk =>
        {
            var (@case, now) = (Whistled(Known(walk.Officers, walk.Seed)), Start);
            var winners = 0;
            foreach (var (who, what, after) in walk.Steps)
            {
                now = now.AddSeconds(after);
                var known = Known(walk.Officers, walk.Seed);
                var command = what switch { 0 => new OfferAccept(), < 4 => (CaseCommand)new OfferDecline("r"), _ => null };
                var verdict = command is null
                    ? CaseFiring.Fire(@case, now, Sample.Xiashi, known(@case, null, now))
                    : CaseDecider.Decide(@case, 1, By(Name(who), command, now), now, Sample.Xiashi, known(@case, command, now));
                if (verdict is not Decision { Events.IsEmpty: false } decision)
                {
                    continue;
                }

                Judge(decision.Case, decision.Events, walk.Officers, walk.Seed);
                winners += decision.Events.Count(happened => happened.Event is OfferAccepted);
                @case = decision.Case;
                var asked = @case.Offers?.Asked.Select(one => one.UserName).ToList() ?? [];
                Assert.Equal(asked.Distinct().Count(), asked.Count);
                Assert.True(winners <= 1);
                Assert.NotEqual(Footing.Without, CaseViews.FootingOf(@case, Sample.Xiashi));
                Assert.True(@case.Status != CaseStatus.Offered || !@case.OfficerIds.IsEmpty);
            }
        },
        iter: 3_000);

    [Fact]
    public void Ten_thousand_declines_in_a_row_end_with_the_captain_and_nobody_is_asked_twice()
    {
        const int Officers = 10_000;
        var team = Enumerable.Range(0, Officers).Select(Name).ToArray();
        var next = 0;
        var asked = new HashSet<string>(StringComparer.Ordinal);
        var @case = Whistled((_, _, _) => new Known { Ranked = new(Best()) });
        while (@case.Status == CaseStatus.Offered)
        {
            foreach (var officer in @case.OfficerIds)
            {
                asked.Add(officer);
            }

            next = asked.Count;
            var verdict = CaseDecider.Decide(@case, 1, By(@case.OfficerIds[0], new OfferDecline("r"), Start), Start, Sample.Xiashi, new Known { Ranked = new(Best()) });
            var decision = Assert.IsType<Decision>(verdict);
            if (decision.Case.Status != CaseStatus.Offered)
            {
                Assert.Contains(decision.Events, happened => happened.Event is CaptainAlarmed);
                Assert.Contains(decision.Events, happened => happened.Event is OffersEnded { Cause: "candidates" });
            }

            @case = decision.Case;
        }

        Assert.Equal(Officers, asked.Count);
        Assert.Equal(Officers, @case.Offers!.Asked.Count);
        Assert.All(@case.Offers.Asked, one => Assert.Equal(OfferAnswer.Declined, one.Answer));
        Assert.Equal(CaseStatus.AwaitingDispatch, @case.Status);

        OfferRanking Best() => new([.. team.Skip(next).Take(OfferRanking.MostBest).Select(name => new RankedOfficer(name, []))], []);
    }

    private static void Judge(Case @case, IEnumerable<Happened> events, int officers, int seed)
    {
        foreach (var happened in events)
        {
            var asked = happened.Event switch
            {
                Assigned assigned => assigned.OfficerIds.AsEnumerable(),
                OfferPassedOn passed => [passed.OfficerId],
                _ => [],
            };
            Assert.All(asked, name => Assert.True(IsOnDuty(officers, seed, name, happened.At)));
        }

        Assert.Equal(CaseJson.Snapshot(@case), CaseJson.Snapshot(CaseJson.Case(CaseJson.Snapshot(@case))));
    }

    private static Func<Case?, CaseCommand?, DateTimeOffset, Known> Known(int officers, int seed) => (@case, command, now) => new Known
    {
        Ranked = OfferQuestions.For(@case, command, now, Sample.Xiashi) is { } question
            ? new(AssignmentPolicy.Rank(
                Enumerable.Range(0, officers).Select(Name).Select(name => new Candidate
                {
                    UserName = name,
                    OnDutyUntil = IsOnDuty(officers, seed, name, now) ? now.AddMinutes(1) : null,
                }),
                question,
                Sample.Xiashi))
            : null,
    };

    private static bool IsOnDuty(int officers, int seed, string name, DateTimeOffset at) =>
        Enumerable.Range(0, officers).Select(Name).Contains(name) && ((seed ^ (name[^1] * 7)) + (int)(at - Start).TotalMinutes) % 5 != 0;

    private static string Name(int index) => $"o.{index}";

    private static Case Whistled(Func<Case?, CaseCommand?, DateTimeOffset, Known> known)
    {
        var report = new Report { CaseId = "c", Type = "DEC-03", Place = CaseWorld.Place, PassUp = true };
        var opened = (Decision)CaseDecider.Decide(null, 0, CaseWalks.By(Role.GridWorker, report, Start), Start, Sample.Xiashi, known(null, report, Start));
        var whistle = new Whistle("r");
        return ((Decision)CaseDecider.Decide(
            opened.Case, 1, CaseWalks.By(Role.CommunityStaff, whistle, Start), Start, Sample.Xiashi, known(opened.Case, whistle, Start))).Case;
    }

    private static CommandEnvelope By(string officer, CaseCommand command, DateTimeOffset now) => new()
    {
        Command = command,
        Actor = new Actor(officer, Role.Officer, Scope.Street("xiashi")),
        Key = "k",
        BodyHash = "",
        ReceivedAt = now,
    };
}
