using Microsoft.Extensions.Time.Testing;

namespace Dispatch.Silo.Tests.Deadlines;

/// <summary>Fake time that knows whether anybody sleeps on it, so that a test moves it only then and never outruns who it tests.</summary>
internal sealed class SteppedTime(DateTimeOffset start) : FakeTimeProvider(start)
{
    private int _sleepers;

    public bool AnybodySleeps => Volatile.Read(ref _sleepers) > 0;

    public override ITimer CreateTimer(TimerCallback callback, object? state, TimeSpan dueTime, TimeSpan period)
    {
        var awake = 0;
        void Wake()
        {
            if (Interlocked.Exchange(ref awake, 1) == 0)
            {
                Interlocked.Decrement(ref _sleepers);
            }
        }

        var timer = base.CreateTimer(
            rung =>
            {
                Wake();
                callback(rung);
            },
            state,
            dueTime,
            period);
        Interlocked.Increment(ref _sleepers);
        return new Sleeper(timer, Wake);
    }

    private sealed class Sleeper(ITimer timer, Action wake) : ITimer
    {
        public bool Change(TimeSpan dueTime, TimeSpan period) => timer.Change(dueTime, period);

        public void Dispose()
        {
            wake();
            timer.Dispose();
        }

        public ValueTask DisposeAsync()
        {
            wake();
            return timer.DisposeAsync();
        }
    }
}
