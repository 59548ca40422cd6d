using Dispatch.Silo.Clock;
using Microsoft.Extensions.Time.Testing;

namespace Dispatch.Silo.Tests.Clock;

public sealed class VirtualTimeTests
{
    private static readonly DateTimeOffset Start = ClockOptions.DemoStart;
    private readonly FakeTimeProvider _real = new(new DateTimeOffset(2026, 11, 24, 12, 0, 0, TimeSpan.Zero));
    private readonly FakeClockStore _store;

    public VirtualTimeTests() => _store = new FakeClockStore(_real);

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Fact]
    public async Task An_empty_store_begins_at_the_start_and_runs_at_its_speed()
    {
        var time = Process();
        Assert.Equal(Start, await NowAsync(time));

        _real.Advance(TimeSpan.FromMinutes(1));

        Assert.Equal(Start.AddHours(1), await NowAsync(time));
    }

    [Fact]
    public async Task After_a_stop_it_goes_on_from_the_last_committed_event()
    {
        await NowAsync(Process());
        _store.LastEventAt = Start.AddHours(5);

        _real.Advance(TimeSpan.FromDays(1));

        Assert.Equal(Start.AddHours(5), await NowAsync(Process()));
    }

    [Fact]
    public async Task A_restart_without_any_event_goes_on_from_where_it_began()
    {
        await NowAsync(Process());
        _real.Advance(TimeSpan.FromDays(1));

        Assert.Equal(Start, await NowAsync(Process()));
    }

    [Fact]
    public async Task Catching_up_goes_on_as_if_nothing_had_stopped()
    {
        await NowAsync(Process());
        _store.LastEventAt = Start.AddHours(5);

        _real.Advance(TimeSpan.FromHours(1));

        Assert.Equal(Start.AddHours(60), await NowAsync(Process(catchUp: true)));
    }

    [Fact]
    public async Task A_second_process_joins_a_running_cluster_without_moving_its_time()
    {
        var first = Process(shared: true);
        await NowAsync(first);
        _store.LastEventAt = Start.AddMinutes(1);
        for (var minute = 0; minute < 5; minute++)
        {
            _real.Advance(ClockKeeper.Interval);
            await NowAsync(first);
        }

        _real.Advance(TimeSpan.FromSeconds(30));
        var second = Process(shared: true, speed: 7);

        Assert.Equal(Start.AddMinutes(330), await NowAsync(second));
        Assert.Equal(await NowAsync(first), await NowAsync(second));
    }

    [Fact]
    public async Task A_cluster_that_was_stopped_goes_on_from_the_last_committed_event()
    {
        await NowAsync(Process(shared: true));
        _store.LastEventAt = Start.AddHours(2);

        _real.Advance(VirtualTime.Alive);

        Assert.Equal(Start.AddHours(2), await NowAsync(Process(shared: true)));
    }

    [Fact]
    public async Task Another_speed_after_a_stop_starts_where_the_old_one_ended()
    {
        await NowAsync(Process());
        _store.LastEventAt = Start.AddHours(1);
        var slower = Process(speed: 2);
        await NowAsync(slower);

        _real.Advance(TimeSpan.FromMinutes(1));

        Assert.Equal(Start.AddHours(1).AddMinutes(2), await NowAsync(slower));
    }

    private static async Task<DateTimeOffset> NowAsync(VirtualTime time) => (await time.ReadAsync(Stop)).Now;

    private VirtualTime Process(bool catchUp = false, bool shared = false, double speed = 60) => new(_store, Start, speed, catchUp, shared);
}
