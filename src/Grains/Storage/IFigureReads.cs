using Dispatch.Contracts;

namespace Dispatch.Grains.Storage;

/// <summary>
/// The cases opened in a period and their events, page by page, so that a year of them is never in memory at once. What a case was
/// can be kept by whoever asks: as long as <see cref="OpenedCase.LastSeq"/> is the same, nothing has happened to it since.
/// </summary>
public interface IFigureReads
{
    /// <summary>A page of cases, newest opened first; one that is not full is the last.</summary>
    /// <exception cref="ArgumentOutOfRangeException">A period of more than <see cref="FigureQuery.LongestDays"/> days, a page of no or too many cases, or an area that is no community or grid.</exception>
    ValueTask<IReadOnlyList<OpenedCase>> OpenedAsync(OpenedQuery query, CancellationToken cancellation = default);

    /// <summary>The events of cases that were decided before an instant, in no order of cases; a case without any is left out.</summary>
    /// <param name="ownerIds">Which, each once; at most <see cref="OpenedQuery.LargestPage"/>.</param>
    /// <param name="before">The instant.</param>
    /// <param name="cancellation">Stops it.</param>
    /// <exception cref="ArgumentOutOfRangeException">Too many cases.</exception>
    ValueTask<IReadOnlyList<CaseHistory>> HistoriesAsync(IReadOnlyList<string> ownerIds, DateTimeOffset before, CancellationToken cancellation = default);
}

/// <summary>Which cases.</summary>
/// <param name="StreetId">The street, which a case never leaves.</param>
/// <param name="Area">
/// Leaves out cases that cannot have lain in this community or grid: a case that was ever returned may have lain anywhere in the
/// street and is always among them. Null for the whole street.
/// </param>
/// <param name="From">Opened at this instant or later.</param>
/// <param name="To">Opened before this instant.</param>
/// <param name="After">The last case of the page before; null for the first page.</param>
/// <param name="Limit">Cases at most, 1 to <see cref="LargestPage"/>.</param>
public sealed record OpenedQuery(string StreetId, Scope? Area, DateTimeOffset From, DateTimeOffset To, OpenedMark? After, int Limit)
{
    /// <summary>The largest page, in cases.</summary>
    public const int LargestPage = 1_000;
}

/// <summary>A case of a page.</summary>
/// <param name="Mark">Where it stands in the order of the pages.</param>
/// <param name="Number">The number that people say.</param>
/// <param name="LastSeq">The number of its last event.</param>
public sealed record OpenedCase(OpenedMark Mark, string Number, long LastSeq);

/// <summary>A case's events.</summary>
/// <param name="OwnerId">Its scope, <c>case:{id}</c>.</param>
/// <param name="Events">In order, from the first; at least one.</param>
public sealed record CaseHistory(string OwnerId, IReadOnlyList<StoredEvent> Events);
