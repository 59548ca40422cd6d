using System.Collections.Frozen;
using System.Text.Json;
using Dispatch.Contracts;

namespace Dispatch.Grains.Routing;

/// <summary>Reads what a person may do and where, and holds each role to the kind of area that it works in.</summary>
internal static class PersonJson
{
    private static readonly FrozenDictionary<string, Role> Roles =
        Enum.GetValues<Role>().ToFrozenDictionary(role => JsonNamingPolicy.CamelCase.ConvertName(role.ToString()), StringComparer.Ordinal);

    public static (Role Role, Scope Area) RoleAndArea(CheckedJson json, Func<Scope, bool> exists)
    {
        var roleText = json.Text("role", Text.MaxLength);
        if (!Roles.TryGetValue(roleText, out var role) && roleText.Length > 0)
        {
            json.Fault("role", $"unknown role \"{roleText}\"");
        }

        var areaText = json.Text("area", Text.MaxLength);
        if (areaText.Length == 0)
        {
            return (role, default);
        }

        if (!Scope.TryParse(areaText, out var area))
        {
            json.Fault("area", $"\"{areaText}\" is not a scope such as \"grid:xishan-03\"");
        }
        else if (!exists(area))
        {
            json.Fault("area", $"unknown {area.Kind} \"{area.Id}\"");
        }
        else if (Roles.ContainsKey(roleText) && !KindsOf(role).Contains(area.Kind))
        {
            json.Fault("area", KindsOf(role) is [_, ..] kinds
                ? $"a {roleText} has an area of kind {string.Join(" or ", kinds)}"
                : $"nobody signs in as {roleText}");
        }

        return (role, area);
    }

    private static string[] KindsOf(Role role) => role switch
    {
        Role.GridWorker => [ScopeKind.Grid],
        Role.PropertyManager => [ScopeKind.Grid, ScopeKind.Community],
        Role.CommunityStaff => [ScopeKind.Community],
        Role.DepartmentStaff => [ScopeKind.Department],
        Role.System => [],
        _ => [ScopeKind.Street],
    };
}
