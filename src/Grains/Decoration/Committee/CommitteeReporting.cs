using System.Collections.Immutable;
using Dispatch.Contracts.Decoration;
using Dispatch.Grains.Decoration.Committee.Sections;

namespace Dispatch.Grains.Decoration.Committee;

/// <summary>Makes a report from facts. Pure: the same facts make the same report.</summary>
public static class CommitteeReporting
{
    /// <summary>Every section in the order of reading. A new one is a file of its own and a line here.</summary>
    private static readonly ImmutableArray<Func<CommitteeFacts, CommitteeSection>> Sections =
    [
        RatesSection.Of,
        ReviewsSection.Of,
        FilingsSection.Of,
        ScenesSection.Of,
        SpotsSection.Of,
        RepeatFlatsSection.Of,
        VisitsSection.Of,
        TeachingSection.Of,
        MediationsSection.Of,
        CardsSection.Of,
        PilotsSection.Of,
    ];

    /// <summary>The report of the facts' month.</summary>
    public static CommitteeReport Of(CommitteeFacts facts) => new()
    {
        StreetId = facts.StreetId,
        Month = facts.Month.Name,
        From = facts.Month.From,
        To = facts.Month.To,
        AsOf = facts.AsOf,
        Sections = [.. Sections.Select(section => section(facts))],
        Competition = CompetitionTable.Of(facts),
        Complete = facts.Complete,
    };
}
