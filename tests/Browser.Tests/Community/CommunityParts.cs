using Dispatch.Browser.Tests.Kit;

namespace Dispatch.Browser.Tests.Community;

/// <summary>Where cases stand on the community's page, in either language.</summary>
internal static class CommunityParts
{
    /// <summary>A case that waits to be acknowledged.</summary>
    public static ILocator Waiting(this IPage page, StoryCase one) => page.Card("To acknowledge now|待响应", one);

    /// <summary>A case that the community works on.</summary>
    public static ILocator InPreControl(this IPage page, StoryCase one) => page.Card("In pre-control|前置管控中", one);

    /// <summary>A case for which the street was called.</summary>
    public static ILocator AtStreet(this IPage page, StoryCase one) => page.Card("Whistled: with the street|已吹哨 · 街道处理中", one);

    private static ILocator Card(this IPage page, string section, StoryCase one) =>
        page.GetByRole(AriaRole.Region, new() { NameRegex = new($"^({section})$") }).GetByRole(AriaRole.Article).Filter(new() { HasText = one.Number });
}
