using System.Net.Http.Json;
using Dispatch.Contracts;
using Dispatch.Silo.Storage;
using Dispatch.TestKit.Processes;

namespace Dispatch.Cluster.Tests.Embedded;

public sealed class BackupTests : IDisposable
{
    private const int Seed = 7;

    /// <summary>More than are reported while a backup is made.</summary>
    private const int Cases = 5_000;

    private const string Dispatcher = "dispatcher-1";
    private const string Street = "street:xiashi";

    private static readonly string[] Settings =
        ["--Demo:Simulation=false", "--Clock:Speed=600", "--Limits:CommandsPerSecond=100000", "--Limits:CommandBurst=100000"];

    private readonly CancellationTokenSource _patience = CancellationTokenSource.CreateLinkedTokenSource(TestContext.Current.CancellationToken);

    public BackupTests() => _patience.CancelAfter(TimeSpan.FromMinutes(3));

    private CancellationToken Stop => _patience.Token;

    public void Dispose() => _patience.Dispose();

    [Fact]
    public async Task A_backup_of_a_working_process_starts_elsewhere_with_what_was_answered_and_gives_old_watchers_a_new_board()
    {
        await using var store = await CityStore.NewAsync(StorageProvider.Sqlite, Stop);
        await using var elsewhere = await CityStore.NewAsync(StorageProvider.Sqlite, Stop);
        var port = CityProcess.FreePort();
        var load = CityLoad.Plan(Seed, Cases);
        await using var city = await CityProcess.StartAsync(CityProcess.Hub, port, Stop, [.. store.Settings, .. Settings]);
        using var desk = await Desk.SignInAsync(city.Address, Stop, CityLoad.People);
        await using var watching = new Watching(desk, Dispatcher, Street, Stop);
        await watching.UntilAsync(board => board.Cursor is not null, Stop);
        var backup = Path.Combine(elsewhere.Folder, "backup");

        var sending = load.SendAsync(desk, Stop);
        await load.AnsweredAsync(100);
        Story[] before = [.. load.Stories.Where(story => story.Opened is not null)];
        await RunAsync(["backup", "--to", backup, .. store.Settings]);
        await load.AnsweredAsync(100);
        load.Rest();
        await sending;
        await city.KillAsync();
        await RunAsync(["restore", "--from", backup, .. elsewhere.Settings]);

        Assert.Empty((await StoreVerdict.OfFolderAsync(backup, Stop)).Findings);
        await using var restored = await CityProcess.StartAsync(CityProcess.Hub, port, Stop, [.. elsewhere.Settings, .. Settings]);
        Assert.NotEmpty(before);
        foreach (var story in before)
        {
            var found = await desk[Dispatcher].GetFromJsonAsync<CaseView>($"/api/cases/{CityLoad.CaseIdOf(story)}", Stop);
            Assert.Equal(CityLoad.TextOf(story.Opened!, "number"), found!.Number);
        }

        await watching.UntilAsync(_ => watching.Items.Count(item => item.Kind == "snapshot") == 2, Stop);
        Assert.DoesNotContain(watching.Items, item => item.Kind is "resumed" or "gap");
        await restored.KillAsync();
        Assert.Empty((await elsewhere.VerifyAsync(Stop)).Findings);
    }

    private async Task RunAsync(string[] words)
    {
        var ended = await CityProcess.RunAsync(CityProcess.Hub, Stop, words);
        Assert.True(ended.Code == 0, ended.Said);
    }
}
