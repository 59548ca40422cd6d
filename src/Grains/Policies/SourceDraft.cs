using System.Collections.Frozen;
using Dispatch.Contracts;
using Dispatch.Grains.Routing;

namespace Dispatch.Grains.Policies;

/// <summary>Reads the member <c>sources</c> of a pack.</summary>
internal static class SourceDraft
{
    /// <summary>The member's name.</summary>
    public const string Member = "sources";

    private const int LongestName = 80;
    private const int MostSources = 20;

    /// <summary>The fields of a report that a column may hold, each under its own name where the pack does not name its header.</summary>
    private static readonly string[] Fields = ["number", "type", "description", "address", "contact", "lat", "lon", "crs", "replyBy"];

    private static readonly FrozenDictionary<string, CaseStatus> Starts = new Dictionary<string, CaseStatus>(StringComparer.Ordinal)
    {
        ["verification"] = CaseStatus.AwaitingVerification,
        ["grid"] = CaseStatus.AtGrid,
        ["community"] = CaseStatus.AwaitingCommunity,
        ["street"] = CaseStatus.AwaitingDispatch,
    }.ToFrozenDictionary(StringComparer.Ordinal);

    /// <summary>The sources by id; none where the pack has none, or with a fault.</summary>
    public static FrozenDictionary<string, SourceRule> Read(CheckedJson root, PolicyFrame frame, IEnumerable<string> types)
    {
        var known = types.ToHashSet(StringComparer.Ordinal);
        var sources = new Dictionary<string, SourceRule>(StringComparer.Ordinal);
        foreach (var (id, json) in root.Entries(Member))
        {
            if (!CheckedJson.KebabCase().IsMatch(id))
            {
                json.Fault("an id is kebab-case");
            }

            if (json.IsObjectOf("zh", "en", "street", "replyWithin", "startAt", "onMissed", "types", "columns") && Rule(json, frame, known) is { } rule)
            {
                sources[id] = rule;
            }
        }

        if (sources.Count > MostSources)
        {
            root.Fault(Member, $"at most {MostSources} sources are taken");
        }

        return sources.ToFrozenDictionary(StringComparer.Ordinal);
    }

    private static SourceRule? Rule(CheckedJson json, PolicyFrame frame, HashSet<string> types)
    {
        if (!json.Has("replyWithin"))
        {
            json.Fault("replyWithin", "is missing: the time to reply where the source names no instant");
            return null;
        }

        return json.Member("replyWithin").AsBudget() is not { } within ? null : new SourceRule
        {
            Title = new Text(json.Text("zh", LongestName), json.Text("en", LongestName)),
            Street = json.Has("street") ? json.Id("street") : null,
            ReplyWithin = within,
            Marks = frame.Marks,
            StartAt = StartAt(json, frame),
            OnMissed = OnMissed(json, frame),
            Types = Types(json, types),
            Columns = Columns(json),
        };
    }

    private static CaseStatus StartAt(CheckedJson json, PolicyFrame frame)
    {
        var name = json.Has("startAt") ? json.Text("startAt", LongestName) : "verification";
        if (!Starts.TryGetValue(name, out var status))
        {
            json.Fault("startAt", $"expected one of {string.Join(", ", Starts.Keys.Order(StringComparer.Ordinal))}");
        }
        else if (!frame.Ladder.IsEmpty && status.Level() is { } level && !frame.Ladder.Contains(level))
        {
            json.Fault("startAt", $"{name} belongs to the level {level}, which the ladder lacks");
        }

        return status;
    }

    private static AssistRung OnMissed(CheckedJson json, PolicyFrame frame)
    {
        var rung = json.Has("onMissed") ? json.Member("onMissed").AsOneOf<AssistRung>(PolicyJson.Kebab) : AssistRung.Tell;
        if (rung == AssistRung.Supervise && !frame.Ladder.IsEmpty && !frame.Ladder.Contains(CaseLevel.Supervision))
        {
            json.Fault("onMissed", $"{PolicyJson.Kebab(AssistRung.Supervise)} leads to {CaseLevel.Supervision}, which the pack's ladder lacks");
        }

        return rung ?? AssistRung.Tell;
    }

    private static FrozenDictionary<string, string> Types(CheckedJson json, HashSet<string> known)
    {
        var types = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var (code, type) in json.Entries("types"))
        {
            var name = type.Text(LongestName);
            if (name.Length > 0 && known.Count > 0 && !known.Contains(name))
            {
                type.Fault($"the pack has no type \"{name}\"");
            }

            types[code] = name;
        }

        return types.ToFrozenDictionary(StringComparer.Ordinal);
    }

    private static FrozenDictionary<string, string> Columns(CheckedJson json)
    {
        var columns = Fields.ToDictionary(field => field, field => field, StringComparer.Ordinal);
        if (json.Has("columns") && json.Member("columns") is var own && own.IsObjectOf(Fields))
        {
            foreach (var field in Fields.Where(own.Has))
            {
                columns[field] = own.Text(field, LongestName);
            }
        }

        return columns.ToFrozenDictionary(StringComparer.Ordinal);
    }
}
