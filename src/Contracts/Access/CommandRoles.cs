using System.Collections.Frozen;

namespace Dispatch.Contracts;

/// <summary>
/// Which role gives which command: the one table that the hub's policies and the case's decider read. It says nothing about
/// areas, statuses or whose case it is; those are questions of the case.
/// </summary>
public static class CommandRoles
{
    private static readonly FrozenSet<Role> Speakers = Roles(Role.Dispatcher, Role.Captain);

    private static readonly FrozenSet<Role> GridWorkers = Roles(Role.GridWorker);

    private static readonly FrozenSet<Role> Communities = Roles(Role.CommunityStaff);

    // A captain who accepts an offer leads the visit, so whatever an officer does on one is the captain's as well.
    private static readonly FrozenSet<Role> Team = Roles(Role.Officer, Role.Captain);

    // Whoever can be responsible can be the wrong party, and a wrong party returns the case promptly.
    private static readonly FrozenSet<Role> Parties = Roles(Role.GridWorker, Role.CommunityStaff, Role.Dispatcher, Role.Captain, Role.Officer);

    private static readonly FrozenSet<Role> Everybody = Roles([.. Enum.GetValues<Role>().Where(role => role is not Role.Administrator)]);

    private static readonly FrozenSet<Role> Departments = Roles(Role.DepartmentStaff);

    private static readonly FrozenSet<Role> Overseers = Roles(Role.Dispatcher, Role.Captain, Role.Supervisor);

    private static readonly FrozenSet<Role> Drillers = Roles(Role.Captain, Role.Supervisor);

    /// <summary>
    /// The roles that give a command in their own name, by the command's name on the wire, <c>report</c> included.
    /// <see cref="Role.System"/> gives every command, <see cref="Role.Administrator"/> none.
    /// </summary>
    public static FrozenDictionary<string, FrozenSet<Role>> ByCommand { get; } = new Dictionary<string, FrozenSet<Role>>(StringComparer.Ordinal)
    {
        ["report"] = Roles(Role.Citizen, Role.GridWorker, Role.PropertyManager, Role.CommunityStaff, Role.Dispatcher, Role.Captain, Role.Officer),
        ["verify-report"] = GridWorkers,
        ["settle"] = GridWorkers,
        ["pass-up"] = GridWorkers,
        ["reject"] = Speakers,
        ["merge"] = Speakers,
        ["acknowledge"] = Communities,
        ["start-pre-control"] = Communities,
        ["whistle"] = Communities,
        ["take-back"] = Communities,
        ["assign"] = Speakers,
        ["reassign"] = Speakers,
        ["offer-accept"] = Team,
        ["offer-decline"] = Team,
        ["arrive"] = Team,
        // A type without pre-control is worked by the community under its first milestone (ILL-01, stop-work).
        ["record-milestone"] = Roles(Role.CommunityStaff, Role.Officer, Role.Captain),
        ["resolve"] = Roles(Role.CommunityStaff, Role.Officer, Role.Captain),
        ["check"] = Roles(Role.GridWorker, Role.CommunityStaff, Role.Dispatcher, Role.Captain),
        ["return"] = Parties,
        ["request-extension"] = Roles(Role.CommunityStaff, Role.Officer, Role.Captain),
        ["decide-extension"] = Roles(Role.Supervisor),
        ["suspend"] = Overseers,
        ["decide-suspension"] = Roles(Role.Supervisor),
        ["review-suspension"] = Roles(Role.Supervisor),
        ["take-extra-time"] = Parties,
        ["resume"] = Overseers,
        ["reopen"] = Overseers,
        ["escalate"] = Speakers,
        ["comment"] = Everybody,
        ["attach-evidence"] = Everybody,
        ["set-priority"] = Overseers,
        ["call-department"] = Roles(Role.CommunityStaff, Role.Dispatcher, Role.Captain, Role.Officer),
        ["department-report-in"] = Departments,
        ["department-answer"] = Departments,
        ["instruct"] = Roles(Role.Committee),
        ["answer-instruction"] = Parties,
        ["check-in"] = Team,
        ["raise-alarm"] = Team,
        ["acknowledge-alarm"] = Overseers,
        ["end-alarm"] = Overseers,
        ["decide-card"] = Roles(Role.Supervisor),
        ["withdraw-card"] = Roles(Role.Supervisor),
        ["end-drill"] = Drillers,
        ["answer-outcome"] = Roles(),
        ["show-photos"] = Roles(Role.CommunityStaff, Role.Dispatcher, Role.Captain, Role.Supervisor),
        ["reply-external"] = Roles(Role.CommunityStaff, Role.Dispatcher, Role.Captain),
        ["update-external"] = Speakers,
    }.ToFrozenDictionary(StringComparer.Ordinal);

    /// <summary>Whether a role gives a command in its own name; false for a command that does not exist.</summary>
    public static bool Gives(Role role, string command) => ByCommand.TryGetValue(command, out var roles) && roles.Contains(role);

    /// <summary>Whether a role reports what did not happen, as a drill: captains and supervisors, of whom the latter report nothing else.</summary>
    public static bool Drills(Role role) => Drillers.Contains(role);

    /// <summary>Whether a role may give any command for somebody who told them so (<see cref="OnBehalf"/>): dispatchers and captains.</summary>
    public static bool SpeaksForOthers(Role role) => Speakers.Contains(role);

    /// <summary>
    /// Whether a command may come from a role: given in its own name, or for somebody else by one who may. A role that gives the
    /// command but not for others is let through here and refused by the case (<see cref="RefusalCode.OnBehalfNotAllowed"/>).
    /// </summary>
    public static bool Allows(Role role, string command, bool onBehalf) =>
        Gives(role, command) || (onBehalf && SpeaksForOthers(role) && ByCommand.ContainsKey(command));

    private static FrozenSet<Role> Roles(params Role[] roles) => roles.Append(Role.System).ToFrozenSet();
}
