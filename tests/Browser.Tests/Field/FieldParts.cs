using Dispatch.Browser.Tests.Kit;

namespace Dispatch.Browser.Tests.Field;

/// <summary>Where things are on the page of those on site, in English, and what people do there.</summary>
internal static class FieldParts
{
    /// <summary>Whose phone it is.</summary>
    public static Look Phone { get; } = new Look().OnPhone;

    /// <summary>A decision is sent this long after it was made; until then it can be taken back.</summary>
    private const float HoldMs = 30_000;

    /// <summary>A case in the list.</summary>
    public static ILocator FieldCard(this IPage page, StoryCase one) => page.GetByRole(AriaRole.Article, new() { Name = one.Number });

    /// <summary>A part of the page.</summary>
    public static ILocator Tab(this IPage page, string name) =>
        page.GetByRole(AriaRole.Navigation, new() { Name = "Parts of the page" }).GetByRole(AriaRole.Button, new() { NameRegex = new($"^{name}") });

    /// <summary>A large button.</summary>
    public static ILocator Press(this ILocator card, string name) => card.GetByRole(AriaRole.Button, new() { Name = name, Exact = true });

    /// <summary>Fills in a report about a flat of Huayu Qiantang, with a photo, and gives it.</summary>
    public static async Task ReportFlatAsync(this IPage page, string description, string then)
    {
        await page.Tab("Report").ClickAsync();
        await page.GetByRole(AriaRole.Button, new() { Name = "Façade, openings, bay window" }).ClickAsync();
        await page.TakeAsync(page.GetByRole(AriaRole.Button, new() { Name = "Take a photo" }), await page.PhotoAsync());
        foreach (var tile in (string[])["Huayu Qiantang", "No. 1", "1-1-101", then])
        {
            await page.GetByRole(AriaRole.Button, new() { Name = tile, Exact = true }).ClickAsync();
        }

        await page.GetByLabel("What do you see?").FillAsync(description);
        await Expect(page.GetByAltText("Photo 1")).ToBeVisibleAsync();
        await page.Locator("form").GetByRole(AriaRole.Button, new() { Name = "Report", Exact = true }).ClickAsync();
        await Expect(page.GetByText("Kept; it is sent in 10 seconds.")).ToBeVisibleAsync();
    }

    /// <summary>Waits until everything that was decided on this phone is on the server.</summary>
    public static async Task ExpectAllSentAsync(this IPage page)
    {
        await page.Tab("Outbox").ClickAsync();
        await Expect(page.GetByText("Everything is sent.")).ToBeVisibleAsync(new() { Timeout = HoldMs });
    }
}
