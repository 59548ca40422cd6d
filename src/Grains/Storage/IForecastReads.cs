using Dispatch.Contracts;

namespace Dispatch.Grains.Storage;

/// <summary>The open cases that something is due for, page by page.</summary>
public interface IForecastReads
{
    /// <summary>A page of cases by owner id; one that is not full is the last.</summary>
    /// <exception cref="ArgumentOutOfRangeException">A page of no or too many cases.</exception>
    ValueTask<IReadOnlyList<StoredOwner>> DueAsync(DueQuery query, CancellationToken cancellation = default);
}

/// <summary>Which cases.</summary>
/// <param name="Scope">A street, community, grid, officer or case; null for all.</param>
/// <param name="Before">Those of which a deadline is due before this instant.</param>
/// <param name="After">The owner id of the last case of the page before; null for the first page.</param>
/// <param name="Limit">Cases at most, 1 to <see cref="LargestPage"/>.</param>
public sealed record DueQuery(Scope? Scope, DateTimeOffset Before, string? After, int Limit)
{
    /// <summary>The largest page, in cases.</summary>
    public const int LargestPage = 1_000;
}
