namespace Dispatch.Silo.City;

/// <summary>The made-up street and its pack, which lie beside the program.</summary>
internal static class Samples
{
    public static string Policy { get; } = Path.Combine(AppContext.BaseDirectory, "samples", "xiashi");

    public static string Territory { get; } = Path.Combine(Policy, "territory");
}
