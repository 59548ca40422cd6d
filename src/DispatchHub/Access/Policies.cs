using System.Collections.Frozen;
using Dispatch.Contracts;
using Microsoft.AspNetCore.Authorization;

namespace Dispatch.Hub.Access;

/// <summary>
/// Who may call what: one policy for each command, made from <see cref="CommandRoles"/>, and one for each thing that is no command.
/// Areas are checked where the thing is known.
/// </summary>
public static class Policies
{
    /// <summary>Looking at cases, boards, grids and communities.</summary>
    public const string Look = "look";

    /// <summary>Looking at figures.</summary>
    public const string LookAtFigures = "look-at-figures";

    /// <summary>Looking at how the deadlines are kept.</summary>
    public const string LookAtOps = "look-at-ops";

    /// <summary>Looking at who handles cases, and how many each officer has.</summary>
    public const string LookAtPeople = "look-at-people";

    /// <summary>Looking at whom a case would be offered to, with what is known of each officer's duty and load.</summary>
    public const string LookAtCandidates = "look-at-candidates";

    /// <summary>Recording a patrol.</summary>
    public const string RecordPatrol = "record-patrol";

    /// <summary>Changing who is where in a grid or community.</summary>
    public const string SetStaffing = "set-staffing";

    /// <summary>Giving the sign of life of a community's console.</summary>
    public const string KeepConsole = "keep-console";

    /// <summary>Looking at who is on duty.</summary>
    public const string LookAtRosters = "look-at-rosters";

    /// <summary>Changing a roster.</summary>
    public const string ChangeRosters = "change-rosters";

    /// <summary>Swapping duties and taking leave.</summary>
    public const string TakePartInRosters = "take-part-in-rosters";

    /// <summary>Looking at how officers stand and where they are.</summary>
    public const string LookAtPresence = "look-at-presence";

    /// <summary>Saying how one stands.</summary>
    public const string KeepPresence = "keep-presence";

    /// <summary>Taking a file of cases from another system.</summary>
    public const string ImportCases = "import-cases";

    /// <summary>Looking at who was told of a case and when.</summary>
    public const string LookAtNotices = "look-at-notices";

    /// <summary>Looking at the supervisor's morning and the ledger of outages.</summary>
    public const string LookAtMornings = "look-at-mornings";

    /// <summary>Recording an outage by hand.</summary>
    public const string RecordOutages = "record-outages";

    /// <summary>Declaring and ending a surge.</summary>
    public const string OrderSurges = "order-surges";

    /// <summary>Starting a drill.</summary>
    public const string StartDrills = "start-drills";

    /// <summary>Looking at which policy packs were adopted.</summary>
    public const string LookAtPolicies = "look-at-policies";

    /// <summary>Adopting a policy pack.</summary>
    public const string AdoptPolicies = "adopt-policies";

    /// <summary>Looking at house decoration: estates, filings, rounds, mediations and so on.</summary>
    public const string LookAtDecoration = "look-at-decoration";

    /// <summary>Acting on house decoration; each command narrows it to its roles.</summary>
    public const string ActOnDecoration = "act-on-decoration";

    /// <summary>Looking at the committee's month.</summary>
    public const string LookAtCommittee = "look-at-committee";

    private static readonly FrozenDictionary<string, Role[]> Others = new Dictionary<string, Role[]>(StringComparer.Ordinal)
    {
        [Look] = [.. Enum.GetValues<Role>().Where(role => role is not Role.Administrator)],
        [LookAtFigures] = [.. Enum.GetValues<Role>().Where(role => role is not (Role.Administrator or Role.Citizen))],
        [LookAtOps] = [Role.Dispatcher, Role.Captain, Role.Supervisor, Role.Committee, Role.Administrator, Role.System],
        [LookAtPeople] = [Role.Dispatcher, Role.Captain, Role.Officer, Role.Supervisor, Role.System],
        [LookAtCandidates] = [Role.Dispatcher, Role.Captain, Role.Supervisor, Role.System],
        [RecordPatrol] = [Role.GridWorker, Role.CommunityStaff, Role.Dispatcher, Role.Captain, Role.System],
        [SetStaffing] = [Role.CommunityStaff, Role.Dispatcher, Role.Captain, Role.Supervisor, Role.System],
        [KeepConsole] = [Role.CommunityStaff, Role.System],
        [LookAtRosters] = [Role.GridWorker, Role.CommunityStaff, Role.Dispatcher, Role.Captain, Role.Officer, Role.Supervisor, Role.Committee, Role.System],
        [ChangeRosters] = [Role.CommunityStaff, Role.Dispatcher, Role.Captain, Role.System],
        [TakePartInRosters] = [Role.CommunityStaff, Role.Dispatcher, Role.Captain, Role.Officer, Role.System],
        [LookAtPresence] = [Role.Dispatcher, Role.Captain, Role.Supervisor, Role.System],
        [OrderSurges] = [Role.Supervisor, Role.System],
        [StartDrills] = [.. Enum.GetValues<Role>().Where(CommandRoles.Drills)],
        [ImportCases] = [Role.Dispatcher, Role.Captain, Role.System],
        [KeepPresence] = [Role.Officer, Role.Captain],
        [LookAtNotices] = [Role.Dispatcher, Role.Captain, Role.Supervisor, Role.System],
        [LookAtMornings] = [Role.Captain, Role.Supervisor, Role.Committee, Role.System],
        [RecordOutages] = [Role.Supervisor],
        [LookAtPolicies] = [.. Enum.GetValues<Role>().Where(role => role is not Role.Citizen)],
        [LookAtDecoration] = [.. Enum.GetValues<Role>().Where(role => role is not (Role.Citizen or Role.Administrator))],
        [ActOnDecoration] = [.. Enum.GetValues<Role>().Where(role => role is not (Role.Citizen or Role.Administrator))],
        [LookAtCommittee] = [Role.Captain, Role.Supervisor, Role.Committee, Role.System],
        [AdoptPolicies] = [Role.Supervisor, Role.Administrator, Role.System],
    }.ToFrozenDictionary(StringComparer.Ordinal);

    /// <summary>The name of a command's policy.</summary>
    public static string Of(string command) => $"command:{command}";

    /// <summary>Denies what names no policy to whoever is not signed in, and adds every policy.</summary>
    public static void Add(AuthorizationOptions options)
    {
        options.FallbackPolicy = options.DefaultPolicy;
        foreach (var (name, roles) in Others)
        {
            options.AddPolicy(name, policy => policy.RequireAuthenticatedUser().RequireClaim(Caller.RoleClaim, roles.Select(Caller.OnWire)));
        }

        foreach (var command in CommandRoles.ByCommand.Keys)
        {
            // Who speaks for others is known only with the body: the endpoint asks CommandRoles again.
            var roles = Enum.GetValues<Role>().Where(role => CommandRoles.Allows(role, command, onBehalf: true));
            options.AddPolicy(Of(command), policy => policy.RequireAuthenticatedUser().RequireClaim(Caller.RoleClaim, roles.Select(Caller.OnWire)));
        }
    }
}
