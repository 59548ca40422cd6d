using System.Collections.Frozen;
using System.Collections.Immutable;
using System.Security.Cryptography;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;
using Dispatch.Grains.Clocks;
using Dispatch.Grains.Routing;

namespace Dispatch.Grains.Policies;

/// <summary>
/// Reads a policy pack from JSON, with the calendars of the folder <c>calendars</c> beside it. Whatever the author of a file got
/// wrong is a <see cref="Fault"/>, all of them in one reading; nothing is guessed, and a pack with a fault is not used.
/// </summary>
/// <remarks>
/// Calendars are facts about years rather than rules, so they are not part of a pack's version: a pack kept in the store is read
/// again with the calendars of the file in force, and a year loaded since serves old cases, too.
/// </remarks>
public static class PolicyFile
{
    /// <summary>The file of a pack within its folder.</summary>
    public const string FileName = "policy.json";

    /// <summary>The folder of calendars beside a pack.</summary>
    public const string CalendarFolder = "calendars";

    /// <summary>No pack is larger than this, in bytes.</summary>
    public const int MaxBytes = 1024 * 1024;

    private static readonly JsonSerializerOptions Canonical = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    /// <summary>Reads a pack and its calendars.</summary>
    /// <param name="path">The file, or the folder that holds it as <see cref="FileName"/>.</param>
    public static PolicyLoad Load(string path)
    {
        var file = Directory.Exists(path) ? Path.Combine(path, FileName) : path;
        var name = Path.GetFileName(file);
        string text;
        try
        {
            if (new FileInfo(file) is { Exists: true, Length: > MaxBytes })
            {
                return PolicyLoad.Refused(new Fault(name, $"is larger than {MaxBytes} bytes"));
            }

            text = File.ReadAllText(file);
        }
        catch (Exception unreadable) when (unreadable is IOException or UnauthorizedAccessException)
        {
            return PolicyLoad.Refused(new Fault(name, $"cannot be read: {unreadable.Message}"));
        }

        var calendars = CalendarFiles.ReadFolder(Path.Combine(Path.GetDirectoryName(Path.GetFullPath(file))!, CalendarFolder));
        var load = Read(name, text, calendars.Calendars.ToFrozenDictionary(StringComparer.Ordinal));
        return calendars.Faults.IsEmpty
            ? load
            : PolicyLoad.Refused([.. calendars.Faults.Select(fault => new Fault($"{CalendarFolder}/{fault.Path}", fault.Problem)), .. load.Faults]);
    }

    /// <summary>Reads a pack from its text.</summary>
    /// <param name="name">What faults of the whole text name.</param>
    /// <param name="text">The JSON.</param>
    /// <param name="calendars">Calendars by id.</param>
    public static PolicyLoad Read(string name, string text, FrozenDictionary<string, WorkCalendar> calendars)
    {
        var faults = new List<Fault>();
        using var document = CheckedJson.Parse(name, text, faults);
        if (document is null)
        {
            return PolicyLoad.Refused([.. faults]);
        }

        var pack = PolicyDraft.Read(new CheckedJson(document.RootElement, "", faults), calendars);
        return faults.Count == 0 && pack is not null
            ? new PolicyLoad(pack, JsonSerializer.Serialize(document.RootElement, Canonical), [])
            : PolicyLoad.Refused([.. faults]);
    }

    /// <summary>
    /// The pack with more types that have no clock, under a version of its own: for replays of open data, which names types that
    /// no pack foresees. The same pack when there are none.
    /// </summary>
    /// <param name="load">A pack without faults.</param>
    /// <param name="codes">Codes that the pack lacks, in any order.</param>
    public static PolicyLoad WithUnclocked(PolicyLoad load, IEnumerable<string> codes)
    {
        string[] added = [.. codes.Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal)];
        if (added.Length == 0)
        {
            return load;
        }

        var json = JsonNode.Parse(load.Json!)!.AsObject();
        var unclocked = json["unclocked"]?.AsArray() ?? [];
        foreach (var code in added)
        {
            unclocked.Add(code);
        }

        json["unclocked"] = unclocked.Parent is null ? unclocked : unclocked.DeepClone();
        var hash = SHA256.HashData(Encoding.UTF8.GetBytes(string.Join('\n', added)));
        json["version"] = $"{load.Pack!.Version}+{Convert.ToHexStringLower(hash)[..8]}";
        return Read(FileName, json.ToJsonString(Canonical), load.Pack.Calendars);
    }
}

/// <summary>What reading a pack gave: the pack and its text, or at least one fault.</summary>
/// <param name="Pack">The pack; null when there are faults.</param>
/// <param name="Json">Its text as it is kept: the same JSON without line breaks and spaces, so that these are no new version.</param>
/// <param name="Faults">Every fault, in the order of the files.</param>
public sealed record PolicyLoad(PolicyPack? Pack, string? Json, ImmutableArray<Fault> Faults)
{
    internal static PolicyLoad Refused(params ImmutableArray<Fault> faults) => new(null, null, faults);
}
