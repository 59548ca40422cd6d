using System.Globalization;
using Dispatch.Grains.Cases;
using Dispatch.Grains.Clocks;
using Dispatch.Grains.Duties;
using Dispatch.TestKit;

namespace Dispatch.Grains.Tests.Duties;

/// <summary>
/// One duty in virtual time under the pack of Xiashi: whatever falls due between two commands fires a millisecond after its own
/// instant. Replays its events after each step, so that live and replayed state are always the same.
/// </summary>
internal sealed class DutyWorld(Func<Duty, DateTimeOffset, DutyDecision> fire)
{
    private static readonly TimeZoneInfo Zone = TimeZoneInfo.FindSystemTimeZoneById("Asia/Shanghai");
    private readonly List<Happened> _events = [];
    private int _read;

    public Duty Duty { get; private set; } = Duty.None;

    /// <summary>What happened since it was last read, as lines in local time.</summary>
    public IReadOnlyList<string> News()
    {
        var lines = _events.Skip(_read).Select(happened => $"{Local(happened.At)} {CaseLine.Of(happened.Event, Local)}").ToList();
        _read = _events.Count;
        return lines;
    }

    public IEnumerable<string> Actors => _events.Select(happened => happened.Actor);

    public static DateTimeOffset At(string local)
    {
        var time = DateTime.Parse(local, CultureInfo.InvariantCulture);
        return new DateTimeOffset(time, Zone.GetUtcOffset(time)).ToUniversalTime();
    }

    public DutyWorld PassUntil(string until)
    {
        while (DutyDecider.Deadlines(Duty, Sample.Xiashi) is [var next] && next.DueAt < At(until))
        {
            Take(fire(Duty, next.DueAt + TimeSpan.FromMilliseconds(1)));
        }

        return this;
    }

    /// <summary>Decides without firing first what is due before, as when the command comes before the sweeper.</summary>
    public DutyWorld Do(string at, Func<Duty, DateTimeOffset, Verdict> decide)
    {
        Take((DutyDecision)decide(Duty, At(at)));
        return this;
    }

    private void Take(DutyDecision decision)
    {
        _events.AddRange(decision.Events);
        Duty = decision.Duty;
        Assert.Equal(DutyJson.Snapshot(Duty), DutyJson.Snapshot(DutyJson.Replay(_events.Select(DutyJson.Record))));
        Assert.Equal(DutyJson.Snapshot(Duty), DutyJson.Snapshot(DutyJson.Duty(DutyJson.Snapshot(Duty))));
    }

    private static string Local(DateTimeOffset at) =>
        TimeZoneInfo.ConvertTime(at, Zone).ToString("ddd MM-dd HH:mm:ss.fff", CultureInfo.InvariantCulture);
}
