using System.Buffers.Text;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using Dispatch.Contracts;
using Dispatch.Grains.Notices;
using Dispatch.Grains.Storage;
using Dispatch.Silo.Notices;
using Dispatch.Silo.Notices.Push;
using Dispatch.Silo.Tests.Storage;

namespace Dispatch.Silo.Tests.Notices;

/// <summary>Web Push against a push service on this machine, read as a browser reads it.</summary>
public sealed class PushChannelTests : IAsyncLifetime
{
    private readonly SqliteSite _site = new();
    private readonly ECDiffieHellman _browser = ECDiffieHellman.Create(ECCurve.NamedCurves.nistP256);
    private readonly byte[] _auth = [.. Enumerable.Range(1, 16).Select(n => (byte)n)];
    private readonly FakeDesk _desk = new();
    private readonly NoticeOptions _options = new() { Push = new PushOptions { Subject = "mailto:office@example.org", Hosts = ["127.0.0.1"] } };
    private OpenStore _store = null!;
    private OutboundHttp _http = null!;
    private LoopbackReceiver _service = null!;

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync()
    {
        _store = _site.Open();
        _http = new OutboundHttp(_options);
        _service = await LoopbackReceiver.StartAsync(Cancellation);
    }

    public async ValueTask DisposeAsync()
    {
        _browser.Dispose();
        _http.Dispose();
        await _service.DisposeAsync();
        await _store.DisposeAsync();
        await _site.DisposeAsync();
    }

    [Fact]
    public async Task A_message_is_readable_by_its_browser_alone_and_says_which_case()
    {
        _service.Answer = _ => (201, "");

        Assert.Equal(SendResult.Sent, await Channel().SendAsync(Mail(), Cancellation));

        var call = Assert.Single(_service.Calls);
        Assert.Equal(("aes128gcm", "high"), (call.Headers["Content-Encoding"], call.Headers["Urgency"]));
        Assert.Equal(32, call.Headers["Topic"].Length);
        var json = JsonDocument.Parse(Decrypted(call.Body)).RootElement;
        Assert.Equal(("case.a.1.0", "a", "A case is offered to you"),
            (json.GetProperty("id").GetString(), json.GetProperty("caseId").GetString(), json.GetProperty("subject").GetProperty("en").GetString()));
    }

    [Fact]
    public async Task A_message_is_signed_for_its_push_service_with_the_key_that_browsers_subscribe_with()
    {
        _service.Answer = _ => (201, "");
        var keys = Keys();

        await Channel(keys).SendAsync(Mail(), Cancellation);

        var parts = _service.Calls[0].Headers["Authorization"]["vapid ".Length..].Split(',').Select(part => part.Trim().Split('=', 2)).ToDictionary(part => part[0], part => part[1]);
        Assert.Equal(await keys.PublicAsync(Cancellation), parts["k"]);
        var token = parts["t"].Split('.');
        var point = Base64Url.DecodeFromChars(parts["k"]);
        using var key = ECDsa.Create(new ECParameters { Curve = ECCurve.NamedCurves.nistP256, Q = new ECPoint { X = point[1..33], Y = point[33..] } });
        Assert.True(key.VerifyData(Encoding.ASCII.GetBytes($"{token[0]}.{token[1]}"), Base64Url.DecodeFromChars(token[2]), HashAlgorithmName.SHA256));
        var claims = JsonDocument.Parse(Base64Url.DecodeFromChars(token[1])).RootElement;

        // The library leaves a port out, which no push service has.
        Assert.Equal(("http://127.0.0.1", "mailto:office@example.org"), (claims.GetProperty("aud").GetString(), claims.GetProperty("sub").GetString()));
    }

    [Theory]
    [InlineData(410, true)]
    [InlineData(404, true)]
    [InlineData(500, false)]
    public async Task A_client_that_its_push_service_no_longer_knows_is_forgotten(int status, bool forgotten)
    {
        _service.Answer = _ => (status, "");

        var result = await Channel().SendAsync(Mail(), Cancellation);

        Assert.Equal(forgotten ? Delivery.CannotReach : Delivery.Failed, result.Ended);
        Assert.Equal(forgotten ? [$"zhang {_service.Address}/push/1"] : [], _desk.Forgotten);
    }

    [Fact]
    public void Nothing_is_sent_where_web_push_is_not_set_up_or_to_who_is_no_push_service()
    {
        Assert.NotNull(Channel().LaneOf(Mail()));
        Assert.Null(new PushChannel(new NoticeOptions(), Keys(), _http, _desk).LaneOf(Mail()));
        Assert.Null(new PushChannel(_options with { Push = _options.Push with { Hosts = ["fcm.googleapis.com"] } }, Keys(), _http, _desk).LaneOf(Mail()));
        Assert.Null(Channel().LaneOf(Mail() with { Person = FakeDesk.Of("zhang", NoticeChannels.Push) }));
    }

    [Fact]
    public async Task The_key_pair_is_the_same_in_every_process_of_a_store()
    {
        await using var other = _site.Open();

        Assert.Equal(await Keys().PairAsync(), await new PushKeys(other.Users, _options).PairAsync());
        Assert.Null(await new PushKeys(other.Users, new NoticeOptions()).PublicAsync(Cancellation));
    }

    private PushKeys Keys() => new(_store.Users, _options);

    private PushChannel Channel(PushKeys? keys = null) => new(_options, keys ?? Keys(), _http, _desk);

    private NoticeMail Mail()
    {
        var q = _browser.ExportParameters(false).Q;
        return new NoticeMail(
            new StoredNotice
            {
                Id = "case.a.1.0",
                Owner = Scope.Case("a"),
                StreetId = "xiashi",
                Notice = new NewNotice { Receiver = "user:zhang", Cause = "offer:zhang", Urgent = true, At = DateTimeOffset.UnixEpoch, Payload = "{}" },
                State = NoticeState.Waiting,
            },
            new NoticePayload("offer", "DEC-03", new Text("外立面", "Façade"), "7幢", "somebody"),
            FakeDesk.Of("zhang", NoticeChannels.Push) with
            {
                Subscriptions = [new WebPushSubscription($"{_service.Address}/push/1", Base64Url.EncodeToString([4, .. q.X!, .. q.Y!]), Base64Url.EncodeToString(_auth))],
            });
    }

    /// <summary>As RFC 8291 and RFC 8188 say.</summary>
    private string Decrypted(byte[] body)
    {
        var (salt, sender, sealedText) = (body[..16], body[21..86], body[86..]);
        using var other = ECDiffieHellman.Create(new ECParameters { Curve = ECCurve.NamedCurves.nistP256, Q = new ECPoint { X = sender[1..33], Y = sender[33..] } });
        var q = _browser.ExportParameters(false).Q;
        byte[] own = [4, .. q.X!, .. q.Y!];
        var shared = HMACSHA256.HashData(_auth, _browser.DeriveRawSecretAgreement(other.PublicKey));
        var input = HMACSHA256.HashData(shared, (byte[])[.. "WebPush: info\0"u8, .. own, .. sender, 1]);
        var secret = HMACSHA256.HashData(salt, input);
        var key = HMACSHA256.HashData(secret, (byte[])[.. "Content-Encoding: aes128gcm\0"u8, 1])[..16];
        var nonce = HMACSHA256.HashData(secret, (byte[])[.. "Content-Encoding: nonce\0"u8, 1])[..12];
        var plain = new byte[sealedText.Length - 16];
        using var aes = new AesGcm(key, 16);
        aes.Decrypt(nonce, sealedText[..^16], sealedText[^16..], plain);
        return Encoding.UTF8.GetString(plain.AsSpan(0, plain.AsSpan().LastIndexOf((byte)2)));
    }
}
