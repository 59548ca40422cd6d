using Dispatch.Grains.Decoration.Filings;

namespace Dispatch.Grains.Decoration.Sessions;

/// <summary>The link by which an estate's owners order and ask. It is made as a door's is, under a secret of its own.</summary>
internal static class TeachingLinks
{
    /// <summary>The name of the store's secret.</summary>
    public const string Secret = "teaching-links";

    private const string Path = "/learn/";

    /// <summary>The path of an estate's link.</summary>
    public static string Of(ReadOnlySpan<byte> secret, string estateId) => Path + DoorTokens.Of(secret, estateId);

    /// <summary>The estate that a token opens; null where it opens none.</summary>
    public static string? Open(ReadOnlySpan<byte> secret, string token) => DoorTokens.Open(secret, token);
}
