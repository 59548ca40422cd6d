namespace Dispatch.TestKit;

/// <summary>Where the checkout lies, found from the test assembly.</summary>
public static class Repository
{
    private static readonly Lazy<string> Found = new(Find);

    /// <summary>The folder that holds <c>Dispatch.sln</c>.</summary>
    public static string Root => Found.Value;

    /// <summary>A path inside the checkout, from parts relative to its root.</summary>
    public static string PathOf(params string[] parts) => Path.Combine([Root, .. parts]);

    private static string Find()
    {
        for (var folder = new DirectoryInfo(AppContext.BaseDirectory); folder is not null; folder = folder.Parent)
        {
            if (File.Exists(Path.Combine(folder.FullName, "Dispatch.sln")))
            {
                return folder.FullName;
            }
        }

        throw new DirectoryNotFoundException($"No folder above {AppContext.BaseDirectory} holds Dispatch.sln.");
    }
}
