using System.Globalization;
using Dispatch.Benchmarks.Running;

namespace Dispatch.Benchmarks.Boards;

/// <summary>The script and style that a browser without cache fetches for the board before its map, as they came over the wire.</summary>
internal sealed class EntryBytesBenchmark : IBenchmark
{
    public string Name => "board-entry";

    public string Summary => "JavaScript and CSS of the board before its map, as transferred";

    public async Task<IReadOnlyList<Figure>> MeasureAsync(Extent extent, CancellationToken cancellation)
    {
        await using var stage = await BoardStage.OpenAsync(extent with { Size = extent.Size / 10 }, cancellation);
        await using var tab = await stage.NewTabAsync();
        var files = new Dictionary<string, (string Path, string Encoding, double Bytes)>();
        await tab.Tools.SendAsync("Network.enable");
        tab.Tools.Event("Network.responseReceived").OnEvent += (_, told) =>
        {
            var response = told!.Value.GetProperty("response");
            if (told.Value.GetProperty("type").GetString() is "Script" or "Stylesheet")
            {
                var encoding = response.GetProperty("headers").EnumerateObject()
                    .FirstOrDefault(header => header.Name.Equals("content-encoding", StringComparison.OrdinalIgnoreCase));
                files[told.Value.GetProperty("requestId").GetString()!] =
                    (new Uri(response.GetProperty("url").GetString()!).AbsolutePath, encoding.Value.ValueKind == default ? "as it is" : encoding.Value.GetString()!, 0);
            }
        };
        tab.Tools.Event("Network.loadingFinished").OnEvent += (_, told) =>
        {
            var id = told!.Value.GetProperty("requestId").GetString()!;
            if (files.TryGetValue(id, out var file))
            {
                files[id] = file with { Bytes = told.Value.GetProperty("encodedDataLength").GetDouble() };
            }
        };
        await tab.OpenBoardAsync();
        await tab.Page.WaitForLoadStateAsync(Microsoft.Playwright.LoadState.NetworkIdle);
        foreach (var (path, encoding, bytes) in files.Values.OrderByDescending(file => file.Bytes))
        {
            Session.Note(string.Create(CultureInfo.InvariantCulture, $"  {bytes,9:N0} bytes, {encoding}: {path}"));
        }

        return
        [
            Figure.AtMost("entry JavaScript and CSS of the board before its map, compressed, KB", files.Values.Sum(file => file.Bytes) / 1024, "N0", 350, 200),
            Figure.Beside("files that these are", files.Count, "N0"),
        ];
    }
}
