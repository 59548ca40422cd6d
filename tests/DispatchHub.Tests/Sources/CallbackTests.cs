using System.Collections.Concurrent;
using System.Globalization;
using System.Net;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json.Nodes;
using System.Threading.Channels;
using Dispatch.Hub.Tests.Hosting;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;

namespace Dispatch.Hub.Tests.Sources;

/// <summary>A hotline's case from its webhook through the work on it to what the hotline hears of it.</summary>
public sealed class CallbackTests
{
    private const string Body = """{"number":"HN-7","type":"DEC-02","place":{"gridId":"xishan-03"},"address":"华宇钱塘7幢"}""";

    [Fact]
    public async Task The_hotline_hears_how_its_case_stands_and_what_it_is_replied()
    {
        await using var hotline = await Listener.StartAsync();
        await using var hub = await EmbeddedHub.StartAsync(HotlineSender.Setting, $"--Sources:{HotlineSender.Source}:Callback={hotline.Address}");
        var id = (string)(await HubFactory.ReadAsync(await new HotlineSender(hub.Client).SendAsync(Body)))["caseId"]!;

        await hub.AskAsync("community-xishan", HttpMethod.Post, $"/api/cases/{id}/commands/acknowledge", "{}");
        var accepted = await hotline.NextAsync();
        Assert.Equal(("HN-7", "state", "accepted"), ((string)accepted["number"]!, (string)accepted["what"]!, (string)accepted["state"]!));

        await hub.AskAsync("dispatcher-1", HttpMethod.Post, $"/api/cases/{id}/commands/reply-external", """{"text":"业主已停工"}""");
        var reply = await hotline.NextAsync();
        Assert.Equal(("reply", "业主已停工"), ((string)reply["what"]!, (string)reply["text"]!));

        await hub.AskAsync("community-xishan", HttpMethod.Post, $"/api/cases/{id}/commands/resolve", "{}");
        Assert.Equal("resolved", (string)(await hotline.NextAsync())["state"]!);
        await hub.AskAsync("grid-xishan-03", HttpMethod.Post, $"/api/cases/{id}/commands/check", """{"passed":true}""");
        var closed = await hotline.NextAsync();
        Assert.Equal("closed", (string)closed["state"]!);
        Assert.True((long)closed["version"]! > (long)accepted["version"]!);
    }

    [Fact]
    public async Task A_hotline_that_was_away_hears_the_latest_state_when_it_is_back()
    {
        await using var hotline = await Listener.StartAsync();
        hotline.Status = HttpStatusCode.ServiceUnavailable;
        await using var hub = await EmbeddedHub.StartAsync(HotlineSender.Setting, $"--Sources:{HotlineSender.Source}:Callback={hotline.Address}");
        var id = (string)(await HubFactory.ReadAsync(await new HotlineSender(hub.Client).SendAsync(Body)))["caseId"]!;
        await hub.AskAsync("community-xishan", HttpMethod.Post, $"/api/cases/{id}/commands/acknowledge", "{}");
        var first = await hotline.NextAsync();

        await hub.AskAsync("dispatcher-1", HttpMethod.Post, $"/api/cases/{id}/commands/reject", """{"reason":"不属本街道"}""");
        hotline.Status = HttpStatusCode.OK;
        JsonNode heard;
        do
        {
            heard = await hotline.NextAsync();
        }
        while ((string)heard["state"]! != "rejected");

        Assert.Equal("accepted", (string)first["state"]!);
        Assert.Equal("不属本街道", (string)heard["text"]!);
    }

    [Theory]
    [InlineData("http://hotline.example/cases", HotlineSender.Secret, "https")]
    [InlineData("https://hotline.example/cases", "", "signed")]
    public async Task A_callback_that_is_not_safe_is_refused_at_the_start(string callback, string secret, string said)
    {
        var fault = await Assert.ThrowsAsync<Silo.StartFaultException>(() => EmbeddedHub.StartAsync(
            $"--Sources:{HotlineSender.Source}:Callback={callback}", $"--Sources:{HotlineSender.Source}:Secret={secret}"));

        Assert.Contains(said, fault.Message, StringComparison.Ordinal);
    }

    /// <summary>The hotline's own address: takes what is signed rightly and keeps it in order.</summary>
    private sealed class Listener : IAsyncDisposable
    {
        private readonly WebApplication _app;
        private readonly Channel<JsonNode> _heard = Channel.CreateUnbounded<JsonNode>();
        private readonly ConcurrentQueue<string> _faults = [];

        private Listener(WebApplication app) => _app = app;

        public HttpStatusCode Status { get; set; } = HttpStatusCode.OK;

        public Uri Address => new($"{_app.Urls.First()}/cases");

        public static async Task<Listener> StartAsync()
        {
            var builder = WebApplication.CreateBuilder();
            builder.WebHost.UseUrls("http://127.0.0.1:0");
            builder.Logging.ClearProviders();
            var app = builder.Build();
            var listener = new Listener(app);
            app.MapPost("/cases", listener.HearAsync);
            await app.StartAsync(TestContext.Current.CancellationToken);
            return listener;
        }

        public async Task<JsonNode> NextAsync()
        {
            using var patience = CancellationTokenSource.CreateLinkedTokenSource(TestContext.Current.CancellationToken);
            patience.CancelAfter(TimeSpan.FromSeconds(30));
            var heard = await _heard.Reader.ReadAsync(patience.Token);
            Assert.Empty(_faults);
            return heard;
        }

        public ValueTask DisposeAsync() => _app.DisposeAsync();

        private async Task HearAsync(HttpContext http)
        {
            using var reader = new StreamReader(http.Request.Body);
            var body = await reader.ReadToEndAsync(http.RequestAborted);
            var signature = http.Request.Headers["Dispatch-Signature"].ToString().Split(',');
            var timestamp = long.Parse(signature[0]["t=".Length..], CultureInfo.InvariantCulture);
            var expected = Convert.ToHexStringLower(HMACSHA256.HashData(Encoding.UTF8.GetBytes(HotlineSender.Secret), Encoding.UTF8.GetBytes($"{timestamp}.{body}")));
            if (signature[1] != $"v1={expected}")
            {
                _faults.Enqueue($"Signed wrongly: {body}");
            }

            _heard.Writer.TryWrite(JsonNode.Parse(body)!);
            http.Response.StatusCode = (int)Status;
        }
    }
}
