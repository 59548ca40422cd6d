using System.Net;
using System.Net.Http.Headers;
using System.Security.Cryptography;
using Dispatch.Contracts;
using Dispatch.Hub.Tests.Hosting;
using SkiaSharp;

namespace Dispatch.Hub.Tests.Evidence;

/// <summary>Photos over HTTP: who may send and see them, and how they are answered.</summary>
public sealed class EvidenceApiTests : IAsyncLifetime
{
    private readonly FakeCity _city = new();
    private HubFactory _hub = null!;
    private string _officer = null!;

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync()
    {
        _hub = await HubFactory.StartAsync(_city);
        _officer = await _hub.TokenAsync("officer-in");
    }

    public ValueTask DisposeAsync() => _hub.DisposeAsync();

    [Fact]
    public async Task A_photo_with_the_place_it_was_taken_at_goes_in_and_none_of_that_comes_out()
    {
        var sent = Pictures.WithNotes(Pictures.Quarters(200, 100), orientation: 6);

        var answer = await UploadAsync(sent);

        Assert.Equal(HttpStatusCode.Created, answer.StatusCode);
        var piece = await HubFactory.ReadAsync(answer);
        var kept = await BytesAsync($"/api/evidence/{piece["id"]}");
        Assert.Equal(
            ($"/api/evidence/{piece["id"]}", "image/jpeg", kept.Length, 100, 200),
            (answer.Headers.Location!.ToString(), (string)piece["type"]!, (int)piece["bytes"]!, (int)piece["width"]!, (int)piece["height"]!));
        Assert.Equal((string)piece["id"]!, Convert.ToHexStringLower(SHA256.HashData(kept)));
        Assert.DoesNotContain(Pictures.Segments(kept), segment => segment.Marker == 0xE1);
        Assert.Equal(("white", "red"), (Pictures.Quarter(kept, 0, 0), Pictures.Quarter(kept, 1, 0)));
    }

    [Fact]
    public async Task A_repeat_answers_the_same_id_and_sends_the_store_nothing()
    {
        var photo = Pictures.Noise(1200, 1200);
        var first = await HubFactory.ReadAsync(await UploadAsync(photo));
        var parts = _city.Evidence.Sent.ToList();

        var again = await HubFactory.ReadAsync(await UploadAsync(photo));

        Assert.Equal((string)first["id"]!, (string)again["id"]!);
        Assert.Equal(parts, _city.Evidence.Sent);
        Assert.True(parts.Count > 1, "The photo is too small to be sent in parts.");
        Assert.All(parts.SkipLast(1), bytes => Assert.Equal(EvidencePiece.PartBytes, bytes));
    }

    [Theory]
    [InlineData("image/jpeg", "<html><script>alert(1)</script></html>", 415, "evidence-type")]
    [InlineData("image/jpeg", "", 415, "evidence-type")]
    [InlineData("application/json", "{}", 415, "evidence-type")]
    [InlineData("image/heic", "\0\0\0\u0018ftypheic\0\0\0\0mif1heic", 415, "evidence-type")]
    [InlineData("image/webp", "RIFF\0\0\0\0WEBPVP8 ", 422, "evidence-unreadable")]
    public async Task What_is_no_photo_is_refused_by_what_it_is(string type, string content, int status, string code)
    {
        var answer = await UploadAsync(System.Text.Encoding.ASCII.GetBytes(content), type);

        Assert.Equal((status, code), ((int)answer.StatusCode, await HubFactory.CodeAsync(answer)));
        Assert.Empty(_city.Evidence.Sent);
    }

    [Fact]
    public async Task A_photo_under_another_photos_name_is_taken_for_what_it_is()
    {
        var answer = await UploadAsync(Pictures.Quarters(40, 40, SKEncodedImageFormat.Png), "image/jpeg");

        Assert.Equal(HttpStatusCode.Created, answer.StatusCode);
    }

    [Fact]
    public async Task A_truncated_photo_and_one_that_claims_billions_of_pixels_are_refused()
    {
        var whole = Pictures.Noise(400, 300);

        Assert.Equal("evidence-unreadable", await HubFactory.CodeAsync(await UploadAsync(whole[..(whole.Length / 2)])));
        Assert.Equal("evidence-too-many-pixels", await HubFactory.CodeAsync(await UploadAsync(Pictures.Claiming(whole, 65_000, 65_000))));
        Assert.Empty(_city.Evidence.Sent);
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task More_than_ten_megabytes_are_refused_announced_or_not(bool announced)
    {
        var photo = Pictures.Quarters(40, 40);
        Array.Resize(ref photo, EvidencePiece.MaxBytes + 1);
        using var content = announced ? (HttpContent)new ByteArrayContent(photo) : new UnannouncedContent(photo);

        var answer = await UploadAsync(content, "image/jpeg");

        Assert.Equal((HttpStatusCode.RequestEntityTooLarge, "evidence-too-large"), (answer.StatusCode, await HubFactory.CodeAsync(answer)));
    }

    [Fact]
    public async Task Somebody_with_too_many_unused_photos_is_told_to_use_them()
    {
        _city.Evidence.Opening = EvidenceOpening.TooMany;

        var answer = await UploadAsync(Pictures.Quarters(40, 40));

        Assert.Equal((HttpStatusCode.UnprocessableEntity, "too-much-evidence"), (answer.StatusCode, await HubFactory.CodeAsync(answer)));
    }

    [Fact]
    public async Task Uploads_count_as_commands_do()
    {
        await using var hub = await HubFactory.StartAsync(_city, ("Limits:CommandBurst", "1"), ("Limits:CommandsPerSecond", "1"));
        var token = await hub.TokenAsync("officer-in");
        HttpResponseMessage answer;
        do
        {
            answer = await UploadAsync(new ByteArrayContent([1]), "image/jpeg", hub, token);
        }
        while (answer.StatusCode == HttpStatusCode.UnsupportedMediaType);

        Assert.Equal("too-many-requests", await HubFactory.CodeAsync(answer));
    }

    [Fact]
    public async Task Until_a_case_has_it_only_its_uploader_sees_a_photo()
    {
        var id = await IdAsync(Pictures.Quarters(40, 40));

        Assert.Equal(HttpStatusCode.OK, (await GetAsync($"/api/evidence/{id}")).StatusCode);
        Assert.Equal(HttpStatusCode.NotFound, (await GetAsync($"/api/evidence/{id}", await _hub.TokenAsync("captain-in"))).StatusCode);
        Assert.Equal(HttpStatusCode.NotFound, (await GetAsync($"/api/evidence/{id}?case={FakeCity.CaseId}")).StatusCode);
        Assert.Equal(HttpStatusCode.NotFound, (await GetAsync("/api/evidence/..%2F..%2Fetc")).StatusCode);
    }

    [Fact]
    public async Task A_photo_of_a_case_is_seen_by_whoever_sees_the_case()
    {
        var id = await AttachedAsync(Pictures.Quarters(40, 40));
        var address = $"/api/evidence/{id}?case={FakeCity.CaseId}";

        Assert.Equal(HttpStatusCode.OK, (await GetAsync(address, await _hub.TokenAsync("communityStaff-in"))).StatusCode);
        Assert.Equal(HttpStatusCode.OK, (await GetAsync(address, await _hub.TokenAsync(FakeCity.Reporter))).StatusCode);
        Assert.Equal("outside-area", await HubFactory.CodeAsync(await GetAsync(address, await _hub.TokenAsync("communityStaff-out"))));
        Assert.Equal(HttpStatusCode.NotFound, (await GetAsync($"/api/evidence/{id}?case=another", await _hub.TokenAsync("communityStaff-in"))).StatusCode);
    }

    [Fact]
    public async Task A_photo_is_shown_in_place_and_kept_by_the_browser_alone()
    {
        var id = await AttachedAsync(Pictures.Noise(1200, 1200));

        var answer = await GetAsync($"/api/evidence/{id}?case={FakeCity.CaseId}");

        Assert.Equal("image/jpeg", answer.Content.Headers.ContentType!.ToString());
        Assert.Equal("inline", answer.Content.Headers.ContentDisposition!.ToString());
        Assert.Equal("nosniff", answer.Headers.GetValues("X-Content-Type-Options").Single());
        Assert.Equal((true, false, TimeSpan.FromDays(365)), (answer.Headers.CacheControl!.Private, answer.Headers.CacheControl.NoStore, answer.Headers.CacheControl.MaxAge));
        Assert.Contains("immutable", answer.Headers.CacheControl.Extensions.Select(extension => extension.Name));
        Assert.Equal(new EntityTagHeaderValue($"\"{id}\""), answer.Headers.ETag);
        Assert.Equal(id, Convert.ToHexStringLower(SHA256.HashData(await answer.Content.ReadAsByteArrayAsync(Cancellation))));
    }

    [Fact]
    public async Task A_refusal_is_kept_by_nobody()
    {
        var answer = await GetAsync($"/api/evidence/{new string('a', 64)}");

        Assert.Equal(HttpStatusCode.NotFound, answer.StatusCode);
        Assert.True(answer.Headers.CacheControl!.NoStore);
    }

    [Fact]
    public async Task Whoever_has_it_already_is_told_so_after_their_rights_were_checked()
    {
        var id = await AttachedAsync(Pictures.Quarters(400, 400));
        var address = $"/api/evidence/{id}?case={FakeCity.CaseId}";

        Assert.Equal(HttpStatusCode.NotModified, (await GetAsync(address, known: $"\"{id}\"")).StatusCode);
        Assert.Equal(HttpStatusCode.OK, (await GetAsync($"{address}&width=64", known: $"\"{id}\"")).StatusCode);
        Assert.Equal(HttpStatusCode.NotModified, (await GetAsync($"{address}&width=64", known: $"\"{id}-64\"")).StatusCode);
        Assert.Equal(HttpStatusCode.Forbidden, (await GetAsync(address, await _hub.TokenAsync("officer-out"), $"\"{id}\"")).StatusCode);
    }

    [Theory]
    [InlineData(64, 64, 32)]
    [InlineData(600, 600, 300)]
    [InlineData(1600, 800, 400)]
    public async Task A_photo_is_scaled_down_to_a_width_and_never_up(int asked, int width, int height)
    {
        var id = await IdAsync(Pictures.Quarters(800, 400));

        var bytes = await BytesAsync($"/api/evidence/{id}?width={asked}");

        using var picture = SKBitmap.Decode(bytes);
        Assert.Equal((width, height), (picture.Width, picture.Height));
        Assert.Equal(("red", "blue"), (Pictures.Quarter(bytes, 0, 0), Pictures.Quarter(bytes, 1, 1)));
    }

    [Theory]
    [InlineData("width=63")]
    [InlineData("width=1601")]
    [InlineData("width=wide")]
    [InlineData("height=100")]
    public async Task A_width_out_of_bounds_is_refused(string query)
    {
        var answer = await GetAsync($"/api/evidence/{new string('a', 64)}?{query}");

        Assert.Equal(HttpStatusCode.BadRequest, answer.StatusCode);
    }

    private Task<HttpResponseMessage> UploadAsync(byte[] photo, string type = "image/jpeg") => UploadAsync(new ByteArrayContent(photo), type);

    private async Task<HttpResponseMessage> UploadAsync(HttpContent content, string type, HubFactory? hub = null, string? token = null)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, "/api/evidence") { Content = content };
        request.Content.Headers.ContentType = new MediaTypeHeaderValue(type);
        request.Headers.Authorization = new AuthenticationHeaderValue("Bearer", token ?? _officer);
        return await (hub ?? _hub).Client.SendAsync(request, Cancellation);
    }

    private async Task<string> IdAsync(byte[] photo) => (string)(await HubFactory.ReadAsync(await UploadAsync(photo)))["id"]!;

    private async Task<string> AttachedAsync(byte[] photo)
    {
        var piece = await HubFactory.ReadAsync(await UploadAsync(photo));
        var shown = new CaseEvidence(
            (string)piece["id"]!, "image/jpeg", (int)piece["bytes"]!, (int)piece["width"]!, (int)piece["height"]!, "officer-in", _city.Now);
        _city.Cases[FakeCity.CaseId] = _city.Cases[FakeCity.CaseId] with { Evidence = [shown] };
        return shown.Id;
    }

    private async Task<HttpResponseMessage> GetAsync(string address, string? token = null, string? known = null)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, address);
        request.Headers.Authorization = new AuthenticationHeaderValue("Bearer", token ?? _officer);
        if (known is not null)
        {
            request.Headers.IfNoneMatch.Add(new EntityTagHeaderValue(known));
        }

        return await _hub.Client.SendAsync(request, Cancellation);
    }

    private async Task<byte[]> BytesAsync(string address)
    {
        var answer = await GetAsync(address);
        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        return await answer.Content.ReadAsByteArrayAsync(Cancellation);
    }

    /// <summary>A body that does not say how long it is.</summary>
    private sealed class UnannouncedContent(byte[] content) : HttpContent
    {
        protected override Task SerializeToStreamAsync(Stream stream, TransportContext? context) => stream.WriteAsync(content).AsTask();

        protected override bool TryComputeLength(out long length)
        {
            length = 0;
            return false;
        }
    }
}
