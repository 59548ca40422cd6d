using System.Net;
using System.Security.Claims;
using System.Text.Json.Nodes;
using Dispatch.Contracts;
using Dispatch.Hub.Sessions;
using Dispatch.Hub.Tests.Hosting;
using Microsoft.AspNetCore.Identity;
using Microsoft.IdentityModel.JsonWebTokens;
using Microsoft.IdentityModel.Tokens;

namespace Dispatch.Hub.Tests.Sessions;

public sealed class SessionTests : IAsyncLifetime
{
    private readonly FakeCity _city = new();
    private HubFactory _hub = null!;

    public async ValueTask InitializeAsync() => _hub = await HubFactory.StartAsync(_city);

    public ValueTask DisposeAsync() => _hub.DisposeAsync();

    [Fact]
    public async Task A_token_opens_the_city_for_fifteen_minutes_and_then_says_that_it_has_expired()
    {
        var token = await _hub.TokenAsync("dispatcher-in");

        _hub.Time.Advance(TimeSpan.FromMinutes(15) - TimeSpan.FromSeconds(1));
        Assert.Equal(HttpStatusCode.OK, (await LookAsync(token)).StatusCode);
        _hub.Time.Advance(TimeSpan.FromSeconds(1));
        Assert.Equal("token-expired", await DeniedAsync(token));
    }

    [Theory]
    [InlineData("""{"userName":"dispatcher-in","password":"wrong"}""")]
    [InlineData("""{"userName":"nobody-at-all","password":"demo"}""")]
    [InlineData("""{"userName":"../etc","password":"demo"}""")]
    public async Task A_wrong_password_and_an_unknown_name_are_told_apart_by_nobody(string body)
    {
        var answer = await _hub.SendAsync(HttpMethod.Post, "/api/session", body: body);

        Assert.Equal(HttpStatusCode.Unauthorized, answer.StatusCode);
        Assert.Equal("sign-in-failed", await HubFactory.CodeAsync(answer));
        Assert.False(answer.Headers.Contains("Set-Cookie"));
    }

    [Fact]
    public async Task A_user_with_a_password_of_their_own_does_not_sign_in_with_the_demo_one()
    {
        var user = _city.Users["captain-in"];
        _city.Users["captain-in"] = user with { PasswordHash = new PasswordHasher<UserRecord>().HashPassword(user, "own secret") };

        Assert.Equal(HttpStatusCode.Unauthorized, (await SignInAsync("captain-in", "demo")).StatusCode);
        Assert.Equal(HttpStatusCode.OK, (await SignInAsync("CAPTAIN-in", "own secret")).StatusCode);
    }

    [Fact]
    public async Task A_disabled_user_is_out_within_seconds_and_cannot_come_back()
    {
        var signIn = await SignInAsync("officer-in", "demo");
        var token = (string)(await HubFactory.ReadAsync(signIn))["accessToken"]!;
        Assert.Equal(HttpStatusCode.OK, (await LookAsync(token)).StatusCode);

        _city.Users["officer-in"] = _city.Users["officer-in"] with { Enabled = false, Stamp = "2" };
        _hub.Time.Advance(KnownUsers.Freshness);

        Assert.Equal("token-invalid", await DeniedAsync(token));
        Assert.Equal("session-ended", await HubFactory.CodeAsync(await RefreshAsync(CookieOf(signIn))));
        Assert.Equal("sign-in-failed", await HubFactory.CodeAsync(await SignInAsync("officer-in", "demo")));
    }

    [Fact]
    public async Task The_refresh_cookie_is_for_the_session_address_only_and_out_of_reach_of_scripts()
    {
        var cookie = (await SignInAsync("dispatcher-in", "demo")).Headers.GetValues("Set-Cookie").Single().ToLowerInvariant();

        Assert.Contains("httponly", cookie, StringComparison.Ordinal);
        Assert.Contains("samesite=strict", cookie, StringComparison.Ordinal);
        Assert.Contains("path=/api/session", cookie, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_sign_in_and_a_refresh_answer_who_is_signed_in()
    {
        var signIn = await SignInAsync("GRIDWORKER-out", "demo");
        foreach (var answer in new[] { signIn, await RefreshAsync(CookieOf(signIn)) })
        {
            var session = await HubFactory.ReadAsync(answer);
            Assert.Equal("gridWorker-out", (string?)session["userName"]);
            Assert.Equal("gridWorker-out", (string?)session["displayName"]);
            Assert.Equal("gridWorker", (string?)session["role"]);
            Assert.Equal("grid:nanmen-01", (string?)session["area"]);
            Assert.Equal("haichang", (string?)session["streetId"]);
        }
    }

    [Fact]
    public async Task A_refresh_exchanges_the_cookie_and_the_old_one_is_spent_once_the_new_one_is_used()
    {
        var first = CookieOf(await SignInAsync("dispatcher-in", "demo"));
        var second = CookieOf(await RefreshAsync(first));
        Assert.NotEqual(first, second);
        Assert.Equal(HttpStatusCode.OK, (await RefreshAsync(second)).StatusCode);

        _hub.Time.Advance(RefreshedSessions.Grace + TimeSpan.FromSeconds(1));

        Assert.Equal("session-ended", await HubFactory.CodeAsync(await RefreshAsync(first)));
        Assert.Equal(HttpStatusCode.OK, (await RefreshAsync(second)).StatusCode);
    }

    [Fact]
    public async Task A_refresh_whose_answer_was_lost_is_repeated_minutes_later()
    {
        var kept = CookieOf(await SignInAsync("officer-in", "demo"));
        Assert.Equal(HttpStatusCode.OK, (await RefreshAsync(kept)).StatusCode);
        _hub.Time.Advance(TimeSpan.FromMinutes(20));

        var again = await RefreshAsync(kept);

        Assert.Equal(HttpStatusCode.OK, again.StatusCode);
        Assert.Equal(HttpStatusCode.OK, (await RefreshAsync(CookieOf(again))).StatusCode);
    }

    [Fact]
    public async Task Tabs_that_refresh_with_one_cookie_at_the_same_moment_all_stay_signed_in()
    {
        var shared = CookieOf(await SignInAsync("dispatcher-in", "demo"));

        var answers = await Task.WhenAll(Enumerable.Range(0, 20).Select(_ => RefreshAsync(shared)));

        Assert.All(answers, answer => Assert.Equal(HttpStatusCode.OK, answer.StatusCode));
        // The browser keeps the cookie of whichever answer came last; each must do.
        _hub.Time.Advance(TimeSpan.FromMinutes(14));
        Assert.All(await Task.WhenAll(answers.Select(answer => RefreshAsync(CookieOf(answer)))), answer => Assert.Equal(HttpStatusCode.OK, answer.StatusCode));
    }

    [Fact]
    public async Task A_request_that_comes_late_with_a_spent_cookie_takes_the_newer_one_from_nobody()
    {
        var first = CookieOf(await SignInAsync("dispatcher-in", "demo"));
        await RefreshAsync(CookieOf(await RefreshAsync(first)));
        Assert.Equal(HttpStatusCode.OK, (await RefreshAsync(first)).StatusCode);
        _hub.Time.Advance(RefreshedSessions.Grace + TimeSpan.FromSeconds(1));

        var late = await RefreshAsync(first);

        Assert.Equal(HttpStatusCode.Unauthorized, late.StatusCode);
        Assert.False(late.Headers.Contains("Set-Cookie"));
    }

    [Fact]
    public async Task Signing_out_in_one_tab_ends_the_session_of_a_tab_that_was_refreshing()
    {
        var shared = CookieOf(await SignInAsync("dispatcher-in", "demo"));
        var other = CookieOf(await RefreshAsync(shared));
        using var request = new HttpRequestMessage(HttpMethod.Delete, "/api/session");
        request.Headers.Add("Cookie", shared);
        await _hub.Client.SendAsync(request, TestContext.Current.CancellationToken);

        Assert.Equal("session-ended", await HubFactory.CodeAsync(await RefreshAsync(other)));
    }

    [Fact]
    public async Task A_session_ends_twelve_hours_after_its_sign_in_however_often_it_is_refreshed()
    {
        var cookie = CookieOf(await SignInAsync("dispatcher-in", "demo"));
        _hub.Time.Advance(TimeSpan.FromHours(11));
        cookie = CookieOf(await RefreshAsync(cookie));
        _hub.Time.Advance(TimeSpan.FromHours(1));

        Assert.Equal("session-ended", await HubFactory.CodeAsync(await RefreshAsync(cookie)));
    }

    [Fact]
    public async Task After_signing_out_a_copy_of_the_cookie_is_worth_nothing()
    {
        var cookie = CookieOf(await SignInAsync("dispatcher-in", "demo"));
        using var request = new HttpRequestMessage(HttpMethod.Delete, "/api/session");
        request.Headers.Add("Cookie", cookie);
        var answer = await _hub.Client.SendAsync(request, TestContext.Current.CancellationToken);

        Assert.Equal(HttpStatusCode.NoContent, answer.StatusCode);
        Assert.Equal("session-ended", await HubFactory.CodeAsync(await RefreshAsync(cookie)));
    }

    [Fact]
    public async Task A_refresh_token_is_no_access_token_and_an_access_token_no_refresh_token()
    {
        var signIn = await SignInAsync("dispatcher-in", "demo");
        var access = (string)(await HubFactory.ReadAsync(signIn))["accessToken"]!;
        var refresh = CookieOf(signIn).Split('=', 2)[1];

        Assert.Equal("token-invalid", await DeniedAsync(refresh));
        Assert.Equal("session-ended", await HubFactory.CodeAsync(await RefreshAsync($"dispatch-refresh={access}")));
    }

    [Fact]
    public async Task Forged_tokens_are_refused()
    {
        var token = await _hub.TokenAsync("officer-in");
        var parts = token.Split('.');
        var claims = JsonNode.Parse(Base64UrlEncoder.Decode(parts[1]))!;
        claims["role"] = "captain";
        var promoted = Base64UrlEncoder.Encode(claims.ToJsonString());
        var none = Base64UrlEncoder.Encode("""{"alg":"none","typ":"JWT"}""");

        Assert.Equal("token-invalid", await DeniedAsync($"{parts[0]}.{promoted}.{parts[2]}"));
        Assert.Equal("token-invalid", await DeniedAsync($"{none}.{promoted}."));
        Assert.Equal("token-invalid", await DeniedAsync(Signed(new byte[32], SecurityAlgorithms.HmacSha256)));
        Assert.Equal("token-invalid", await DeniedAsync(Signed([.. FakeCity.Secret, .. FakeCity.Secret], SecurityAlgorithms.HmacSha512)));
        Assert.Equal("token-invalid", await DeniedAsync("not-a-token"));
        Assert.Equal("sign-in-required", await DeniedAsync(null));
    }

    [Fact]
    public async Task A_token_of_a_role_that_does_not_exist_is_refused()
    {
        Assert.Equal("token-invalid", await DeniedAsync(Signed(FakeCity.Secret, SecurityAlgorithms.HmacSha256, "emperor")));
        Assert.Equal(HttpStatusCode.OK, (await LookAsync(Signed(FakeCity.Secret, SecurityAlgorithms.HmacSha256, "officer"))).StatusCode);
    }

    [Fact]
    public async Task Demo_users_are_listed_with_role_and_area()
    {
        var list = (await HubFactory.ReadAsync(await _hub.SendAsync(HttpMethod.Get, "/api/session/demo"))).AsArray();

        var worker = list.Single(user => (string)user!["userName"]! == "gridWorker-in")!;
        Assert.Equal("gridWorker", (string)worker["role"]!);
        Assert.Equal("gridWorker-in", (string)worker["displayName"]!);
        Assert.Equal("grid:xishan-01", (string)worker["area"]!);
        Assert.Equal("named xishan-01", (string)worker["areaName"]!["en"]!);
    }

    [Fact]
    public async Task With_demo_mode_off_nobody_is_listed_and_the_word_demo_opens_nothing()
    {
        await using var hub = await HubFactory.StartAsync(_city, ("Demo:Enabled", "false"));

        Assert.Equal("demo-off", await HubFactory.CodeAsync(await hub.SendAsync(HttpMethod.Get, "/api/session/demo")));
        var answer = await hub.SendAsync(HttpMethod.Post, "/api/session", body: """{"userName":"dispatcher-in","password":"demo"}""");
        Assert.Equal("sign-in-failed", await HubFactory.CodeAsync(answer));
    }

    [Fact]
    public async Task Guessing_is_slowed_down_and_told_when_to_try_again()
    {
        await using var hub = await HubFactory.StartAsync(_city, ("Auth:SignInsPerMinute", "2"));
        for (var i = 0; i < 2; i++)
        {
            await hub.SendAsync(HttpMethod.Post, "/api/session", body: """{"userName":"dispatcher-in","password":"x"}""");
        }

        var answer = await hub.SendAsync(HttpMethod.Post, "/api/session", body: """{"userName":"dispatcher-in","password":"demo"}""");

        Assert.Equal(HttpStatusCode.TooManyRequests, answer.StatusCode);
        Assert.Equal("too-many-requests", await HubFactory.CodeAsync(answer));
        Assert.InRange(answer.Headers.RetryAfter!.Delta!.Value.TotalSeconds, 1, 60);
    }

    private static string CookieOf(HttpResponseMessage answer) => answer.Headers.GetValues("Set-Cookie").Single().Split(';')[0];

    private Task<HttpResponseMessage> LookAsync(string? token) => _hub.SendAsync(HttpMethod.Get, "/api/clock", token);

    private async Task<string> DeniedAsync(string? token)
    {
        var answer = await LookAsync(token);
        Assert.Equal(HttpStatusCode.Unauthorized, answer.StatusCode);
        return await HubFactory.CodeAsync(answer);
    }

    private Task<HttpResponseMessage> SignInAsync(string userName, string password) =>
        _hub.SendAsync(HttpMethod.Post, "/api/session", body: $$"""{"userName":"{{userName}}","password":"{{password}}"}""");

    private async Task<HttpResponseMessage> RefreshAsync(string cookie)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, "/api/session/refresh");
        request.Headers.Add("Cookie", cookie);
        return await _hub.Client.SendAsync(request, TestContext.Current.CancellationToken);
    }

    private string Signed(byte[] key, string algorithm, string role = "captain") => new JsonWebTokenHandler().CreateToken(new SecurityTokenDescriptor
    {
        Issuer = "dispatch",
        Audience = "dispatch",
        Subject = new ClaimsIdentity([new("sub", "officer-in"), new("role", role), new("area", "street:xiashi"), new("stamp", "1")]),
        NotBefore = _hub.Time.GetUtcNow().UtcDateTime,
        Expires = _hub.Time.GetUtcNow().AddMinutes(10).UtcDateTime,
        SigningCredentials = new SigningCredentials(new SymmetricSecurityKey(key), algorithm),
    });
}
