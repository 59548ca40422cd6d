using Dispatch.Contracts;
using Dispatch.Grains.Cases;
using Dispatch.Grains.Duties;
using Dispatch.Grains.Routing;

namespace Dispatch.Grains.Teams;

/// <summary>What a roster's rules are given, and the checks that several share.</summary>
/// <param name="Roster">As it stands, without what is long over.</param>
/// <param name="By">Who changes it.</param>
/// <param name="Now">The instant of the change.</param>
/// <param name="Team">The street or community.</param>
/// <param name="Territory">Says whose area covers it.</param>
/// <param name="Calendar">Its local days.</param>
/// <param name="People">The users among those that the command names.</param>
internal sealed record RosterStep(
    Roster Roster,
    Actor By,
    DateTimeOffset Now,
    Scope Team,
    Territory Territory,
    DutyCalendar Calendar,
    IReadOnlyDictionary<string, UserRecord> People)
{
    /// <summary>How far ahead a change may begin, and how far ahead doubles are looked for (proposed).</summary>
    public static readonly TimeSpan Furthest = TimeSpan.FromDays(366);

    /// <summary>Whether the actor changes this roster in their own right.</summary>
    public bool IsPlanner => UnlessPlanner() is null;

    /// <summary>Who may not change this roster.</summary>
    public Refusal? UnlessPlanner() => Authority.Refuses(By, Team, Territory, "change this roster", Membership.Planners(Team));

    /// <summary>Who is not of this team.</summary>
    public Refusal? UnlessMember() => Membership.Belongs(By.Role, By.Area, Team, Territory)
        ? null
        : Refuse.With(RefusalCode.OutsideTeam, $"You are not on the roster of {Team}; only its people swap duties and take leave.");

    /// <summary>The first of these who is nobody, or not of this team.</summary>
    public Refusal? UnlessKnown(IEnumerable<string> names)
    {
        foreach (var name in names)
        {
            if (!People.TryGetValue(name, out var user) || !user.Enabled)
            {
                return Refuse.With(RefusalCode.UnknownPerson, $"There is no user {name} who may sign in; check the name.");
            }

            if (!Membership.Belongs(user.Role, user.Area, Team, Territory))
            {
                return Refuse.With(RefusalCode.OutsideTeam, $"{name} does not belong to {Team}; name somebody of this team.");
            }
        }

        return null;
    }

    /// <summary>A stretch of time that begins before now, too far ahead, not before its end, or is too long.</summary>
    public Refusal? UnlessAhead(DutySpan span, int longestDays) =>
        span.From < Now ? InThePast()
        : span.To <= span.From || span.To - span.From > TimeSpan.FromDays(longestDays) ? Invalid($"Let the end lie after the beginning, at most {longestDays} days later.")
        : span.From - Now > Furthest ? Invalid("Let it begin within a year from now.")
        : null;

    /// <summary>Somebody who is on leave in a stretch of time.</summary>
    public Refusal? IfOnLeave(string name, DutySpan span) =>
        Roster.Leave.Any(leave => leave.State == AskState.Agreed && leave.UserName == name && leave.From < span.To && span.From < leave.To)
            ? Refuse.With(RefusalCode.OnLeave, $"{name} is on leave then; name somebody else or withdraw the leave first.")
            : null;

    /// <summary>A roster in which one of these people has two duties at once.</summary>
    public Refusal? IfDoubled(Roster changed, IEnumerable<string> names, DutySpan span) =>
        Plan(changed).Doubled(names, span.From > Now ? span.From : Now, span.To) is { } doubled
            ? Refuse.With(
                RefusalCode.OverlappingShift,
                $"{doubled.UserName} would have two duties at {TimeZoneInfo.ConvertTime(doubled.At, Calendar.Zone):yyyy-MM-dd HH:mm}; choose other hours or somebody else.")
            : null;

    /// <summary>Who is on duty under a roster.</summary>
    public DutyPlan Plan(Roster roster) => new(roster, Calendar);

    /// <summary>The roster with these people among its members; what they can do stays as it was said.</summary>
    public Roster Naming(IEnumerable<string> names)
    {
        var members = new Dictionary<string, RosterMember>(Roster.Members, StringComparer.Ordinal);
        foreach (var user in names.Select(name => People[name]))
        {
            members[user.UserName] = new RosterMember(user.UserName, user.DisplayName, user.Role, members.GetValueOrDefault(user.UserName)?.Skills ?? []);
        }

        return Roster with { Members = members };
    }

    public static Refusal InThePast() => Refuse.With(RefusalCode.InThePast, "What was is not changed; let it begin now or later.");

    public static Refusal Invalid(string sentence) => Refuse.With(RefusalCode.InvalidValue, sentence);

    public static Refusal Unknown(string id) => Refuse.With(RefusalCode.Unknown, $"The roster has no {id}; look at it again.");

    public static Refusal Full(int most) => Invalid($"{most} of these stand already; wait until one is over, or withdraw one.");
}

/// <summary>A roster changed, or why not: exactly one of the two.</summary>
internal readonly record struct RosterVerdict(Roster? Roster, Refusal? Refusal)
{
    public static implicit operator RosterVerdict(Roster roster) => new(roster, null);

    public static implicit operator RosterVerdict(Refusal refusal) => new(null, refusal);
}
