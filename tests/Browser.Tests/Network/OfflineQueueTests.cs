using Dispatch.Browser.Tests.Field;
using Dispatch.Browser.Tests.Kit;

namespace Dispatch.Browser.Tests.Network;

public sealed class OfflineQueueTests : Story
{
    [Fact]
    public async Task What_was_done_without_a_network_outlives_a_reload_and_is_sent_once_in_order_with_when_it_happened()
    {
        var city = await StartCityAsync(new CityOptions { Speed = 60 });
        var before = await city.CaseAtGridAsync(Stop);
        var worker = await VisitAsync(city, "/field", "grid-xishan-03", FieldParts.Phone);
        var page = worker.Page;
        await Expect(page.FieldCard(before)).ToBeVisibleAsync();
        await page.EvaluateAsync("navigator.serviceWorker.ready.then(() => undefined)");

        await worker.GoOfflineAsync();
        await page.ReportFlatAsync("A wall is being taken down.", then: "I go on with it");
        await page.Tab("Now").ClickAsync();
        await page.FieldCard(before).Button("Pass up").ClickAsync();
        await page.Button("The owner refuses").ClickAsync();
        await Expect(page.Locator("undo-bar")).ToContainTextAsync("Pass up");
        await page.ReloadAsync();

        await page.Tab("Outbox").ClickAsync();
        await Expect(page.GetByRole(AriaRole.Article)).ToHaveCountAsync(2);
        await worker.ComeBackOnlineAsync();
        await page.ExpectAllSentAsync();

        await ExpectSentOnceAndInOrderAsync(city, before);
    }

    private async Task ExpectSentOnceAndInOrderAsync(DispatchCity city, StoryCase before)
    {
        var cases = (await city.GetAsync("dispatcher-1", "/api/cases?scope=street:xiashi", Stop)).GetProperty("items").EnumerateArray().ToList();
        Assert.Equal(2, cases.Count);
        var reported = cases.Single(one => one.GetProperty("id").GetString() != before.Id);
        Assert.Equal(1, reported.GetProperty("evidence").GetArrayLength());
        var report = Assert.Single(await city.HistoryAsync(reported.GetProperty("id").GetString()!, Stop), line => line.GetProperty("event").GetString() == "Reported");
        var passedUp = Assert.Single(await city.HistoryAsync(before.Id, Stop), line => line.GetProperty("event").GetString() == "PassedUp");
        Assert.True(Instant(report, "occurredAt") < Instant(passedUp, "occurredAt"), "What was done first happened first.");
        Assert.True(Instant(report, "at") < Instant(passedUp, "at"), "What was done first was sent first.");
        Assert.True(Instant(passedUp, "at") - Instant(passedUp, "occurredAt") > TimeSpan.FromMinutes(1), "It happened before it was sent.");
    }

    private static DateTimeOffset Instant(System.Text.Json.JsonElement line, string name) => line.GetProperty(name).GetDateTimeOffset();
}
