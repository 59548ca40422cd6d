using Dispatch.Contracts;
using Dispatch.Contracts.Decoration;
using Dispatch.Grains.Cases;
using Dispatch.Grains.Decoration.Dossiers;

namespace Dispatch.Grains.Decoration.Papers;

/// <summary>
/// The disposal of a case: the steps of its scene one after the other, each with its clock and its documents
/// (<see cref="PaperDrafting"/>). Pure. A late step is told to the street, and nothing ends by itself.
/// </summary>
public static class PapersDecider
{
    /// <summary>Decides a command.</summary>
    /// <param name="papers">As they stand.</param>
    /// <param name="act">The command.</param>
    /// <param name="now">The instant of the decision.</param>
    /// <param name="known">What else must be known.</param>
    public static Verdict Decide(CasePapers papers, DossierAct act, DateTimeOffset now, PapersKnown known)
    {
        if (!known.HasPath)
        {
            return new Refused(PapersRefusals.NoPath);
        }

        var step = new DossierStep<CasePapers>(papers, now, act.By.Id, known.Path, act.Command.OccurredAt);
        return act.Command switch
        {
            OpenPapers open => Open(step, open, act.By, known),
            _ when papers.Opened is null => Refusing.With(RefusalCode.StatusNotAllowed, "Open the disposal of this case first."),
            _ when papers.State() != PapersState.Open => Refusing.With(RefusalCode.StatusNotAllowed, "The disposal of this case is over."),
            DraftPaper draft => PaperDrafting.Draft(step, draft, act.By, known),
            SignPaper sign => PaperDrafting.Sign(step, sign, act.By, known),
            ReturnPaper back => PaperDrafting.Return(step, back, act.By, known),
            FinishStep done => Finish(step, done, act.By, known),
            RecordPartyRefusal refusal => PartyRefuses(step, refusal, act.By, known),
            HandOverStep over => HandOver(step, over, act.By, known),
            AnswerHandOver answer => Answer(step, answer, act.By, known),
            EndPapers end => End(step, end, act.By, known),
            _ => throw new InvalidOperationException($"Papers have no command {act.Command.GetType().Name}."),
        };
    }

    private static Verdict Open(DossierStep<CasePapers> step, OpenPapers open, Actor by, PapersKnown known)
    {
        var (rules, @case) = (known.Path.Papers!, known.Case);
        if (step.Dossier.Opened is not null)
        {
            return Refusing.With(RefusalCode.StatusNotAllowed, "The disposal of this case is open already.");
        }

        if (known.UnlessLead(by, "open the disposal of this case") is { } not)
        {
            return new Refused(not);
        }

        if (!@case.Status.IsOpen())
        {
            return Refusing.With(RefusalCode.StatusNotAllowed, "The case is closed.");
        }

        var with = open.With ?? [];
        var optional = rules.OptionalOf(known.Scene, @case.Type);
        if (with.Count > optional.Length || with.Any(id => optional.All(one => one.Id != id)))
        {
            return Refusing.With(RefusalCode.InvalidValue, "Only optional steps of this scene can be added, each once.");
        }

        var steps = rules.StepsOf(known.Scene, @case.Type, [.. with]);
        step.Record(new PapersOpened
        {
            CaseId = @case.Id,
            CaseNumber = @case.Number,
            Type = @case.Type,
            Scene = known.Scene,
            Policy = known.Path.Name,
            StreetId = @case.StreetId,
            CommunityId = @case.CommunityId,
            GridId = @case.GridId,
            Unit = @case.Place is { Estate: { } estate, Unit: { } unit } ? $"{estate}/{unit}" : null,
            At = Where(known),
            Steps = [.. steps.Select(one => one.Id)],
        });
        Begin(step, steps[0]);
        return step.Done();
    }

    private static Verdict Finish(DossierStep<CasePapers> step, FinishStep done, Actor by, PapersKnown known)
    {
        if (step.Dossier.Step(done.Step) is not { State: PapersStepState.Running })
        {
            return new Refused(PapersRefusals.NotRunning);
        }

        var rule = known.Step(done.Step);
        var failed = rule.Again is not null && done.Passed is false;
        var refusal = known.UnlessDoes(by, rule)
            ?? (rule.Again is not null != done.Passed is not null ? Refuse.With(RefusalCode.InvalidValue, "Say whether it was passed, where a step may fail.") : null)
            ?? (done.Waived ? known.UnlessCaptain(by, "waive the documents of a step") : null)
            ?? (failed || done.Waived || rule.Needs.IsEmpty ? Refusing.UnlessSaid(done.Said, Refuse.MaxReason, "said") : Refuse.UnlessText(done.Said, Refuse.MaxReason, "said"))
            ?? (failed || done.Waived ? null : UnlessSigned(step.Dossier, rule));
        if (refusal is not null)
        {
            return new Refused(refusal);
        }

        step.Answer(rule.Clock);
        if (failed)
        {
            step.Record(new PapersStepFailed(rule.Id, done.Said));
            Begin(step, known.Step(rule.Again!));
        }
        else
        {
            step.Record(new PapersStepDone(rule.Id, done.Said));
            Go(step, known);
        }

        return step.Done();
    }

    private static Verdict PartyRefuses(DossierStep<CasePapers> step, RecordPartyRefusal refusal, Actor by, PapersKnown known)
    {
        PathStep[] steps = [.. OnRefusal(step.Dossier, known)];
        if (steps.Length == 0)
        {
            return Refusing.With(RefusalCode.StatusNotAllowed, "The path of this case has no further step for a refusal.");
        }

        if ((known.UnlessLead(by, "record that the party refuses") ?? Refusing.UnlessSaid(refusal.Said, Refuse.MaxReason, "said")) is { } not)
        {
            return new Refused(not);
        }

        step.Record(new PartyRefused(refusal.Said, [.. steps.Select(one => one.Id)]));
        foreach (var one in steps)
        {
            Begin(step, one);
        }

        return step.Done();
    }

    private static Verdict HandOver(DossierStep<CasePapers> step, HandOverStep over, Actor by, PapersKnown known)
    {
        if (step.Dossier.Step(over.Step) is not { State: PapersStepState.Running } || !Decides(known, over.Step))
        {
            return new Refused(PapersRefusals.NotRunning);
        }

        if (known.UnlessLead(by, "hand a case to another office") is { } not)
        {
            return new Refused(not);
        }

        if (known.Punishment(over.Punishment) is not { } item)
        {
            return new Refused(PapersRefusals.NoItem);
        }

        if (OfficeOf(known, item, step.Now) is not { } office)
        {
            return Refusing.With(RefusalCode.PowerHeld, "The street decides on this item itself; draft the document.");
        }

        var rule = known.Step(over.Step);
        step.Cancel(rule.Clock);
        step.Record(new PapersStepHandedOver(rule.Id, item.Id, office));
        if (known.InForce.Catalogue!.HandOver(item.Id) is { } within)
        {
            step.Start(rule.HandOverClock, within);
        }

        return step.Done();
    }

    private static Verdict Answer(DossierStep<CasePapers> step, AnswerHandOver answer, Actor by, PapersKnown known)
    {
        if (step.Dossier.Step(answer.Step) is not { State: PapersStepState.HandedOver })
        {
            return new Refused(PapersRefusals.NotRunning);
        }

        if ((known.UnlessLead(by, "record an office's answer") ?? Refusing.UnlessSaid(answer.Said, Refuse.MaxReason, "said")) is { } not)
        {
            return new Refused(not);
        }

        var rule = known.Step(answer.Step);
        step.Answer(rule.HandOverClock);
        step.Record(new HandOverAnswered(rule.Id, answer.Taken, answer.Said));
        if (answer.Taken)
        {
            step.Record(new PapersStepDone(rule.Id, null));
            Go(step, known);
        }
        else
        {
            Begin(step, rule);
        }

        return step.Done();
    }

    private static Verdict End(DossierStep<CasePapers> step, EndPapers end, Actor by, PapersKnown known)
    {
        if ((known.UnlessCaptain(by, "end a disposal early") ?? Refuse.UnlessReason(end.Reason)) is { } not)
        {
            return new Refused(not);
        }

        step.Record(new PapersEnded(end.Reason));
        step.CancelAll();
        return step.Done();
    }

    /// <summary>The steps that a refusal would begin now.</summary>
    internal static IEnumerable<PathStep> OnRefusal(CasePapers papers, PapersKnown known) =>
        known.Path.Papers!.Paths[known.Scene].Where(one => one.OnRefusal && papers.Step(one.Id) is null);

    /// <summary>Whether a document of a step may be issued only by who holds the power.</summary>
    internal static bool Decides(PapersKnown known, string step) =>
        known.Step(step).Papers.Any(id => known.InForce.Papers?.Templates.GetValueOrDefault(id)?.Decides is true);

    /// <summary>Who decides on an item in the street's place; null where the street does.</summary>
    internal static Text? OfficeOf(PapersKnown known, PunishmentItem item, DateTimeOffset at) => item.Power.IsStreets(known.Day(at)) ? null
        : item.Power.Office is { } office && known.InForce.Catalogue!.View.Offices.TryGetValue(office, out var name) ? name
        : Text.Same(item.Power.Office ?? "");

    private static Refusal? UnlessSigned(CasePapers papers, PathStep rule) => rule.Needs.Any(paper => !papers.HasSigned(rule.Id, paper))
        ? Refuse.With(RefusalCode.PaperMissing, "A document of this step is not signed yet.")
        : null;

    private static void Begin(DossierStep<CasePapers> step, PathStep rule)
    {
        step.Record(new PapersStepBegan(rule.Id));
        step.Start(rule.Clock, rule.Within);
    }

    /// <summary>The next step begins. A sealing may go on beside the path, so it begins only where none of the path's runs.</summary>
    private static void Go(DossierStep<CasePapers> step, PapersKnown known)
    {
        var path = step.Dossier.Steps.Where(one => !known.Step(one.Id).OnRefusal).ToList();
        if (!path.Exists(one => one.State is PapersStepState.Running or PapersStepState.HandedOver)
            && path.Find(one => one.State == PapersStepState.Planned) is { } next)
        {
            Begin(step, known.Step(next.Id));
        }
    }

    private static string Where(PapersKnown known) => known.Case.Place is { Estate: { } id } place && known.Territory.FindEstate(id) is { } estate
        ? string.Concat(estate.Name.Zh, place.Unit ?? place.Building)
        : known.Case.Address ?? known.Case.Place.PlaceName ?? known.Territory.FindGrid(known.Case.GridId)?.Name.Zh ?? known.Case.GridId;
}
