using Dispatch.Contracts;
using Dispatch.Grains.Routing;
using Dispatch.Grains.Storage;

namespace Dispatch.Grains.Notices;

/// <summary>What a team's roster says at one instant.</summary>
/// <param name="Kept">Whom it keeps, on duty or not.</param>
/// <param name="OnDuty">Who is on duty, by line and name.</param>
public sealed record TeamNow(IReadOnlyList<string> Kept, IReadOnlyList<OnDuty> OnDuty)
{
    /// <summary>A place without a team.</summary>
    public static TeamNow Nobody { get; } = new([], []);

    /// <summary>Kept by the roster, and not on duty: to be left in peace. Whom no roster keeps has no duty to be off.</summary>
    public bool IsOff(string userName) => Kept.Contains(userName) && OnDuty.All(one => one.UserName != userName);
}

/// <summary>Whom a receiver means: functions of users and rosters.</summary>
public static class Audience
{
    /// <summary>How long it takes until a party of which nobody is on duty is looked at again, city time.</summary>
    public static readonly TimeSpan Patience = TimeSpan.FromMinutes(10);

    private const int MostShown = 50;

    /// <summary>The team whose roster says who of a receiver is on duty; null where none does.</summary>
    public static Scope? TeamOf(string receiver, Territory territory)
    {
        var id = NoticeReceiver.Id(receiver);
        return NoticeReceiver.Kind(receiver) switch
        {
            ScopeKind.Street or NoticeReceiver.CaptainKind => Scope.Street(id),
            ScopeKind.Community => Scope.Community(id),
            ScopeKind.Grid => territory.FindGrid(id) is { } grid ? Scope.Community(grid.CommunityId) : null,
            _ => null,
        };
    }

    /// <summary>The team that somebody belongs to; null for whoever has none.</summary>
    public static Scope? TeamOf(Scope? area, Territory territory) => area?.Kind switch
    {
        ScopeKind.Street or ScopeKind.Community => area,
        ScopeKind.Grid => TeamOf(area.Value.ToString(), territory),
        _ => null,
    };

    /// <summary>Who of a receiver is told at an instant, and who is left in peace.</summary>
    /// <param name="receiver">A party.</param>
    /// <param name="users">All users.</param>
    /// <param name="team">The roster of <see cref="TeamOf(string, Territory)"/> at that instant.</param>
    /// <param name="at">The instant.</param>
    public static NoticeAudience Of(string receiver, IEnumerable<UserRecord> users, TeamNow team, DateTimeOffset at)
    {
        List<string> all = [.. users.Where(user => user.Enabled && Means(receiver, user)).Select(user => user.UserName)];
        List<string> told = [.. all.Where(name => !team.IsOff(name))];
        var rostered = all.Exists(team.Kept.Contains);
        var until = team.OnDuty.Where(one => told.Contains(one.UserName)).Min(one => (DateTimeOffset?)one.Until);
        return new NoticeAudience(told, [.. all.Where(team.IsOff).Take(MostShown)], rostered ? until ?? at + Patience : null);
    }

    /// <summary>
    /// Who is told when somebody did not look: the second line on duty, without one the captains on duty; never the same person.
    /// </summary>
    public static IReadOnlyList<string> SecondLine(string userName, TeamNow team)
    {
        var second = team.OnDuty.Where(one => one.Line == 2 && one.UserName != userName).Select(one => one.UserName).ToList();
        return second.Count > 0 ? second : [.. team.OnDuty.Where(one => one.Role == Role.Captain && one.UserName != userName).Select(one => one.UserName)];
    }

    private static bool Means(string receiver, UserRecord user)
    {
        var kind = NoticeReceiver.Kind(receiver);
        var (role, area) = kind switch
        {
            ScopeKind.Street => (Role.Dispatcher, ScopeKind.Street),
            NoticeReceiver.CaptainKind => (Role.Captain, ScopeKind.Street),
            ScopeKind.Supervisor => (Role.Supervisor, ScopeKind.Street),
            ScopeKind.Community => (Role.CommunityStaff, ScopeKind.Community),
            ScopeKind.Grid => (Role.GridWorker, ScopeKind.Grid),
            ScopeKind.Department => (Role.DepartmentStaff, ScopeKind.Department),
            _ => (Role.System, ""),
        };
        return user.Role == role && user.Area == new Scope(area, NoticeReceiver.Id(receiver));
    }
}
