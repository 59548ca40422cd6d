using System.Collections.Frozen;
using System.Collections.Immutable;
using Dispatch.Contracts;
using Dispatch.Grains.Routing;

namespace Dispatch.Grains.Policies;

/// <summary>Reads the types of a pack.</summary>
internal sealed class CaseTypeDraft(
    PolicyFrame frame,
    OrderedDictionary<string, ClockLayer> defaults,
    FrozenDictionary<string, Text> scenes,
    FrozenDictionary<string, Text> departments)
{
    private const int LongestCode = 80;
    private const int MostTypes = 2_000;
    private const int MostParties = 20;
    private const int MostOfficers = 20;
    private const int WidestRadius = 5_000;

    /// <summary>Whoever leads or assists without being a department of the pack: the street team, the community, the property manager.</summary>
    private static readonly FrozenSet<string> Parties = FrozenSet.ToFrozenSet(["enforcement", "community", "property"], StringComparer.Ordinal);

    /// <summary>The types by code; upper and lower case differ, since cities' own names do.</summary>
    public FrozenDictionary<string, CaseType> Read(CheckedJson root)
    {
        var types = new Dictionary<string, CaseType>(StringComparer.Ordinal);
        foreach (var json in root.Items("types"))
        {
            if (ReadType(json) is { } type)
            {
                Add(types, type, json);
            }
        }

        foreach (var json in root.Items("unclocked"))
        {
            if (CodeOf(json) is { } code)
            {
                Add(types, Unclocked(code), json);
            }
        }

        if (types.Count == 0)
        {
            root.Fault("types", "there must be one at least");
        }
        else if (types.Count > MostTypes)
        {
            root.Fault("types", $"at most {MostTypes} types are taken, with the unclocked ones");
        }

        return types.Values.ToFrozenDictionary(type => type.Code, StringComparer.Ordinal);
    }

    private static void Add(Dictionary<string, CaseType> types, CaseType type, CheckedJson json)
    {
        if (!types.TryAdd(type.Code, type))
        {
            json.Fault($"the code \"{type.Code}\" is given twice");
        }
    }

    private static CaseType Unclocked(string code) => new()
    {
        Code = code,
        Title = new Text(code, code),
        Scene = CaseType.OtherScene,
        MinOfficers = CaseType.DefaultMinOfficers,
        DuplicateRadius = CaseType.DefaultDuplicateRadius,
        Clocks = new ClockSet([]),
    };

    private static string? CodeOf(CheckedJson json)
    {
        var code = json.Text(LongestCode);
        if (code != code.Trim())
        {
            json.Fault("a code has no space at its ends");
        }

        return code.Length > 0 ? code : null;
    }

    private CaseType? ReadType(CheckedJson json)
    {
        if (!json.IsObjectOf("code", "title", "scene", "lead", "assist", "minOfficers", "duplicateRadius", "clocks", "inProgress"))
        {
            return null;
        }

        if (!json.Has("code") || CodeOf(json.Member("code")) is not { } code)
        {
            _ = json.Has("code") ? "" : json.Text("code", LongestCode);
            return null;
        }

        var own = ClockSetDraft.Over(ClockSetDraft.Read(json, "clocks", frame), defaults);
        var clocks = ClockSetDraft.Finish(own, json, frame);
        if (clocks.Rules.IsEmpty && !own.Values.Any(layer => layer.IsBroken))
        {
            json.Fault("clocks", "the type has no clock; if it is meant to have none, its code stands in \"unclocked\"");
        }

        return new CaseType
        {
            Code = code,
            Title = json.Has("title") ? json.Bilingual("title", Text.MaxLength) : new Text(code, code),
            Scene = SceneOf(json),
            Lead = PartiesOf(json, "lead"),
            Assist = PartiesOf(json, "assist"),
            MinOfficers = json.Whole("minOfficers", 1, MostOfficers, CaseType.DefaultMinOfficers),
            DuplicateRadius = json.Has("duplicateRadius") ? json.Number("duplicateRadius", 0, WidestRadius) : CaseType.DefaultDuplicateRadius,
            Clocks = clocks,
            InProgressClocks = json.Has("inProgress") ? InProgress(json, own) : null,
        };
    }

    private ClockSet InProgress(CheckedJson json, OrderedDictionary<string, ClockLayer> own)
    {
        var set = ClockSetDraft.Finish(ClockSetDraft.Over(ClockSetDraft.Read(json, "inProgress", frame), own), json.Member("inProgress"), frame);
        if (!set.Rules.IsEmpty && !set.Urgent)
        {
            json.Fault("inProgress", $"the set for work in progress is urgent: its {ClockNames.Acknowledge} ends in U");
        }

        return set;
    }

    private string SceneOf(CheckedJson json)
    {
        if (!json.Has("scene"))
        {
            return CaseType.OtherScene;
        }

        var scene = json.Id("scene");
        if (scene.Length > 0 && scene != CaseType.OtherScene && !scenes.ContainsKey(scene))
        {
            json.Fault("scene", $"unknown scene \"{scene}\"; it stands neither in \"scenes\" nor is it \"{CaseType.OtherScene}\"");
        }

        return scene;
    }

    private ImmutableArray<string> PartiesOf(CheckedJson json, string member)
    {
        var found = ImmutableArray.CreateBuilder<string>();
        foreach (var item in json.Items(member))
        {
            var party = item.Text(LongestCode);
            if (party.Length > 0 && !departments.ContainsKey(party) && !Parties.Contains(party))
            {
                item.Fault($"\"{party}\" is neither a department of the pack nor one of {string.Join(", ", Parties.Order(StringComparer.Ordinal))}");
            }
            else if (found.Contains(party))
            {
                item.Fault($"\"{party}\" is given twice");
            }

            found.Add(party);
        }

        if (found.Count > MostParties)
        {
            json.Fault(member, $"at most {MostParties} are taken");
        }

        return found.DrainToImmutable();
    }
}
