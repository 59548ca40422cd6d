using Dispatch.Contracts.Decoration;
using Dispatch.Grains.Decoration.Dossiers;
using Dispatch.Grains.Policies;

namespace Dispatch.Grains.Decoration.Mediations;

/// <summary>How a mediation is shown.</summary>
internal static class MediationViews
{
    public static MediationView Of(Mediation mediation, long version, PolicyPack pack) => new()
    {
        Id = mediation.Opened!.Id,
        Version = version,
        Clocks = DossierClocks.Views(mediation.Clocks, pack),
        State = mediation.State,
        CommunityId = mediation.Opened.CommunityId,
        Matter = mediation.Opened.Matter,
        Parties = mediation.Opened.Parties,
        Unit = mediation.Opened.Unit,
        CaseId = mediation.Opened.CaseId,
        OpenedAt = mediation.OpenedAt,
        Sessions = mediation.Sessions,
        Agreement = mediation.Sessions.LastOrDefault(session => session.Agreement is not null)?.Agreement,
        Outcome = mediation.Outcome,
    };
}
