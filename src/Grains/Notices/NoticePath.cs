using Dispatch.Contracts;
using Dispatch.Grains.Storage;

namespace Dispatch.Grains.Notices;

/// <summary>How a try to tell somebody ended.</summary>
public enum Delivery
{
    /// <summary>The channel took it.</summary>
    Sent = 0,

    /// <summary>It may succeed another time.</summary>
    Failed = 1,

    /// <summary>This channel cannot reach this person: it is not set up, or they have nothing there.</summary>
    CannotReach = 2,
}

/// <summary>Where a notice stands after a step.</summary>
/// <param name="State">Its state.</param>
/// <param name="Step">Its place in the order of channels.</param>
/// <param name="Attempts">Failed attempts there.</param>
/// <param name="NextAt">When the next step is due, city time; null for none.</param>
/// <param name="Tried">What is added to what was tried; null for nothing.</param>
/// <param name="AsksSecondLine">Whether the second line is told now.</param>
public sealed record NoticeProgress(NoticeState State, int Step, int Attempts, DateTimeOffset? NextAt, NoticeTry? Tried, bool AsksSecondLine = false);

/// <summary>
/// The way of one person's notice: through their channels in their order, each tried a bounded number of times; one that is not urgent
/// ends with the first channel that takes it, an urgent one goes on until it is seen, and then to the second line.
/// </summary>
public static class NoticePath
{
    /// <summary>How often a channel is tried before the next one.</summary>
    public const int MostAttempts = 5;

    /// <summary>The channel of what the roster decides.</summary>
    public const string Duty = "duty";

    /// <summary>The first pause after a failure, real time; each further one is twice as long.</summary>
    public static readonly TimeSpan FirstPause = TimeSpan.FromSeconds(2);

    /// <summary>What is to be done without sending anything; null to send by the channel of its step.</summary>
    public static NoticeProgress? Instead(StoredNotice stored, NoticePerson? person, DateTimeOffset now)
    {
        if (stored.Notice.ExpiresAt <= now)
        {
            return End(stored, NoticeState.Expired, now, "expired");
        }

        if (person is null)
        {
            return End(stored, NoticeState.Failed, now, "no such user");
        }

        // A matter of one's own roster wakes nobody, and is there when they look.
        if (person.OffDuty && stored.CaseId is null)
        {
            return End(stored, NoticeState.Told, now, "left in the app");
        }

        if (person.OffDuty)
        {
            return stored.Tries.Count > 0 && stored.State == NoticeState.Told
                ? End(stored, NoticeState.Told, now, "off duty by now") with { AsksSecondLine = stored.Notice.Urgent }
                : End(stored, NoticeState.Quiet, now, "off duty") with { AsksSecondLine = stored.Notice.Urgent };
        }

        if (!stored.Notice.Urgent && person.QuietUntil is { } until && until > now)
        {
            return new NoticeProgress(stored.State, stored.Step, stored.Attempts, until, null);
        }

        return stored.Step < person.Channels.Count ? null
            : new NoticeProgress(Reached(stored), stored.Step, 0, null, null, AsksSecondLine: stored.Notice.Urgent);
    }

    /// <summary>What follows from a try by the channel of its step.</summary>
    /// <param name="stored">The notice before it.</param>
    /// <param name="person">Its receiver.</param>
    /// <param name="ended">How it ended.</param>
    /// <param name="words">What is recorded of it.</param>
    /// <param name="now">City time.</param>
    /// <param name="speed">City seconds in a real second.</param>
    public static NoticeProgress After(StoredNotice stored, NoticePerson person, Delivery ended, string words, DateTimeOffset now, double speed)
    {
        var tried = new NoticeTry(now, person.Channels[stored.Step], words);
        var last = stored.Step + 1 >= person.Channels.Count;
        switch (ended)
        {
            case Delivery.Sent:
                return new NoticeProgress(NoticeState.Told, stored.Step + 1, 0, stored.Notice.Urgent ? now + person.Wait : null, tried);
            case Delivery.Failed when stored.Attempts + 1 < MostAttempts:
                return new NoticeProgress(stored.State, stored.Step, stored.Attempts + 1, now + (Pause(stored.Id, stored.Attempts) * speed), tried);
            default:
                // An urgent one that was sent by an earlier channel has still the second line before it.
                return !last || (stored.Notice.Urgent && Reached(stored) == NoticeState.Told)
                    ? new NoticeProgress(stored.State, stored.Step + 1, 0, now, tried)
                    : new NoticeProgress(Reached(stored), stored.Step + 1, 0, null, tried, AsksSecondLine: stored.Notice.Urgent);
        }
    }

    /// <summary>The pause after so many failures: twice as long each time, shifted by up to a half by the notice's id, so that many that fail together do not come back together.</summary>
    /// <param name="id">The notice's id.</param>
    /// <param name="failures">Failures before this one.</param>
    public static TimeSpan Pause(string id, int failures)
    {
        var seed = 2166136261u;
        foreach (var c in id)
        {
            seed = (seed ^ c) * 16777619u;
        }

        var shift = ((seed + (uint)failures) * 2654435761u >> 16) % 1_000 / 2_000.0;
        return FirstPause * Math.Pow(2, failures) * (1 + shift);
    }

    private static NoticeState Reached(StoredNotice stored) => stored.State == NoticeState.Told ? NoticeState.Told : NoticeState.Failed;

    private static NoticeProgress End(StoredNotice stored, NoticeState state, DateTimeOffset now, string words) =>
        new(state, stored.Step, stored.Attempts, null, new NoticeTry(now, Duty, words));
}
