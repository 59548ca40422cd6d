using System.Security.Cryptography;
using System.Text;
using System.Text.Json.Serialization;
using Dispatch.Contracts;
using Dispatch.Hub.City;

namespace Dispatch.Hub.Sources;

/// <summary>Hands what another system sent to the city: a new case, or what its source says anew.</summary>
internal static class SourceIntake
{
    /// <summary>What giving a report would do to the case that its number names.</summary>
    /// <param name="grains">The city.</param>
    /// <param name="report">A report as read.</param>
    public static async Task<(Intake What, CaseView? Case)> LookAsync(IGrainFactory grains, Report report) =>
        await grains.Case(report.CaseId).View() switch
        {
            null => (Intake.Opens, null),
            { External: { } external } view when IsNew(report.Description, view.Description) || IsNew(report.Address, view.Address)
                || IsNew(report.Contact, view.Contact) || (report.External!.ReplyBy is { } until && Millis(until) != Millis(external.ReplyBy)) => (Intake.Updates, view),
            var view => (Intake.Known, view),
        };

    /// <summary>Gives a report to its case.</summary>
    /// <param name="grains">The city.</param>
    /// <param name="actor">In whose name.</param>
    /// <param name="report">As read.</param>
    /// <param name="opens">Whether no case has its number yet: the grid then notes it, and answers likely duplicates.</param>
    /// <param name="key">The same for a repeat of the same message, and for nothing else.</param>
    /// <param name="now">City time.</param>
    public static async Task<CommandAnswer> GiveAsync(IGrainFactory grains, Actor actor, Report report, bool opens, string key, DateTimeOffset now)
    {
        var duplicates = opens ? await grains.Grid(report.Place.GridId).Place(new Sighting(report.CaseId, report.Type, report.Place, now)) : [];
        return await grains.Case(report.CaseId).Execute(new CommandEnvelope
        {
            Command = report with { PossibleDuplicates = duplicates },
            Actor = actor,
            Key = key,
            BodyHash = Hash($"{report.Type}\n{report.Description}\n{report.Address}\n{report.Contact}\n{report.External!.ReplyBy:O}\n{report.InProgress}"),
            ReceivedAt = now,
        });
    }

    /// <summary>A key of a message's part.</summary>
    public static string KeyOf(string message, string number) => Hash($"{message}\n{number}");

    private static string Hash(string text) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(text)));

    private static bool IsNew(string? told, string? known) => !string.IsNullOrWhiteSpace(told) && told != known;

    private static long? Millis(DateTimeOffset? instant) => instant?.ToUnixTimeMilliseconds();
}

/// <summary>What a report does to the case of its number.</summary>
[JsonConverter(typeof(CamelCaseEnumJson<Intake>))]
public enum Intake
{
    /// <summary>It opens the case.</summary>
    Opens = 0,

    /// <summary>It tells the case something new.</summary>
    Updates = 1,

    /// <summary>The case knows all of it.</summary>
    Known = 2,
}
