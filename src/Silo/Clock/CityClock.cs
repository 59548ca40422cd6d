using Dispatch.Contracts;
using Microsoft.Extensions.Logging;

namespace Dispatch.Silo.Clock;

/// <summary>
/// City time: a source's reading plus monotonic time, read anew each minute by <see cref="ClockKeeper"/>. It is registered under
/// its own type and <see cref="ICityClock"/>, never as <see cref="TimeProvider"/>, so that Orleans keeps real time.
/// </summary>
/// <remarks>
/// A reading that parts from the clock's own count by more than <see cref="StepLimit"/> of real time is not believed: the clock
/// counts on as before, says that it is not steady, and the sweeper stands still, because firing by a wrong clock cannot be undone.
/// It is steady again as soon as a reading agrees with its count; when real time was moved for good, a restart takes the new one.
/// A smaller difference is drift and is taken over; back drift makes the clock stand until its last instant is reached.
/// </remarks>
public sealed partial class CityClock : TimeProvider, ICityClock
{
    /// <summary>The largest difference, in real time, that counts as drift.</summary>
    public static readonly TimeSpan StepLimit = TimeSpan.FromSeconds(30);

    private readonly ICityTimeSource _source;
    private readonly TimeProvider _real;
    private readonly TimeZoneInfo _zone;
    private readonly ILogger<CityClock> _log;
    private Line? _line;
    private ClockStep? _step;
    private long _latest;

    /// <summary>A clock that must be opened before it is read.</summary>
    /// <param name="source">Where it learns the time.</param>
    /// <param name="real">Monotonic time to count by.</param>
    /// <param name="zone">The city's zone; it changes what clients are shown, not the instant.</param>
    /// <param name="log">Told of steps and failed readings.</param>
    public CityClock(ICityTimeSource source, TimeProvider real, TimeZoneInfo zone, ILogger<CityClock> log)
    {
        _source = source;
        _real = real;
        _zone = zone;
        _log = log;
    }

    /// <summary>Whether it has had its first reading.</summary>
    public bool IsOpen => Volatile.Read(ref _line) is not null;

    /// <summary>City seconds per real second.</summary>
    public double Speed => Current.Speed;

    /// <summary>The step that is not settled, for the sweeper and health; null while the clock is steady.</summary>
    public ClockStep? Step => Volatile.Read(ref _step);

    /// <inheritdoc/>
    public DateTimeOffset Now => GetUtcNow();

    /// <inheritdoc/>
    public CityTime Time => new(TimeZoneInfo.ConvertTime(GetUtcNow(), _zone), Speed, _zone.Id);

    /// <inheritdoc/>
    public override TimeZoneInfo LocalTimeZone => _zone;

    /// <inheritdoc/>
    public override long TimestampFrequency => TimeSpan.TicksPerSecond;

    private Line Current => Volatile.Read(ref _line) ?? throw new InvalidOperationException("The city's clock is read before it was opened.");

    /// <summary>Takes the first reading. A source that fails here fails the start.</summary>
    public async Task OpenAsync(CancellationToken cancellation) => Volatile.Write(ref _line, await ReadAsync(cancellation));

    /// <summary>
    /// Compares the clock with its source and takes drift over, or finds or settles a <see cref="Step"/>. A source that cannot be
    /// reached changes nothing: the clock counts on.
    /// </summary>
    public async Task CheckAsync(CancellationToken cancellation)
    {
        Line read;
        try
        {
            read = await ReadAsync(cancellation);
        }
        catch (Exception fault) when (fault is not OperationCanceledException || !cancellation.IsCancellationRequested)
        {
            SourceAway(_log, fault);
            return;
        }

        var by = (read.City - Current.At(read.Timestamp, _real)) / read.Speed;
        if (by.Duration() > StepLimit)
        {
            Alarm(new ClockStep(by, Now));
            return;
        }

        if (Interlocked.Exchange(ref _step, null) is not null)
        {
            SteadyAgain(_log);
        }

        Volatile.Write(ref _line, read);
    }

    /// <inheritdoc/>
    public override DateTimeOffset GetUtcNow()
    {
        var ticks = Current.At(_real.GetTimestamp(), _real).UtcTicks;
        ticks -= ticks % TimeSpan.TicksPerMillisecond;
        var seen = Volatile.Read(ref _latest);
        while (ticks > seen)
        {
            var before = Interlocked.CompareExchange(ref _latest, ticks, seen);
            if (before == seen)
            {
                return new DateTimeOffset(ticks, TimeSpan.Zero);
            }

            seen = before;
        }

        return new DateTimeOffset(seen, TimeSpan.Zero);
    }

    /// <summary>City time, so that elapsed time and <see cref="CreateTimer"/> agree with <see cref="GetUtcNow"/>.</summary>
    public override long GetTimestamp() => GetUtcNow().UtcTicks;

    /// <summary>A timer whose spans are city time.</summary>
    public override ITimer CreateTimer(TimerCallback callback, object? state, TimeSpan dueTime, TimeSpan period) =>
        _real.CreateTimer(callback, state, ToReal(dueTime), ToReal(period));

    /// <summary>How long a span of city time takes in earnest; an infinite one stays so.</summary>
    public TimeSpan ToReal(TimeSpan city) => city == Timeout.InfiniteTimeSpan ? city : city / Speed;

    private async Task<Line> ReadAsync(CancellationToken cancellation)
    {
        var asked = _real.GetTimestamp();
        var reading = await _source.ReadAsync(cancellation);
        var answered = _real.GetTimestamp();
        return new Line(asked + ((answered - asked) / 2), reading.Now, reading.Speed);
    }

    private void Alarm(ClockStep step)
    {
        var known = Interlocked.Exchange(ref _step, step);
        if (known is null)
        {
            DispatchMetrics.ClockSteps.Add(1);
            Stepped(_log, step.By.TotalSeconds);
        }
    }

    [LoggerMessage(
        LogLevel.Critical,
        "Real time stepped by {Seconds:F0} s: no deadline fires until the clock is steady again. Set the machine's clock right; "
            + "when the new time is the right one, restart.")]
    private static partial void Stepped(ILogger log, double seconds);

    [LoggerMessage(LogLevel.Warning, "The clock agrees with its source again; deadlines fire.")]
    private static partial void SteadyAgain(ILogger log);

    [LoggerMessage(LogLevel.Warning, "The clock's source could not be read; the clock counts on by itself.")]
    private static partial void SourceAway(ILogger log, Exception fault);

    /// <summary>City time at one moment of monotonic time, and how fast it runs from there.</summary>
    private sealed record Line(long Timestamp, DateTimeOffset City, double Speed)
    {
        public DateTimeOffset At(long timestamp, TimeProvider real) => City + (real.GetElapsedTime(Timestamp, timestamp) * Speed);
    }
}

/// <summary>A step of real time that is not settled.</summary>
/// <param name="By">Source minus own count, real time: above zero when the source ran ahead.</param>
/// <param name="SeenAt">City time at the latest reading that showed it.</param>
public sealed record ClockStep(TimeSpan By, DateTimeOffset SeenAt);
