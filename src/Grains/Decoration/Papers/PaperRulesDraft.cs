using System.Collections.Frozen;
using System.Collections.Immutable;
using Dispatch.Grains.Clocks;
using Dispatch.Grains.Policies;
using Dispatch.Grains.Routing;

namespace Dispatch.Grains.Decoration.Papers;

/// <summary>Reads the member <c>papers</c> of a pack.</summary>
internal static class PaperRulesDraft
{
    /// <summary>The member's name.</summary>
    public const string Member = "papers";

    private const int LongestTitle = 80;
    private const int LongestMark = 20;
    private const int LongestLine = 400;
    private const int MostLines = 60;
    private const int MostTemplates = 40;
    private const int MostSteps = 12;
    private const int LongestId = 32;

    private static readonly string FieldList = string.Join(", ", PaperTemplate.Known);

    /// <summary>The rules; null where the pack has none, or with a fault.</summary>
    /// <param name="root">The pack.</param>
    /// <param name="scenes">Its scenes.</param>
    /// <param name="types">Its types.</param>
    /// <param name="departments">Its departments.</param>
    public static PaperRules? Read(CheckedJson root, IEnumerable<string> scenes, IEnumerable<string> types, IEnumerable<string> departments)
    {
        if (!root.Has(Member) || root.Member(Member) is var json && !json.IsObjectOf("templates", "paths"))
        {
            return null;
        }

        var before = root.Faults.Count;
        var templates = new Dictionary<string, PaperTemplate>(StringComparer.Ordinal);
        foreach (var (id, entry) in json.Entries("templates"))
        {
            if (Template(id, entry) is { } template)
            {
                templates[id] = template;
            }
        }

        if (templates.Count is 0 or > MostTemplates)
        {
            json.Fault("templates", $"there must be 1 to {MostTemplates}");
        }

        var names = new Names(Set(types), Set([.. departments, PathStep.Lead]), Set(templates.Keys));
        var known = Set(scenes);
        var paths = new Dictionary<string, ImmutableArray<PathStep>>(StringComparer.Ordinal);
        foreach (var (scene, _) in json.Entries("paths"))
        {
            if (!known.Contains(scene))
            {
                json.Fault("paths", $"\"{scene}\" is no scene of the pack");
            }

            paths[scene] = Path(json.Member("paths"), scene, names);
        }

        return root.Faults.Count == before
            ? new PaperRules(templates.ToFrozenDictionary(StringComparer.Ordinal), paths.ToFrozenDictionary(StringComparer.Ordinal))
            : null;
    }

    private static PaperTemplate? Template(string id, CheckedJson json)
    {
        IsId(json, id);
        if (!json.IsObjectOf("title", "mark", "decides", "text"))
        {
            return null;
        }

        var lines = ImmutableArray.CreateBuilder<string>();
        foreach (var line in json.Items("text"))
        {
            var text = line.Text(LongestLine);
            foreach (var field in PaperTemplate.Fields(text).Where(field => !PaperTemplate.Known.Contains(field)))
            {
                line.Fault($"unknown field \"{field}\"; a document has: {FieldList}");
            }

            if (!PaperTemplate.IsClosed(text))
            {
                line.Fault("a field is written {{name}}, with two braces on each side");
            }

            lines.Add(text);
        }

        if (lines.Count is 0 or > MostLines)
        {
            json.Fault("text", $"there must be 1 to {MostLines} lines");
        }

        return new PaperTemplate(id, json.Bilingual("title", LongestTitle), json.Text("mark", LongestMark), json.Flag("decides", otherwise: false), lines.DrainToImmutable());
    }

    private static ImmutableArray<PathStep> Path(CheckedJson paths, string scene, Names names)
    {
        var steps = ImmutableArray.CreateBuilder<PathStep>();
        foreach (var item in paths.Items(scene))
        {
            if (Step(item, names, [.. steps.Select(step => step.Id)]) is { } step)
            {
                steps.Add(step);
            }
        }

        if (steps.Count is 0 or > MostSteps || steps[0].IsOptional || steps[0].OnRefusal)
        {
            paths.Fault(scene, $"a path has 1 to {MostSteps} steps, and the first one is always taken");
        }

        return steps.DrainToImmutable();
    }

    private static PathStep? Step(CheckedJson json, Names names, IReadOnlyList<string> earlier)
    {
        if (!json.IsObjectOf("id", "title", "within", "by", "needs", "may", "optional", "for", "onRefusal", "again"))
        {
            return null;
        }

        var id = json.Text("id", LongestId);
        IsId(json, id);
        if (earlier.Contains(id))
        {
            json.Fault("id", $"\"{id}\" is given twice");
        }

        var by = json.Text("by", LongestId);
        if (by.Length > 0 && !names.Doers.Contains(by))
        {
            json.Fault("by", $"\"{by}\" is neither \"{PathStep.Lead}\" nor a department of the pack");
        }

        var again = json.Has("again") ? json.Text("again", LongestId) : null;
        if (again is not null && !earlier.Contains(again))
        {
            json.Fault("again", $"\"{again}\" is no earlier step of this path");
        }

        return new PathStep
        {
            Id = id,
            Title = json.Bilingual("title", LongestTitle),
            Within = Within(json),
            By = by,
            Needs = References(json, "needs", names.Templates, "no template of the pack"),
            May = References(json, "may", names.Templates, "no template of the pack"),
            IsOptional = json.Flag("optional", otherwise: false),
            For = References(json, "for", names.Types, "no type of the pack"),
            OnRefusal = json.Flag("onRefusal", otherwise: false),
            Again = again,
        };
    }

    private static Budget Within(CheckedJson json)
    {
        if (json.Has("within"))
        {
            return json.Member("within").AsBudget() ?? default;
        }

        json.Fault("within", "is missing: every step has its time");
        return default;
    }

    private static ImmutableArray<string> References(CheckedJson json, string member, IReadOnlySet<string> known, string unless)
    {
        var found = ImmutableArray.CreateBuilder<string>();
        foreach (var item in json.Items(member))
        {
            var id = item.Text(LongestId);
            if (id.Length > 0 && !known.Contains(id))
            {
                item.Fault($"\"{id}\" is {unless}");
            }

            found.Add(id);
        }

        return found.DrainToImmutable();
    }

    private static void IsId(CheckedJson json, string id)
    {
        if (id.Length > LongestId || (id.Length > 0 && !CheckedJson.KebabCase().IsMatch(id)))
        {
            json.Fault($"an id is kebab-case, at most {LongestId} characters");
        }
    }

    private static HashSet<string> Set(IEnumerable<string> ids) => ids.ToHashSet(StringComparer.Ordinal);

    private readonly record struct Names(IReadOnlySet<string> Types, IReadOnlySet<string> Doers, IReadOnlySet<string> Templates);
}
