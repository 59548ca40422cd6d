using Dispatch.Contracts;
using Dispatch.Hub.Problems;

namespace Dispatch.Hub.Bodies;

/// <summary>Ids from outside: 1 to 64 ASCII letters, digits, <c>-</c>, <c>_</c> and <c>.</c>.</summary>
public static class SafeId
{
    /// <summary>Whether text can be an id at all. What cannot be one names nothing.</summary>
    public static bool Is(string? text) =>
        text is { Length: > 0 and <= Scope.MaxIdLength } && text.All(c => char.IsAsciiLetterOrDigit(c) || c is '-' or '_' or '.');

    /// <summary>A problem unless every one of a field's ids can be an id.</summary>
    public static Problem? Check(string field, params IEnumerable<string?> ids) =>
        ids.All(Is) ? null : new Problem(StatusCodes.Status400BadRequest, "invalid-id",
            $"'{field}' holds something that cannot be an id; ids have 1 to 64 ASCII letters, digits, '-', '_' and '.'.");
}
