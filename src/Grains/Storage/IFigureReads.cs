using Dispatch.Contracts;

namespace Dispatch.Grains.Storage;

/// <summary>The events of the cases opened in a period, page by page, so that a year of them is never in memory at once.</summary>
public interface IFigureReads
{
    /// <summary>A page of cases with their events, newest opened first; an empty one is the end.</summary>
    /// <exception cref="ArgumentOutOfRangeException">A period of more than <see cref="FigureQuery.LongestDays"/> days, or a page of more than <see cref="HistoryQuery.LargestPage"/> cases.</exception>
    ValueTask<IReadOnlyList<CaseHistory>> HistoriesAsync(HistoryQuery query, CancellationToken cancellation = default);
}

/// <summary>Which cases, and how much of what happened to them.</summary>
/// <param name="StreetId">The street, which a case never leaves.</param>
/// <param name="Area">
/// Leaves out cases that cannot have lain in this community or grid: a case that was ever returned may have lain anywhere in the
/// street and is always among them.
/// </param>
/// <param name="From">Opened at this instant or later.</param>
/// <param name="To">Opened before this instant.</param>
/// <param name="Before">Only events decided before this instant; a case opened later is left out.</param>
/// <param name="After">The last case of the page before; null for the first page.</param>
/// <param name="Limit">Cases at most, 1 to <see cref="LargestPage"/>.</param>
public sealed record HistoryQuery(
    string StreetId, Scope? Area, DateTimeOffset From, DateTimeOffset To, DateTimeOffset Before, HistoryMark? After, int Limit)
{
    /// <summary>The largest page, in cases.</summary>
    public const int LargestPage = 1_000;
}

/// <summary>A place in the order of the pages.</summary>
/// <param name="OpenedAt">When the case there was opened.</param>
/// <param name="OwnerId">Its scope, <c>case:{id}</c>.</param>
public sealed record HistoryMark(DateTimeOffset OpenedAt, string OwnerId);

/// <summary>A case with its events.</summary>
/// <param name="Mark">Where it stands in the order of the pages.</param>
/// <param name="Number">The number that people say.</param>
/// <param name="Events">In order, from the first; at least one.</param>
public sealed record CaseHistory(HistoryMark Mark, string Number, IReadOnlyList<EventRecord> Events);
