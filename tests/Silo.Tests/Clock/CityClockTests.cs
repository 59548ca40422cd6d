using Dispatch.Silo.Clock;
using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Time.Testing;

namespace Dispatch.Silo.Tests.Clock;

public sealed class CityClockTests
{
    private static readonly DateTimeOffset Noon = new(2026, 11, 24, 12, 0, 0, TimeSpan.Zero);
    private readonly FakeTimeProvider _real = new(Noon);
    private readonly FakeClockStore _store;

    public CityClockTests() => _store = new FakeClockStore(_real);

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Fact]
    public async Task At_speed_1_it_is_the_databases_instant_and_runs_on_monotonic_time()
    {
        _store.Off = TimeSpan.FromHours(3);
        var clock = await OpenAsync();
        _store.Off = TimeSpan.Zero;

        _real.Advance(TimeSpan.FromSeconds(10));

        Assert.Equal(Noon.AddHours(3).AddSeconds(10), clock.Now);
        Assert.Equal(1, clock.Speed);
    }

    [Fact]
    public async Task Instants_are_cut_to_whole_milliseconds()
    {
        var clock = await OpenAsync();

        _real.Advance(TimeSpan.FromTicks(19_999));

        Assert.Equal(Noon.AddMilliseconds(1), clock.Now);
    }

    [Fact]
    public async Task Drift_is_taken_over_and_never_makes_it_run_back()
    {
        var clock = await OpenAsync();
        _store.Off = TimeSpan.FromSeconds(-5);

        var before = clock.Now;
        await clock.CheckAsync(Stop);

        Assert.Equal(before, clock.Now);
        _real.Advance(TimeSpan.FromSeconds(5));
        Assert.Equal(before, clock.Now);
        _real.Advance(TimeSpan.FromSeconds(1));
        Assert.Equal(before.AddSeconds(1), clock.Now);
        Assert.Null(clock.Step);
    }

    [Theory]
    [InlineData(3600)]
    [InlineData(-3600)]
    [InlineData(31)]
    public async Task A_step_of_more_than_30_seconds_is_not_believed_and_alarms(int seconds)
    {
        var clock = await OpenAsync();
        _store.Off = TimeSpan.FromSeconds(seconds);

        _real.Advance(TimeSpan.FromMinutes(1));
        await clock.CheckAsync(Stop);

        Assert.Equal(TimeSpan.FromSeconds(seconds), clock.Step?.By);
        Assert.Equal(Noon.AddMinutes(1), clock.Now);
    }

    [Fact]
    public async Task A_difference_of_30_seconds_is_still_drift()
    {
        var clock = await OpenAsync();
        _store.Off = TimeSpan.FromSeconds(30);

        await clock.CheckAsync(Stop);

        Assert.Null(clock.Step);
        Assert.Equal(Noon.AddSeconds(30), clock.Now);
    }

    [Fact]
    public async Task It_is_steady_again_when_the_step_is_taken_back()
    {
        var clock = await OpenAsync();
        _store.Off = TimeSpan.FromHours(1);
        await clock.CheckAsync(Stop);

        _store.Off = TimeSpan.FromSeconds(1);
        await clock.CheckAsync(Stop);

        Assert.Null(clock.Step);
        Assert.Equal(Noon.AddSeconds(1), clock.Now);
    }

    [Fact]
    public async Task A_step_that_stays_is_taken_over_only_by_a_restart()
    {
        var clock = await OpenAsync();
        _store.Off = TimeSpan.FromHours(1);

        for (var minute = 0; minute < 10; minute++)
        {
            _real.Advance(TimeSpan.FromMinutes(1));
            await clock.CheckAsync(Stop);
        }

        Assert.NotNull(clock.Step);
        Assert.Equal(Noon.AddMinutes(10), clock.Now);
        Assert.Equal(Noon.AddMinutes(70), (await OpenAsync()).Now);
    }

    [Fact]
    public async Task A_step_is_measured_in_real_time_whatever_the_speed()
    {
        var clock = await OpenAsync(Virtual());
        _store.Off = TimeSpan.FromSeconds(10);
        await clock.CheckAsync(Stop);
        Assert.Null(clock.Step);

        _store.Off = TimeSpan.FromSeconds(50);
        await clock.CheckAsync(Stop);

        Assert.Equal(TimeSpan.FromSeconds(40), clock.Step?.By);
    }

    [Fact]
    public async Task It_counts_on_while_its_source_is_away()
    {
        var clock = await OpenAsync();
        _store.Away = true;

        _real.Advance(TimeSpan.FromMinutes(1));
        await clock.CheckAsync(Stop);

        Assert.Equal(Noon.AddMinutes(1), clock.Now);
        Assert.Null(clock.Step);
    }

    [Fact]
    public async Task A_timer_of_a_city_minute_rings_after_a_second_at_speed_60()
    {
        var clock = await OpenAsync(Virtual());
        var rung = false;
        await using var timer = clock.CreateTimer(_ => rung = true, null, TimeSpan.FromMinutes(1), Timeout.InfiniteTimeSpan);

        _real.Advance(TimeSpan.FromMilliseconds(999));
        Assert.False(rung);
        _real.Advance(TimeSpan.FromMilliseconds(1));

        Assert.True(rung);
    }

    [Fact]
    public async Task Clients_are_told_the_instant_in_the_citys_zone()
    {
        var clock = await OpenAsync();

        var time = clock.Time;

        Assert.Equal(TimeSpan.FromHours(8), time.Now.Offset);
        Assert.Equal(Noon, time.Now);
        Assert.Equal("Asia/Shanghai", time.Zone);
    }

    [Fact]
    public async Task A_store_that_ran_ahead_of_real_time_is_refused_at_speed_1()
    {
        _store.LastEventAt = Noon.AddDays(2);

        var fault = await Assert.ThrowsAsync<StartFaultException>(() => OpenAsync());

        Assert.Contains("2026-11-26", fault.Message, StringComparison.Ordinal);
    }

    private VirtualTime Virtual() => new(_store, ClockOptions.DemoStart, 60, catchUp: false, shared: false);

    private async Task<CityClock> OpenAsync(ICityTimeSource? source = null)
    {
        var zone = TimeZoneInfo.FindSystemTimeZoneById("Asia/Shanghai");
        var clock = new CityClock(source ?? new DatabaseTime(_store), _real, zone, NullLogger<CityClock>.Instance);
        await clock.OpenAsync(Stop);
        return clock;
    }
}
