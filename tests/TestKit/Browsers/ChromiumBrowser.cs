using System.Collections;

namespace Dispatch.TestKit.Browsers;

/// <summary>
/// A Chromium that tests may start: the one that <c>DISPATCH_CHROMIUM</c> names, else one that the system has, else Playwright's
/// own, else the one of the npm package <c>@sparticuz/chromium</c>, which needs no root rights.
/// </summary>
/// <param name="Path">The program.</param>
/// <param name="Environment">Variables that it needs beside those of this process.</param>
public sealed record ChromiumBrowser(string Path, IReadOnlyDictionary<string, string> Environment)
{
    /// <summary>The environment variable that names a Chromium of one's own, as the path of the program.</summary>
    public const string Variable = "DISPATCH_CHROMIUM";

    private static readonly Lazy<Task<ChromiumBrowser>> Found = new(() => FindAsync(System.Environment.GetEnvironmentVariable));

    /// <summary>
    /// What every start passes: WebGL in software, since test machines have no graphics card, and no way out of this machine, also not
    /// for the browser's own updates and look-ups.
    /// </summary>
    public static IReadOnlyList<string> Arguments { get; } =
    [
        "--use-gl=angle",
        "--use-angle=swiftshader",
        "--enable-unsafe-swiftshader",
        "--ignore-gpu-blocklist",
        "--disable-quic",
        "--no-first-run",
        "--no-pings",
        "--disable-background-networking",
        "--disable-component-update",
        "--disable-domain-reliability",
        "--disable-sync",
        "--host-resolver-rules=MAP * ~NOTFOUND , EXCLUDE localhost , EXCLUDE 127.0.0.1",
        "--font-render-hinting=none",
    ];

    /// <summary>All variables that it is started with: those of this process, and <see cref="Environment"/>.</summary>
    public Dictionary<string, string> AllVariables()
    {
        var variables = System.Environment.GetEnvironmentVariables().Cast<DictionaryEntry>()
            .ToDictionary(variable => (string)variable.Key, variable => (string?)variable.Value ?? "");
        foreach (var (name, value) in Environment)
        {
            variables[name] = value;
        }

        return variables;
    }

    internal static Task<ChromiumBrowser> HereAsync(CancellationToken cancellation) => Found.Value.WaitAsync(cancellation);

    /// <exception cref="ChromiumMissingException">There is none.</exception>
    internal static async Task<ChromiumBrowser> FindAsync(Func<string, string?> variable)
    {
        if (variable(Variable) is { Length: > 0 } named)
        {
            return File.Exists(named)
                ? Plain(named)
                : throw new ChromiumMissingException($"{Variable} names '{named}', which is no file. Name the program itself, or leave the variable out.");
        }

        return ChromiumPlaces.OfSystem(variable) is { } ofSystem ? Plain(ofSystem)
            : ChromiumPlaces.OfPlaywright(variable) is { } ofPlaywright ? Plain(ofPlaywright)
            : await PackedChromium.BringAsync(ChromiumPlaces.Cache(variable), CancellationToken.None);
    }

    private static ChromiumBrowser Plain(string path) => new(path, new Dictionary<string, string>());
}
