using System.IO.Compression;
using System.Text;
using System.Text.Json;

namespace Dispatch.Hub.Tests.Hosting;

/// <summary>A folder like that of a published hub: a few files of a client, compressed beside the originals, and the list that the SDK writes of them.</summary>
public sealed class BuiltPages : IDisposable
{
    public const string Index = "<!doctype html><title>Dispatch</title><script type=\"module\" src=\"/assets/index-abc123.js\"></script>";

    public static readonly string Script = string.Concat(Enumerable.Repeat("console.log('a board');\n", 200));

    private readonly List<object> _endpoints = [];

    public BuiltPages(bool empty = false)
    {
        if (!empty)
        {
            Write("index.html", "text/html", Index);
            Write("sw.js", "text/javascript", "self.addEventListener('fetch', () => {});");
            Write("manifest.webmanifest", "application/manifest+json", """{"name":"Dispatch"}""");
            Write("icon.svg", "image/svg+xml", "<svg xmlns=\"http://www.w3.org/2000/svg\"/>");
            Write("assets/index-abc123.js", "text/javascript", Script);
            File.WriteAllText(
                Path.Combine(Folder, "Dispatch.Hub.staticwebassets.endpoints.json"),
                JsonSerializer.Serialize(new { Version = 1, ManifestType = "Publish", Endpoints = _endpoints }));
        }
    }

    /// <summary>The content root to give a hub.</summary>
    public string Folder { get; } = Directory.CreateTempSubdirectory("dispatch-pages-").FullName;

    public void Dispose() => Directory.Delete(Folder, recursive: true);

    private void Write(string path, string type, string text)
    {
        var plain = Encoding.UTF8.GetBytes(text);
        using var packed = new MemoryStream();
        using (var brotli = new BrotliStream(packed, CompressionLevel.SmallestSize, leaveOpen: true))
        {
            brotli.Write(plain);
        }

        Write(path, path, type, plain, null);
        Write(path, path + ".br", type, packed.ToArray(), "br");
    }

    private void Write(string route, string path, string type, byte[] bytes, string? encoding)
    {
        var file = Path.Combine(Folder, "wwwroot", path);
        Directory.CreateDirectory(Path.GetDirectoryName(file)!);
        File.WriteAllBytes(file, bytes);
        List<object> headers =
        [
            Pair("Cache-Control", "max-age=3600, must-revalidate"), Pair("Content-Length", $"{bytes.Length}"), Pair("Content-Type", type),
            Pair("ETag", $"\"{path}\""), Pair("Last-Modified", "Tue, 24 Nov 2026 12:00:00 GMT"), Pair("Vary", "Accept-Encoding"),
        ];
        if (encoding is not null)
        {
            headers.Add(Pair("Content-Encoding", encoding));
        }

        _endpoints.Add(new
        {
            Route = route,
            AssetFile = path,
            Selectors = encoding is null ? [] : new object[] { new { Name = "Content-Encoding", Value = encoding, Quality = "0.5" } },
            ResponseHeaders = headers,
            EndpointProperties = Array.Empty<object>(),
        });
    }

    private static object Pair(string name, string value) => new { Name = name, Value = value };
}
