using System.Net;
using Dispatch.Contracts;
using Dispatch.Hub.Tests.Hosting;

namespace Dispatch.Hub.Tests.Notices;

public sealed class NoticeApiTests : IAsyncLifetime
{
    private const string Subscription = """{"endpoint":"https://fcm.googleapis.com/x","keys":{"p256dh":"a","auth":"b"}}""";

    private readonly FakeCity _city = new();
    private HubFactory _hub = null!;

    public async ValueTask InitializeAsync() => _hub = await HubFactory.StartAsync(_city);

    public ValueTask DisposeAsync() => _hub.DisposeAsync();

    [Fact]
    public async Task Everybody_sees_their_own_notices_and_says_that_they_have_looked()
    {
        var own = await HubFactory.ReadAsync(await SendAsync("officer-in", HttpMethod.Get, "/api/notices"));
        var others = await HubFactory.ReadAsync(await SendAsync("captain-in", HttpMethod.Get, "/api/notices"));
        Assert.Equal((1, FakeNoticeDesk.NoticeId, "told"), ((int)own["unseen"]!, (string)own["items"]![0]!["id"]!, (string)own["items"]![0]!["state"]!));
        Assert.Equal(0, (int)others["unseen"]!);

        var seen = await SendAsync("officer-in", HttpMethod.Post, $"/api/notices/{FakeNoticeDesk.NoticeId}/seen");

        Assert.Equal(HttpStatusCode.NoContent, seen.StatusCode);
        Assert.Equal((FakeNoticeDesk.NoticeId, "officer-in", _city.Now), Assert.Single(_city.Stored));
    }

    [Theory]
    [InlineData("captain-in", "POST", "/api/notices/case.case-1.3.0~officer-in/seen", null, 404, "unknown")]
    [InlineData("officer-in", "POST", "/api/notices/a%20b/seen", null, 404, "unknown")]
    [InlineData("officer-in", "GET", "/api/cases/case-1/notices", null, 403, "role-not-allowed")]
    [InlineData("communityStaff-in", "GET", "/api/cases/case-1/notices", null, 403, "role-not-allowed")]
    [InlineData("captain-out", "GET", "/api/cases/case-1/notices", null, 403, "outside-area")]
    [InlineData("captain-in", "GET", "/api/cases/nothing/notices", null, 404, "unknown")]
    [InlineData("officer-in", "PUT", "/api/push/subscription", """{"endpoint":"https://x"}""", 400, "missing-field")]
    [InlineData("officer-in", "PUT", "/api/notices/mine/channels", """{"channels":"app"}""", 400, "invalid-field")]
    [InlineData("administrator-in", "GET", "/api/notices", null, 403, "role-not-allowed")]
    public async Task What_is_not_theirs_or_makes_no_sense_is_refused(string user, string method, string path, string? body, int status, string code)
    {
        var answer = await SendAsync(user, new HttpMethod(method), path, body);

        Assert.Equal((status, code), ((int)answer.StatusCode, await HubFactory.CodeAsync(answer)));
        Assert.Empty(_city.Stored);
    }

    [Fact]
    public async Task Whoever_leads_the_street_sees_who_was_told_of_a_case_and_by_what()
    {
        var told = await HubFactory.ReadAsync(await SendAsync("dispatcher-in", HttpMethod.Get, "/api/cases/case-1/notices"));

        Assert.Equal(("user:officer-in", "app", "sent"),
            ((string)told["items"]![0]!["receiver"]!, (string)told["items"]![0]!["tries"]![0]!["channel"]!, (string)told["items"]![0]!["tries"]![0]!["outcome"]!));
    }

    [Fact]
    public async Task A_person_sets_the_order_of_their_channels_and_turns_web_push_on_and_off()
    {
        Assert.Equal("BKey", (string)(await HubFactory.ReadAsync(await SendAsync("officer-in", HttpMethod.Get, "/api/push/key")))["key"]!);
        Assert.Equal("app", (string)(await HubFactory.ReadAsync(await SendAsync("officer-in", HttpMethod.Get, "/api/notices/mine/channels")))["channels"]![0]!);
        Assert.Equal(HttpStatusCode.NoContent, (await SendAsync("officer-in", HttpMethod.Put, "/api/push/subscription", Subscription)).StatusCode);

        var set = await HubFactory.ReadAsync(await SendAsync("officer-in", HttpMethod.Put, "/api/notices/mine/channels", """{"channels":["push","app"],"phone":"13800000000"}"""));
        Assert.Equal(("push", "13800000000", 1), ((string)set["channels"]![0]!, (string)set["phone"]!, (int)set["installedClients"]!));

        await SendAsync("officer-in", HttpMethod.Delete, "/api/push/subscription", """{"endpoint":"https://fcm.googleapis.com/x"}""");
        Assert.Equal(0, (int)(await HubFactory.ReadAsync(await SendAsync("officer-in", HttpMethod.Get, "/api/notices/mine/channels")))["installedClients"]!);
    }

    [Fact]
    public async Task What_the_rules_refuse_is_told_with_its_code()
    {
        _city.Refusal = new Refusal(RefusalCode.InvalidValue, "Do something else.");

        var channels = await SendAsync("officer-in", HttpMethod.Put, "/api/notices/mine/channels", """{"channels":["pigeon"]}""");
        var push = await SendAsync("officer-in", HttpMethod.Put, "/api/push/subscription", Subscription);

        Assert.Equal((422, "invalid-value"), ((int)channels.StatusCode, await HubFactory.CodeAsync(channels)));
        Assert.Equal((422, "invalid-value"), ((int)push.StatusCode, await HubFactory.CodeAsync(push)));
    }

    private async Task<HttpResponseMessage> SendAsync(string user, HttpMethod method, string path, string? body = null) =>
        await _hub.SendAsync(method, path, await _hub.TokenAsync(user), body);
}
