using System.Text.Json;

namespace Dispatch.Browser.Tests.Kit;

/// <summary>What somebody has before them: language, theme and screen.</summary>
/// <param name="Language"><c>zh-CN</c> or <c>en</c>.</param>
/// <param name="Theme"><c>light</c> or <c>dark</c>.</param>
/// <param name="Screen">Which screen.</param>
public sealed record Look(string Language = "en", string Theme = "light", Screen Screen = Screen.Desk)
{
    /// <summary>Where the client keeps the language that somebody chose.</summary>
    public const string LanguageKey = "dispatch.language";

    /// <summary>Where the client keeps the theme that somebody chose.</summary>
    public const string ThemeKey = "dispatch.theme";

    /// <summary>Whether movement is unwelcome. It is, unless a story is about movement: a page at rest is what stories look at.</summary>
    public bool StillPictures { get; init; } = true;

    /// <summary>Both languages in both themes, on a desk.</summary>
    public static IReadOnlyList<Look> All { get; } = [new("zh-CN"), new("en", "dark"), new("zh-CN", "dark"), new("en")];

    /// <summary>The look of a name such as <c>dark-zh-CN-phone</c>.</summary>
    public static Look Named(string name) =>
        All.Concat(All.Select(look => look.OnPhone)).Single(look => look.ToString() == name);

    /// <summary>On a phone.</summary>
    public Look OnPhone => this with { Screen = Screen.Phone };

    public override string ToString() => $"{Theme}-{Language}-{(Screen == Screen.Desk ? "desk" : "phone")}";

    internal BrowserNewContextOptions ContextAt(Uri address) => new()
    {
        BaseURL = address.ToString(),
        Locale = Language,
        TimezoneId = "Asia/Shanghai",
        ColorScheme = Theme == "dark" ? ColorScheme.Dark : ColorScheme.Light,
        ReducedMotion = StillPictures ? ReducedMotion.Reduce : ReducedMotion.NoPreference,
        ViewportSize = Screen == Screen.Desk ? new() { Width = 1920, Height = 1080 } : new() { Width = 390, Height = 844 },
        HasTouch = Screen == Screen.Phone,
        IsMobile = Screen == Screen.Phone,
        StorageState = JsonSerializer.Serialize(new
        {
            cookies = Array.Empty<object>(),
            origins = new[] { new { origin = address.GetLeftPart(UriPartial.Authority), localStorage = Kept } },
        }),
    };

    private object[] Kept => [new { name = LanguageKey, value = Language }, new { name = ThemeKey, value = Theme }];
}

/// <summary>The two screens that pages are made for.</summary>
public enum Screen
{
    /// <summary>1920 × 1080, mouse and keyboard.</summary>
    Desk,

    /// <summary>390 × 844, touch.</summary>
    Phone,
}
