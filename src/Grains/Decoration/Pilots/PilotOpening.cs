using Dispatch.Contracts;
using Dispatch.Contracts.Decoration;
using Dispatch.Grains.Cases;
using Dispatch.Grains.Decoration.Dossiers;
using Dispatch.Grains.Routing;

namespace Dispatch.Grains.Decoration.Pilots;

/// <summary>How a pilot project begins: whose it is, where it is tried, and how things stood before. Pure.</summary>
internal static class PilotOpening
{
    private const int MostPlaces = 20;

    public static Verdict Open(DossierStep<Pilot> step, string id, OpenPilot open, Actor by, DecorationRules rules, Territory territory)
    {
        if (step.Dossier.Opened is not null)
        {
            return Refusing.With(RefusalCode.StatusNotAllowed, "There is a pilot project of this id already.");
        }

        if (open.CommunityIds.Count is 0 or > MostPlaces || open.EstateIds.Count is 0 or > MostPlaces)
        {
            return Refusing.With(RefusalCode.InvalidValue, $"Name 1 to {MostPlaces} communities, and as many estates.");
        }

        if (StreetOf(open, territory) is not { } streetId)
        {
            return Refusing.With(RefusalCode.UnknownPlace, "The communities lie in one street of the territory, and the estates in these communities.");
        }

        var refusal = PilotDecider.UnlessLeader(by, streetId)
            ?? UnlessBoth(open.Title, "title") ?? UnlessBoth(open.Compared, "compared")
            ?? PilotDecider.UnlessOffice(open.Lead, "lead") ?? PilotDecider.UnlessOffice(open.Bureau, "bureau") ?? PilotDecider.UnlessOffice(open.Team, "team")
            ?? Refusing.UnlessSaid(open.Practice, Refuse.MaxReason, "practice")
            ?? PilotDecider.UnlessFigure(open.Before);
        if (refusal is not null)
        {
            return new Refused(refusal);
        }

        step.Record(new PilotOpened
        {
            Id = id,
            StreetId = streetId,
            Title = open.Title,
            Lead = open.Lead,
            Bureau = open.Bureau,
            Team = open.Team,
            CommunityIds = [.. open.CommunityIds.Distinct(StringComparer.Ordinal)],
            EstateIds = [.. open.EstateIds.Distinct(StringComparer.Ordinal)],
            Practice = open.Practice,
            Compared = open.Compared,
            Before = open.Before,
        });
        step.Start(DecorationClocks.PilotPractice, rules.Clocks[DecorationClocks.PilotPractice]);
        return step.Done();
    }

    private static Refusal? UnlessBoth(Text text, string field) =>
        Refusing.UnlessSaid(text.Zh, Refuse.MaxLine, $"{field}.zh") ?? Refusing.UnlessSaid(text.En, Refuse.MaxLine, $"{field}.en");

    /// <summary>The one street of all its communities; null where there is none, or an estate lies elsewhere.</summary>
    private static string? StreetOf(OpenPilot open, Territory territory)
    {
        var streets = open.CommunityIds.Select(id => territory.FindCommunity(id)?.StreetId).Distinct(StringComparer.Ordinal).ToList();
        return streets is [{ } streetId] && open.EstateIds.All(id => territory.FindEstate(id) is { } estate && open.CommunityIds.Contains(estate.CommunityId)) ? streetId : null;
    }
}
