using Dispatch.Browser.Tests.Board;
using Dispatch.Browser.Tests.Community;
using Dispatch.Browser.Tests.Field;
using Dispatch.Browser.Tests.Kit;

namespace Dispatch.Browser.Tests.Across;

/// <summary>The bay window as it went in truth, offers by themselves: one officer cannot come, the next best is asked at once.</summary>
public sealed class BayWindowTests : Story
{
    [Fact]
    public async Task The_drawing_shows_a_structural_wall_the_team_is_offered_the_case_by_itself_and_one_who_declines_is_replaced_at_once()
    {
        var city = await StartCityAsync(new CityOptions { Offers = true });
        var board = (await VisitAsync(city, "/board", "dispatcher-1")).Page;
        var community = (await VisitAsync(city, "/community", "community-xishan")).Page;
        var gridWorker = (await VisitAsync(city, "/field", "grid-xishan-03", FieldParts.Phone)).Page;

        await gridWorker.ReportFlatAsync("The neighbours say that the bay window goes today.", then: "I go on with it");
        await Expect(board.Rows()).ToHaveCountAsync(1, FieldParts.WhenSent);
        var (_, one) = await city.OnlyCaseAsync(Stop);
        await city.CommandAsync("manager-huayu", one.Id, "comment", new { text = "The drawing shows that the wall carries the slab above." }, Stop);
        await gridWorker.Tab("Now").ClickAsync();
        await gridWorker.FieldCard(one).Button("Pass up").ClickAsync();
        await gridWorker.Button("The owner refuses").ClickAsync();

        await community.Waiting(one).Button("Acknowledge").ClickAsync(new() { Timeout = FieldParts.WhenSent.Timeout });
        await community.InPreControl(one).Button("Whistle").ClickAsync();
        await community.InPreControl(one).Button("The community cannot solve it alone").ClickAsync();
        await Expect(board.Row(one)).ToContainTextAsync("Offered");

        var (declines, leads) = await AskedAsync(city);
        await board.Row(one).ClickAsync();
        var offers = board.Panel(one).Locator("case-offers");
        await Expect(offers.GetByText("no answer yet")).ToHaveCountAsync(2);
        await Expect(offers.GetByText("round 1")).ToHaveCountAsync(2);

        var first = (await VisitAsync(city, "/field", declines, FieldParts.Phone)).Page;
        await first.FieldCard(one).Button("Decline").ClickAsync();
        await first.Button("Too far, on another visit").ClickAsync();
        await Expect(offers.GetByRole(AriaRole.Listitem).Filter(new() { HasText = "declined" })).ToHaveCountAsync(1, FieldParts.WhenSent);
        await Expect(offers.GetByText("no answer yet")).ToHaveCountAsync(2);

        var second = (await VisitAsync(city, "/field", leads, FieldParts.Phone)).Page;
        var card = second.FieldCard(one);
        await card.Button("Accept").ClickAsync();
        await card.Button("On site").ClickAsync();
        await card.Button("Resolved").ClickAsync();
        await second.GetByRole(AriaRole.Dialog, new() { Name = "Resolved" }).Button("Resolved").ClickAsync();
        await Expect(board.Row(one)).ToContainTextAsync("Awaiting check", FieldParts.WhenSentText);
        await Expect(offers.GetByText("leads")).ToHaveCountAsync(1);
    }

    private async Task<(string First, string Second)> AskedAsync(DispatchCity city)
    {
        var officers = (await city.OnlyCaseAsync(Stop)).View.GetProperty("officerIds").EnumerateArray().Select(one => one.GetString()!).ToList();
        return officers is [var first, var second] ? (first, second) : throw new InvalidOperationException($"Asked were {string.Join(", ", officers)}.");
    }
}
