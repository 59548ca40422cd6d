namespace Dispatch.Silo.Clock;

/// <summary>How the city's time runs: section <c>Clock</c>. Without settings it is real time, except in a demo.</summary>
public sealed record ClockOptions
{
    /// <summary>The fastest: a day in 8.64 s.</summary>
    public const double MaxSpeed = 10_000;

    /// <summary>
    /// A demo's speed unless <see cref="Speed"/> says otherwise. An offer to officers lives five city minutes: at ten, the half minute in
    /// which somebody who plays dispatcher and officer in two windows can take it.
    /// </summary>
    public const double DemoSpeed = 10;

    /// <summary>Where a demo begins unless <see cref="Start"/> says otherwise: a Tuesday of 2026 without holidays around it.</summary>
    public static readonly DateTimeOffset DemoStart = new(2026, 3, 10, 8, 30, 0, TimeSpan.FromHours(8));

    /// <summary>
    /// City seconds per real second, from above 0 to <see cref="MaxSpeed"/>. Unset: <see cref="DemoSpeed"/> in a demo, else 1. Anything but 1 is virtual
    /// time, which is shared through the store and refused with PostgreSQL unless <c>Demo:Enabled</c>: a real office cannot
    /// have its deadlines come an hour after a minute.
    /// </summary>
    public double? Speed { get; init; }

    /// <summary>
    /// The instant at which virtual time begins in an empty store, such as <c>2026-03-10T08:30:00+08:00</c>; a store that has run
    /// goes on from where it was. Set, it makes time virtual even at speed 1. Unset: <see cref="DemoStart"/>.
    /// </summary>
    public DateTimeOffset? Start { get; init; }

    /// <summary>
    /// Whether virtual time went on while nothing ran. False (the default) goes on from the last committed event; true makes
    /// everything that fell due in the meantime fire at once. Real time always went on.
    /// </summary>
    public bool CatchUp { get; init; }

    /// <summary>The city's IANA time zone, in which instants are shown; working time is the policy's calendars' matter.</summary>
    public string Zone { get; init; } = "Asia/Shanghai";

    /// <summary>Whether the city's time is not real time.</summary>
    public bool IsVirtual => Start is not null || Speed is not (null or 1);

    /// <summary>These options with a demo's speed and start where nothing else is said.</summary>
    public ClockOptions ForDemo() => Speed is null && Start is null ? this with { Speed = DemoSpeed, Start = DemoStart } : this;

    /// <summary>What is wrong, as one sentence; null when nothing is.</summary>
    public string? Fault()
    {
        if (Speed is { } speed && !(speed > 0 && speed <= MaxSpeed))
        {
            return $"Clock:Speed is {speed}: give a number above 0 and at most {MaxSpeed}, such as 1 for real time or 60 for a minute a second.";
        }

        if (Start is { Year: < 2000 or > 2100 } start)
        {
            return $"Clock:Start is {start:O}: give an instant of the years 2000 to 2100, such as 2026-03-10T08:30:00+08:00.";
        }

        return TimeZoneInfo.TryFindSystemTimeZoneById(Zone, out _)
            ? null
            : $"Clock:Zone is '{Zone}', which this machine does not know: give an IANA time zone such as Asia/Shanghai.";
    }
}
