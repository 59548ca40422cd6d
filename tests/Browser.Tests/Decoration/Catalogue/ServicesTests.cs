using Dispatch.Browser.Tests.Field;
using Dispatch.Browser.Tests.Kit;

namespace Dispatch.Browser.Tests.Decoration.Catalogue;

public sealed class ServicesTests : Story
{
    [Fact]
    public async Task An_owner_without_an_account_finds_on_the_phone_whether_a_wall_may_go()
    {
        var city = await QuietCityAsync();
        var owner = (await VisitAsync(city, "/sign-in", look: FieldParts.Phone)).Page;

        await owner.GetByRole(AriaRole.Link, new() { Name = "Owners: what may I do in my flat?" }).ClickAsync();
        await Expect(owner.GetByRole(AriaRole.Note)).ToContainTextAsync("no official list");
        await owner.GetByRole(AriaRole.Searchbox).FillAsync("structural wall");

        var answer = owner.GetByRole(AriaRole.Article, new() { Name = "May I remove this structural wall?" });
        await Expect(answer).ToContainTextAsync("No. It carries the house");
        await Expect(answer).ToContainTextAsync("Order 110, art. 5");
        await Expect(answer).ToContainTextAsync("DEC-01 Load-bearing or main structure");

        await owner.ReloadAsync();
        await Expect(owner.GetByRole(AriaRole.Searchbox)).ToHaveValueAsync("structural wall");
        await owner.GetByRole(AriaRole.Button, new() { Name = "中文" }).ClickAsync();
        await Expect(owner.GetByRole(AriaRole.Article, new() { Name = "这面承重墙能拆吗？" })).ToContainTextAsync("不可以");
    }

    [Fact]
    public async Task What_needs_approval_names_the_office_and_punishments_say_how_a_fine_is_found()
    {
        var city = await QuietCityAsync();
        var officer = (await VisitAsync(city, "/services", "officer-1", FieldParts.Phone)).Page;

        await Expect(officer.GetByRole(AriaRole.Article, new() { Name = "May I move the gas line?" })).ToContainTextAsync("5 working days");
        await officer.GetByRole(AriaRole.Button, new() { Name = "What is punished (19)" }).ClickAsync();

        await Expect(officer.GetByRole(AriaRole.Article)).ToHaveCountAsync(19);
        await Expect(officer.GetByRole(AriaRole.Article, new() { NameRegex = new("^P11 ") })).ToContainTextAsync("2 to 3 times the decoration-management fee");
        await Expect(officer.GetByRole(AriaRole.Article, new() { NameRegex = new("^P09 ") })).ToContainTextAsync("The municipal enforcement bureau; handed over within 2 working days");
    }
}
