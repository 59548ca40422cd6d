using System.Collections.Frozen;

namespace Dispatch.Contracts.Decoration;

/// <summary>Who may do what to a filing of a flat in their area: the one list that deciders and pages ask. An office's own staff answer for it wherever the flat is.</summary>
public static class FilingRoles
{
    /// <summary>Filing works for an owner.</summary>
    public const string File = "file";

    /// <summary>Answering for an office that must approve.</summary>
    public const string Answer = "answer";

    /// <summary>Telling the neighbours.</summary>
    public const string Tell = "tell-neighbours";

    /// <summary>Scanning the card and inspecting.</summary>
    public const string Inspect = "inspect";

    /// <summary>Taking a filing back.</summary>
    public const string Withdraw = "withdraw";

    /// <summary>Erasing an owner's contact.</summary>
    public const string Erase = "erase-contact";

    private static readonly FrozenDictionary<string, Role[]> Roles = new Dictionary<string, Role[]>(StringComparer.Ordinal)
    {
        [File] = [Role.CommunityStaff, Role.PropertyManager, Role.GridWorker, Role.Captain, Role.Dispatcher],
        [Answer] = [Role.CommunityStaff, Role.Captain, Role.Dispatcher],
        [Tell] = [Role.PropertyManager, Role.GridWorker, Role.CommunityStaff, Role.Captain],
        [Inspect] = [Role.GridWorker, Role.PropertyManager, Role.CommunityStaff, Role.Officer, Role.Captain],
        [Withdraw] = [Role.CommunityStaff, Role.PropertyManager, Role.Captain, Role.Dispatcher],
        [Erase] = [Role.CommunityStaff, Role.Captain, Role.Dispatcher],
    }.ToFrozenDictionary(StringComparer.Ordinal);

    /// <summary>The roles that may.</summary>
    /// <param name="deed">One of the names here.</param>
    public static ReadOnlySpan<Role> Of(string deed) => Roles[deed];

    /// <summary>What a role may, by name.</summary>
    public static IReadOnlyList<string> May(Role role) =>
        [.. Roles.Where(one => role == Role.System || one.Value.Contains(role) || (role == Role.DepartmentStaff && one.Key == Answer)).Select(one => one.Key).Order(StringComparer.Ordinal)];
}
