using Dispatch.Contracts;
using Dispatch.Grains.Duties;

namespace Dispatch.Grains.Communities;

/// <summary>What is kept of a community without clocks: who is there beside the timetable, and when its console was last seen.</summary>
public sealed class CommunityHub
{
    /// <summary>Exceptions from the timetable.</summary>
    public StaffingRoster Roster { get; set; } = new();

    /// <summary>The console's last sign of life.</summary>
    public DateTimeOffset? ConsoleSeenAt { get; set; }

    /// <summary>Who gave it.</summary>
    public string? ConsoleSeenBy { get; set; }

    /// <summary>Whether a sign of life is to be kept: not older than the last, and later by <see cref="CommunityDecider.Finest"/> at least.</summary>
    public bool IsNews(DateTimeOffset at) => ConsoleSeenAt is not { } seen || at - seen >= CommunityDecider.Finest;

    /// <summary>The same with a sign of life.</summary>
    public CommunityHub Seen(Actor by, DateTimeOffset at) => new() { Roster = Roster, ConsoleSeenAt = at, ConsoleSeenBy = by.Id };

    /// <summary>The same with an exception from the timetable.</summary>
    public CommunityHub With(StaffingChange change) => new()
    {
        Roster = new StaffingRoster { Exceptions = Roster.With(change) },
        ConsoleSeenAt = ConsoleSeenAt,
        ConsoleSeenBy = ConsoleSeenBy,
    };
}
