using Dispatch.Contracts;
using Dispatch.Grains.Feeds;
using Dispatch.Grains.Policies;

namespace Dispatch.Grains.Cases;

/// <summary>Rows and views of cases as stored.</summary>
public sealed class CaseRows(IPolicyShelf policies) : ICaseRows
{
    /// <inheritdoc/>
    public CaseRow Row(StoredOwner owner) => View(owner).AsRow();

    /// <summary>The whole case.</summary>
    public CaseView View(StoredOwner owner)
    {
        var @case = CaseJson.Case(owner.Snapshot);
        return CaseViews.View(@case, owner.Number ?? "", owner.Version, policies.Find(@case.PolicyId, @case.PolicyVersion));
    }
}
