using Dispatch.Contracts;
using Dispatch.Contracts.Decoration;
using Dispatch.Grains.Decoration.Rounds;
using Dispatch.Grains.Decoration.Sessions;
using Dispatch.Grains.Decoration.Visits;

namespace Dispatch.Grains.Decoration.Committee;

/// <summary>How numbers and what stands behind them are written. Pure.</summary>
internal static class CommitteeSources
{
    /// <summary>A number that counts exactly what is given; a share where <paramref name="of"/> is.</summary>
    public static CommitteeLine Line(string id, Text title, IEnumerable<CommitteeSource> behind, int? of = null, int? earlier = null)
    {
        List<CommitteeSource> all = [.. behind];
        return new CommitteeLine
        {
            Id = id,
            Title = title,
            Count = all.Count,
            Of = of,
            Earlier = earlier is 0 ? null : earlier,
            Behind = all.Count <= CommitteeLine.MostBehind ? all : all[..CommitteeLine.MostBehind],
            Further = Math.Max(0, all.Count - CommitteeLine.MostBehind),
        };
    }

    /// <summary>A case, by number and type.</summary>
    public static CommitteeSource Of(CommitteeCase one, CommitteeFacts facts)
    {
        var type = facts.Pack.Types.GetValueOrDefault(one.Facts.Type)?.Title ?? Text.Same(one.Facts.Type);
        return new CommitteeSource(ScopeKind.Case, one.Facts.Id, new Text($"{one.Number} {type.Zh}", $"{one.Number} {type.En}"), $"/cases/{one.Facts.Id}");
    }

    /// <summary>An estate, by its name.</summary>
    public static CommitteeSource Estate(string id, CommitteeFacts facts) =>
        new(DossierKinds.Estate, id, facts.Territory.FindEstate(id)?.Name ?? Text.Same(id), $"/estates/{id}");

    /// <summary>A round, visit or session: its estate's name, and the page that shows it.</summary>
    public static CommitteeSource Of(CommitteeDossier dossier, CommitteeFacts facts)
    {
        var (estateId, page) = dossier.State switch
        {
            Round round => (round.Drawn!.EstateId, $"/rounds?id={dossier.Id}"),
            Visit visit => (visit.Planned!.EstateId, $"/visits?id={dossier.Id}"),
            TeachingSession session => (session.Opened!.EstateId, $"/sessions/{dossier.Id}"),
            var other => throw new InvalidOperationException($"A {other.GetType().Name} has no estate of its own to be named by."),
        };
        return Of(dossier, facts.Territory.FindEstate(estateId)?.Name ?? Text.Same(estateId), page);
    }

    /// <summary>A dossier under a label of its section's choice.</summary>
    /// <param name="dossier">The dossier.</param>
    /// <param name="label">No personal data.</param>
    /// <param name="page">Where the client shows it; null where nowhere.</param>
    public static CommitteeSource Of(CommitteeDossier dossier, Text label, string? page) => new(dossier.Kind, dossier.Id, label, page);
}
