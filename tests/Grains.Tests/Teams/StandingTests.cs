using CsCheck;
using Dispatch.Contracts;
using Dispatch.Grains.Officers;
using Dispatch.Grains.Teams.Assignment;

namespace Dispatch.Grains.Tests.Teams;

public sealed class StandingTests
{
    private static readonly DateTimeOffset From = new(2026, 9, 7, 0, 30, 0, TimeSpan.Zero);
    private static readonly DateTimeOffset At = From.AddHours(2);
    private static readonly TimeSpan Silence = TimeSpan.FromMinutes(10);
    private static readonly CaseAtHand Site = new("c1", "xiashi-2026-000001", OnSite: true);
    private static readonly CaseAtHand Way = Site with { OnSite = false };

    private static readonly OnDuty Duty = new() { UserName = "o.li", Role = Role.Officer, Line = 1, From = From, Until = From.AddHours(9), ShiftId = "d1" };

    [Fact]
    public void Whoever_accepted_is_on_the_move_with_the_case_at_work_once_on_site_and_ready_again_when_it_is_left()
    {
        var heard = Signed(minutesAgo: 1);

        var (way, site, left) = (Of(heard, Way), Of(heard, Site), Of(heard));

        Assert.Equal((PresenceKind.OnTheMove, "c1", "xiashi-2026-000001", null), (way.Kind, way.CaseId, way.CaseNumber, way.Since));
        Assert.Equal((PresenceKind.Busy, "c1"), (site.Kind, site.CaseId));
        Assert.Equal((PresenceKind.SignedIn, null, From), (left.Kind, left.CaseId, left.Since));
    }

    [Fact]
    public void A_phone_in_a_pocket_takes_nobody_out_of_reach_who_is_at_a_case_or_whom_a_message_wakes()
    {
        var silent = Signed(minutesAgo: 30);

        Assert.Equal((PresenceKind.OutOfReach, At.AddMinutes(-30)), (Of(silent).Kind, Of(silent).Since));
        Assert.Equal(PresenceKind.Busy, Of(silent, Site).Kind);
        Assert.Equal(PresenceKind.OnTheMove, Of(silent, Way).Kind);
        Assert.Equal((PresenceKind.SignedIn, At.AddMinutes(-30)), (Of(silent, wakes: true).Kind, Of(silent, wakes: true).HeardAt));
    }

    [Fact]
    public void An_offer_that_ran_out_unheard_takes_somebody_out_of_reach_until_the_next_sign()
    {
        var asked = At.AddMinutes(-6);
        var unanswered = Signed(minutesAgo: 7).DidNotAnswer(asked);

        Assert.Equal((PresenceKind.OutOfReach, At.AddMinutes(-7)), (Of(unanswered, wakes: true).Kind, Of(unanswered, wakes: true).Since));
        Assert.Equal(PresenceKind.SignedIn, Of(unanswered.Heard(At, new DutySpan(Duty.From, Duty.Until), Silence)).Kind);
        Assert.Equal(PresenceKind.SignedIn, Of(Signed(minutesAgo: 5).DidNotAnswer(asked)).Kind);
    }

    [Fact]
    public void Whoever_never_signed_in_is_asked_however_many_offers_ran_out()
    {
        var never = new OfficerPresence();

        Assert.Null(Reaching.Of(Duty, Of(never)).OutOfReachSince);
        Assert.Null(Reaching.Of(Duty, Of(never.DidNotAnswer(At.AddMinutes(-6)))).OutOfReachSince);
    }

    [Fact]
    public void Who_says_that_they_are_off_is_off_whatever_they_are_at_and_a_word_of_the_duty_before_does_not_count()
    {
        var off = Signed(minutesAgo: 30).Off(At.AddMinutes(-20));
        var before = new OfficerPresence { Kind = PresenceKind.SignedOff, Since = From };

        Assert.Equal((PresenceKind.SignedOff, "c1", At.AddMinutes(-20)), (Of(off, Site).Kind, Of(off, Site).CaseId, Reaching.Of(Duty, Of(off, Site)).OutOfReachSince));
        Assert.Equal(PresenceKind.Busy, Of(before, Site).Kind);
        Assert.Equal((PresenceKind.SignedOff, null, null), (Of(before).Kind, Of(before).Since, Reaching.Of(Duty, Of(before)).OutOfReachSince));
    }

    [Fact]
    public void What_the_ranking_tells_of_a_case_at_hand_comes_after_its_reasons_and_decides_nothing() => Gen.Select(Gen.Int[0, 40], Gen.Bool, Gen.Bool).Sample(
        (minutes, wakes, onSite) =>
        {
            var (free, busy) = (Reaching.Of(Duty, Of(Signed(minutes), wakes: wakes)), Reaching.Of(Duty, Of(Signed(minutes), onSite ? Site : Way, wakes)));

            Assert.Null(free.AtHand);
            Assert.Equal(new RankingReason(onSite ? AtHandReasons.Busy : AtHandReasons.OnTheMove, Site.Number), busy.AtHand);
            Assert.Null(busy.OutOfReachSince);
            Assert.Equal(minutes < Silence.TotalMinutes || wakes, free.OutOfReachSince is null);
        });

    private static OfficerPresence Signed(int minutesAgo) => new OfficerPresence()
        .Said(PresenceKind.SignedIn, From, Duty.Until, Silence) with
    { HeardAt = At.AddMinutes(-minutesAgo) };

    private static Presence Of(OfficerPresence kept, CaseAtHand? at = null, bool wakes = false) => Standing.Of(Duty, kept.View("o.li", At, Silence, null), at, wakes);
}
