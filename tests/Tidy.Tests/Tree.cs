using System.ComponentModel;
using System.Diagnostics;
using Dispatch.TestKit;

namespace Dispatch.Tidy.Tests;

/// <summary>Every text file of the checkout that git knows or would take; without git, every file outside build output.</summary>
public static class Tree
{
    private static readonly string[] BuildOutput = [".git", "bin", "obj", "node_modules", "wwwroot", ".dispatch", "TestResults"];
    private static readonly Lazy<IReadOnlyList<SourceFile>> Read = new(() => [.. Paths().Select(Load).OfType<SourceFile>()]);

    public static IReadOnlyList<SourceFile> Files => Read.Value;

    public static IEnumerable<SourceFile> WithExtension(string extension) => Files.Where(file => file.Extension == extension);

    public static bool Exists(string path) =>
        Path.Exists(Path.Combine(Repository.Root, path.Replace('/', Path.DirectorySeparatorChar)));

    private static SourceFile? Load(string path)
    {
        var full = Path.Combine(Repository.Root, path);
        if (!File.Exists(full))
        {
            return null; // Deleted in the work tree, and git has not been told yet.
        }

        var text = File.ReadAllText(full);
        return text.Contains('\0', StringComparison.Ordinal) ? null : new SourceFile(path, text);
    }

    private static IEnumerable<string> Paths() => GitPaths() ?? WalkedPaths();

    private static List<string>? GitPaths()
    {
        var start = new ProcessStartInfo("git", ["ls-files", "-z", "--cached", "--others", "--exclude-standard"])
        {
            WorkingDirectory = Repository.Root,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        try
        {
            using var git = Process.Start(start)!;
            git.ErrorDataReceived += (_, _) => { };
            git.BeginErrorReadLine();
            var output = git.StandardOutput.ReadToEnd();
            git.WaitForExit();
            return git.ExitCode == 0 ? [.. output.Split('\0', StringSplitOptions.RemoveEmptyEntries).Distinct()] : null;
        }
        catch (Win32Exception)
        {
            return null; // No git on this machine.
        }
    }

    private static IEnumerable<string> WalkedPaths() =>
        from full in Directory.EnumerateFiles(Repository.Root, "*", SearchOption.AllDirectories)
        let path = Path.GetRelativePath(Repository.Root, full).Replace('\\', '/')
        where !path.Split('/').Any(BuildOutput.Contains)
        select path;
}
