using System.Buffers.Text;
using System.Globalization;
using System.Text;

namespace Dispatch.Grains.Storage;

/// <summary>A place in lists of cases, newest first: after the case that was seen last, so that a page costs the same however deep it lies.</summary>
/// <param name="OpenedAt">When that case was opened.</param>
/// <param name="OwnerId">Its scope, <c>case:{id}</c>.</param>
public sealed record OpenedMark(DateTimeOffset OpenedAt, string OwnerId)
{
    /// <summary>The longest cursor that is read, in characters.</summary>
    public const int MaxCursorLength = 256;

    private static readonly OpenedMark End = new(DateTimeOffset.MinValue, "");

    /// <summary>The place as clients hand it back: opaque outside.</summary>
    public string ToCursor() =>
        Base64Url.EncodeToString(Encoding.UTF8.GetBytes(string.Create(CultureInfo.InvariantCulture, $"{OpenedAt.ToUnixTimeMilliseconds()} {OwnerId}")));

    /// <summary>The place of a cursor; null for null. One that was not written here points past the end, so that its page is empty.</summary>
    public static OpenedMark? Of(string? cursor)
    {
        if (cursor is null)
        {
            return null;
        }

        if (cursor.Length > MaxCursorLength || !Base64Url.IsValid(cursor))
        {
            return End;
        }

        var text = Encoding.UTF8.GetString(Base64Url.DecodeFromChars(cursor));
        var space = text.IndexOf(' ', StringComparison.Ordinal);
        return space > 0 && long.TryParse(text.AsSpan(0, space), NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var at)
            && at >= DateTimeOffset.MinValue.ToUnixTimeMilliseconds() && at <= DateTimeOffset.MaxValue.ToUnixTimeMilliseconds()
            && !text.Contains('\0', StringComparison.Ordinal)
            ? new OpenedMark(DateTimeOffset.FromUnixTimeMilliseconds(at), text[(space + 1)..])
            : End;
    }
}
