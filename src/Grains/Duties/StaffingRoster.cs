using Dispatch.Contracts;
using Dispatch.Grains.Cases;
using Dispatch.Grains.Routing;

namespace Dispatch.Grains.Duties;

/// <summary>
/// Exceptions from the timetable of a grid or community, as they are kept: state without clocks. Where two cover one instant, the
/// one said later holds.
/// </summary>
public sealed class StaffingRoster
{
    /// <summary>The storage provider of all state without clocks.</summary>
    public const string Storage = "rosters";

    /// <summary>The most exceptions that may stand at once.</summary>
    public const int Capacity = 64;

    /// <summary>The longest exception.</summary>
    public static readonly TimeSpan Longest = TimeSpan.FromDays(31);

    /// <summary>How far ahead an exception may begin.</summary>
    public static readonly TimeSpan Furthest = TimeSpan.FromDays(366);

    /// <summary>The exceptions, in the order in which they were said.</summary>
    public IReadOnlyList<StaffingException> Exceptions { get; set; } = [];

    /// <summary>Whether somebody is there: by the last exception that covers the instant, else by the timetable.</summary>
    public bool IsStaffed(DateTimeOffset at, bool byTimetable)
    {
        for (var i = Exceptions.Count - 1; i >= 0; i--)
        {
            if (Exceptions[i].From <= at && at < Exceptions[i].To)
            {
                return Exceptions[i].Staffed;
            }
        }

        return byTimetable;
    }

    /// <summary>Why a change is refused; null when it may be <see cref="With">made</see>.</summary>
    /// <param name="change">The change.</param>
    /// <param name="place">The grid or community that it is about.</param>
    /// <param name="territory">Says whose area covers it.</param>
    public Refusal? Refuses(StaffingChange change, Scope place, Territory territory)
    {
        var (by, from, to) = (change.By, change.From, change.To);
        return Authority.Refuses(by, place, territory, "change who is there", Role.CommunityStaff, Role.Dispatcher, Role.Captain, Role.Supervisor)
            ?? (to <= from || to - from > Longest ? Invalid("Let 'to' lie after 'from', at most 31 days later.") : null)
            ?? (to <= change.At ? Invalid("Name a time that is not over yet.") : null)
            ?? (from - change.At > Furthest ? Invalid("Let 'from' lie within a year from now.") : null)
            ?? (Standing(change.At).Count() >= Capacity ? Invalid($"{Capacity} exceptions stand already; wait until one of them is over.") : null);
    }

    /// <summary>The exceptions after a change; those that are over are dropped.</summary>
    public IReadOnlyList<StaffingException> With(StaffingChange change) =>
        [.. Standing(change.At), new StaffingException(change.Staffed, change.From, change.To, change.By.Id, change.At)];

    private IEnumerable<StaffingException> Standing(DateTimeOffset now) => Exceptions.Where(exception => exception.To > now);

    private static Refusal Invalid(string sentence) => Refuse.With(RefusalCode.InvalidValue, sentence);
}
