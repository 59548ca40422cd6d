using Dispatch.Contracts;
using Dispatch.Contracts.Decoration;
using Dispatch.Grains.Cases;
using Dispatch.Grains.Decoration.Catalogue;
using Dispatch.Grains.Decoration.Dossiers;

namespace Dispatch.Grains.Decoration.Papers;

/// <summary>
/// Documents: somebody drafts one, a captain signs it or sends it back, and the signature gives it its number and day. What was drafted
/// stays as it was filled, whatever becomes of its template. Pure.
/// </summary>
internal static class PaperDrafting
{
    private const int MostPapers = 60;

    public static Verdict Draft(DossierStep<CasePapers> step, DraftPaper draft, Actor by, PapersKnown known)
    {
        if (known.InForce.Papers?.Templates.GetValueOrDefault(draft.Paper) is not { } template)
        {
            return Refusing.With(RefusalCode.UnknownPaper, "The policy pack has no template of this name.");
        }

        if (step.Dossier.Steps.FirstOrDefault(one => one.State == PapersStepState.Running && known.Step(one.Id).Papers.Contains(draft.Paper)) is not { } of)
        {
            return Refusing.With(RefusalCode.PaperNotDue, "No step that runs now issues this document.");
        }

        if (known.UnlessDrafts(by, known.Step(of.Id)) is { } not)
        {
            return new Refused(not);
        }

        if (step.Dossier.Papers.Any(one => one.Paper == draft.Paper && one.State == PaperState.Proposed) || step.Dossier.Papers.Length == MostPapers)
        {
            return Refusing.With(RefusalCode.PaperNotDue, $"This document waits for its signature already, or the case has {MostPapers} of them.");
        }

        var asks = template.Asks();
        if (Said(draft, asks, known, step.Now) is { } unsaid)
        {
            return new Refused(unsaid);
        }

        var values = OfCase(step.Dossier, draft, known);
        FineProposal? range = null;
        if (asks.Contains(PaperTemplate.Punishment))
        {
            if (known.Punishment(draft.Punishment) is not { } item)
            {
                return new Refused(PapersRefusals.NoItem);
            }

            range = Fine.Propose(item, new FineFacts(draft.Fee, draft.Cost));
            if (Judge(template, item, draft, asks, known, step.Now) is { } refusal)
            {
                return new Refused(refusal);
            }

            foreach (var (field, value) in PaperText.Of(item, draft.Fine, range))
            {
                values[field] = value;
            }
        }

        step.Record(new PaperDrafted
        {
            N = step.Dossier.Papers.Length + 1,
            Paper = template.Id,
            Step = of.Id,
            Title = template.Title,
            Mark = template.Mark,
            Template = known.InForce.Name,
            Lines = PaperText.Drafted(template, values),
            Punishment = range is null ? null : draft.Punishment,
            Fine = draft.Fine,
            Range = draft.Fine is null ? null : range?.Computation,
        });
        return step.Done();
    }

    public static Verdict Sign(DossierStep<CasePapers> step, SignPaper sign, Actor by, PapersKnown known)
    {
        if (step.Dossier.Paper(sign.N) is not { } paper)
        {
            return new Refused(PapersRefusals.NoPaper);
        }

        var refusal = paper.State != PaperState.Proposed ? PapersRefusals.NotProposed
            : step.Dossier.Step(paper.Step) is not { State: PapersStepState.Running } ? PapersRefusals.NotRunning
            : known.UnlessCaptain(by, "sign a document")
            ?? (paper.MadeBy == by.Id ? Refuse.With(RefusalCode.OwnPaper, "Who drafted a document does not sign it; another captain does, or somebody else drafts it.") : null);
        if (refusal is not null)
        {
            return new Refused(refusal);
        }

        // Numbers come from the case's, which the store gives out without gaps, so that no register of the street is written in every signature.
        var opened = step.Dossier.Opened!;
        var street = known.Territory.FindStreet(opened.StreetId)?.Name.Zh ?? opened.StreetId;
        var count = step.Dossier.Papers.Count(one => one.State == PaperState.Issued) + 1;
        step.Record(new PaperSigned(paper.N, PaperText.Number(street, paper.Mark, opened.CaseNumber, count), known.Day(step.Now)));
        return step.Done();
    }

    public static Verdict Return(DossierStep<CasePapers> step, ReturnPaper back, Actor by, PapersKnown known)
    {
        if (step.Dossier.Paper(back.N) is not { } paper)
        {
            return new Refused(PapersRefusals.NoPaper);
        }

        var refusal = paper.State != PaperState.Proposed ? PapersRefusals.NotProposed
            : (paper.MadeBy == by.Id ? null : known.UnlessCaptain(by, "send a document back")) ?? Refuse.UnlessReason(back.Reason);
        if (refusal is not null)
        {
            return new Refused(refusal);
        }

        step.Record(new PaperReturned(paper.N, back.Reason));
        return step.Done();
    }

    private static Refusal? Judge(
        PaperTemplate template, PunishmentItem item, DraftPaper draft, IReadOnlyList<string> asks, PapersKnown known, DateTimeOffset now)
    {
        if (template.Decides && PapersDecider.OfficeOf(known, item, now) is { } office)
        {
            return Refuse.With(RefusalCode.PowerNotHeld, $"{office.En} decides on {item.Id}; hand the step to it.");
        }

        // A measure takes no amount; whatever knows a fine needs one within its range.
        return !asks.Contains(PaperTemplate.Fine) || (item.Fine.Basis == FineBasis.Measure && draft.Fine is null)
            ? null
            : Fine.Check(item, new FineFacts(draft.Fee, draft.Cost), draft.Fine ?? 0);
    }

    private static Refusal? Said(DraftPaper draft, IReadOnlyList<string> asks, PapersKnown known, DateTimeOffset now) =>
        UnlessText(draft.Facts, PaperTemplate.Facts, asks)
        ?? UnlessText(draft.Measure, PaperTemplate.Measure, asks)
        ?? UnlessDay(draft.Deadline, asks, known.Day(now))
        ?? UnlessLeftOut(draft.Punishment is not null, PaperTemplate.Punishment, asks)
        ?? UnlessLeftOut((draft.Fine ?? draft.Fee ?? draft.Cost) is not null, PaperTemplate.Fine, asks);

    private static Refusal? UnlessText(string? text, string field, IReadOnlyList<string> asks) =>
        !asks.Contains(field) ? UnlessLeftOut(text is not null, field, asks)
        : Refusing.UnlessSaid(text, Refuse.MaxReason, field)
        ?? (PaperTemplate.HasBraces(text!) ? Refuse.With(RefusalCode.InvalidText, $"Leave double braces out of {field}.") : null);

    private static Refusal? UnlessDay(DateOnly? day, IReadOnlyList<string> asks, DateOnly today) =>
        !asks.Contains(PaperTemplate.Deadline) ? UnlessLeftOut(day is not null, PaperTemplate.Deadline, asks)
        : day >= today && day <= today.AddYears(1) ? null
        : Refuse.With(RefusalCode.InvalidValue, "The deadline is a day from today to a year ahead.");

    private static Refusal? UnlessLeftOut(bool given, string field, IReadOnlyList<string> asks) =>
        given && !asks.Contains(field) ? Refuse.With(RefusalCode.InvalidValue, $"This document has no {field}; leave it out.") : null;

    private static Dictionary<string, string> OfCase(CasePapers papers, DraftPaper draft, PapersKnown known)
    {
        var opened = papers.Opened!;
        return new Dictionary<string, string>(StringComparer.Ordinal)
        {
            ["street"] = known.Territory.FindStreet(opened.StreetId)?.Name.Zh ?? opened.StreetId,
            ["case"] = opened.CaseNumber,
            ["type"] = known.Type?.Title.Zh ?? opened.Type,
            ["place"] = OneLine(opened.At),
            [PaperTemplate.Facts] = OneLine(draft.Facts ?? ""),
            [PaperTemplate.Measure] = OneLine(draft.Measure ?? ""),
            [PaperTemplate.Deadline] = draft.Deadline is { } day ? PaperText.Day(day) : "",
        };
    }

    /// <summary>On one line of the document, and nothing in it is taken for a field.</summary>
    private static string OneLine(string text) =>
        text.ReplaceLineEndings(" ").Replace("{{", "{ {", StringComparison.Ordinal).Replace("}}", "} }", StringComparison.Ordinal);
}
