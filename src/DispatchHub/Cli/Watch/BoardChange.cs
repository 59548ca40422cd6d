using System.Globalization;
using Dispatch.Contracts;

namespace Dispatch.Hub.Cli.Watch;

/// <summary>What became of a case between two looks.</summary>
/// <param name="Sign"><c>+</c> new, <c>↑</c> and <c>↓</c> another level, <c>→</c> another status, <c>×</c> gone from the board.</param>
/// <param name="What">The change in words of the product, such as <c>Community→Street</c>.</param>
/// <param name="Row">The case after it.</param>
internal sealed record BoardChange(char Sign, string What, CaseRow Row)
{
    /// <summary>Whether the case went up a level.</summary>
    public bool IsEscalation => Sign == '↑';

    /// <summary>What differs for a reader of the board; null for a change that it does not show, such as a remark.</summary>
    public static BoardChange? Between(CaseRow? before, CaseRow after, bool gone) => (before, gone) switch
    {
        (_, true) => new('×', after.Status.ToString(), after),
        (null, _) => new('+', after.Status.ToString(), after),
        _ when after.Level > before.Level => new('↑', $"{before.Level}→{after.Level}", after),
        _ when after.Level < before.Level => new('↓', $"{before.Level}→{after.Level}", after),
        _ when after.Status != before.Status => new('→', after.Status.ToString(), after),
        _ when after.Responsible != before.Responsible => new('→', after.Responsible.ToString(), after),
        _ => null,
    };

    /// <summary>One line, such as <c>08:50:00 ↑ xiashi-2026-000012 Community→Street DEC-03 华语钱塘 7幢</c>.</summary>
    /// <param name="at">City time with the city's offset.</param>
    public string Line(DateTimeOffset at) => string.Join(' ', new[]
    {
        at.ToString("HH:mm:ss", CultureInfo.InvariantCulture), $"{Sign}", Row.Number, What, Row.Type, Row.PlaceName,
    }.Where(part => !string.IsNullOrEmpty(part)));
}
