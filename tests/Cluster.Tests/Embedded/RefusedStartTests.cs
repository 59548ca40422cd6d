using Dispatch.Silo.Storage;
using Dispatch.Silo.Storage.Migrations;
using Dispatch.TestKit;
using Dispatch.TestKit.Processes;

namespace Dispatch.Cluster.Tests.Embedded;

/// <summary>What a process says of files that it cannot run on: one sentence on standard error, and exit code 1.</summary>
public sealed class RefusedStartTests : IAsyncLifetime
{
    private readonly CancellationTokenSource _patience = CancellationTokenSource.CreateLinkedTokenSource(TestContext.Current.CancellationToken);
    private CityStore _store = null!;

    private CancellationToken Stop => _patience.Token;

    public async ValueTask InitializeAsync()
    {
        _patience.CancelAfter(TimeSpan.FromMinutes(2));
        _store = await CityStore.NewAsync(StorageProvider.Sqlite, Stop);
    }

    public async ValueTask DisposeAsync()
    {
        await _store.DisposeAsync();
        _patience.Dispose();
    }

    [Theory]
    [InlineData("dispatch.db", 0)]
    [InlineData("dispatch.db", 5)]
    [InlineData("rosters.db", 0)]
    public async Task A_database_file_with_a_page_overwritten(string file, int page)
    {
        StoreMigrations.Migrate(_store.Options);
        var path = Path.Combine(_store.Folder, file);
        await using (var stream = File.Open(path, FileMode.Open))
        {
            stream.Position = page * 4096L;
            await stream.WriteAsync(Enumerable.Repeat((byte)'x', 4096).ToArray(), Stop);
        }

        Assert.Contains(file, await RefusalAsync(), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("Policy", "policy.json", "")]
    [InlineData("Policy", "calendars/china-2026.json", "")]
    [InlineData("Territory", "territory.json", "territory")]
    [InlineData("Territory", "grids.geojson", "territory")]
    public async Task A_sample_with_a_file_that_was_cut_off(string section, string file, string sample)
    {
        var folder = CutOff(file, Repository.PathOf("samples", "xiashi", sample));

        var refusal = await RefusalAsync($"--{section}:Path={folder}");

        Assert.Contains(folder, refusal, StringComparison.Ordinal);
        Assert.Contains(file, refusal, StringComparison.Ordinal);
    }

    /// <summary>A copy of a sample folder in which one file ends in its middle.</summary>
    private string CutOff(string file, string sample)
    {
        var folder = Path.Combine(_store.Folder, "sample");
        foreach (var from in Directory.EnumerateFiles(sample, "*", SearchOption.AllDirectories))
        {
            var to = Path.Combine(folder, Path.GetRelativePath(sample, from));
            Directory.CreateDirectory(Path.GetDirectoryName(to)!);
            File.Copy(from, to);
        }

        using var stream = File.Open(Path.Combine(folder, file), FileMode.Open);
        stream.SetLength(stream.Length / 2);
        return folder;
    }

    private async Task<string> RefusalAsync(params string[] settings)
    {
        var ended = await CityProcess.RunAsync(
            CityProcess.Hub, Stop, [$"--urls=http://127.0.0.1:{CityProcess.FreePort()}", "--Demo:Simulation=false", .. _store.Settings, .. settings]);
        Assert.Equal(1, ended.Code);
        return Assert.Single(ended.Complaint.Split('\n', StringSplitOptions.RemoveEmptyEntries));
    }
}
