using System.Text.Json;
using System.Text.Json.Serialization;

namespace Dispatch.Contracts;

/// <summary>
/// What somebody may do. One person has one role and one area (a <see cref="Scope"/>); a command's policy names roles.
/// In JSON a role is the camel-case string of its name (<c>gridWorker</c>), never a number.
/// </summary>
[GenerateSerializer, Alias("role")]
[JsonConverter(typeof(CamelCaseEnumJson<Role>))]
public enum Role
{
    /// <summary>A member of the public: reports, and sees their own reports.</summary>
    Citizen = 0,

    /// <summary>网格员: patrols one grid, reports, verifies reports of the public, checks that a case is really solved.</summary>
    GridWorker = 1,

    /// <summary>物业: runs an estate; must stop a violation at once and report it.</summary>
    PropertyManager = 2,

    /// <summary>社区（村）: acknowledges, controls in advance, whistles.</summary>
    CommunityStaff = 3,

    /// <summary>指挥中心值班员: watches the street's board, assigns, coordinates.</summary>
    Dispatcher = 4,

    /// <summary>队长: leads the street team; told when a clock of the team runs out.</summary>
    Captain = 5,

    /// <summary>队员: accepts offers, reports in on site, resolves.</summary>
    Officer = 6,

    /// <summary>部门: acts for a department that the policy pack names.</summary>
    DepartmentStaff = 7,

    /// <summary>督查: watches deadlines, decides on extensions, issues cards.</summary>
    Supervisor = 8,

    /// <summary>The street committee: sees everything of its street.</summary>
    Committee = 9,

    /// <summary>Keeps users and settings; takes no part in cases.</summary>
    Administrator = 10,

    /// <summary>The machine itself: deadlines, replays.</summary>
    System = 11,
}

/// <summary>Writes an enum as the camel-case string of its name and reads nothing else: a number in JSON is an error.</summary>
/// <typeparam name="TEnum">The enum.</typeparam>
public sealed class CamelCaseEnumJson<TEnum>() : JsonStringEnumConverter<TEnum>(JsonNamingPolicy.CamelCase, allowIntegerValues: false)
    where TEnum : struct, Enum;
