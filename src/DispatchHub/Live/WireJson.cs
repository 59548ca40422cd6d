using System.Text.Encodings.Web;
using System.Text.Json;

namespace Dispatch.Hub.Live;

/// <summary>How rows and items are spelled on the wire: camelCase keys, enums as their documented strings, instants as ISO 8601.</summary>
internal static class WireJson
{
    /// <summary>The one set of options; text in Chinese is not escaped, since the answer is never part of a page.</summary>
    public static JsonSerializerOptions Options { get; } = new(JsonSerializerDefaults.Web) { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };
}
