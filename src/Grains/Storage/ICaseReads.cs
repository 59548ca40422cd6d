using Dispatch.Contracts;

namespace Dispatch.Grains.Storage;

/// <summary>Lists of cases.</summary>
public interface ICaseReads
{
    /// <summary>A page of cases, newest first.</summary>
    ValueTask<(IReadOnlyList<StoredOwner> Owners, string? Next)> ListAsync(CaseQuery query, CancellationToken cancellation = default);
}
