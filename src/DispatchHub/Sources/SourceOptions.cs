namespace Dispatch.Hub.Sources;

/// <summary>The other systems that this hub talks with, by the source's id in the pack (section <c>Sources</c>).</summary>
public sealed class SourceOptions : Dictionary<string, SourceSettings>
{
    /// <summary>The section's name.</summary>
    public const string Section = "Sources";

    /// <summary>The shortest secret, in characters.</summary>
    public const int LeastSecret = 32;

    /// <summary>For sources that are named in any spelling.</summary>
    public SourceOptions()
        : base(StringComparer.Ordinal)
    {
    }

    /// <summary>The secret of a source; null where it has none, and so may send nothing.</summary>
    public string? SecretOf(string source) => TryGetValue(source, out var settings) ? settings.Secret : null;
}

/// <summary>What the office and another system have agreed on. It is no part of the pack, which everybody may read.</summary>
public sealed class SourceSettings
{
    /// <summary>Signs what the source sends and is sent, 32 characters or more; without it the source's webhook is closed.</summary>
    public string? Secret { get; set; }
}
