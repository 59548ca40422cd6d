using Dispatch.Contracts;
using Dispatch.Contracts.Decoration;
using Dispatch.Grains.Decoration.Dossiers;

namespace Dispatch.Grains.Decoration.Papers;

/// <summary>How a case's papers are shown.</summary>
internal static class PapersViews
{
    /// <summary>Where the pages to print are.</summary>
    private const string Pages = "/papers/";

    /// <summary>The papers as they stand; where nobody has opened the path, as it would be.</summary>
    /// <param name="papers">As they stand.</param>
    /// <param name="version">Theirs.</param>
    /// <param name="known">The case and its path.</param>
    /// <param name="by">Whose possible acts are shown; null for nobody's.</param>
    /// <param name="token">Makes the token of a document's page.</param>
    /// <param name="at">City time.</param>
    public static PapersView Of(CasePapers papers, long version, PapersKnown known, Actor? by, Func<int, string> token, DateTimeOffset at)
    {
        var rules = known.Path.Papers!;
        var steps = papers.Opened is null ? [.. rules.StepsOf(known.Scene, known.Case.Type, []).Select(step => new StepOfCase(step.Id))] : papers.Steps;
        return new PapersView
        {
            Id = known.Case.Id,
            Version = version,
            Clocks = DossierClocks.Views(papers.Clocks, known.Path),
            State = papers.State(),
            Scene = known.Scene,
            StreetId = known.Case.StreetId,
            CommunityId = known.Case.CommunityId,
            GridId = known.Case.GridId,
            Steps = [.. steps.Select(step => Step(step, known))],
            Optional = papers.Opened is null ? [.. rules.OptionalOf(known.Scene, known.Case.Type).Select(step => Step(new StepOfCase(step.Id), known))] : [],
            Papers = [.. papers.Papers.Select(paper => Paper(paper, token(paper.N)))],
            Punishments = Punishments(known, at),
            Acts = by is null ? [] : PapersActs.Of(papers, by, known),
            EndedBecause = papers.EndedBecause,
        };
    }

    /// <summary>The view of a case whose scene has no path.</summary>
    public static PapersView WithoutPath(PapersKnown known) => new()
    {
        Id = known.Case.Id,
        Version = 0,
        Clocks = [],
        State = PapersState.NotOpened,
        Scene = known.Scene,
        StreetId = known.Case.StreetId,
        CommunityId = known.Case.CommunityId,
        GridId = known.Case.GridId,
        Steps = [],
    };

    private static PapersStep Step(StepOfCase step, PapersKnown known)
    {
        var rule = known.Step(step.Id);
        return new PapersStep
        {
            Id = step.Id,
            Title = rule.Title,
            By = rule.By,
            Within = rule.Within.ToString(),
            State = step.State,
            Clock = step.State == PapersStepState.HandedOver ? rule.HandOverClock : rule.Clock,
            Needs = [.. rule.Needs.Select(id => known.Path.Papers!.Templates[id].Title)],
            DoneAt = step.DoneAt,
            DoneBy = step.DoneBy,
            Said = step.Said,
            Office = step.Office,
        };
    }

    private static PaperView Paper(PaperOfCase paper, string token) => new()
    {
        N = paper.N,
        Paper = paper.Paper,
        Title = paper.Title,
        Step = paper.Step,
        State = paper.State,
        MadeBy = paper.MadeBy,
        MadeAt = paper.MadeAt,
        Template = paper.Template!,
        Number = paper.Number,
        EndedBy = paper.EndedBy,
        EndedAt = paper.EndedAt,
        Reason = paper.Reason,
        Punishment = paper.Punishment,
        Fine = paper.Fine,
        Range = paper.Range,
        Print = Pages + token,
    };

    private static IReadOnlyList<PaperPunishment> Punishments(PapersKnown known, DateTimeOffset at) =>
    [
        .. from item in known.InForce.Catalogue?.View.Punishments ?? []
           where item.Types.Contains(known.Case.Type)
           select new PaperPunishment(item.Id, item.Title, item.Article, item.Fine.Basis, PapersDecider.OfficeOf(known, item, at)),
    ];
}
