using System.Text.RegularExpressions;
using Dispatch.Browser.Tests.Kit;

namespace Dispatch.Browser.Tests.Decoration;

public sealed class TeachingTests : Story
{
    [Fact]
    public async Task An_owner_asks_on_a_phone_the_session_answers_and_the_answer_is_read_under_the_same_link()
    {
        var city = await StartCityAsync();
        var staff = await VisitAsync(city, "/sessions", "community-beiguan");
        var page = staff.Page;
        await page.GetByText("Order topics").ClickAsync();
        await page.GetByLabel("Structural walls and bay windows").CheckAsync();
        await page.Locator("order-form").Button("Save").ClickAsync();
        await Expect(page.GetByRole(AriaRole.Heading, new() { NameRegex = new("for owners") })).ToBeVisibleAsync();
        var link = (await page.GetByRole(AriaRole.Link, new() { Name = "Owners' page" }).GetAttributeAsync("href"))!;
        var session = new Uri(page.Url).AbsolutePath;

        var owner = await VisitAsync(city, link, userName: null, look: new Look { Screen = Screen.Phone });
        await owner.Page.GetByLabel(new Regex("Your question")).FillAsync("May the sill of the bay window go?");
        await owner.Page.GetByRole(AriaRole.Button, new() { NameRegex = new("Ask") }).ClickAsync();
        await Expect(owner.Page.GetByRole(AriaRole.Status)).ToContainTextAsync("your question is on the agenda");
        await Axe.ExpectNoViolationsAsync(owner.Page, "the menu of an estate");

        await staff.GoAsync(session);
        await page.GetByText("Place and time").Last.ClickAsync();
        await page.GetByLabel("Place", new() { Exact = true }).FillAsync("Hall of the estate");
        var inAWeek = (await city.NowAsync(Stop)).AddDays(7);
        await page.GetByLabel("Time", new() { Exact = true }).FillAsync(inAWeek.ToString("yyyy-MM-dd'T'HH:mm", System.Globalization.CultureInfo.InvariantCulture));
        await page.Locator("session-plan-form").Button("Save").ClickAsync();
        await Expect(page.GetByText("Hall of the estate", new() { Exact = true })).ToBeVisibleAsync();
        await page.GetByText("The session was held").ClickAsync();
        await page.GetByLabel("Owners' representatives").FillAsync("14");
        await page.Locator("session-held-form").Button("Save").ClickAsync();
        await Expect(page.GetByText(new Regex("Owners' representatives 14"))).ToBeVisibleAsync();
        await page.GetByText("Answer question 1").ClickAsync();
        await page.GetByLabel("For residents, in Chinese").FillAsync("台板不得拆除。");
        await page.GetByLabel("For residents, in English").FillAsync("The sill stays.");
        await page.Locator("answer-form").Button("Save").ClickAsync();
        await Expect(page.Locator("li", new() { HasText = "The sill stays." })).ToBeVisibleAsync();
        await Expect(page.Button("Publish the answers")).ToHaveCountAsync(0);
        await staff.ExpectAccessibleAsync();

        var captain = await VisitAsync(city, session, "captain");
        await captain.Page.Button("Publish the answers").ClickAsync();
        await Expect(captain.Page.GetByText("finished", new() { Exact = true })).ToBeVisibleAsync();
        await Expect(captain.Page.GetByText("Counting begins tomorrow.")).ToBeVisibleAsync();

        await owner.GoAsync(link);
        await owner.Page.GetByText("May the sill of the bay window go?").ClickAsync();
        await Expect(owner.Page.GetByText("The sill stays.")).ToBeVisibleAsync();
    }
}
