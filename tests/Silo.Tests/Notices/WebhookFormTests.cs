using System.Text.Json;
using Dispatch.Contracts;
using Dispatch.Grains.Notices;
using Dispatch.Grains.Storage;
using Dispatch.Silo.Notices;
using Dispatch.Silo.Notices.Webhooks;

namespace Dispatch.Silo.Tests.Notices;

/// <summary>How calls look and are signed. The signatures were computed by another program.</summary>
public sealed class WebhookFormTests
{
    private static readonly NoticeOptions Chinese = new();

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public void A_dingtalk_signature_is_that_of_its_documentation()
    {
        Assert.Equal("Pgr6tpIpjVrMPPJUPkaI9sivFPPTYOy5zIOMF2GPFMA=", DingTalkForm.Sign("SEC0123456789abcdef", 1577262236757));
    }

    [Fact]
    public async Task A_dingtalk_call_carries_time_and_signature_in_its_address_and_markdown_in_its_body()
    {
        var hook = new WebhookOptions { Url = "https://oapi.dingtalk.com/robot/send?access_token=abc", Secret = "SEC0123456789abcdef", Form = WebhookForm.DingTalk };

        using var request = new DingTalkForm(Chinese).Request(hook, Mail("7幢*[x](y)"), DateTimeOffset.FromUnixTimeMilliseconds(1577262236757));

        Assert.Equal(
            "https://oapi.dingtalk.com/robot/send?access_token=abc&timestamp=1577262236757&sign=Pgr6tpIpjVrMPPJUPkaI9sivFPPTYOy5zIOMF2GPFMA%3D",
            request.RequestUri!.AbsoluteUri);
        var body = await request.Content!.ReadAsStringAsync(Cancellation);
        Assert.Contains("有案件派给你", body, StringComparison.Ordinal);
        var text = JsonDocument.Parse(body).RootElement.GetProperty("markdown").GetProperty("text").GetString();
        Assert.Equal("""
            **有案件派给你，请接单**

            xiashi-2026-000001 外立面 7幢\*\[x\]\(y\)

            张三
            """, text, ignoreLineEndingDifferences: true);
    }

    [Fact]
    public async Task A_wecom_call_is_markdown_to_the_address_with_the_key()
    {
        var hook = new WebhookOptions { Url = "https://qyapi.weixin.qq.com/cgi-bin/webhook/send?key=abc", Form = WebhookForm.WeCom };

        using var request = new WeComForm(new NoticeOptions { Language = "en" }).Request(hook, Mail("7幢"), DateTimeOffset.UnixEpoch);

        Assert.Equal(hook.Url, request.RequestUri!.AbsoluteUri);
        var json = JsonDocument.Parse(await request.Content!.ReadAsStringAsync(Cancellation)).RootElement;
        Assert.Equal("markdown", json.GetProperty("msgtype").GetString());
        Assert.StartsWith("**A case is offered to you**", json.GetProperty("markdown").GetProperty("content").GetString(), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("""{"errcode":0,"errmsg":"ok"}""", Delivery.Sent, "sent")]
    [InlineData("""{"errcode":310000,"errmsg":"sign not match"}""", Delivery.Failed, "answered 310000")]
    [InlineData("<html>", Delivery.Failed, "answered something else")]
    public void A_robot_says_in_its_body_whether_it_took_a_message(string body, Delivery ended, string words)
    {
        Assert.Equal(new SendResult(ended, words), new DingTalkForm(Chinese).Judge(body));
        Assert.Equal(new SendResult(ended, words), new WeComForm(Chinese).Judge(body));
    }

    [Fact]
    public void A_json_call_is_signed_over_its_time_and_body()
    {
        Assert.Equal(
            "t=1773104400,v1=d50b08400c9a2493000263365d0e9c941cfbd580f53b1568d1e4b3da2127b0cc",
            Outbound.Signature("topsecret", DateTimeOffset.FromUnixTimeSeconds(1773104400), """{"id":"case.a.1.0"}"""));
    }

    [Fact]
    public async Task A_json_call_says_who_what_and_which_case_under_the_notice_s_id()
    {
        var at = DateTimeOffset.FromUnixTimeSeconds(1773104400);

        using var request = new JsonForm().Request(new WebhookOptions { Url = "https://example.org/hook", Secret = "topsecret" }, Mail("7幢"), at);

        var body = await request.Content!.ReadAsStringAsync(Cancellation);
        Assert.Equal(Outbound.Signature("topsecret", at, body), request.Headers.GetValues(Outbound.SignatureHeader).Single());
        Assert.Equal("case.a.1.0", request.Headers.GetValues(Outbound.IdHeader).Single());
        var json = JsonDocument.Parse(body).RootElement;
        Assert.Equal(
            ("case.a.1.0", "zhang", "offer", "a", true),
            (json.GetProperty("id").GetString(), json.GetProperty("to").GetString(), json.GetProperty("what").GetString(), json.GetProperty("caseId").GetString(), json.GetProperty("urgent").GetBoolean()));
    }

    [Theory]
    [InlineData("https://example.org/x", true)]
    [InlineData("http://127.0.0.1:5000/x", true)]
    [InlineData("http://localhost/x", true)]
    [InlineData("http://example.org/x", false)]
    [InlineData("ftp://example.org/x", false)]
    [InlineData("nothing", false)]
    public void Calls_go_to_https_or_to_this_machine(string url, bool allowed) => Assert.Equal(allowed, Outbound.IsAllowed(url));

    [Theory]
    [InlineData("http://example.org", WebhookForm.Json, "word", null, "Notices:Webhooks:0:Url")]
    [InlineData("https://example.org", WebhookForm.Json, null, null, "Notices:Webhooks:0:Secret")]
    [InlineData("https://example.org", WebhookForm.DingTalk, "", null, "Notices:Webhooks:0:Secret")]
    [InlineData("https://example.org", WebhookForm.WeCom, null, "nowhere", "Notices:Webhooks:0:Scope")]
    public void What_is_wrong_with_settings_is_said_in_one_sentence(string url, WebhookForm form, string? secret, string? scope, string named)
    {
        var options = new NoticeOptions { Webhooks = [new WebhookOptions { Url = url, Form = form, Secret = secret, Scope = scope }] };

        Assert.StartsWith(named, options.Fault(), StringComparison.Ordinal);
        Assert.Null(new NoticeOptions().Fault());
    }

    private static NoticeMail Mail(string place) => new(
        new StoredNotice
        {
            Id = "case.a.1.0",
            Owner = Scope.Case("a"),
            Number = "xiashi-2026-000001",
            StreetId = "xiashi",
            Notice = new NewNotice { Receiver = "user:zhang", Cause = "offer:zhang", Urgent = true, At = DateTimeOffset.UnixEpoch, Payload = "{}" },
            State = NoticeState.Waiting,
        },
        new NoticePayload("offer", "DEC-03", new Text("外立面", "Façade"), place, "somebody"),
        new NoticePerson { UserName = "zhang", DisplayName = "张三", Channels = ["webhook"], Wait = TimeSpan.FromMinutes(1) });
}
