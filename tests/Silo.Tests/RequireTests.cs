using Dispatch.TestKit;
using Xunit.Sdk;

namespace Dispatch.Silo.Tests;

public sealed class RequireTests
{
    [Fact]
    public async Task Shared_data_is_found_beside_the_checkout()
    {
        var path = Require.SharedData("holiday-cn-2026.json");

        Assert.Contains("2026", await File.ReadAllTextAsync(path, TestContext.Current.CancellationToken), StringComparison.Ordinal);
    }

    [Fact]
    public void A_file_that_is_not_there_ends_the_test_with_its_name()
    {
        Exception? ended = null;
        try
        {
            Require.SharedData("no-such-file.csv");
        }
        catch (Exception skippedOrFailed) when (skippedOrFailed is SkipException or FailException)
        {
            ended = skippedOrFailed; // Assert.Throws lets a skip through, and this test would be skipped itself.
        }

        Assert.Contains("no-such-file.csv", ended?.Message, StringComparison.Ordinal);
    }
}
