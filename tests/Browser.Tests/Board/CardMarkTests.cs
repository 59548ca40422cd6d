using Dispatch.Browser.Tests.Community;
using Dispatch.Browser.Tests.Kit;

namespace Dispatch.Browser.Tests.Board;

public sealed class CardMarkTests : Story
{
    private static readonly LocatorAssertionsToHaveCountOptions WhenMissedTwice = new() { Timeout = 60_000 };

    [Fact]
    public async Task A_case_that_cost_a_card_shows_it_quietly_on_the_board_and_in_the_community_with_words_for_those_who_listen()
    {
        var city = await StartCityAsync(new CityOptions { Speed = 60 });
        var board = await VisitAsync(city, "/board", "dispatcher-1");
        var community = await VisitAsync(city, "/community", "community-xishan");

        var one = await city.CaseAtStreetAsync(Stop);
        await Expect(board.Page.Row(one)).ToBeVisibleAsync();
        await Expect(board.Page.Locator(".card-mark")).ToHaveCountAsync(0);

        await Expect(board.Page.Row(one).Locator(".card-mark")).ToHaveCountAsync(1, WhenMissedTwice);
        await Expect(board.Page.Row(one)).ToContainTextAsync("Yellow card: stands");
        await Expect(community.Page.AtStreet(one)).ToContainTextAsync("Yellow card: stands");
        await board.ExpectAccessibleAsync();
        await community.ExpectAccessibleAsync();
    }
}
