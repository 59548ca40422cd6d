using System.Collections.Frozen;

namespace Dispatch.Grains.Decoration.Dossiers;

/// <summary>Every kind of dossier: what makes a kind known to the sweeper, to <c>verify</c> and to lists.</summary>
public static class DossierShelf
{
    private static readonly FrozenDictionary<string, DossierKind> Kinds = new[]
    {
        Mediations.Mediation.Kind,
        Filings.UnitFilings.Kind,
        Estates.EstateDossier.Kind,
        Reviews.JointReview.Kind,
        Papers.CasePapers.Kind,
        Rounds.Round.Kind,
        Visits.Visit.Kind,
        Pilots.Pilot.Kind,
        Sessions.TeachingSession.Kind,
    }.ToFrozenDictionary(kind => kind.Name, StringComparer.Ordinal);

    /// <summary>The kind of a name; null where it is no dossier's.</summary>
    public static DossierKind? Find(ReadOnlySpan<char> name) =>
        Kinds.GetAlternateLookup<ReadOnlySpan<char>>().TryGetValue(name, out var kind) ? kind : null;
}
