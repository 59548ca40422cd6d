using Dispatch.Browser.Tests.Kit;

namespace Dispatch.Browser.Tests.Screens;

/// <summary>What holds for every page, in the quiet city, which has some cases.</summary>
public sealed class EveryPageTests : PageStory
{
    /// <summary>Each page that has looks, on each of its screens.</summary>
    public static TheoryData<string, Screen> Shown => [.. from page in PageShown.All where !page.IsPlain from screen in page.Screens select (page.Name, screen)];

    [Theory]
    [MemberData(nameof(Shown))]
    public async Task A_page_has_no_barrier_and_nothing_of_the_other_language_in_any_look(string name, Screen screen)
    {
        var visitor = await ShownAsync(name, Look.All[0] with { Screen = screen });

        foreach (var look in Look.All)
        {
            await visitor.ChangeLookAsync(look);
            await visitor.ExpectAccessibleAsync();
            Assert.Empty(await ForeignWords.OnAsync(visitor));
        }
    }

    [Fact]
    public async Task A_text_in_the_other_language_is_found_unless_it_says_that_it_is_one()
    {
        var visitor = await ShownAsync("sign-in", new Look());

        await visitor.Page.EvaluateAsync("document.body.insertAdjacentHTML('beforeend', '<p>待响应</p><button aria-label=吹哨>x</button><p lang=zh-CN>中文</p><p hidden>返工</p>')");

        Assert.Equal(["待响应", "吹哨"], await ForeignWords.OnAsync(visitor));
    }

    private Task<Visitor> ShownAsync(string name, Look look) => OpenAsync(PageShown.All.Single(page => page.Name == name), look);
}
