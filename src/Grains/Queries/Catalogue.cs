using System.Text.Json;
using System.Text.Json.Serialization;
using Dispatch.Contracts;
using Dispatch.Grains.Policies;

namespace Dispatch.Grains.Queries;

/// <summary>What a client must know of the pack in force, from the pack.</summary>
public static class Catalogue
{
    private static readonly JsonSerializerOptions Options = new(JsonSerializerDefaults.Web)
    {
        DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
        Encoder = System.Text.Encodings.Web.JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
    };

    /// <summary>The catalogue as a JSON object.</summary>
    public static string Json(PolicyPack pack) => JsonSerializer.Serialize(Of(pack), Options);

    private static CatalogueView Of(PolicyPack pack) => new()
    {
        Id = pack.Id,
        Version = pack.Version,
        Title = pack.Title,
        Notice = pack.Notice,
        Ladder = pack.Ladder,
        Worked = [.. pack.Worked.Order()],
        Calendar = pack.StreetCalendar.Id,
        Scenes = pack.Scenes,
        Departments = pack.Departments,
        Callable = pack.Callable.OrderBy(entry => entry.Key, StringComparer.Ordinal).ToDictionary(entry => entry.Key, entry => Department(entry.Value)),
        Instruction = pack.Instruction?.ToString(),
        WhistleRate = pack.WhistleRate is { } band ? new CatalogueBand(band.Low, band.High) : null,
        Sources = pack.Sources.OrderBy(entry => entry.Key, StringComparer.Ordinal).ToDictionary(entry => entry.Key, entry => entry.Value.Title),
        Types = [.. pack.Types.Values.OrderBy(type => type.Code, StringComparer.Ordinal).Select(Type)],
        Commands = CommandRoles.ByCommand.OrderBy(entry => entry.Key, StringComparer.Ordinal)
            .ToDictionary(entry => entry.Key, IReadOnlyList<Role> (entry) => [.. entry.Value.Order()]),
        Statuses = Enum.GetValues<CaseStatus>(),
    };

    private static CatalogueType Type(CaseType type) => new()
    {
        Code = type.Code,
        Title = type.Title,
        Scene = type.Scene,
        Lead = type.Lead,
        Assist = type.Assist,
        MinOfficers = type.MinOfficers,
        DuplicateRadius = type.DuplicateRadius,
        Urgent = type.Clocks.Urgent,
        Clocks = [.. type.Clocks.Rules.Select(Clock)],
        InProgressClocks = type.InProgressClocks is { } urgent ? [.. urgent.Rules.Select(Clock)] : null,
        Milestones = [.. type.Clocks.Rules.SelectMany(rule => rule.StopOn)
            .Where(trigger => trigger.StartsWith("Milestone:", StringComparison.Ordinal))
            .Select(trigger => trigger["Milestone:".Length..]).Distinct()],
    };

    private static CatalogueDepartment Department(DepartmentRule rule) => new(rule.Standing, rule.ReportIn.ToString(), rule.Answer.ToString())
    {
        UrgentReportIn = rule.UrgentReportIn?.ToString(),
        UrgentAnswer = rule.UrgentAnswer?.ToString(),
    };

    private static CatalogueClock Clock(ClockRule rule) => new(rule.Name, rule.Budget.ToString(), rule.Marks)
    {
        Calendar = rule.Budget.IsUrgent ? null : rule.Calendar,
    };
}
