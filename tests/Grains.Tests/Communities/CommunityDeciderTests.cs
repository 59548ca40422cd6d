using Dispatch.Contracts;
using Dispatch.Grains.Cases;
using Dispatch.Grains.Communities;
using Dispatch.Grains.Duties;
using Dispatch.Grains.Tests.Duties;
using Dispatch.TestKit;

namespace Dispatch.Grains.Tests.Communities;

public sealed class CommunityDeciderTests
{
    private static readonly Scope Xishan = Scope.Community("xishan");
    private static readonly Actor Staff = new("s.lu", Role.CommunityStaff, Xishan);

    private readonly DutyWorld _world = new((duty, now) => CommunityDecider.Fire(duty, now, Sample.Xiashi));

    [Fact]
    public void Lunch_is_no_silence_and_after_it_the_rest_of_the_time_counts()
    {
        _world.Do("2026-09-07 11:55", Hear).PassUntil("2026-09-08 16:00");

        Assert.Equal(
        [
            "Mon 09-07 11:55:00.000 ConsoleHeard",
            "Mon 09-07 11:55:00.000 ClockStarted console#1 15 min",
            "Mon 09-07 13:40:00.001 DeadlineMissed console#1 due Mon 09-07 13:40:00.000",
            "Mon 09-07 13:40:00.001 ConsoleSilent",
        ],
        _world.News());
    }

    [Fact]
    public void Night_and_weekend_are_no_silence_either()
    {
        _world.Do("2026-09-11 17:28", Hear).PassUntil("2026-09-14 08:43");
        Assert.DoesNotContain(_world.News(), line => line.Contains("Silent", StringComparison.Ordinal));

        _world.PassUntil("2026-09-14 08:44");
        Assert.Equal(
            ["Mon 09-14 08:43:00.001 DeadlineMissed console#1 due Mon 09-14 08:43:00.000", "Mon 09-14 08:43:00.001 ConsoleSilent"], _world.News());
    }

    [Fact]
    public void A_sign_of_life_in_the_night_waits_for_the_morning()
    {
        _world.Do("2026-09-07 22:00", Hear);

        Assert.Equal(
            ["Mon 09-07 22:00:00.000 ConsoleHeard", "Mon 09-07 22:00:00.000 ClockStarted console#1 15 min waits until Tue 09-08 08:30:00.000"],
            _world.News());
    }

    [Fact]
    public void Silence_is_alarmed_once_and_ends_with_the_next_sign_of_life()
    {
        _world.Do("2026-09-07 09:00", Hear).PassUntil("2026-09-08 10:00").News();

        _world.Do("2026-09-08 10:00", Hear);

        Assert.Equal(
        [
            "Tue 09-08 10:00:00.000 ConsoleHeard",
            "Tue 09-08 10:00:00.000 ClockStopped console#1 Missed",
            "Tue 09-08 10:00:00.000 ClockStarted console#2 15 min",
        ],
        _world.News());
    }

    [Fact]
    public void Signs_of_life_are_stored_once_a_minute_at_most()
    {
        _world.Do("2026-09-07 09:00", Hear).News();

        _world.Do("2026-09-07 09:00:59.999", Hear);
        Assert.Empty(_world.News());

        _world.Do("2026-09-07 09:01", Hear);
        Assert.Equal(["Mon 09-07 09:01:00.000 ClockStopped console#1 Met", "Mon 09-07 09:01:00.000 ClockStarted console#2 15 min"], _world.News());
    }

    [Fact]
    public void A_console_that_never_spoke_is_silent_from_when_it_was_waited_for()
    {
        _world.Do("2026-09-07 09:00", (duty, now) => DutyDecider.Open(duty, Sample.Xiashi.Console, now, Sample.Xiashi)).PassUntil("2026-09-07 09:16");

        Assert.Equal("Mon 09-07 09:15:00.001 ConsoleSilent", _world.News()[^1]);
    }

    [Fact]
    public void A_sign_of_life_after_an_unfired_deadline_records_the_silence_first()
    {
        _world.Do("2026-09-07 09:00", Hear).News();

        _world.Do("2026-09-07 09:20", Hear);

        Assert.Equal(
            ["DeadlineMissed", "ConsoleSilent", "ConsoleHeard", "ClockStopped", "ClockStarted"],
            _world.News().Select(line => line.Split(' ')[3]));
    }

    [Theory]
    [InlineData(Role.CommunityStaff, "community:hehua", RefusalCode.OutsideArea)]
    [InlineData(Role.GridWorker, "grid:xishan-01", RefusalCode.RoleNotAllowed)]
    [InlineData(Role.System, null, null)]
    public void Only_a_communitys_own_staff_keep_its_console(Role role, string? area, RefusalCode? code)
    {
        var by = new Actor("somebody", role, Scope.TryParse(area, out var scope) ? scope : null);

        var verdict = CommunityDecider.Hear(Duty.None, by, Xishan, DutyWorld.At("2026-09-07 09:00"), Sample.Xiashi, Sample.Territory);

        Assert.Equal(code, (verdict as Refused)?.Refusal.Code);
    }

    private static Verdict Hear(Duty duty, DateTimeOffset now) => CommunityDecider.Hear(duty, Staff, Xishan, now, Sample.Xiashi, Sample.Territory);
}
