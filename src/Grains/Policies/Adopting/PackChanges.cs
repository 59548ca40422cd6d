using System.Collections.Immutable;
using System.Text.Json.Nodes;
using Dispatch.Contracts;

namespace Dispatch.Grains.Policies.Adopting;

/// <summary>
/// How one pack differs from another. Types and clocks are compared as they work, so that it does not matter whether a time stands at the
/// type or among the defaults; everything else by what is written, so that nothing that changes is left out.
/// </summary>
public static class PackChanges
{
    private static readonly HashSet<string> ComparedAsTheyWork = new(["id", "version", "clocks", "types", "unclocked", "marks"], StringComparer.Ordinal);

    private static readonly HashSet<string> ClocksOfType = new(["clocks", "inProgress"], StringComparer.Ordinal);

    /// <summary>The changes, clocks first.</summary>
    /// <param name="before">The pack that holds, with its text.</param>
    /// <param name="after">The one that would, with its text.</param>
    public static ImmutableArray<PackChange> Of(PolicyLoad before, PolicyLoad after)
    {
        var (old, changed) = (before.Pack!, after.Pack!);
        string[] both = [.. old.Types.Keys.Where(changed.Types.ContainsKey).Order(StringComparer.Ordinal)];
        var clocks = both.SelectMany(code => Clocks(code, old.Types[code], changed.Types[code]));
        return
        [
            .. clocks.GroupBy(What).Select(same => same.First() with { Types = [.. same.SelectMany(change => change.Types)] })
                .OrderBy(change => change.Kind).ThenByDescending(change => change.Types.Count),
            .. changed.Types.Keys.Except(old.Types.Keys).Order(StringComparer.Ordinal).Select(code => new PackChange { Kind = PackChangeKind.TypeAdded, Types = [code] }),
            .. old.Types.Keys.Except(changed.Types.Keys).Order(StringComparer.Ordinal).Select(code => new PackChange { Kind = PackChangeKind.TypeRemoved, Types = [code] }),
            .. Settings(before.Json, after.Json, both),
        ];
    }

    /// <summary>What work in progress shares with the rest is told once.</summary>
    private static IEnumerable<PackChange> Clocks(string code, CaseType old, CaseType changed)
    {
        PackChange[] all = [.. Clocks(code, inProgress: false, old.Clocks, changed.Clocks)];
        var urgent = Clocks(code, inProgress: true, old.InProgressClocks ?? old.Clocks, changed.InProgressClocks ?? changed.Clocks);
        return all.Concat(urgent.ExceptBy(all.Select(change => What(change with { InProgress = true })), What));
    }

    private static IEnumerable<PackChange> Clocks(string code, bool inProgress, ClockSet old, ClockSet changed) =>
        from name in old.Rules.Concat(changed.Rules).Select(rule => rule.Name).Distinct(StringComparer.Ordinal)
        from change in Rules(old.Find(name), changed.Find(name))
        select change with { Types = [code], Clock = name, InProgress = inProgress };

    private static IEnumerable<PackChange> Rules(ClockRule? old, ClockRule? changed)
    {
        if (old?.Budget != changed?.Budget)
        {
            yield return Change(PackChangeKind.Time, old?.Budget.ToString(), changed?.Budget.ToString());
        }

        if (old is null || changed is null)
        {
            yield break;
        }

        (PackChangeKind Kind, string Before, string After)[] others =
        [
            (PackChangeKind.Expiry, PolicyJson.Kebab(old.OnExpiry), PolicyJson.Kebab(changed.OnExpiry)),
            (PackChangeKind.StartsOn, Listed(old.StartOn), Listed(changed.StartOn)),
            (PackChangeKind.StopsOn, Listed(old.StopOn), Listed(changed.StopOn)),
            (PackChangeKind.Marks, string.Join(", ", old.Marks), string.Join(", ", changed.Marks)),
            (PackChangeKind.Calendar, old.Calendar, changed.Calendar),
        ];
        foreach (var (kind, before, after) in others.Where(one => one.Before != one.After))
        {
            yield return Change(kind, before, after);
        }
    }

    private static IEnumerable<PackChange> Settings(string? before, string? after, string[] types)
    {
        var (old, changed) = (Written(before, types), Written(after, types));
        return old.Keys.Union(changed.Keys)
            .Select(path => (Path: path, Before: old.GetValueOrDefault(path), After: changed.GetValueOrDefault(path)))
            .Where(one => one.Before != one.After)
            .OrderBy(one => one.Path, StringComparer.Ordinal)
            .Select(one => Change(PackChangeKind.Setting, one.Before, one.After) with { Path = one.Path });
    }

    /// <summary>What is written, by path; lists of plain values are one entry.</summary>
    private static Dictionary<string, string> Written(string? text, string[] types)
    {
        var written = new Dictionary<string, string>(StringComparer.Ordinal);
        if (text is not null && JsonNode.Parse(text) is JsonObject pack)
        {
            foreach (var (name, value) in pack.Where(member => !ComparedAsTheyWork.Contains(member.Key)))
            {
                Write(name, value);
            }

            foreach (var type in pack["types"]!.AsArray().OfType<JsonObject>().Where(type => types.Contains((string?)type["code"])))
            {
                foreach (var (name, value) in type.Where(member => !ClocksOfType.Contains(member.Key)))
                {
                    Write($"{(string?)type["code"]}.{name}", value);
                }
            }
        }

        return written;

        void Write(string path, JsonNode? value)
        {
            switch (value)
            {
                case JsonObject members:
                    foreach (var (name, member) in members)
                    {
                        Write($"{path}.{name}", member);
                    }

                    break;
                case JsonArray items when items.Any(item => item is JsonObject or JsonArray):
                    for (var i = 0; i < items.Count; i++)
                    {
                        Write($"{path}[{i}]", items[i]);
                    }

                    break;
                case JsonArray items:
                    written[path] = string.Join(", ", items.Select(item => $"{item}"));
                    break;
                default:
                    written[path] = $"{value}";
                    break;
            }
        }
    }

    private static PackChange Change(PackChangeKind kind, string? before, string? after) => new() { Kind = kind, Before = before, After = after };

    private static string Listed(IEnumerable<string> names) => string.Join(", ", names.Order(StringComparer.Ordinal));

    private static (PackChangeKind Kind, string? Clock, bool InProgress, string? Before, string? After) What(PackChange change) =>
        (change.Kind, change.Clock, change.InProgress, change.Before, change.After);
}
