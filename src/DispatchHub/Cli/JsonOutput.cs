using System.CommandLine;
using System.Text.Encodings.Web;
using System.Text.Json;

namespace Dispatch.Hub.Cli;

/// <summary>One JSON object on standard output and nothing else, for programs.</summary>
internal static class JsonOutput
{
    private static readonly JsonSerializerOptions Json = new(JsonSerializerDefaults.Web) { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    /// <summary>The option <c>--json</c>.</summary>
    public static Option<bool> Option() => new("--json") { Description = "Print one JSON object and nothing else." };

    /// <summary>Prints one object on one line.</summary>
    public static Task WriteAsync<T>(T value, TextWriter output) => output.WriteLineAsync(JsonSerializer.Serialize(value, Json));
}
