using System.Globalization;

namespace Dispatch.Hub.Bodies;

/// <summary>What JSON allows in a string and a store does not: NUL and unpaired surrogates.</summary>
internal static class JsonText
{
    /// <summary>Whether a JSON string, as written between its quotes, stands for text without NUL and unpaired surrogates.</summary>
    /// <param name="written">Well-formed UTF-8, its escapes checked by a JSON reader.</param>
    public static bool IsStorable(ReadOnlySpan<byte> written)
    {
        var awaitsLow = false;
        for (var i = 0; i < written.Length; i++)
        {
            var unit = '.';
            if (written[i] == '\\')
            {
                i++;
                if (written[i] == 'u')
                {
                    unit = (char)ushort.Parse(written.Slice(i + 1, 4), NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture);
                    i += 4;
                }
            }

            if (unit == '\0' || char.IsLowSurrogate(unit) != awaitsLow)
            {
                return false;
            }

            awaitsLow = char.IsHighSurrogate(unit);
        }

        return !awaitsLow;
    }
}
