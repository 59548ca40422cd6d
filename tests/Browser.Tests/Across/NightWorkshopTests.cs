using Dispatch.Browser.Tests.Board;
using Dispatch.Browser.Tests.Field;
using Dispatch.Browser.Tests.Kit;

namespace Dispatch.Browser.Tests.Across;

/// <summary>A true story: a workshop that works at night is stopped on patrol, and police and environment shut it the same evening.</summary>
public sealed class NightWorkshopTests : Story
{
    private static readonly DateTimeOffset Evening = new(2026, 3, 10, 20, 40, 0, TimeSpan.FromHours(8));

    [Fact]
    public async Task Police_and_environment_are_whistled_together_out_of_hours_and_answer_from_their_phones()
    {
        var city = await StartCityAsync(new CityOptions { Start = Evening });
        var report = new
        {
            type = "ILL-01",
            description = "A workshop paints and sands at night.",
            place = new { estate = "huayu-qiantang", building = "1", unit = "1-1-101" },
            inProgress = true,
            passUp = true,
        };
        var one = StoryCase.Of(await city.ReportAsync("grid-xishan-03", report, Stop));
        var board = (await VisitAsync(city, "/board", "dispatcher-1")).Page;
        var police = (await VisitAsync(city, "/department", "department-public-security", FieldParts.Phone)).Page;
        var environment = (await VisitAsync(city, "/department", "department-environment", FieldParts.Phone)).Page;
        var community = (await VisitAsync(city, $"/community?case={one.Id}", "community-xishan")).Page;

        var panel = community.Locator("case-panel");
        await panel.Button("Acknowledge").ClickAsync();
        await Expect(board.Row(one)).ToContainTextAsync("Pre-control");
        await panel.Button("Call departments").ClickAsync();
        var form = community.GetByRole(AriaRole.Dialog, new() { Name = "Call departments" });
        foreach (var department in (string[])["Planning and natural resources", "Public security", "Environment"])
        {
            await form.Button(department).ClickAsync();
        }

        await form.Button("several departments must act").ClickAsync();
        await form.GetByLabel("Reason").FillAsync("A workshop works at night; stop it together.");
        await form.Button("Call departments").ClickAsync();

        foreach (var phone in (IPage[])[police, environment])
        {
            var call = phone.GetByRole(AriaRole.Article, new() { NameRegex = new(one.Number) });
            await Expect(call).ToContainTextAsync("stop it together");
            await call.Button("Report in: on site").ClickAsync();
            await call.Button("Solved").ClickAsync();
            await Expect(phone.GetByText("No case waits for your department.")).ToBeVisibleAsync();
        }

        await panel.Button("Resolve").ClickAsync();
        await community.GetByRole(AriaRole.Dialog, new() { Name = "Resolve" }).Button("Resolve").ClickAsync();
        await Expect(board.Row(one)).ToContainTextAsync("Awaiting check");
        var assists = (await city.OnlyCaseAsync(Stop)).View.GetProperty("assists").EnumerateArray().ToList();
        Assert.Equal(["environment", "public-security"], assists.Select(assist => assist.GetProperty("department").GetString()).Order());
        Assert.All(assists, assist => Assert.Equal("answered", assist.GetProperty("state").GetString()));
    }
}
