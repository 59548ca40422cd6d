using System.Net;
using Dispatch.Contracts;
using Dispatch.Hub.Tests.Hosting;

namespace Dispatch.Hub.Tests.PolicyPacks;

public sealed class AdoptionApiTests : IAsyncLifetime
{
    private const string Path = "/api/policies/adoptions";
    private const string Wish = """{"pack":{"id":"xiashi","version":"3"},"areas":["community:xishan"],"from":"2026-03-09T00:00:00+08:00","reason":"a pilot"}""";

    private readonly FakeCity _city = new();
    private HubFactory _hub = null!;

    public async ValueTask InitializeAsync() => _hub = await HubFactory.StartAsync(_city);

    public ValueTask DisposeAsync() => _hub.DisposeAsync();

    [Fact]
    public async Task A_supervisor_adopts_a_pack_and_everybody_at_work_reads_of_it()
    {
        var answer = await PostAsync(Wish);

        Assert.Equal(HttpStatusCode.Created, answer.StatusCode);
        Assert.Equal("xiashi-1", (string)(await HubFactory.ReadAsync(answer))["id"]!);
        var asked = _city.Policies.Asked!;
        Assert.Equal(("supervisor-in", _city.Now, "k1"), (asked.By.Id, asked.At, asked.Key));
        Assert.Equal("""{"id":"xiashi","version":"3"}""", asked.Adopt.Pack);
        Assert.Equal([Scope.Community("xishan")], asked.Adopt.Areas);
        var list = await HubFactory.ReadAsync(await _hub.SendAsync(HttpMethod.Get, Path, await _hub.TokenAsync("gridWorker-in")));
        Assert.Equal("community:xishan", (string)list["items"]![0]!["areas"]![0]!);
    }

    [Theory]
    [InlineData("""{"areas":["community:xishan"]}""", "missing-field")]
    [InlineData("""{"areas":["everywhere"],"from":"2026-03-09T00:00:00+08:00"}""", "invalid-field")]
    [InlineData("""{"areas":[],"from":"2026-03-09T00:00:00+08:00"}""", "unknown-area")]
    [InlineData("""{"areas":["community:xishan"],"from":"tomorrow"}""", "invalid-field")]
    [InlineData("""{"areas":["community:xishan"],"from":"2026-03-09T00:00:00+08:00","until":"2026-03-10T00:00:00+08:00"}""", "unknown-field")]
    public async Task What_is_no_wish_is_refused_and_nothing_is_asked(string body, string code)
    {
        Assert.Equal(code, await HubFactory.CodeAsync(await PostAsync(body)));
        Assert.Null(_city.Policies.Asked);
    }

    [Theory]
    [InlineData(100 * 1024, HttpStatusCode.Created)]
    [InlineData(1024 * 1024, HttpStatusCode.RequestEntityTooLarge)]
    public async Task A_pack_may_be_as_large_as_its_file(int bytes, HttpStatusCode expected)
    {
        var answer = await PostAsync(Wish.Replace("\"version\":\"3\"", $"\"version\":\"3\",\"long\":\"{new string('x', bytes)}\"", StringComparison.Ordinal));

        Assert.Equal(expected, answer.StatusCode);
    }

    [Fact]
    public async Task Why_the_street_does_not_adopt_is_told()
    {
        _city.Policies.Refusal = new Refusal(RefusalCode.OverlappingAdoption, "There is one already.");

        var answer = await PostAsync(Wish);

        Assert.Equal(HttpStatusCode.Conflict, answer.StatusCode);
        Assert.Equal("overlapping-adoption", await HubFactory.CodeAsync(answer));
    }

    [Fact]
    public async Task A_pilot_stands_beside_the_rest()
    {
        var token = await _hub.TokenAsync("dispatcher-in");

        var answer = await HubFactory.ReadAsync(await _hub.SendAsync(HttpMethod.Get, "/api/figures/comparison?adoption=xiashi-1", token));

        Assert.Equal("xiashi-1", (string)answer["adoption"]!["id"]!);
        Assert.Equal((3, 3, false), ((int)answer["pilot"]!["counts"]!["opened"]!, (int)answer["rest"]!["counts"]!["opened"]!, (bool)answer["comparable"]!));
        Assert.Equal("unknown", await HubFactory.CodeAsync(await _hub.SendAsync(HttpMethod.Get, "/api/figures/comparison?adoption=xiashi-9", token)));
        Assert.Equal("unknown", await HubFactory.CodeAsync(await _hub.SendAsync(HttpMethod.Get, "/api/figures/comparison", token)));
    }

    private async Task<HttpResponseMessage> PostAsync(string body) =>
        await _hub.SendAsync(HttpMethod.Post, Path, await _hub.TokenAsync("supervisor-in"), body, "k1");
}
