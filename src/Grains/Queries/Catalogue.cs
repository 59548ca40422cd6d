using System.Text.Json;
using System.Text.Json.Serialization;
using Dispatch.Contracts;
using Dispatch.Grains.Policies;

namespace Dispatch.Grains.Queries;

/// <summary>What a client must know of the pack in force: types with their clocks, scenes, departments, the ladder, who gives which command.</summary>
public static class Catalogue
{
    private static readonly JsonSerializerOptions Options = new(JsonSerializerDefaults.Web)
    {
        DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
        Encoder = System.Text.Encodings.Web.JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
    };

    /// <summary>The catalogue as a JSON object.</summary>
    public static string Json(PolicyPack pack) => JsonSerializer.Serialize(
        new
        {
            pack.Id,
            pack.Version,
            pack.Title,
            pack.Notice,
            pack.Ladder,
            Worked = pack.Worked.Order(),
            Calendar = pack.StreetCalendar.Id,
            pack.Scenes,
            pack.Departments,
            Types = pack.Types.Values.OrderBy(type => type.Code, StringComparer.Ordinal).Select(Type),
            Commands = CommandRoles.ByCommand.OrderBy(entry => entry.Key, StringComparer.Ordinal).ToDictionary(entry => entry.Key, entry => entry.Value.Order()),
            Statuses = Enum.GetValues<CaseStatus>(),
        },
        Options);

    private static object Type(CaseType type) => new
    {
        type.Code,
        type.Title,
        type.Scene,
        type.Lead,
        type.Assist,
        type.MinOfficers,
        type.DuplicateRadius,
        type.Clocks.Urgent,
        Clocks = type.Clocks.Rules.Select(Clock),
        InProgressClocks = type.InProgressClocks?.Rules.Select(Clock),
        Milestones = type.Clocks.Rules.SelectMany(rule => rule.StopOn)
            .Where(trigger => trigger.StartsWith("Milestone:", StringComparison.Ordinal))
            .Select(trigger => trigger["Milestone:".Length..]).Distinct(),
    };

    private static object Clock(ClockRule rule) => new { rule.Name, Budget = rule.Budget.ToString(), Calendar = rule.Budget.IsUrgent ? null : rule.Calendar, rule.Marks };
}
