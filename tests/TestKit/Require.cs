using Dispatch.TestKit.Browsers;
using Dispatch.TestKit.Postgres;
using Xunit;

namespace Dispatch.TestKit;

/// <summary>
/// What a test needs beyond the .NET SDK. Where the machine lacks it the test is skipped and says how to get it;
/// where <c>DISPATCH_REQUIRE</c> names it (a comma list such as <c>postgres,browser,data</c>, as in CI) the test fails instead.
/// </summary>
public static class Require
{
    /// <summary>The environment variable that turns skips into failures.</summary>
    public const string Variable = "DISPATCH_REQUIRE";

    /// <summary>Goes on only where a PostgreSQL server is named or can be brought; starts none.</summary>
    public static Task Postgres(CancellationToken cancellationToken) =>
        Brought(() => PostgresServer.EnsureAvailableAsync(cancellationToken));

    /// <summary>A server for this test alone, which the caller stops; one that is named is no substitute for it.</summary>
    public static async Task<PostgresServer> PostgresOfItsOwn(PostgresOptions options, CancellationToken cancellationToken)
    {
        PostgresServer? server = null;
        await Brought(async () => server = await PostgresServer.StartAsync(options, cancellationToken));
        return server!;
    }

    /// <summary>A Chromium that the test may start.</summary>
    public static async Task<ChromiumBrowser> Browser(CancellationToken cancellationToken)
    {
        ChromiumBrowser? browser = null;
        await Brought(async () => browser = await ChromiumBrowser.HereAsync(cancellationToken));
        return browser!;
    }

    /// <summary>Goes on only where the pages were built with the hub.</summary>
    public static void Pages()
    {
        if (!File.Exists(Repository.PathOf("src", "DispatchHub", "wwwroot", "index.html")))
        {
            Missing("browser", "This test looks at the pages, which were not built. Install Node 20 or later with npm, and build again.");
        }
    }

    /// <summary>The path of a file in <c>../shared/data</c> beside the checkout, such as a week of real requests.</summary>
    public static string SharedData(string fileName)
    {
        var path = Path.GetFullPath(Repository.PathOf("..", "shared", "data", fileName));
        if (!File.Exists(path))
        {
            Missing("data", $"This test reads {fileName} from the folder shared/data beside the checkout, which is not there.");
        }

        return path;
    }

    /// <summary>Skips the running test with <paramref name="how"/>, or fails it where <paramref name="what"/> is required.</summary>
    public static void Missing(string what, string how)
    {
        var required = (Environment.GetEnvironmentVariable(Variable) ?? "")
            .Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries);
        if (required.Contains(what, StringComparer.OrdinalIgnoreCase))
        {
            Assert.Fail($"{Variable} names {what}. {how}");
        }

        Assert.Skip(how);
    }

    private static async Task Brought(Func<Task> bring)
    {
        try
        {
            await bring();
        }
        catch (PostgresMissingException missing)
        {
            Missing("postgres", missing.Message);
        }
        catch (ChromiumMissingException missing)
        {
            Missing("browser", missing.Message);
        }
    }
}
