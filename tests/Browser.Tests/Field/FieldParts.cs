using Dispatch.Browser.Tests.Kit;

namespace Dispatch.Browser.Tests.Field;

/// <summary>Where things are on the page of those on site, in English, and what people do there.</summary>
internal static class FieldParts
{
    /// <summary>Whose phone it is.</summary>
    public static Look Phone { get; } = new Look().OnPhone;

    /// <summary>A decision is sent 10 s after it was made, since until then it can be taken back.</summary>
    private const float UntilSentMs = 30_000;

    /// <summary>How long the others wait for a decision of the phone.</summary>
    public static LocatorAssertionsToHaveCountOptions WhenSent => new() { Timeout = UntilSentMs };

    /// <inheritdoc cref="WhenSent"/>
    public static LocatorAssertionsToContainTextOptions WhenSentText => new() { Timeout = UntilSentMs };

    /// <inheritdoc cref="WhenSent"/>
    public static LocatorAssertionsToBeVisibleOptions WhenSentShown => new() { Timeout = UntilSentMs };

    /// <summary>A case in the list.</summary>
    public static ILocator FieldCard(this IPage page, StoryCase one) => page.GetByRole(AriaRole.Article, new() { Name = one.Number });

    /// <summary>A part of the page.</summary>
    public static ILocator Tab(this IPage page, string name) =>
        page.GetByRole(AriaRole.Navigation, new() { Name = "Parts of the page" }).GetByRole(AriaRole.Button, new() { NameRegex = new($"^{name}") });

    /// <summary>Fills in a report about a flat of Huayu Qiantang, with a photo, and gives it.</summary>
    public static async Task ReportFlatAsync(this IPage page, string description, string then)
    {
        await page.Tab("Report").ClickAsync();
        await page.Button("Façade, openings, bay window, equipment balcony").ClickAsync();
        await page.TakeAsync(page.Button("Take a photo"), await page.PhotoAsync());
        foreach (var tile in (string[])["Huayu Qiantang", "Building 1", "1-1-101", then])
        {
            await page.Button(tile).ClickAsync();
        }

        await page.GetByLabel("What do you see?").FillAsync(description);
        await Expect(page.GetByAltText("Photo 1")).ToBeVisibleAsync();
        await page.Locator("form").Button("Report").ClickAsync();
        await Expect(page.GetByText(new System.Text.RegularExpressions.Regex("Kept( on this phone)?; it is sent"))).ToBeVisibleAsync();
    }

    /// <summary>Waits until everything that was decided on this phone is on the server.</summary>
    public static async Task ExpectAllSentAsync(this IPage page)
    {
        await page.Tab("Outbox").ClickAsync();
        await Expect(page.GetByText("Everything is sent.")).ToBeVisibleAsync(WhenSentShown);
    }
}
