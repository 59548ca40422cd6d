using Dispatch.Contracts;
using Dispatch.Grains.Deadlines;
using Dispatch.Silo.Clock;
using Dispatch.Silo.Deadlines;
using Dispatch.Silo.Tests.Clock;
using Microsoft.Extensions.Logging.Abstractions;

namespace Dispatch.Silo.Tests.Deadlines;

public sealed class DeadlineSweeperTests : IAsyncDisposable
{
    private static readonly DateTimeOffset Noon = new(2026, 11, 24, 12, 0, 0, TimeSpan.Zero);
    private static readonly TimeSpan Step = TimeSpan.FromMilliseconds(5);
    private readonly SteppedTime _real = new(Noon);
    private readonly FakeClockStore _clockStore;
    private readonly FakeDeadlines _deadlines;
    private readonly FakeOwners _owners;
    private readonly DeadlineLatency _latency = new();
    private readonly CityClock _clock;
    private readonly CancellationTokenSource _patience = CancellationTokenSource.CreateLinkedTokenSource(TestContext.Current.CancellationToken);
    private DeadlineSweeper? _sweeper;

    public DeadlineSweeperTests()
    {
        _patience.CancelAfter(TimeSpan.FromSeconds(30));
        _clockStore = new FakeClockStore(_real);
        _deadlines = new FakeDeadlines(_real);
        _owners = new FakeOwners(_deadlines);
        _clock = new CityClock(new DatabaseTime(_clockStore), _real, TimeZoneInfo.Utc, NullLogger<CityClock>.Instance);
    }

    private CancellationToken Stop => _patience.Token;

    public async ValueTask DisposeAsync()
    {
        _owners.Gate?.TrySetResult();
        if (_sweeper is not null)
        {
            await _sweeper.StopAsync(CancellationToken.None);
            _sweeper.Dispose();
        }

        _patience.Dispose();
    }

    [Fact]
    public async Task Nothing_fires_at_its_due_instant_and_everything_right_after_it()
    {
        _deadlines.Add("case:a", Noon.AddMilliseconds(20));
        await StartAsync(new SweepOptions { Horizon = TimeSpan.FromMilliseconds(20) });
        await UntilAsync(() => _deadlines.Claims.TryRead(out var claim) && claim == Noon.AddMilliseconds(20));
        Assert.False(_owners.Calls.TryPeek(out _));

        var (owner, firing) = await NextCallAsync();

        Assert.Equal("case:a", owner);
        Assert.True(firing.FiredAt > Noon.AddMilliseconds(20), $"{firing.FiredAt:O} is not after the due instant");
        Assert.Equal(0, firing.FiredAt.Ticks % TimeSpan.TicksPerMillisecond);
    }

    [Fact]
    public async Task It_sleeps_until_the_next_due_instant_and_not_a_whole_horizon()
    {
        _deadlines.Add("case:a", Noon.AddMilliseconds(300));
        await StartAsync();

        var (_, firing) = await NextCallAsync();

        Assert.InRange(firing.FiredAt, Noon.AddMilliseconds(301), Noon.AddMilliseconds(330));
    }

    [Fact]
    public async Task What_fell_due_while_nothing_ran_is_fired_oldest_first()
    {
        for (var n = 0; n < 250; n++)
        {
            _deadlines.Add($"case:{n:D3}", Noon.AddMinutes(-1 - (n * 7 % 250)));
        }

        await StartAsync(new SweepOptions { Rows = 20, InFlight = 1 });
        var due = new List<DateTimeOffset>();
        while (due.Count < 250)
        {
            due.Add((await NextCallAsync()).Firing.Claimed[0].DueAt);
        }

        Assert.Equal(due.Order(), due);
    }

    [Fact]
    public async Task An_owners_rows_come_in_one_call_with_its_snapshot()
    {
        _deadlines.Add("case:a", Noon.AddMinutes(-2), mark: 50);
        _deadlines.Add("case:a", Noon.AddMinutes(-1), mark: 80);
        await StartAsync();

        var (_, firing) = await NextCallAsync();

        Assert.Equal([50, 80], firing.Claimed.Select(row => row.Mark));
        Assert.Equal("case:a", firing.Snapshot?.OwnerId);
    }

    [Fact]
    public async Task An_owner_that_fails_holds_up_nobody_and_is_called_again_when_its_lease_has_run_out()
    {
        _owners.Failing["case:bad"] = new InvalidOperationException("broken");
        _deadlines.Add("case:bad", Noon.AddMinutes(-2));
        _deadlines.Add("case:good", Noon.AddMinutes(-1));
        await StartAsync();
        Assert.Equal("case:bad", (await NextCallAsync()).OwnerId);
        Assert.Equal("case:good", (await NextCallAsync()).OwnerId);

        var failedAt = _real.GetUtcNow();
        _owners.Failing.Clear();

        Assert.Equal("case:bad", (await NextCallAsync()).OwnerId);
        Assert.InRange(_real.GetUtcNow() - failedAt, TimeSpan.FromSeconds(28), TimeSpan.FromSeconds(32));
    }

    [Fact]
    public async Task Rows_leased_by_a_silo_that_died_are_fired_once_the_lease_has_run_out()
    {
        _deadlines.Add("case:a", Noon.AddMinutes(-2));
        await _deadlines.ClaimDueAsync(Noon, 10, "a silo that died", TimeSpan.FromSeconds(30), Stop);
        await StartAsync();

        await NextCallAsync();

        Assert.InRange(_real.GetUtcNow() - Noon, TimeSpan.FromSeconds(30), TimeSpan.FromSeconds(32));
    }

    [Fact]
    public async Task No_more_owners_are_called_together_than_allowed_and_the_next_claim_is_ready_meanwhile()
    {
        _owners.Gate = new TaskCompletionSource();
        for (var n = 0; n < 30; n++)
        {
            _deadlines.Add($"case:{n}", Noon.AddMinutes(-1));
        }

        await StartAsync(new SweepOptions { Rows = 10, InFlight = 4 });
        for (var n = 0; n < 4; n++)
        {
            await NextCallAsync();
        }

        await _deadlines.Claims.ReadAsync(Stop);
        await _deadlines.Claims.ReadAsync(Stop);
        Assert.False(_owners.Calls.TryPeek(out _));

        _owners.Gate.SetResult();
        for (var n = 4; n < 30; n++)
        {
            await NextCallAsync();
        }

        Assert.Equal(4, _owners.Most);
    }

    [Fact]
    public async Task Claims_that_waited_past_their_lease_are_left_to_whoever_has_them_now()
    {
        _owners.Gate = new TaskCompletionSource();
        _deadlines.Add("case:slow", Noon.AddMinutes(-2));
        _deadlines.Add("case:waiting", Noon.AddMinutes(-1));
        await StartAsync(new SweepOptions { InFlight = 1 });
        await NextCallAsync();
        _real.Advance(TimeSpan.FromSeconds(30));
        await _deadlines.ClaimDueAsync(_clock.Now, 10, "another silo", TimeSpan.FromSeconds(30), Stop);
        var takenOver = _real.GetUtcNow();

        _owners.Gate.SetResult();
        var (owner, _) = await NextCallAsync();

        Assert.Equal("case:waiting", owner);
        Assert.True(_real.GetUtcNow() - takenOver >= TimeSpan.FromSeconds(30), "it was fired under another's lease");
    }

    [Fact]
    public async Task Nothing_fires_while_the_clock_is_not_steady()
    {
        await StartAsync();
        _clockStore.Off = TimeSpan.FromHours(1);
        await _clock.CheckAsync(Stop);
        _deadlines.Add("case:a", Noon.AddMilliseconds(1));
        await UntilAsync(() => _sweeper!.State == SweeperState.ClockUnsteady);
        _real.Advance(TimeSpan.FromMinutes(10));
        Assert.False(_owners.Calls.TryPeek(out _));

        _clockStore.Off = TimeSpan.Zero;
        await _clock.CheckAsync(Stop);

        Assert.Equal("case:a", (await NextCallAsync()).OwnerId);
        Assert.Equal(SweeperState.Running, _sweeper!.State);
    }

    [Fact]
    public async Task A_store_that_is_away_is_asked_again_and_nothing_is_lost()
    {
        _deadlines.Away = true;
        _deadlines.Add("case:a", Noon.AddMinutes(-1));
        await StartAsync();
        await UntilAsync(() => _sweeper!.State == SweeperState.StoreAway);

        _deadlines.Away = false;

        Assert.Equal("case:a", (await NextCallAsync()).OwnerId);
        Assert.Equal(SweeperState.Running, _sweeper!.State);
    }

    [Fact]
    public async Task While_the_store_refuses_commits_the_rest_of_a_claim_waits_and_is_not_lost_to_its_lease()
    {
        var queueFull = new StoreUnavailableException("queue full");
        for (var n = 0; n < 20; n++)
        {
            _owners.Failing[$"case:{n}"] = queueFull;
            _deadlines.Add($"case:{n}", Noon.AddMinutes(n - 30));
        }

        await StartAsync(new SweepOptions { InFlight = 4 });
        await NextCallAsync();
        _owners.Failing.Clear();
        for (var n = 1; n < 20; n++)
        {
            await NextCallAsync();
        }

        Assert.InRange(_real.GetUtcNow() - Noon, TimeSpan.FromMilliseconds(20), TimeSpan.FromSeconds(2));
    }

    [Fact]
    public async Task A_stop_waits_for_calls_under_way_and_starts_no_more()
    {
        _owners.Gate = new TaskCompletionSource();
        _deadlines.Add("case:a", Noon.AddMinutes(-2));
        _deadlines.Add("case:b", Noon.AddMinutes(-1));
        await StartAsync(new SweepOptions { InFlight = 1 });
        await NextCallAsync();

        var stopped = _sweeper!.StopAsync(Stop);
        Assert.False(stopped.IsCompleted);
        _owners.Gate.SetResult();
        await stopped;

        Assert.False(_owners.Calls.TryPeek(out _));
        Assert.Equal(SweeperState.Stopped, _sweeper.State);
    }

    [Fact]
    public async Task A_stop_does_not_wait_for_ever()
    {
        _owners.Gate = new TaskCompletionSource();
        _deadlines.Add("case:a", Noon.AddMinutes(-2));
        await StartAsync();
        await NextCallAsync();

        var stopped = _sweeper!.StopAsync(Stop);
        await UntilAsync(() => stopped.IsCompleted);

        Assert.Equal(SweeperState.Stopped, _sweeper.State);
    }

    [Fact]
    public async Task Lateness_is_kept_in_real_time_whatever_the_speed()
    {
        var fast = new CityClock(
            new VirtualTime(_clockStore, Noon, 60, catchUp: false, shared: false), _real, TimeZoneInfo.Utc, NullLogger<CityClock>.Instance);
        _deadlines.Add("case:a", Noon.AddMinutes(-2));
        await StartAsync(clock: fast);
        await NextCallAsync();

        IReadOnlyList<double> late = [];
        await UntilAsync(() => (late = _latency.Drain()).Count > 0);

        Assert.InRange(Assert.Single(late), 2_000, 2_100);
    }

    private async Task StartAsync(SweepOptions? options = null, CityClock? clock = null)
    {
        await (clock ?? _clock).OpenAsync(Stop);
        _sweeper = new DeadlineSweeper(
            _deadlines, _owners, clock ?? _clock, _real, _latency, options ?? new SweepOptions(), NullLogger<DeadlineSweeper>.Instance);
        await _sweeper.StartAsync(Stop);
    }

    private async Task<(string OwnerId, DeadlineFiring Firing)> NextCallAsync()
    {
        (string OwnerId, DeadlineFiring Firing) call = default;
        await UntilAsync(() => _owners.Calls.TryRead(out call));
        return call;
    }

    /// <summary>Lets real time run in small steps, whenever the sweeper sleeps, until something can be seen.</summary>
    private async Task UntilAsync(Func<bool> seen)
    {
        while (!seen())
        {
            Stop.ThrowIfCancellationRequested();
            if (_real.AnybodySleeps)
            {
                _real.Advance(Step);
            }

            await Task.Yield();
        }
    }
}
