using Dispatch.Browser.Tests.Board;
using Dispatch.Browser.Tests.Community;
using Dispatch.Browser.Tests.Field;
using Dispatch.Browser.Tests.Kit;

namespace Dispatch.Browser.Tests.Across;

public sealed class OneCaseTests : Story
{
    [Fact]
    public async Task A_case_goes_from_the_grid_worker_s_phone_over_community_street_and_officer_until_it_is_closed()
    {
        var city = await StartCityAsync();
        var board = (await VisitAsync(city, "/board", "dispatcher-1")).Page;
        var community = (await VisitAsync(city, "/community", "community-xishan")).Page;
        var gridWorker = (await VisitAsync(city, "/field", "grid-xishan-03", FieldParts.Phone)).Page;
        var officer = (await VisitAsync(city, "/field", "officer-1", FieldParts.Phone)).Page;

        await gridWorker.ReportFlatAsync("A bay window is being broken out.", then: "Pass up");
        await Expect(board.Rows()).ToHaveCountAsync(1, FieldParts.WhenSent);
        var (_, one) = await city.OnlyCaseAsync(Stop);
        await Expect(board.Row(one)).ToContainTextAsync("Awaiting community");

        await community.Waiting(one).Button("Acknowledge").ClickAsync();
        await Expect(board.Row(one)).ToContainTextAsync("Pre-control");
        await community.InPreControl(one).Button("Whistle").ClickAsync();
        await community.InPreControl(one).Button("The community cannot solve it alone").ClickAsync();
        await Expect(board.Row(one)).ToContainTextAsync("Awaiting dispatch");

        await board.CommandAsync($"assign {one.OnBoard[1..]} officer-1 officer-2");
        await Expect(board.Row(one)).ToContainTextAsync("Offered");

        var card = officer.FieldCard(one);
        await card.Button("Accept").ClickAsync();
        await card.Button("On site").ClickAsync();
        await card.Button("Resolved").ClickAsync();
        await officer.GetByRole(AriaRole.Dialog, new() { Name = "Resolved" }).Button("Resolved").ClickAsync();
        await Expect(board.Row(one)).ToContainTextAsync("Awaiting check", FieldParts.WhenSentText);

        await gridWorker.Tab("Checks").ClickAsync();
        await gridWorker.FieldCard(one).Button("Solved").ClickAsync();
        await Expect(board.GetByText("No open cases.")).ToBeVisibleAsync(FieldParts.WhenSentShown);
        Assert.Equal("Closed", (await city.OnlyCaseAsync(Stop)).View.GetProperty("status").GetString());
    }
}
