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
        ["api/filings/{id}/commands/file"] =
            """{"works": ["finishes", "waterproofing"], "contractor": "Anju Decoration", "from": "2026-09-14", "to": "2026-10-16", "wetOn": "2026-09-21", "contact": "139 0000 0000"}""",
        ["api/filings/{id}/commands/approve"] = """{"number": 1, "office": "planning", "permit": "GH-2026-7"}""",
        ["api/filings/{id}/commands/refuse"] = """{"number": 1, "office": "planning", "reason": "The street front stays as it is."}""",
        ["api/filings/{id}/commands/tell-neighbours"] = """{"number": 1, "said": "7-2-1901 and 7-2-2002, by a note at the door."}""",
        ["api/filings/{id}/commands/scan"] = """{"token": "huayu-qiantang.7-2-2001.3q2-7wAAAAAAAAAAAAAAAA"}""",
        ["api/filings/{id}/commands/inspect"] =
            """{"number": 1, "stage": "start", "findings": [{"item": "D1", "good": true}, {"item": "D8", "good": false, "note": "Rubbish on the stairs."}]}""",
        ["api/filings/{id}/commands/withdraw"] = """{"number": 1, "reason": "The owner files anew with another contractor."}""",
        ["api/filings/{id}/commands/erase-contact"] = """{"number": 1}""",
        ["api/units/{estate}/{unit}/unfiled-work"] = """{"description": "Drilling since this morning, no card at the door.", "inProgress": true}""",
    }.ToFrozenDictionary(StringComparer.Ordinal);

    /// <summary>The example for an endpoint by its path; null where it is none of house decoration.</summary>
    public static JsonNode? For(string path) => Bodies.TryGetValue(path, out var body) ? JsonNode.Parse(body) : null;
}
