using System.Net;
using System.Text.Json.Nodes;
using Dispatch.Hub.Tests.Hosting;

namespace Dispatch.Hub.Tests.Grids;

/// <summary>Patrols that a phone tells late, over HTTP in the whole product.</summary>
public sealed class PatrolTests : IAsyncLifetime
{
    private const string Walker = "grid-xishan-03";
    private const string Path = "/api/grids/xishan-03/patrols";
    private EmbeddedHub _hub = null!;

    public async ValueTask InitializeAsync() => _hub = await EmbeddedHub.StartAsync();

    public ValueTask DisposeAsync() => _hub.DisposeAsync();

    [Fact]
    public async Task A_patrol_counts_from_when_it_was_walked()
    {
        var walked = (await NowAsync()).AddMinutes(-20);

        var grid = await _hub.AskAsync(Walker, HttpMethod.Post, Path, Body(walked));

        Assert.Equal(walked, (DateTimeOffset)grid["lastPatrolAt"]!);
    }

    [Fact]
    public async Task The_instant_of_a_phone_whose_clock_is_wrong_is_corrected_by_what_the_hub_sees()
    {
        var device = (await NowAsync()).AddHours(5);

        var grid = await _hub.AskAsync(Walker, HttpMethod.Post, Path, Body(device.AddMinutes(-20)), deviceNow: device);

        var walked = (DateTimeOffset)grid["lastPatrolAt"]!;
        Assert.InRange(walked, device.AddHours(-5).AddMinutes(-20), (await NowAsync()).AddMinutes(-20));
    }

    [Fact]
    public async Task An_instant_ahead_or_too_long_ago_is_refused_with_a_code()
    {
        var now = await NowAsync();

        Assert.Equal("occurred-in-future", await CodeAsync(Body(now.AddHours(2))));
        Assert.Equal("occurred-too-long-ago", await CodeAsync(Body(now.AddDays(-60))));
        Assert.Equal("invalid-field", await CodeAsync("""{"occurredAt":"yesterday"}"""));
        var seen = await _hub.AskAsync(Walker, HttpMethod.Get, "/api/grids/xishan-03");
        Assert.Null(seen["lastPatrolAt"]);
    }

    private static string Body(DateTimeOffset walked) => new JsonObject { ["occurredAt"] = $"{walked:O}" }.ToJsonString();

    private async Task<DateTimeOffset> NowAsync() => (DateTimeOffset)(await _hub.AskAsync(Walker, HttpMethod.Get, "/api/clock"))["now"]!;

    private async Task<string?> CodeAsync(string body)
    {
        var answer = await _hub.SendAsync(Walker, HttpMethod.Post, Path, body);
        Assert.NotEqual(HttpStatusCode.OK, answer.StatusCode);
        return await HubFactory.CodeAsync(answer);
    }
}
