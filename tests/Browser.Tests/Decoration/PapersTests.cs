using System.Text.RegularExpressions;
using Dispatch.Browser.Tests.Kit;

namespace Dispatch.Browser.Tests.Decoration;

/// <summary>An illegal building from the stop-work notice to its acceptance, and the documents as they are printed.</summary>
public sealed class PapersTests : Story
{
    [Fact]
    public async Task A_conservatory_is_stopped_decided_on_demolished_and_accepted_with_its_documents()
    {
        var city = await StartCityAsync();
        var report = new { type = "ILL-01", description = "A conservatory on the terrace.", place = new { estate = "huayu-qiantang", building = "7", unit = "7-2-2001" }, passUp = true };
        var id = (await city.ReportAsync("grid-xishan-03", report, Stop)).GetProperty("id").GetString();
        var dispatcher = await VisitAsync(city, $"/cases/{id}", "dispatcher-1");
        var captain = await VisitAsync(city, $"/cases/{id}", "captain");

        await dispatcher.Page.Button("Open the disposal").ClickAsync();
        await GiveAsync(dispatcher.Page, "Draft: Stop-work notice", form => form.GetByLabel("What was found").FillAsync("露台上正在搭建阳光房，未能出示规划许可。"));
        await dispatcher.ExpectAccessibleAsync();
        await SignAsync(captain.Page, "Stop-work notice");
        await ExpectPrintedAsync(city, captain.Page, "Stop-work notice", "责令停工通知书", "责停");

        await GiveAsync(dispatcher.Page, "Done: Stop the works");
        await GiveAsync(dispatcher.Page, "Draft: Decision", async form =>
        {
            await form.GetByLabel("What was found").FillAsync("未取得建设工程规划许可，搭建阳光房一间。");
            await form.GetByLabel("What is to be done").FillAsync("于十五日内自行拆除");
            await form.GetByLabel("Punishment item").SelectOptionAsync("P12");
            await form.GetByLabel("Cost of the works").FillAsync("80000");
            await form.GetByLabel("Fine, ¥").FillAsync("6000");
            await Expect(form.GetByRole(AriaRole.Status)).ToContainTextAsync("¥4,000 to ¥8,000");
        });
        await SignAsync(captain.Page, "Decision");
        await ExpectPrintedAsync(city, captain.Page, "Decision", "行政处罚决定书", "罚决");
        await GiveAsync(dispatcher.Page, "Done: Decide");
        await GiveAsync(dispatcher.Page, "Done: Demolish", form => form.GetByLabel("What was found or done").FillAsync("The owner took it down."));
        await GiveAsync(dispatcher.Page, "Draft: Acceptance", form => form.GetByLabel("What was found").FillAsync("阳光房已拆除，露台恢复原状，建筑垃圾已清运。"));
        await SignAsync(captain.Page, "Acceptance");
        await ExpectPrintedAsync(city, captain.Page, "Acceptance", "整改验收单", "验收");
        await GiveAsync(dispatcher.Page, "Done: Accept", form => form.GetByLabel("Passed", new() { Exact = true }).CheckAsync());
        await Expect(dispatcher.Page.GetByRole(AriaRole.Heading, new() { Name = "Disposal Done" })).ToBeVisibleAsync();
    }

    private static async Task GiveAsync(IPage page, string act, Func<ILocator, Task>? fill = null)
    {
        await page.Button(act).ClickAsync();
        var form = page.GetByRole(AriaRole.Form, new() { Name = act });
        await (fill?.Invoke(form) ?? Task.CompletedTask);
        await form.Button("Save").ClickAsync();
        await Expect(form).ToBeHiddenAsync();
    }

    private static async Task SignAsync(IPage page, string paper)
    {
        await page.Button($"Sign: {paper}").ClickAsync();
        await Expect(page.GetByRole(AriaRole.Link, new() { Name = $"Print: {paper}" })).ToBeVisibleAsync();
    }

    private async Task ExpectPrintedAsync(DispatchCity city, IPage page, string paper, string heading, string mark)
    {
        var link = (await page.GetByRole(AriaRole.Link, new() { Name = $"Print: {paper}" }).GetAttributeAsync("href"))!;
        var reader = await VisitAsync(city, link);
        await Expect(reader.Page.GetByRole(AriaRole.Heading, new() { Name = heading })).ToBeVisibleAsync();
        await Expect(reader.Page.GetByText(new Regex($"{mark}〔\\d{{4}}〕000001-\\d号"))).ToBeVisibleAsync();
        await Expect(reader.Page.GetByText("草稿")).ToHaveCountAsync(0);
        await Axe.ExpectNoViolationsAsync(reader.Page, heading);
    }
}
