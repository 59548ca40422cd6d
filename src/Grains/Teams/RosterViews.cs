using Dispatch.Contracts;
using Dispatch.Grains.Routing;

namespace Dispatch.Grains.Teams;

/// <summary>Rosters as clients see them.</summary>
internal static class RosterViews
{
    /// <summary>How far ahead gaps are looked for, whatever is shown (proposed): time enough to ask somebody.</summary>
    public static readonly TimeSpan WarnedAhead = TimeSpan.FromDays(14);

    /// <summary>A roster between two instants.</summary>
    /// <param name="roster">The roster.</param>
    /// <param name="team">Whose.</param>
    /// <param name="calendar">Its local days.</param>
    /// <param name="users">Those among whom its people are.</param>
    /// <param name="territory">Says who they are.</param>
    /// <param name="span">What is shown, cut to <see cref="RosterView.Widest"/>.</param>
    /// <param name="now">Gaps before it are not shown.</param>
    public static RosterView Of(
        Roster roster, Scope team, DutyCalendar calendar, IEnumerable<UserRecord> users, Territory territory, DutySpan span, DateTimeOffset now)
    {
        var plan = new DutyPlan(roster, calendar);
        var (from, to) = (span.From, span.To - span.From > RosterView.Widest ? span.From + RosterView.Widest : span.To);
        return new RosterView
        {
            Scope = team,
            TimeZone = calendar.Zone.Id,
            From = from,
            To = to,
            Members =
            [
                .. users.Where(user => user.Enabled && Membership.Belongs(user.Role, user.Area, team, territory))
                    .Select(user => new RosterMember(user.UserName, user.DisplayName, user.Role, roster.Members.GetValueOrDefault(user.UserName)?.Skills ?? []))
                    .OrderBy(member => member.UserName, StringComparer.Ordinal),
            ],
            Planned = roster.Planned,
            Overrides = [.. roster.Overrides.Where(one => one.From < to && from < one.To)],
            Swaps = [.. roster.Swaps.Where(swap => Touches(swap.Given, from, to) || (swap.Taken is { } taken && Touches(taken, from, to)))],
            Leave = [.. roster.Leave.Where(leave => leave.From < to && from < leave.To)],
            Duty = plan.Between(from, to),
            Gaps = Gaps(plan, from, to, now),
            Version = roster.Version,
        };
    }

    private static IReadOnlyList<DutyGap> Gaps(DutyPlan plan, DateTimeOffset from, DateTimeOffset to, DateTimeOffset now)
    {
        var warned = now + WarnedAhead;
        return from > warned
            ? [.. plan.Gaps(now, warned), .. plan.Gaps(from, to)]
            : plan.Gaps(now, to > warned ? to : warned);
    }

    private static bool Touches(DutySpan span, DateTimeOffset from, DateTimeOffset to) => span.From < to && from < span.To;
}
