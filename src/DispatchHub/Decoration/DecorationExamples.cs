using System.Collections.Frozen;
using System.Text.Json.Nodes;

namespace Dispatch.Hub.Decoration;

/// <summary>A body that works, for the endpoints of house decoration that take one.</summary>
internal static class DecorationExamples
{
    private static readonly FrozenDictionary<string, string> Bodies = new Dictionary<string, string>(StringComparer.Ordinal)
    {
        ["api/mediations/{id}/commands/open"] =
            """{"communityId": "xishan", "matter": "Water from the flat above.", "parties": ["7-2-2001", "7-2-1901"]}""",
        ["api/mediations/{id}/commands/hold"] =
            """{"mediator": "Aunt Li", "said": "Both were heard.", "agreement": "The floor is sealed by Friday."}""",
        ["api/mediations/{id}/commands/follow-up"] = """{"kept": true, "said": "The ceiling has dried."}""",
        ["api/mediations/{id}/commands/give-up"] = """{"reason": "Both go to court."}""",
    }.ToFrozenDictionary(StringComparer.Ordinal);

    /// <summary>The example for an endpoint by its path; null where it is none of house decoration.</summary>
    public static JsonNode? For(string path) => Bodies.TryGetValue(path, out var body) ? JsonNode.Parse(body) : null;
}
