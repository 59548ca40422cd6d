using Dispatch.Contracts;
using Dispatch.Grains.Feeds;
using Dispatch.Grains.Policies;

namespace Dispatch.Grains.Cases;

/// <summary>Rows and views of cases as stored.</summary>
public sealed class CaseRows(IPolicyShelf policies) : ICaseRows
{
    /// <inheritdoc/>
    public async ValueTask<CaseRow> RowAsync(StoredOwner owner) => (await ViewAsync(owner)).AsRow();

    /// <summary>The whole case.</summary>
    public async ValueTask<CaseView> ViewAsync(StoredOwner owner)
    {
        var @case = CaseJson.Case(owner.Snapshot);
        return CaseViews.View(@case, owner.Number ?? "", owner.Version, await policies.FindAsync(@case.PolicyId, @case.PolicyVersion));
    }
}
