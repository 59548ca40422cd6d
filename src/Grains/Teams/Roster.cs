using Dispatch.Contracts;

namespace Dispatch.Grains.Teams;

/// <summary>
/// What a team has planned, as it is kept: state without clocks. Immutable; who is on duty at an instant is <see cref="DutyPlan"/>'s to say.
/// </summary>
public sealed record Roster
{
    /// <summary>The most planned duties.</summary>
    public const int MostPlanned = 32;

    /// <summary>The most overrides, halves of swaps included.</summary>
    public const int MostOverrides = 256;

    /// <summary>The most swaps, and the most leaves.</summary>
    public const int MostAsked = 128;

    /// <summary>How long what is over is kept (proposed): as long as a view may reach back.</summary>
    public static readonly TimeSpan Kept = RosterView.Widest;

    /// <summary>What is planned, in the order of planning.</summary>
    public IReadOnlyList<PlannedDuty> Planned { get; init; } = [];

    /// <summary>Who is on duty beside it, in the order in which it was said: later ones meet what earlier ones left.</summary>
    public IReadOnlyList<DutyOverride> Overrides { get; init; } = [];

    /// <summary>Swaps, in the order in which they were asked. One that was agreed has its two halves in <see cref="Overrides"/>.</summary>
    public IReadOnlyList<DutySwap> Swaps { get; init; } = [];

    /// <summary>Leave, in the order in which it was asked.</summary>
    public IReadOnlyList<DutyLeave> Leave { get; init; } = [];

    /// <summary>Everybody who was ever named, by user name.</summary>
    public IReadOnlyDictionary<string, RosterMember> Members { get; init; } = new Dictionary<string, RosterMember>();

    /// <summary>The number in the last id that was given.</summary>
    public int LastId { get; init; }

    /// <summary>Counts the changes.</summary>
    public long Version { get; init; }

    /// <summary>The next id.</summary>
    /// <param name="letter">Says what it is of.</param>
    /// <param name="with">The roster that has given it.</param>
    public string NextId(char letter, out Roster with)
    {
        with = this with { LastId = LastId + 1 };
        return $"{letter}{with.LastId}";
    }

    /// <summary>Without what was over longer ago than anybody may look.</summary>
    public Roster Trimmed(DateTimeOffset now)
    {
        var since = now - Kept;
        return this with
        {
            // A day more than needed: the last day is a local one, and its duty may end on the next.
            Planned = [.. Planned.Where(duty => duty.Last is not { } last || last.ToDateTime(default) > since.UtcDateTime.AddDays(-3))],
            Overrides = [.. Overrides.Where(one => one.To > since)],
            Swaps = [.. Swaps.Where(swap => (swap.Taken is { } taken && taken.To > swap.Given.To ? taken.To : swap.Given.To) > since)],
            Leave = [.. Leave.Where(leave => leave.To > since)],
        };
    }
}
