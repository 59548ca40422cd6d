using Dispatch.Contracts;
using Dispatch.Grains.Notices;
using Dispatch.Grains.Teams;
using static Dispatch.Grains.Tests.Teams.TeamWorld;

namespace Dispatch.Grains.Tests.Teams;

/// <summary>Who is told of what a roster has of them.</summary>
public sealed class RosterMattersTests
{
    private const string Now = "2026-09-07 09:00";
    private readonly TeamWorld _world = new();

    public RosterMattersTests()
    {
        _world.Do("2026-08-31 12:00", Captain, new PlanDuty(Duty("08:30-17:30", "officer-1 officer-2")))
            .Do("2026-08-31 12:00", Captain, new PlanDuty(Duty("17:30-08:30", "officer-3 officer-4")));
    }

    private AskSwap DayForNight => new(
        "officer-3", _world.Span("2026-09-08 08:30", "2026-09-08 17:30"), _world.Span("2026-09-09 17:30", "2026-09-10 08:30"));

    [Fact]
    public void Whoever_is_asked_to_swap_is_told_with_whom_and_when_until_they_have_answered()
    {
        _world.Do(Now, As("officer-1"), DayForNight);
        Assert.Equal(["user:officer-3 swapAsked by officer-1: 09-08 08:30–17:30 ⇄ 09-09 17:30 – 09-10 08:30"], Told(Now));

        _world.Do(Now, As("officer-3"), new AnswerSwap("s3", true));
        Assert.Equal(["user:officer-1 swapAgreed by officer-3: 09-08 08:30–17:30 ⇄ 09-09 17:30 – 09-10 08:30"], Told(Now));
        Assert.NotEmpty(Told("2026-09-10 08:29"));
        Assert.Empty(Told("2026-09-10 08:30"));
    }

    [Fact]
    public void Whoever_asked_is_told_of_a_no_and_nobody_of_what_was_taken_back_or_came_too_late()
    {
        _world.Do(Now, As("officer-1"), DayForNight).Do(Now, As("officer-3"), new AnswerSwap("s3", false));
        Assert.Equal(["user:officer-1 swapDeclined by officer-3: 09-08 08:30–17:30 ⇄ 09-09 17:30 – 09-10 08:30"], Told(Now));
        Assert.Empty(Told("2026-09-08 08:30"));

        _world.Do(Now, As("officer-1"), DayForNight with { Taken = null });
        Assert.Equal(2, Told(Now).Count);
        _world.Do(Now, As("officer-1"), new WithdrawChange("s4")).Do(Now, As("officer-1"), new WithdrawChange("s3"));
        Assert.Empty(Told(Now));
    }

    [Fact]
    public void Who_is_put_on_duty_and_whose_duty_that_was_are_told_by_whom_but_nobody_of_their_own_doing()
    {
        _world.Do(Now, Captain, new OverrideDuty("captain", _world.At("2026-09-08 12:00"), _world.At("2026-09-08 10:00"), "officer-1"))
            .Do(Now, Captain, new OverrideDuty("officer-4", _world.At("2026-09-08 12:00"), _world.At("2026-09-08 10:00")));

        Assert.Equal(
            ["user:officer-1 dutyTaken by captain: 09-08 10:00–12:00", "user:officer-4 dutyGiven by captain: 09-08 10:00–12:00"], Told(Now).Order());
    }

    private List<string> Told(string at) =>
    [
        .. RosterMatters.Of(_world.Roster, _world.Calendar.Zone, _world.At(at)).Select(one => (one, NoticePayload.Of(one)))
            .Select(told => $"{told.one.Receiver} {told.Item2.What} by {told.Item2.By}: {told.Item2.Title.En}"),
    ];
}
