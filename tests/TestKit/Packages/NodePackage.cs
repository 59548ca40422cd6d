using System.ComponentModel;
using System.Diagnostics;
using System.Security.Cryptography;

namespace Dispatch.TestKit.Packages;

/// <summary>
/// An npm package with its lock file, copied beside the test. It is installed once for each content of the lock file, into a
/// folder that all test processes on this machine may share: the first makes it while the others wait.
/// </summary>
/// <param name="source">The folder with <c>package.json</c>, <c>package-lock.json</c> and <c>.npmrc</c>.</param>
internal sealed class NodePackage(string source)
{
    private static readonly TimeSpan LockPoll = TimeSpan.FromMilliseconds(100);

    /// <summary>A script that lies beside the lock file.</summary>
    public string PathOf(string script) => Path.Combine(source, script);

    /// <summary>The folder that holds <c>node_modules</c>, or what <paramref name="complete"/> made of it.</summary>
    /// <param name="prefix">The folder's path without the version, which is added.</param>
    /// <param name="complete">What is left to do in the folder after <c>npm ci</c> without the packages' own install scripts.</param>
    /// <param name="cancellation">Ends the wait.</param>
    /// <exception cref="NodePackageException">Node is absent, or npm could not bring the package.</exception>
    public async Task<string> InstallAsync(string prefix, Func<string, Task> complete, CancellationToken cancellation)
    {
        var locked = await File.ReadAllBytesAsync(PathOf("package-lock.json"), cancellation);
        var home = $"{prefix}-{Convert.ToHexStringLower(SHA256.HashData(locked))[..12]}";
        if (Directory.Exists(home))
        {
            return home;
        }

        Directory.CreateDirectory(Path.GetDirectoryName(home)!);
        await using var turn = await TakeTurnAsync(home + ".lock", cancellation);
        if (!Directory.Exists(home))
        {
            await FillAsync(home + ".part", cancellation);
            await complete(home + ".part");
            Directory.Move(home + ".part", home);
        }

        return home;
    }

    /// <summary>Runs a program to its end; answers what it wrote to standard output.</summary>
    /// <exception cref="NodePackageException">The program is absent or failed.</exception>
    public static async Task<string> RunAsync(string file, string[] arguments, string folder, CancellationToken cancellation)
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
            var output = process.StandardOutput.ReadToEndAsync(cancellation);
            var errors = await process.StandardError.ReadToEndAsync(cancellation);
            await process.WaitForExitAsync(cancellation);
            return process.ExitCode == 0
                ? await output
                : throw new NodePackageException($"'{file} {string.Join(' ', arguments)}' failed: {errors.Trim()}");
        }
        catch (Win32Exception absent)
        {
            throw new NodePackageException($"{file} is not on the PATH.", absent);
        }
    }

    private async Task FillAsync(string folder, CancellationToken cancellation)
    {
        if (Directory.Exists(folder))
        {
            Directory.Delete(folder, recursive: true);
        }

        Directory.CreateDirectory(folder);
        foreach (var name in (string[])["package.json", "package-lock.json", ".npmrc"])
        {
            File.Copy(PathOf(name), Path.Combine(folder, name));
        }

        var npm = OperatingSystem.IsWindows() ? "npm.cmd" : "npm";
        await RunAsync(npm, ["ci", "--ignore-scripts", "--no-audit", "--no-fund", "--loglevel=error"], folder, cancellation);
    }

    /// <summary>The operating system tells nobody when a file lock is let go, so asking again is all there is.</summary>
    private static async Task<FileStream> TakeTurnAsync(string path, CancellationToken cancellation)
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
                await again.WaitForNextTickAsync(cancellation);
            }
        }
    }
}
