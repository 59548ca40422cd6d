using Dispatch.Contracts;

namespace Dispatch.Grains.Feeds;

/// <summary>Makes a board row of a case as stored: the same row that its last commit put into the feed.</summary>
public interface ICaseRows
{
    /// <summary>The row of a stored case.</summary>
    ValueTask<CaseRow> RowAsync(StoredOwner owner);
}
