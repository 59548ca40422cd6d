using System.Net;
using Dispatch.Hub.Tests.Hosting;

namespace Dispatch.Hub.Tests.Cases;

public sealed class ChoicesTests : IAsyncLifetime
{
    private readonly FakeCity _city = new();
    private HubFactory _hub = null!;

    public async ValueTask InitializeAsync() => _hub = await HubFactory.StartAsync(_city);

    public ValueTask DisposeAsync() => _hub.DisposeAsync();

    [Fact]
    public async Task The_case_is_asked_for_the_caller_now_and_its_codes_are_spelled_as_in_a_refusal()
    {
        var choices = await HubFactory.ReadAsync(await LookAsync("dispatcher-in", FakeCity.CaseId));

        Assert.Equal(1, (int)choices["version"]!);
        var (comment, settle) = (choices["items"]![0]!, choices["items"]![1]!);
        Assert.True((bool)comment["allowed"]!);
        Assert.Null(comment["code"]);
        Assert.Equal(("settle", false, true), ((string)settle["name"]!, (bool)settle["allowed"]!, (bool)settle["onBehalf"]!));
        Assert.Equal("role-not-allowed", (string)settle["code"]!);
        Assert.Equal($"A Dispatcher does not give settle at {_city.Now:O}.", (string)settle["why"]!);
    }

    [Theory]
    [InlineData("dispatcher-out", FakeCity.CaseId, HttpStatusCode.Forbidden, "outside-area")]
    [InlineData("dispatcher-in", "nothing", HttpStatusCode.NotFound, "unknown")]
    public async Task Choices_are_for_whoever_sees_the_case(string user, string id, HttpStatusCode status, string code)
    {
        var answer = await LookAsync(user, id);

        Assert.Equal((status, code), (answer.StatusCode, await HubFactory.CodeAsync(answer)));
    }

    private async Task<HttpResponseMessage> LookAsync(string user, string id) =>
        await _hub.SendAsync(HttpMethod.Get, $"/api/cases/{id}/choices", await _hub.TokenAsync(user));
}
