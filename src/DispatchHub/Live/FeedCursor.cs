using System.Buffers.Text;
using System.Diagnostics.CodeAnalysis;
using System.Globalization;
using System.Text;

namespace Dispatch.Hub.Live;

/// <summary>Where a watcher stands: opaque to clients, who only hand it back. It grants nothing, so it is not signed.</summary>
/// <param name="Epoch">The store's life.</param>
/// <param name="StreetId">The street whose feed is counted.</param>
/// <param name="At">The last number that the watcher holds.</param>
internal sealed record FeedCursor(string Epoch, string StreetId, long At)
{
    private const int MaxLength = 400;
    private const char Separator = '\n';

    /// <summary>The form that clients get.</summary>
    public override string ToString() =>
        Base64Url.EncodeToString(Encoding.UTF8.GetBytes(string.Create(CultureInfo.InvariantCulture, $"{Epoch}{Separator}{StreetId}{Separator}{At}")));

    /// <summary>Reads a cursor. False for null and for anything that this server did not write.</summary>
    public static bool TryParse(string? text, [NotNullWhen(true)] out FeedCursor? cursor)
    {
        cursor = null;
        if (text is null or { Length: 0 or > MaxLength } || !Base64Url.IsValid(text))
        {
            return false;
        }

        var parts = Encoding.UTF8.GetString(Base64Url.DecodeFromChars(text)).Split(Separator);
        if (parts.Length != 3 || !long.TryParse(parts[2], NumberStyles.None, CultureInfo.InvariantCulture, out var at))
        {
            return false;
        }

        cursor = new FeedCursor(parts[0], parts[1], at);
        return true;
    }
}
