using System.IO.Compression;
using System.Net;
using Dispatch.Hub.Hosting;
using Dispatch.TestKit;

namespace Dispatch.Hub.Tests.Hosting;

public sealed class PagesTests : IAsyncLifetime
{
    private const string Script = "/assets/index-abc123.js";

    private readonly BuiltPages _pages = new();
    private HubFactory _hub = null!;

    public async ValueTask InitializeAsync() => _hub = await StartAsync(_pages);

    public async ValueTask DisposeAsync()
    {
        await _hub.DisposeAsync();
        _pages.Dispose();
    }

    public static TheoryData<string> Addresses => [.. Pages.Entrances.Select(page => page.Path), "/", "/keys", "/roster", "/department", "/cases/mJ0c4pQmSxWv1kq3nRZt2A", "/board?level=Street&q=%E5%A2%99", "/cases/c1?tab=ledger"];

    [Theory]
    [MemberData(nameof(Addresses))]
    public async Task Every_address_of_a_page_shows_the_client_to_anybody(string address)
    {
        var answer = await GetAsync(address);

        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        Assert.Equal("text/html", answer.Content.Headers.ContentType?.MediaType);
        Assert.Equal(BuiltPages.Index, await TextAsync(answer));
    }

    [Theory]
    [InlineData("/boards")]
    [InlineData("/Board")]
    [InlineData("/board/")]
    [InlineData("/cases")]
    [InlineData("/cases/")]
    [InlineData("/cases/c1/history")]
    [InlineData("/assets/index-of-yesterday.js")]
    [InlineData("/assets/../appsettings.json")]
    [InlineData("/Dispatch.Hub.staticwebassets.endpoints.json")]
    [InlineData("/api/nothing")]
    public async Task What_is_no_page_and_no_file_is_unknown_to_anybody_and_not_kept(string address)
    {
        var answer = await GetAsync(address);

        Assert.Equal(HttpStatusCode.NotFound, answer.StatusCode);
        Assert.Equal("unknown-address", await HubFactory.CodeAsync(answer));
        Assert.NotEqual(TimeSpan.FromDays(365), answer.Headers.CacheControl?.MaxAge);
    }

    [Fact]
    public async Task A_page_is_looked_at_and_not_written_to() =>
        Assert.Equal("unknown-address", await HubFactory.CodeAsync(await _hub.SendAsync(HttpMethod.Post, "/board", body: "{}")));

    [Theory]
    [InlineData("/")]
    [InlineData("/board")]
    [InlineData("/sw.js")]
    [InlineData("/manifest.webmanifest")]
    [InlineData("/icon.svg")]
    public async Task What_keeps_its_name_is_asked_for_anew_and_sent_only_if_it_changed(string address)
    {
        var answer = await GetAsync(address);
        Assert.Equal("no-cache", answer.Headers.CacheControl?.ToString());

        using var again = new HttpRequestMessage(HttpMethod.Get, address);
        again.Headers.IfNoneMatch.Add(answer.Headers.ETag!);
        Assert.Equal(HttpStatusCode.NotModified, (await _hub.Client.SendAsync(again, TestContext.Current.CancellationToken)).StatusCode);
    }

    [Fact]
    public async Task What_is_named_by_its_content_is_never_asked_for_again() =>
        Assert.Equal("public, max-age=31536000, immutable", (await GetAsync(Script)).Headers.CacheControl?.ToString());

    [Fact]
    public async Task Files_go_out_as_the_build_compressed_them()
    {
        var answer = await GetAsync(Script, "gzip, br");

        Assert.Equal("br", Assert.Single(answer.Content.Headers.ContentEncoding));
        Assert.Contains("Accept-Encoding", answer.Headers.Vary);
        Assert.True(answer.Content.Headers.ContentLength < BuiltPages.Script.Length / 10);
        Assert.Equal(BuiltPages.Script, await UnpackedAsync(answer));
        Assert.Empty((await GetAsync(Script)).Content.Headers.ContentEncoding);
    }

    [Theory]
    [InlineData("/board")]
    [InlineData("/sw.js")]
    [InlineData(Script)]
    public async Task A_page_runs_nothing_inline_and_asks_no_other_host(string address)
    {
        var answer = await GetAsync(address);

        var policy = answer.Headers.GetValues("Content-Security-Policy").Single().Split("; ").Select(part => part.Split(' ')).ToDictionary(part => part[0], part => part[1..]);
        Assert.Equal(["'none'"], policy["default-src"]);
        Assert.Equal(["'self'"], policy["script-src"]);
        Assert.Equal(["'self'"], policy["style-src"]);
        Assert.Equal(["'self'"], policy["worker-src"]);
        Assert.Equal(["'self'", "data:", "blob:"], policy["img-src"]);
        Assert.Equal(["'self'", $"ws://{_hub.Address.Authority}", $"wss://{_hub.Address.Authority}"], policy["connect-src"]);
        Assert.Equal(["'none'"], policy["base-uri"]);
        Assert.Equal(["'self'"], policy["form-action"]);
        Assert.Equal(["'none'"], policy["frame-ancestors"]);
        Assert.Equal("same-origin", answer.Headers.GetValues("Cross-Origin-Opener-Policy").Single());
        Assert.Contains("geolocation=(self)", answer.Headers.GetValues("Permissions-Policy").Single(), StringComparison.Ordinal);
        Assert.Contains("camera=(self)", answer.Headers.GetValues("Permissions-Policy").Single(), StringComparison.Ordinal);
        Assert.Equal("nosniff", answer.Headers.GetValues("X-Content-Type-Options").Single());
    }

    [Fact]
    public async Task Without_the_client_every_page_says_in_both_languages_how_to_get_it()
    {
        using var none = new BuiltPages(empty: true);
        await using var hub = await StartAsync(none);
        foreach (var address in new[] { "/", "/board", "/cases/c1" })
        {
            var answer = await hub.SendAsync(HttpMethod.Get, address);
            var text = await TextAsync(answer);

            Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
            Assert.Equal("text/html", answer.Content.Headers.ContentType?.MediaType);
            Assert.Equal("no-store", answer.Headers.CacheControl?.ToString());
            Assert.Contains("Install Node 20", text, StringComparison.Ordinal);
            Assert.Contains("请安装 Node 20", text, StringComparison.Ordinal);
            Assert.DoesNotContain("<script", text, StringComparison.OrdinalIgnoreCase);
            Assert.DoesNotContain("style", text, StringComparison.OrdinalIgnoreCase);
        }

        Assert.Equal("unknown-address", await HubFactory.CodeAsync(await hub.SendAsync(HttpMethod.Get, "/sw.js")));
    }

    [Fact]
    public async Task The_client_that_was_built_with_this_hub_is_served_compressed()
    {
        await using var hub = await HubFactory.StartAsync(new FakeCity());
        var page = await TextAsync(await hub.SendAsync(HttpMethod.Get, "/board"));
        if (!page.Contains("/assets/", StringComparison.Ordinal))
        {
            Require.Missing("client", "The hub was built without its pages; install Node 20 or later with npm and build again.");
        }

        var script = page.Split("src=\"").Select(part => part.Split('"')[0]).First(path => path.StartsWith("/assets/", StringComparison.Ordinal));
        using var request = new HttpRequestMessage(HttpMethod.Get, script);
        request.Headers.TryAddWithoutValidation("Accept-Encoding", "gzip, deflate, br");
        var answer = await hub.Client.SendAsync(request, TestContext.Current.CancellationToken);

        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        Assert.Equal("br", Assert.Single(answer.Content.Headers.ContentEncoding));
        Assert.Equal("public, max-age=31536000, immutable", answer.Headers.CacheControl?.ToString());
        Assert.InRange((await UnpackedAsync(answer)).Length, answer.Content.Headers.ContentLength!.Value * 2, int.MaxValue);
        Assert.DoesNotContain("<style", page, StringComparison.OrdinalIgnoreCase);
        Assert.All(page.Split("<script").Skip(1), tag => Assert.Contains(" src=\"", tag.Split('>')[0], StringComparison.Ordinal));
    }

    private static Task<HubFactory> StartAsync(BuiltPages pages) => HubFactory.StartAsync(new FakeCity(), ("contentRoot", pages.Folder));

    private async Task<HttpResponseMessage> GetAsync(string address, string? encodings = null)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, address);
        request.Headers.TryAddWithoutValidation("Accept-Encoding", encodings ?? "identity");
        return await _hub.Client.SendAsync(request, TestContext.Current.CancellationToken);
    }

    private static Task<string> TextAsync(HttpResponseMessage answer) => answer.Content.ReadAsStringAsync(TestContext.Current.CancellationToken);

    private static async Task<string> UnpackedAsync(HttpResponseMessage answer)
    {
        await using var packed = await answer.Content.ReadAsStreamAsync(TestContext.Current.CancellationToken);
        using var text = new StreamReader(new BrotliStream(packed, CompressionMode.Decompress));
        return await text.ReadToEndAsync(TestContext.Current.CancellationToken);
    }
}
