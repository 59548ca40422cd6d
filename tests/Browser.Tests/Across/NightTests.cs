using Dispatch.Browser.Tests.Board;
using Dispatch.Browser.Tests.Kit;

namespace Dispatch.Browser.Tests.Across;

/// <summary>A night on which every officer is on leave.</summary>
public sealed class NightTests : Story
{
    private static readonly DateTimeOffset Night = new(2026, 3, 10, 17, 30, 0, TimeSpan.FromHours(8));

    [Fact]
    public async Task A_night_without_staff_is_warned_of_and_its_whistle_goes_to_the_captain_on_call()
    {
        var city = await StartCityAsync(new CityOptions { Offers = true, Speed = 10, Start = Night.AddSeconds(-100) });
        foreach (var officer in (string[])["officer-1", "officer-2", "officer-3", "officer-4"])
        {
            await TakeLeaveAsync(city, officer);
        }

        var roster = (await VisitAsync(city, "/roster", "captain")).Page;
        await Expect(roster.Locator("section.gaps")).ToContainTextAsync("2 missing");

        await city.UntilAsync(Night, Stop);
        var one = await city.CaseAtStreetAsync(Stop);
        var board = (await VisitAsync(city, $"/board?case={one.Id}", "dispatcher-1")).Page;
        await Expect(board.Panel(one)).ToContainTextAsync("Too few officers are left to be asked; the captain chooses");
        await Expect(board.Row(one)).ToContainTextAsync("Awaiting dispatch");
        await roster.Button("Notices, 1 unseen").ClickAsync();
        await Expect(roster.GetByRole(AriaRole.Menuitem, new() { NameRegex = new("the captain is asked") })).ToBeVisibleAsync();
    }

    private async Task TakeLeaveAsync(DispatchCity city, string officer)
    {
        const string roster = "/api/teams/street:xiashi/roster";
        var asked = await city.PostAsync(officer, $"{roster}/leave", new { from = Night, to = Night.AddHours(15) }, Stop);
        var id = asked.GetProperty("leave").EnumerateArray().Single(one => one.GetProperty("userName").GetString() == officer).GetProperty("id").GetString();
        await city.PostAsync("captain", $"{roster}/decide-leave", new { id, granted = true }, Stop);
    }
}
