using Dispatch.Browser.Tests.Kit;

namespace Dispatch.Browser.Tests.Screens;

/// <summary>What holds for every page, in the quiet city, which has a case at each step.</summary>
public sealed class EveryPageTests : Story
{
    /// <summary>Each page in both languages and both themes, on each of its screens.</summary>
    public static TheoryData<string, string> InEveryLook =>
        [.. from page in PageShown.All from look in Look.All from screen in page.Screens select (page.Name, (look with { Screen = screen }).ToString())];

    /// <summary>Each page in both languages.</summary>
    public static TheoryData<string, string> InBothLanguages =>
        [.. from page in PageShown.All from language in (string[])["en", "zh-CN"] select (page.Name, new Look(language, Screen: page.Screens[0]).ToString())];

    [Theory]
    [MemberData(nameof(InEveryLook))]
    public async Task A_page_has_no_barrier(string name, string look) => await (await ShownAsync(name, look)).ExpectAccessibleAsync();

    [Theory]
    [MemberData(nameof(InBothLanguages))]
    public async Task A_page_says_nothing_in_the_other_language(string name, string look)
    {
        var visitor = await ShownAsync(name, look);

        Assert.Empty(await ForeignWords.OnAsync(visitor));
    }

    private async Task<Visitor> ShownAsync(string name, string look)
    {
        var shown = PageShown.All.Single(page => page.Name == name);
        var visitor = await VisitAsync(await QuietCityAsync(), shown.Path, shown.UserName, Look.Named(look));
        await shown.ReadyAsync(visitor.Page);
        return visitor;
    }
}
