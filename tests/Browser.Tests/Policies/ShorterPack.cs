using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using Dispatch.Grains.Policies;
using Dispatch.TestKit;

namespace Dispatch.Browser.Tests.Policies;

/// <summary>The pack by hand, in a version of its own, with less time to acknowledge façades.</summary>
internal static class ShorterPack
{
    public const string Version = "5";

    /// <summary>Its text.</summary>
    public static string Text(string acknowledge)
    {
        var pack = JsonNode.Parse(System.IO.File.ReadAllText(Path.Combine(ByHandPack.Folder, PolicyFile.FileName)))!;
        pack["version"] = Version;
        pack["types"]!.AsArray().Single(type => (string?)type!["code"] == "DEC-03")!["clocks"]!["acknowledge"] = acknowledge;
        return pack.ToJsonString();
    }

    /// <summary>As a file that somebody chooses.</summary>
    public static FilePayload File(string acknowledge) =>
        new() { Name = PolicyFile.FileName, MimeType = "application/json", Buffer = Encoding.UTF8.GetBytes(Text(acknowledge)) };

    /// <summary>As a body of the API.</summary>
    public static JsonElement Json(string acknowledge) => JsonElement.Parse(Text(acknowledge));
}
