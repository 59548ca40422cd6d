using System.Diagnostics;
using Dispatch.TestKit;

namespace Dispatch.Browser.Tests.Client;

/// <summary>The pages' own tests, which run in Node without a browser, as a part of <c>dotnet test</c>.</summary>
public sealed class ClientTests
{
    [Fact]
    public async Task The_tests_of_the_pages_own_code_pass()
    {
        Require.Pages();
        var folder = Repository.PathOf("src", "DispatchHub", "Client");
        var vitest = Path.Combine(folder, "node_modules", "vitest", "vitest.mjs");
        if (!File.Exists(vitest))
        {
            Require.Missing("browser", "This test runs the pages' own tests, whose packages are not installed. Run npm ci in src/DispatchHub/Client.");
        }

        var start = new ProcessStartInfo("node", [vitest, "run", "--reporter=dot"])
        {
            WorkingDirectory = folder,
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        start.Environment["NO_COLOR"] = "1";
        // Here documents are compared, never written.
        start.Environment.Remove("DISPATCH_WRITE_DOCS");
        using var process = Process.Start(start)!;
        process.StandardInput.Close();
        var output = process.StandardOutput.ReadToEndAsync(TestContext.Current.CancellationToken);
        var errors = await process.StandardError.ReadToEndAsync(TestContext.Current.CancellationToken);
        await process.WaitForExitAsync(TestContext.Current.CancellationToken);
        TestContext.Current.TestOutputHelper?.WriteLine(await output);
        Assert.True(process.ExitCode == 0, $"{await output}\n{errors}");
    }
}
