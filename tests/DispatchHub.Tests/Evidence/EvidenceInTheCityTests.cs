using System.Net;
using Dispatch.Grains.Policies;
using Dispatch.Grains.Storage;
using Dispatch.Hub.Tests.Hosting;
using Dispatch.Silo.City;
using Dispatch.Silo.Storage;
using Dispatch.Silo.Storage.Auditing;
using Microsoft.Data.Sqlite;
using Microsoft.Extensions.DependencyInjection;

namespace Dispatch.Hub.Tests.Evidence;

/// <summary>From the phone to the case and back, through real grains into a real store.</summary>
public sealed class EvidenceInTheCityTests : IAsyncLifetime
{
    private const string Worker = "grid-xishan-03";

    private const string Community = "community-xishan";

    private EmbeddedHub _hub = null!;

    public async ValueTask InitializeAsync() => _hub = await EmbeddedHub.StartAsync();

    public ValueTask DisposeAsync() => _hub.DisposeAsync();

    [Fact]
    public async Task A_photo_reported_with_is_seen_at_the_hub_and_another_one_joins_it()
    {
        var (seen, done) = (await UploadAsync(Worker, 64), await UploadAsync(Community, 65));
        var id = await ReportAsync($$"""["{{seen}}"]""");

        var view = await _hub.AskAsync(Community, HttpMethod.Post, $"/api/cases/{id}/commands/attach-evidence", $$"""{"evidenceIds":["{{done}}"],"note":"As we found it."}""");

        Assert.Equal([(seen, Worker), (done, Community)], view["evidence"]!.AsArray().Select(piece => ((string)piece!["id"]!, (string)piece["by"]!)));
        Assert.Equal(64, (int)view["evidence"]![0]!["width"]!);
        var answer = await _hub.SendAsync(Community, HttpMethod.Get, $"/api/evidence/{seen}?case={id}");
        Assert.Equal("image/jpeg", answer.Content.Headers.ContentType!.MediaType);
        var history = await _hub.AskAsync("dispatcher-1", HttpMethod.Get, $"/api/cases/{id}/history");
        Assert.Equal([seen, done], history["items"]!.AsArray().Where(entry => (string)entry!["event"]! == "EvidenceAttached").Select(entry => (string)entry!["data"]!["items"]![0]!["id"]!));
    }

    [Fact]
    public async Task Somebody_elses_photo_cannot_be_taken_into_a_case_before_its_uploader_has_attached_it()
    {
        var (mine, theirs) = (await UploadAsync(Community, 64), await UploadAsync(Worker, 65));
        var id = await ReportAsync($$"""["{{theirs}}"]""");
        var other = await ReportAsync("[]");

        Assert.Equal(HttpStatusCode.NotFound, (await _hub.SendAsync(Community, HttpMethod.Get, $"/api/evidence/{theirs}")).StatusCode);
        Assert.Equal("unknown-evidence", await AttachAsync(other, $"""["{mine}","{theirs}"]"""));
        Assert.Equal("unknown-evidence", await AttachAsync(other, $"""["{new string('a', 64)}"]"""));
        Assert.Equal("unknown-evidence", await AttachAsync(other, """["no-hash-at-all"]"""));
        Assert.Equal("invalid-value", await AttachAsync(id, $"""["{theirs}"]"""));
        var refused = await _hub.SendAsync(Community, HttpMethod.Post, "/api/reports", $$"""{"type":"DEC-03","place":{"gridId":"xishan-03"},"evidenceIds":["{{theirs}}"]}""");
        Assert.Equal("unknown-evidence", await HubFactory.CodeAsync(refused));
    }

    [Fact]
    public async Task Trimming_keeps_what_a_case_shows_and_an_audit_finds_it_when_it_is_gone()
    {
        var (shown, unused) = (await UploadAsync(Worker, 64), await UploadAsync(Worker, 65));
        var id = await ReportAsync($$"""["{{shown}}"]""");
        var evidence = _hub.Services.GetRequiredService<IEvidenceStore>();

        Assert.Equal(1, await evidence.TrimAsync(DateTimeOffset.MaxValue, TestContext.Current.CancellationToken));

        Assert.Null(await evidence.FindAsync(unused, null, TestContext.Current.CancellationToken));
        Assert.Equal(HttpStatusCode.OK, (await _hub.SendAsync(Worker, HttpMethod.Get, $"/api/evidence/{shown}?case={id}")).StatusCode);
        Assert.Empty((await AuditAsync()).Findings);

        await using (var store = new SqliteConnection($"Data Source={Path.Combine(_hub.Folder, "dispatch.db")};Pooling=False"))
        {
            await store.OpenAsync(TestContext.Current.CancellationToken);
            await using var command = store.CreateCommand();
            command.CommandText = "delete from evidence";
            await command.ExecuteNonQueryAsync(TestContext.Current.CancellationToken);
        }

        Assert.Equal([("evidence-missing", $"case:{id}")], (await AuditAsync()).Findings.Select(finding => (finding.Code, finding.Owner)));
    }

    private Task<AuditReport> AuditAsync() => new StoreAudit(
        new StorageOptions { Path = _hub.Folder }, new OwnerFold(_hub.Services.GetRequiredService<IPolicyShelf>())).RunAsync(TestContext.Current.CancellationToken);

    private async Task<string> UploadAsync(string userName, int width) =>
        (string)(await _hub.AskAsync(userName, HttpMethod.Post, "/api/evidence", Pictures.WithNotes(Pictures.Quarters(width, 40), 1)))["id"]!;

    private async Task<string> ReportAsync(string evidenceIds) => (string)(await _hub.AskAsync(
        Worker, HttpMethod.Post, "/api/reports", $$"""{"type":"DEC-03","place":{"gridId":"xishan-03"},"passUp":true,"evidenceIds":{{evidenceIds}}}"""))["id"]!;

    private async Task<string> AttachAsync(string id, string evidenceIds) => await HubFactory.CodeAsync(
        await _hub.SendAsync(Community, HttpMethod.Post, $"/api/cases/{id}/commands/attach-evidence", $$"""{"evidenceIds":{{evidenceIds}}}"""));
}
