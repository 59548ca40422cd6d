using Dispatch.Hub.Problems;

namespace Dispatch.Hub.Bodies;

/// <summary>How long texts from outside may be, in UTF-16 units, and what they must not hold.</summary>
public static class TextLimits
{
    /// <summary>A reason, and what was said.</summary>
    public const int Reason = 500;

    /// <summary>A description, comment or note.</summary>
    public const int Prose = 2_000;

    /// <summary>An address or a contact.</summary>
    public const int Line = 200;

    /// <summary>A name that is no id: a building, a unit, a type, a length such as <c>2 wd</c>.</summary>
    public const int Name = 64;

    /// <summary>A problem where a text is longer than allowed or cannot be stored; null when it is fine or absent.</summary>
    public static Problem? Check(string field, string? text, int most) =>
        text is null || (text.Length <= most && IsStorable(text)) ? null : Invalid($"'{field}' holds at most {most} characters, without NUL and half surrogate pairs.");

    /// <summary>As <see cref="Check"/>, and it must say something.</summary>
    public static Problem? CheckWritten(string field, string? text, int most) =>
        string.IsNullOrWhiteSpace(text) ? Invalid($"'{field}' must not be blank.") : Check(field, text, most);

    /// <summary>Neither NUL nor half of a surrogate pair.</summary>
    public static bool IsStorable(string text)
    {
        for (var i = 0; i < text.Length; i++)
        {
            if (char.IsHighSurrogate(text[i]) && i + 1 < text.Length && char.IsLowSurrogate(text[i + 1]))
            {
                i++;
            }
            else if (text[i] == '\0' || char.IsSurrogate(text[i]))
            {
                return false;
            }
        }

        return true;
    }

    private static Problem Invalid(string detail) => new(StatusCodes.Status422UnprocessableEntity, "invalid-text", detail);
}
