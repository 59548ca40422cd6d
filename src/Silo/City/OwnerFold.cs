using Dispatch.Contracts;
using Dispatch.Grains.Cases;
using Dispatch.Grains.Decoration.Dossiers;
using Dispatch.Grains.Duties;
using Dispatch.Grains.Policies;
using Dispatch.Grains.Policies.Adopting;
using Dispatch.Grains.Storage;
using Dispatch.Grains.Surges;
using Dispatch.Silo.Storage.Auditing;

namespace Dispatch.Silo.City;

/// <summary>The rules as an audit asks for them: the same folds that the grains use.</summary>
public sealed class OwnerFold(IPolicyShelf policies) : IOwnerFold
{
    /// <inheritdoc/>
    public string? Replay(string kind, IReadOnlyList<StoredEvent> events) => kind switch
    {
        ScopeKind.Case => CaseJson.Snapshot(CaseJson.Replay(events.Select(stored => stored.Event))),
        ScopeKind.Grid or ScopeKind.Community => DutyJson.Snapshot(DutyJson.Replay(events.Select(stored => stored.Event))),
        ScopeKind.Surges => SurgeJson.Snapshot(SurgeJson.Replay(events.Select(stored => stored.Event))),
        StreetPolicies.OwnerKind => StreetPoliciesJson.Snapshot(StreetPoliciesJson.Replay(events.Select(stored => stored.Event))),
        _ => DossierShelf.Find(kind) is { } dossiers ? dossiers.Snapshot(dossiers.Replay(events.Select(stored => stored.Event))) : null,
    };

    /// <inheritdoc/>
    public IReadOnlyList<Deadline>? Deadlines(string kind, string snapshot)
    {
        switch (kind)
        {
            case ScopeKind.Case:
                var @case = CaseJson.Case(snapshot);
                return CaseFiring.Deadlines(@case, policies.Find(@case.PolicyId, @case.PolicyVersion));
            case ScopeKind.Grid or ScopeKind.Community:
                return DutyDecider.Deadlines(DutyJson.Duty(snapshot), policies.Current);
            case ScopeKind.Surges:
                return SurgeDecider.Deadlines(SurgeJson.Surges(snapshot), policies.Current);
            case StreetPolicies.OwnerKind:
                return [];
            default:
                return DossierShelf.Find(kind) is { } dossiers
                    ? DossierClocks.Deadlines(dossiers.Read(snapshot).Clocks, policies.Current)
                    : null;
        }
    }
}
