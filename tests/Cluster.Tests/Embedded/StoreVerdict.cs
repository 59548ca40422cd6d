using System.Text.Json;
using Dispatch.Hub.Cli.Store;
using Dispatch.TestKit.Processes;

namespace Dispatch.Cluster.Tests.Embedded;

/// <summary>What the verb <c>verify</c> says of a store.</summary>
internal static class StoreVerdict
{
    /// <summary>Of a store that a process left.</summary>
    public static Task<StoreCheck> VerifyAsync(this CityStore store, CancellationToken cancellation) => OfAsync(store.Settings, cancellation);

    /// <summary>Of a folder that may be damaged.</summary>
    public static Task<StoreCheck> OfFolderAsync(string folder, CancellationToken cancellation) =>
        OfAsync([$"--Storage:Path={folder}"], cancellation);

    private static async Task<StoreCheck> OfAsync(string[] settings, CancellationToken cancellation)
    {
        var ended = await CityProcess.RunAsync(CityProcess.Hub, cancellation, ["verify", "--json", .. settings]);
        Assert.True(ended.Output.Length > 0, ended.Complaint);
        var check = JsonSerializer.Deserialize<StoreCheck>(ended.Output, JsonSerializerOptions.Web)!;
        Assert.Equal(check.Found == 0 ? 0 : 1, ended.Code);
        return check;
    }
}
