using System.Text;
using Dispatch.Browser.Tests.Board;
using Dispatch.Browser.Tests.Kit;

namespace Dispatch.Browser.Tests.Sources;

public sealed class ImportTests : Story
{
    [Fact]
    public async Task A_file_of_the_hotline_is_looked_at_first_then_taken_its_case_is_replied_to_and_found_by_its_source()
    {
        var city = await StartCityAsync();
        var page = (await VisitAsync(city, "/import", "dispatcher-1")).Page;
        await page.GetByLabel("Source").SelectOptionAsync("hotline-12345");
        await page.GetByLabel("CSV file").SetInputFilesAsync(File("HN-1,装修噪音,夜间装修,华宇钱塘7幢\n,装修噪音,,\n"));
        await Expect(page.GetByText("1 lines cannot be taken")).ToBeVisibleAsync();
        await Expect(page.Button("Import")).ToHaveCountAsync(0);

        await page.GetByLabel("CSV file").SetInputFilesAsync(File("HN-1,装修噪音,夜间装修,华宇钱塘7幢\n"));
        await Expect(page.GetByText("1 new cases")).ToBeVisibleAsync();
        await page.Button("Import").ClickAsync();
        await page.GetByRole(AriaRole.Link, new() { Name = "HN-1" }).ClickAsync();

        var panel = page.Locator("case-panel");
        await Expect(panel.Locator("case-external")).ToContainTextAsync("12345 hotline");
        await panel.Locator("case-external").Button("Reply to source").ClickAsync();
        var form = page.GetByRole(AriaRole.Dialog, new() { Name = "Reply to source" });
        await form.GetByLabel("What the source is told").FillAsync("We are on site.");
        await form.Button("Reply to source").ClickAsync();

        await Expect(panel.Locator("case-external")).ToContainTextAsync("We are on site.");

        await city.CaseAtCommunityAsync(Stop);
        await page.GetByRole(AriaRole.Link, new() { Name = "Board" }).ClickAsync();
        await Expect(page.Rows()).ToHaveCountAsync(2);
        await page.GetByLabel("Source").SelectOptionAsync("hotline-12345");
        await Expect(page.Rows()).ToHaveCountAsync(1);
    }

    private static FilePayload File(string lines) => new()
    {
        Name = "hotline.csv",
        MimeType = "text/csv",
        Buffer = Encoding.UTF8.GetBytes("工单编号,诉求类别,诉求内容,诉求地址\n" + lines),
    };
}
