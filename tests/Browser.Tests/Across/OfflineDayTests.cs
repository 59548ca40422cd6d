using Dispatch.Browser.Tests.Board;
using Dispatch.Browser.Tests.Field;
using Dispatch.Browser.Tests.Kit;

namespace Dispatch.Browser.Tests.Across;

/// <summary>What was done in time on a phone without a network counts when it arrives, however late.</summary>
public sealed class OfflineDayTests : Story
{
    [Fact]
    public async Task What_a_grid_worker_did_in_time_in_a_cellar_arrives_late_and_the_escalation_is_taken_back_on_the_board()
    {
        var city = await StartCityAsync(new CityOptions { Speed = 150 });
        var worker = await VisitAsync(city, "/field", "grid-xishan-03", FieldParts.Phone);
        await worker.Page.EvaluateAsync("navigator.serviceWorker.ready.then(() => undefined)");
        var board = (await VisitAsync(city, "/board", "dispatcher-1")).Page;
        var one = await city.CaseAtGridAsync(Stop);
        await Expect(worker.Page.FieldCard(one)).ToBeVisibleAsync();

        await worker.GoOfflineAsync();
        await worker.Page.FieldCard(one).Button("Pass up").ClickAsync();
        await worker.Page.Button("The owner refuses").ClickAsync();
        await board.Row(one).ClickAsync();
        await Expect(board.Panel(one)).ToContainTextAsync("From Grid to Community", new() { Timeout = 30_000 });
        await worker.ComeBackOnlineAsync();
        await worker.Page.ExpectAllSentAsync();

        await Expect(board.Panel(one)).ToContainTextAsync("what followed is taken back", new() { Timeout = 30_000 });
        var answered = Assert.Single(await city.HistoryAsync(one.Id, Stop), line => line.GetProperty("event").GetString() == "EscalationAnswered");
        Assert.True(answered.GetProperty("data").GetProperty("takenBack").GetBoolean());
    }
}
