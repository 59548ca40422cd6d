namespace Dispatch.Hub.Hosting;

/// <summary>The addresses of the web client's pages. The client itself decides what each shows; the server hands out one shell for all.</summary>
public static class Pages
{
    /// <summary>The pages that a person opens first.</summary>
    public static IReadOnlyList<Page> Entrances { get; } =
    [
        new("/board", "live cases, for dispatchers"),
        new("/community", "what a community must answer now"),
        new("/field", "phone of grid workers and officers"),
        new("/stats", "rates and the cases behind them"),
        new("/sign-in", "who you are; one click in a demo"),
    ];

    private static readonly HashSet<string> Known =
    [
        .. Entrances.Select(page => page.Path),
        "/", "/keys", "/roster", "/department", "/morning", "/import", "/policy", "/services", "/filings", "/unit", "/estates", "/reviews", "/rounds", "/visits", "/committee", "/pilots",
        "/sessions", "/mediations",
    ];

    private static readonly string[] OneOfMany = ["/cases/", "/estates/", "/reviews/", "/pilots/", "/g/", "/sessions/", "/mediations/"];

    /// <summary>Whether the client has a page at this path; upper and lower case differ.</summary>
    public static bool Has(string path) =>
        Known.Contains(path)
        || OneOfMany.Any(start => path.StartsWith(start, StringComparison.Ordinal) && path.Length > start.Length && !path.AsSpan(start.Length).Contains('/'));
}

/// <summary>A page of the web client.</summary>
/// <param name="Path">Where it is, beginning with a slash.</param>
/// <param name="Purpose">What it is for, in a few English words.</param>
public sealed record Page(string Path, string Purpose);
