using System.Buffers.Binary;
using Dispatch.Browser.Tests.Kit;
using Dispatch.TestKit;

namespace Dispatch.Browser.Tests.Screens;

/// <summary>
/// Takes the pictures in <c>docs/screens</c> where <c>DISPATCH_WRITE_DOCS</c> is 1. Elsewhere each page is taken in one language and
/// theme and nothing is written, so that the command works on the day somebody needs it.
/// </summary>
public sealed class ScreenshotTests : PageStory
{
    private const string Variable = "DISPATCH_WRITE_DOCS";

    /// <summary>Where the width stands in a PNG; the height follows.</summary>
    private const int WidthInPng = 16;

    private static readonly string[] Main = ["board", "community", "field-grid", "stats"];

    private static bool Writes => Environment.GetEnvironmentVariable(Variable) == "1";

    /// <summary>Each page on each of its screens, in Chinese and light; for the docs the main ones also in English and dark.</summary>
    public static TheoryData<string, string> Pictures => [.. Planned.Select(one => (one.Page.Name, one.Look.ToString()))];

    private static IEnumerable<(PageShown Page, Look Look)> Planned =>
        from page in PageShown.All
        from look in Look.All.Take(Writes && Main.Contains(page.Name) ? 2 : 1)
        from screen in page.Screens
        select (page, look with { Screen = screen });

    [Theory]
    [MemberData(nameof(Pictures))]
    public async Task A_page_fills_its_screen_and_is_no_wider(string name, string shownAs)
    {
        var (shown, look) = (PageShown.All.Single(page => page.Name == name), Look.Named(shownAs));
        var visitor = await OpenAsync(shown, look);
        var picture = await visitor.Page.ScreenshotAsync(new PageScreenshotOptions { Animations = ScreenshotAnimations.Disabled });

        Assert.Equal(visitor.Page.ViewportSize!.Width, BinaryPrimitives.ReadInt32BigEndian(picture.AsSpan(WidthInPng)));
        Assert.Equal(visitor.Page.ViewportSize.Height, BinaryPrimitives.ReadInt32BigEndian(picture.AsSpan(WidthInPng + sizeof(int))));
        Assert.Equal(
            visitor.Page.ViewportSize.Width,
            await visitor.Page.Locator("main").First.EvaluateAsync<int>("main => Math.max(main.scrollWidth, document.documentElement.scrollWidth)"));
        if (Writes)
        {
            var folder = Directory.CreateDirectory(Repository.PathOf("docs", "screens"));
            await File.WriteAllBytesAsync(Path.Combine(folder.FullName, $"{name}-{shownAs}.png"), picture, Stop);
        }
    }
}
