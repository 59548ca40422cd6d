namespace Dispatch.Silo.City;

/// <summary>Finds what a person names: a path, or the name of a folder in <c>samples</c>.</summary>
public static class SampleFolder
{
    private const string Samples = "samples";

    /// <summary>The path that is meant; the text itself when it is neither there nor a sample's name.</summary>
    /// <param name="named">A file, a folder, or a sample such as <c>boston</c>.</param>
    public static string PathOf(string named) => File.Exists(named) || Directory.Exists(named) || Find(named) is not { } sample ? named : sample;

    /// <summary>Looks in the working directory and above it, then beside the program: where a checkout and a build keep them.</summary>
    private static string? Find(string name)
    {
        if (name.AsSpan().ContainsAny(Path.DirectorySeparatorChar, Path.AltDirectorySeparatorChar, '.'))
        {
            return null;
        }

        foreach (var start in (ReadOnlySpan<string>)[Directory.GetCurrentDirectory(), AppContext.BaseDirectory])
        {
            for (var folder = new DirectoryInfo(start); folder is not null; folder = folder.Parent)
            {
                var sample = Path.Combine(folder.FullName, Samples, name);
                if (Directory.Exists(sample))
                {
                    return sample;
                }
            }
        }

        return null;
    }
}
