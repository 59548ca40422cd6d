using System.Net;
using System.Text.Json.Nodes;
using Dispatch.Hub.Tests.Hosting;

namespace Dispatch.Hub.Tests.Cases;

/// <summary>A command that was done before it was received, through HTTP into the real engine and back out of the history.</summary>
public sealed class OfflineCommandTests : IAsyncLifetime
{
    private const string Community = "community-xishan";

    private static readonly TimeSpan Queued = TimeSpan.FromSeconds(5);

    private EmbeddedHub _hub = null!;

    public async ValueTask InitializeAsync() => _hub = await EmbeddedHub.StartAsync();

    public ValueTask DisposeAsync() => _hub.DisposeAsync();

    [Fact]
    public async Task A_queued_command_is_judged_by_when_it_was_done_and_the_history_shows_both_times()
    {
        var (id, openedAt) = await ReportAsync();
        var done = openedAt.AddSeconds(1);
        await PassAsync(done + Queued);

        var view = await _hub.AskAsync(Community, HttpMethod.Post, Command(id, "acknowledge"), $$"""{"occurredAt":"{{done:O}}"}""");

        var history = (await _hub.AskAsync(Community, HttpMethod.Get, $"/api/cases/{id}/history"))["items"]!.AsArray();
        var acknowledged = history.Single(entry => (string)entry!["event"]! == "Acknowledged")!;
        Assert.Equal(done, Instant(acknowledged["occurredAt"]));
        Assert.True(Instant(acknowledged["at"]) >= done + Queued);
        var stopped = history.Single(entry => (string)entry!["event"]! == "ClockStopped" && (string)entry["data"]!["clock"]! == "acknowledge")!;
        Assert.Equal((done, "Met"), (Instant(stopped["data"]!["at"]), (string)stopped["data"]!["state"]!));
        var clocks = view["clocks"]!.AsArray().ToDictionary(clock => (string)clock!["name"]!, clock => clock!);
        Assert.Equal(1_000, (long)clocks["acknowledge"]["spentMs"]!);
        Assert.Equal(Instant(acknowledged["at"]), Instant(clocks["pre-control"]["since"]));
    }

    [Fact]
    public async Task Queued_commands_given_in_order_each_bear_their_own_instant()
    {
        var (id, openedAt) = await ReportAsync();
        var (first, second) = (openedAt.AddSeconds(1), openedAt.AddSeconds(3));
        await PassAsync(second + Queued);

        await _hub.AskAsync(Community, HttpMethod.Post, Command(id, "acknowledge"), $$"""{"occurredAt":"{{first:O}}"}""");
        await _hub.AskAsync(Community, HttpMethod.Post, Command(id, "start-pre-control"), $$"""{"occurredAt":"{{second:O}}","note":"Talking to the owner."}""");

        var history = (await _hub.AskAsync(Community, HttpMethod.Get, $"/api/cases/{id}/history"))["items"]!.AsArray();
        Assert.Equal([first], Occurred("Acknowledged"));
        Assert.Equal([second], Occurred("PreControlStarted"));
        Assert.Equal([second], Occurred("Commented"));

        IEnumerable<DateTimeOffset> Occurred(string name) => history.Where(entry => (string)entry!["event"]! == name).Select(entry => Instant(entry!["occurredAt"]));
    }

    [Fact]
    public async Task A_device_whose_clock_is_wrong_is_put_right_and_the_history_has_both_instants()
    {
        var (id, openedAt) = await ReportAsync();
        var (done, wrong) = (openedAt.AddSeconds(1), TimeSpan.FromHours(3));
        await PassAsync(done + Queued);

        var deviceNow = Instant((await _hub.AskAsync(Community, HttpMethod.Get, "/api/clock"))["now"]) + wrong;
        var view = await _hub.AskAsync(Community, HttpMethod.Post, Command(id, "acknowledge"), $$"""{"occurredAt":"{{done + wrong:O}}"}""", deviceNow);

        var history = (await _hub.AskAsync(Community, HttpMethod.Get, $"/api/cases/{id}/history"))["items"]!.AsArray();
        var corrected = history.Single(entry => (string)entry!["event"]! == "DeviceClockCorrected")!["data"]!;
        Assert.Equal(done + wrong, Instant(corrected["stampedAt"]));

        // What passed in the city, 60 times as fast, between asking for its time and giving the command, the hub cannot know.
        Assert.InRange(Instant(corrected["correctedTo"]), done, done.AddMinutes(20));
        Assert.Equal("PreControl", (string)view["status"]!);
    }

    [Fact]
    public async Task An_instant_that_cannot_be_is_refused_and_nothing_has_happened()
    {
        var (id, openedAt) = await ReportAsync();

        Assert.Equal("occurred-in-future", await RefusedAsync(id, openedAt.AddDays(1)));
        Assert.Equal("occurred-before-opening", await RefusedAsync(id, openedAt.AddMilliseconds(-1)));

        var view = await _hub.AskAsync(Community, HttpMethod.Get, $"/api/cases/{id}");
        Assert.Equal(("AwaitingCommunity", 1), ((string)view["status"]!, (int)view["version"]!));
    }

    private static string Command(string id, string name) => $"/api/cases/{id}/commands/{name}";

    private static DateTimeOffset Instant(JsonNode? node) => node!.GetValue<DateTimeOffset>();

    private async Task<(string Id, DateTimeOffset OpenedAt)> ReportAsync()
    {
        var view = await _hub.AskAsync("grid-xishan-03", HttpMethod.Post, "/api/reports", """{"type":"DEC-03","place":{"gridId":"xishan-03"},"passUp":true}""");
        return ((string)view["id"]!, Instant(view["openedAt"]));
    }

    /// <summary>Until the city's clock, of which a minute is a second, has passed an instant.</summary>
    private async Task PassAsync(DateTimeOffset until)
    {
        while (Instant((await _hub.AskAsync(Community, HttpMethod.Get, "/api/clock"))["now"]) <= until)
        {
            TestContext.Current.CancellationToken.ThrowIfCancellationRequested();
        }
    }

    private async Task<string> RefusedAsync(string id, DateTimeOffset occurredAt)
    {
        var answer = await _hub.SendAsync(Community, HttpMethod.Post, Command(id, "acknowledge"), $$"""{"occurredAt":"{{occurredAt:O}}"}""");
        Assert.Equal(HttpStatusCode.UnprocessableEntity, answer.StatusCode);
        return await HubFactory.CodeAsync(answer);
    }
}
