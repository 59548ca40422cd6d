using System.Buffers.Text;
using Dispatch.Contracts;
using Dispatch.Grains.Teams.Assignment;
using Dispatch.TestKit;
using Dispatch.TestKit.Feeds;

namespace Dispatch.Grains.Tests.Teams;

public sealed class AssignmentGrainTests : IAsyncLifetime
{
    private static readonly DateTimeOffset Now = new(2026, 9, 7, 2, 0, 0, TimeSpan.Zero);
    private readonly OfferCluster _city = new();

    public ValueTask InitializeAsync() => _city.InitializeAsync();

    public ValueTask DisposeAsync() => _city.DisposeAsync();

    [Fact]
    public async Task Two_cases_that_ask_before_the_feed_tells_of_either_get_different_officers()
    {
        var (one, other) = (await _city.Assignment().BestFor(Question("c1", wanted: 2)), await _city.Assignment().BestFor(Question("c2", wanted: 2)));

        Assert.Equal(["officer-1", "officer-2"], Best(one!).Take(2));
        Assert.Equal(["officer-3", "officer-4"], Best(other!).Take(2));
        Assert.Equal(Best(one!), Best((await _city.Assignment().BestFor(Question("c1", wanted: 2)))!));
    }

    [Fact]
    public async Task Looking_reserves_nobody()
    {
        await _city.Assignment().BestFor(Question("c1"));

        Assert.Equal(["officer-1", "officer-2", "officer-3", "officer-4"], Best((await _city.Assignment().BestFor(Question("c2")))!));
    }

    [Fact]
    public async Task What_the_feed_tells_of_an_officers_cases_counts()
    {
        await _city.TellAsync(BoardRows.Row("c1", 1, "hehua", "hehua-01", CaseStatus.OnSite) with { OfficerIds = ["officer-1", "officer-2"], ChangedAt = Now });

        var ranking = await _city.UntilAsync(Question("c2"), answer => Best(answer)[0] == "officer-3");

        Assert.Equal(["officer-3", "officer-4", "officer-1", "officer-2"], Best(ranking));
        Assert.Contains(new RankingReason("open-cases", "1"), ranking.Best[2].Reasons);
    }

    [Fact]
    public async Task Who_signs_off_a_moment_after_everybody_was_looked_at_is_not_asked()
    {
        var officer = new Actor("officer-1", Role.Officer, Scope.Street("xiashi"));
        await _city.Officer("officer-1").SetPresence(PresenceKind.SignedIn, new PresenceSign(officer, Now));
        Assert.Equal("officer-1", Best((await _city.Assignment().BestFor(Question("c1")))!)[0]);

        await _city.Officer("officer-1").SignOff(officer, Now.AddSeconds(1));
        var ranking = (await _city.Assignment().BestFor(Question("c1") with { At = Now.AddSeconds(2) }))!;

        Assert.Equal(["officer-2", "officer-3", "officer-4"], Best(ranking));
        Assert.Equal(("officer-1", LeftOutReasons.OutOfReach), (ranking.LeftOut[0].UserName, ranking.LeftOut[0].Why));
    }

    [Fact]
    public async Task Nobody_is_on_duty_at_night_and_a_street_without_a_roster_says_nothing()
    {
        var night = (await _city.Assignment().BestFor(Question("c1") with { At = Now.AddHours(12) }))!;

        Assert.Empty(night.Best);
        Assert.Equal(["officer-1", "officer-2", "officer-3", "officer-4"], night.LeftOut.Select(one => one.UserName));
        Assert.All(night.LeftOut, one => Assert.Equal(LeftOutReasons.OffDuty, one.Why));
        Assert.Null(await _city.Assignment("elsewhere").BestFor(Question("c1")));
        Assert.Null(await _city.Assignment().BestFor(Question("c1") with { Type = "OLD-99" }));
    }

    [Fact]
    public async Task A_whistle_is_answered_with_an_offer_and_a_decline_with_the_next_best()
    {
        var report = new Report { CaseId = "c1", Type = "DEC-03", Place = CaseWorld.Place, PassUp = true };
        await GiveAsync(report, Role.GridWorker, Scope.Grid("xishan-01"));
        var whistled = await GiveAsync(new Whistle("The owner goes on."), Role.CommunityStaff, Scope.Community("xishan"));
        Assert.Equal((CaseStatus.Offered, 1, true), (whistled.Status, whistled.Offers!.Round, whistled.Offers.Automatic));
        Assert.Equal(["officer-1", "officer-2"], whistled.OfficerIds);

        var declined = await GiveAsync(new OfferDecline("The car is in repair."), Role.Officer, Scope.Street("xiashi"), "officer-2");
        var accepted = await GiveAsync(new OfferAccept(), Role.Officer, Scope.Street("xiashi"), "officer-3");

        Assert.Equal(["officer-1", "officer-3"], declined.OfficerIds);
        Assert.Equal((CaseStatus.EnRoute, Scope.Officer("officer-3")), (accepted.Status, accepted.Responsible));
        Assert.Equal(
            [("officer-2", LeftOutReasons.Declined)],
            (await _city.Case("c1").Candidates(Now))!.LeftOut.Where(one => one.Why == LeftOutReasons.Declined).Select(one => (one.UserName, one.Why)));
    }

    [Fact]
    public async Task A_whistle_does_not_wait_for_a_team_that_does_not_answer()
    {
        var hold = _city.Users.Hold = new TaskCompletionSource();
        await GiveAsync(new Report { CaseId = "c1", Type = "DEC-03", Place = CaseWorld.Place, PassUp = true }, Role.GridWorker, Scope.Grid("xishan-01"));

        var began = TimeProvider.System.GetTimestamp();
        var whistled = await GiveAsync(new Whistle("The owner goes on."), Role.CommunityStaff, Scope.Community("xishan"));

        Assert.Equal(CaseStatus.AwaitingDispatch, whistled.Status);
        Assert.InRange(TimeProvider.System.GetElapsedTime(began), TimeSpan.Parse(IAssignmentGrain.Patience, null), TimeSpan.FromSeconds(15));
        hold.SetResult();
        Assert.Equal(4, Best((await _city.Assignment().BestFor(Question("c2")))!).Count);
    }

    [Fact]
    public async Task An_officer_stands_as_their_case_does_and_a_restart_finds_it_again()
    {
        var row = BoardRows.Row("c1", 1, "hehua", "hehua-01", CaseStatus.EnRoute) with { OfficerIds = ["officer-1", "officer-2"], ChangedAt = Now };
        await SignInAsync("officer-1");
        await _city.TellAsync(row);
        await _city.UntilAsync(Question("c2"), answer => Best(answer)[0] == "officer-3");
        Assert.Equal((PresenceKind.OnTheMove, "c1", row.Number), await StandsAsync("officer-1", Now.AddMinutes(30)));

        await _city.TellAsync(row with { Status = CaseStatus.OnSite, Version = 2 });
        await _city.UntilAsync(Question("c2"), answer => answer.Best.Any(one => one.Reasons.Contains(new RankingReason(AtHandReasons.Busy, row.Number))));
        Assert.Equal((PresenceKind.Busy, "c1", row.Number), await StandsAsync("officer-1", Now.AddMinutes(30)));
        await _city.ForgetAllAsync();
        Assert.Equal((PresenceKind.Busy, "c1", row.Number), await StandsAsync("officer-1", Now.AddMinutes(30)));

        await _city.TellAsync(row with { Status = CaseStatus.AwaitingCheck, Version = 3 });
        await _city.UntilAsync(Question("c2"), answer => answer.Best.All(one => one.Reasons.All(reason => reason.Code != AtHandReasons.Busy)));
        Assert.Equal((PresenceKind.SignedIn, null, null), await StandsAsync("officer-1", Now.AddMinutes(5)));
        Assert.Empty(await _city.Assignment().Standing(Now.AddHours(12)));
    }

    [Fact]
    public async Task A_locked_phone_is_asked_where_a_message_wakes_it_and_passed_over_where_none_does()
    {
        await SignInAsync("officer-1");
        await SignInAsync("officer-2");
        Assert.Null(await _city.Notices("officer-2").Subscribe(new WebPushSubscription("https://push.example/2", Base64Url.EncodeToString(new byte[65]), Base64Url.EncodeToString(new byte[16]))));

        var ranking = (await _city.Assignment().BestFor(Question("c1") with { At = Now.AddMinutes(20) }))!;

        Assert.Equal(["officer-2", "officer-3", "officer-4"], Best(ranking));
        Assert.Equal(("officer-1", LeftOutReasons.OutOfReach), (ranking.LeftOut[0].UserName, ranking.LeftOut[0].Why));

        Assert.Null(await _city.Notices("officer-2").Set([NoticeChannels.App], null));
        Assert.Equal(["officer-3", "officer-4"], Best((await _city.Assignment().BestFor(Question("c1") with { At = Now.AddMinutes(21) }))!));
    }

    [Fact]
    public async Task Whoever_lets_an_offer_run_out_unheard_is_not_asked_for_the_next_case_until_they_give_a_sign()
    {
        await SignInAsync("officer-1", Now.AddMinutes(-1));
        await SignInAsync("officer-2", Now.AddMinutes(-1));
        var report = new Report { CaseId = "c1", Type = "DEC-03", Place = CaseWorld.Place, PassUp = true };
        await GiveAsync(report, Role.GridWorker, Scope.Grid("xishan-01"));
        var offered = await GiveAsync(new Whistle("The owner goes on."), Role.CommunityStaff, Scope.Community("xishan"));
        Assert.Equal(["officer-1", "officer-2"], offered.OfficerIds);
        var expired = Now.AddMinutes(6);
        Assert.NotEqual(0, (await _city.Case("c1").OnDeadline(new DeadlineFiring { FiredAt = expired, Claimed = [] })).Fired);

        var next = await _city.UntilAsync(Question("c2") with { At = expired }, answer => answer.LeftOut.Count(one => one.Why == LeftOutReasons.OutOfReach) == 2);
        Assert.Equal(["officer-3", "officer-4"], Best(next).Order());

        await _city.Officer("officer-1").Seen(new PresenceSign(new Actor("officer-1", Role.Officer, Scope.Street("xiashi")), expired.AddMinutes(1)));
        Assert.Equal("officer-1", Best((await _city.Assignment().BestFor(Question("c2") with { At = expired.AddMinutes(2) }))!)[0]);
    }

    private async Task SignInAsync(string userName, DateTimeOffset? at = null) =>
        await _city.Officer(userName).SetPresence(PresenceKind.SignedIn, new PresenceSign(new Actor(userName, Role.Officer, Scope.Street("xiashi")), at ?? Now));

    private async Task<(PresenceKind Kind, string? CaseId, string? Number)> StandsAsync(string userName, DateTimeOffset at)
    {
        var one = (await _city.Assignment().Standing(at)).Single(one => one.UserName == userName);
        return (one.Kind, one.CaseId, one.CaseNumber);
    }

    private async Task<CaseView> GiveAsync(CaseCommand command, Role role, Scope area, string? who = null)
    {
        var answer = await _city.Case("c1").Execute(new CommandEnvelope
        {
            Command = command,
            Actor = new Actor(who ?? role.ToString(), role, area),
            Key = command.Name,
            BodyHash = "",
            ReceivedAt = Now,
        });
        Assert.Null(answer.Refusal);
        return answer.View!;
    }

    private static List<string> Best(OfferRanking ranking) => [.. ranking.Best.Select(one => one.UserName)];

    private static OfferQuestion Question(string caseId, int wanted = 0) => new()
    {
        CaseId = caseId,
        PolicyId = "xiashi",
        PolicyVersion = "4",
        Type = "DEC-03",
        Place = CaseWorld.Place,
        At = Now,
        Wanted = wanted,
    };
}
