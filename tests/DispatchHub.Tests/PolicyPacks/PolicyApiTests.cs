using System.Net;
using Dispatch.Contracts;
using Dispatch.Hub.Tests.Hosting;

namespace Dispatch.Hub.Tests.PolicyPacks;

public sealed class PolicyApiTests : IAsyncLifetime
{
    private const string Kept = """{"policy":{"id":"xiashi","version":"3"},"areas":["community:xishan"],"days":30}""";

    private readonly FakeCity _city = new();
    private HubFactory _hub = null!;

    public async ValueTask InitializeAsync() => _hub = await HubFactory.StartAsync(_city);

    public ValueTask DisposeAsync() => _hub.DisposeAsync();

    [Fact]
    public async Task Everybody_at_work_reads_what_holds_and_a_supervisor_may_adopt()
    {
        var (read, adopts) = (await GetAsync("/api/policies", "gridWorker-in"), await GetAsync("/api/policies", "supervisor-in"));

        Assert.Equal("supervisor", (string)read["inForce"]![0]!["adoption"]!["by"]!);
        Assert.Equal((false, true), ((bool)read["mayAdopt"]!, (bool)adopts["mayAdopt"]!));
    }

    [Fact]
    public async Task A_dry_run_begins_and_is_asked_for_by_its_id()
    {
        var answer = await PostAsync("/api/policies/dry-runs", Kept);

        Assert.Equal((HttpStatusCode.Accepted, "/api/policies/dry-runs/1"), (answer.StatusCode, $"{answer.Headers.Location}"));
        Assert.Equal((30, "xiashi 3"), (_city.Policies.Tried!.Days, $"{_city.Policies.Tried.Policy}"));
        Assert.Equal("failed", (string)(await GetAsync("/api/policies/dry-runs/1", "supervisor-in"))["state"]!);
        Assert.Equal("unknown", await HubFactory.CodeAsync(await _hub.SendAsync(HttpMethod.Get, "/api/policies/dry-runs/2", await _hub.TokenAsync("supervisor-in"))));
    }

    [Fact]
    public async Task Why_a_pack_cannot_be_tried_is_told()
    {
        _city.Policies.Refusal = new Refusal(RefusalCode.DryRunUnderWay, "Wait for it.");

        Assert.Equal("dry-run-under-way", await HubFactory.CodeAsync(await PostAsync("/api/policies/dry-runs", Kept)));
        Assert.Equal("unknown-area", await HubFactory.CodeAsync(await PostAsync("/api/policies/looks", """{"policy":{"id":"xiashi","version":"3"},"areas":[]}""")));
        Assert.Equal("missing-field", await HubFactory.CodeAsync(await PostAsync("/api/policies/looks", """{"policy":{"id":"xiashi","version":"3"}}""")));
    }

    private async Task<System.Text.Json.Nodes.JsonNode> GetAsync(string path, string userName) =>
        await HubFactory.ReadAsync(await _hub.SendAsync(HttpMethod.Get, path, await _hub.TokenAsync(userName)));

    private async Task<HttpResponseMessage> PostAsync(string path, string body) =>
        await _hub.SendAsync(HttpMethod.Post, path, await _hub.TokenAsync("supervisor-in"), body);
}
