using System.Net;
using System.Net.Http.Headers;
using Dispatch.Contracts;
using Dispatch.Hub.Tests.Hosting;

namespace Dispatch.Hub.Tests.City;

public sealed class TerritoryTests : IAsyncLifetime
{
    private readonly FakeCity _city = new();
    private HubFactory _hub = null!;

    public async ValueTask InitializeAsync() => _hub = await HubFactory.StartAsync(_city);

    public ValueTask DisposeAsync() => _hub.DisposeAsync();

    [Fact]
    public async Task Everybody_is_shown_the_ground_of_their_own_area()
    {
        var answer = await LookAsync("gridWorker-out", null);

        Assert.Equal("nanmen-01", (string)(await HubFactory.ReadAsync(answer))["street"]!["id"]!);
        Assert.Equal("application/json", answer.Content.Headers.ContentType?.MediaType);
    }

    [Fact]
    public async Task Whoever_has_the_ground_already_is_told_so_without_it()
    {
        var first = await LookAsync("officer-in", null);
        var again = await LookAsync("officer-in", first.Headers.ETag);
        var changed = await LookAsync("officer-in", new EntityTagHeaderValue("\"t0\""));

        Assert.Equal(HttpStatusCode.NotModified, again.StatusCode);
        Assert.Equal(first.Headers.ETag, again.Headers.ETag);
        Assert.Empty(await again.Content.ReadAsByteArrayAsync(TestContext.Current.CancellationToken));
        Assert.Equal(HttpStatusCode.OK, changed.StatusCode);
        // It may be kept, and is asked about before it is used.
        Assert.True(first.Headers.CacheControl is { Private: true, NoCache: true, NoStore: false });
    }

    [Fact]
    public async Task An_area_that_the_territory_lacks_has_no_ground()
    {
        _city.Add("lost", Role.GridWorker, Scope.Grid("nowhere"));

        var answer = await LookAsync("lost", null);

        Assert.Equal((HttpStatusCode.NotFound, "unknown"), (answer.StatusCode, await HubFactory.CodeAsync(answer)));
    }

    private async Task<HttpResponseMessage> LookAsync(string user, EntityTagHeaderValue? known)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, "/api/territory");
        request.Headers.Authorization = new AuthenticationHeaderValue("Bearer", await _hub.TokenAsync(user));
        if (known is not null)
        {
            request.Headers.IfNoneMatch.Add(known);
        }

        return await _hub.Client.SendAsync(request, TestContext.Current.CancellationToken);
    }
}
