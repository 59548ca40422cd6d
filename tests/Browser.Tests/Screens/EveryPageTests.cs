using Dispatch.Browser.Tests.Kit;

namespace Dispatch.Browser.Tests.Screens;

/// <summary>What holds for every page, in the quiet city, which has some cases.</summary>
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

    [Fact]
    public async Task A_text_in_the_other_language_is_found_unless_it_says_that_it_is_one()
    {
        var visitor = await ShownAsync("sign-in", new Look().ToString());

        await visitor.Page.EvaluateAsync("document.body.insertAdjacentHTML('beforeend', '<p>待响应</p><button aria-label=吹哨>x</button><p lang=zh-CN>中文</p><p hidden>返工</p>')");

        Assert.Equal(["待响应", "吹哨"], await ForeignWords.OnAsync(visitor));
    }

    private async Task<Visitor> ShownAsync(string name, string look)
    {
        var shown = PageShown.All.Single(page => page.Name == name);
        var visitor = await VisitAsync(await QuietCityAsync(), shown.Path, shown.UserName, Look.Named(look));
        await shown.ReadyAsync(visitor.Page);
        return visitor;
    }
}
