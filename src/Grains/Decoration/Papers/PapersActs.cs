using Dispatch.Contracts;
using Dispatch.Contracts.Decoration;

namespace Dispatch.Grains.Decoration.Papers;

/// <summary>What somebody may do next about a case's papers. Pure; what is listed is not refused for who asks or how things stand.</summary>
internal static class PapersActs
{
    private const string Said = "said";
    private const string Note = "note";
    private const string Passed = "passed";
    private const string Reason = "reason";
    private const string Waived = "waived";

    public static IReadOnlyList<PapersAct> Of(CasePapers papers, Actor by, PapersKnown known) => papers.State() switch
    {
        PapersState.NotOpened => known.Case.Status.IsOpen() && known.UnlessLead(by, "") is null ? [new PapersAct { Command = "open-papers" }] : [],
        PapersState.Open => [.. Signing(papers, by, known), .. papers.Steps.SelectMany(step => OfStep(papers, step, by, known)), .. Whole(papers, by, known)],
        _ => [],
    };

    private static IEnumerable<PapersAct> Signing(CasePapers papers, Actor by, PapersKnown known)
    {
        var signs = known.UnlessCaptain(by, "") is null;
        foreach (var paper in papers.Papers.Where(paper => paper.State == PaperState.Proposed))
        {
            if (signs && paper.MadeBy != by.Id && papers.Step(paper.Step) is { State: PapersStepState.Running })
            {
                yield return new PapersAct { Command = "sign-paper", Paper = paper.Paper, Title = paper.Title, N = paper.N };
            }

            if (signs || paper.MadeBy == by.Id)
            {
                yield return new PapersAct { Command = "return-paper", Paper = paper.Paper, Title = paper.Title, N = paper.N, Asks = [Reason] };
            }
        }
    }

    private static IEnumerable<PapersAct> OfStep(CasePapers papers, StepOfCase step, Actor by, PapersKnown known)
    {
        var rule = known.Step(step.Id);
        var leads = known.UnlessLead(by, "") is null;
        if (step.State == PapersStepState.HandedOver && leads)
        {
            yield return new PapersAct { Command = "answer-hand-over", Step = step.Id, Title = rule.Title, Asks = [Passed, Said] };
        }

        if (step.State != PapersStepState.Running)
        {
            yield break;
        }

        if (known.UnlessDrafts(by, rule) is null)
        {
            foreach (var paper in rule.Papers.Where(id => !papers.HasSigned(step.Id, id) && !IsProposed(papers, id)))
            {
                if (known.InForce.Papers?.Templates.GetValueOrDefault(paper) is { } template)
                {
                    yield return new PapersAct { Command = "draft-paper", Step = step.Id, Paper = paper, Title = template.Title, Asks = template.Asks() };
                }
            }
        }

        if (known.UnlessDoes(by, rule) is null)
        {
            if (rule.Again is not null || rule.Needs.All(id => papers.HasSigned(step.Id, id)))
            {
                yield return new PapersAct { Command = "finish-step", Step = step.Id, Title = rule.Title, Asks = Finishing(rule) };
            }
            else if (known.UnlessCaptain(by, "") is null)
            {
                yield return new PapersAct { Command = "finish-step", Step = step.Id, Title = rule.Title, Asks = [Waived, Reason] };
            }
        }

        if (leads && PapersDecider.Decides(known, step.Id))
        {
            yield return new PapersAct { Command = "hand-over-step", Step = step.Id, Title = rule.Title, Asks = [PaperTemplate.Punishment] };
        }
    }

    /// <summary>A step without documents leaves a word of what was done; any other may.</summary>
    private static IReadOnlyList<string> Finishing(PathStep rule) => [.. rule.Again is null ? [] : new[] { Passed }, rule.Needs.IsEmpty ? Said : Note];

    private static IEnumerable<PapersAct> Whole(CasePapers papers, Actor by, PapersKnown known)
    {
        if (known.UnlessLead(by, "") is null && PapersDecider.OnRefusal(papers, known).Any())
        {
            yield return new PapersAct { Command = "record-party-refusal", Asks = [Said] };
        }

        if (known.UnlessCaptain(by, "") is null)
        {
            yield return new PapersAct { Command = "end-papers", Asks = [Reason] };
        }
    }

    private static bool IsProposed(CasePapers papers, string paper) => papers.Papers.Any(one => one.Paper == paper && one.State == PaperState.Proposed);
}
