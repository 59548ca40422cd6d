using Dispatch.Contracts;
using Dispatch.Contracts.Decoration;
using Dispatch.Grains.Cases;
using Dispatch.Grains.Decoration.Estates;
using Step = Dispatch.Grains.Decoration.Dossiers.DossierStep<Dispatch.Grains.Decoration.Sessions.TeachingSession>;

namespace Dispatch.Grains.Decoration.Sessions;

/// <summary>How questions end: in a ruling of a prone spot, in a general answer, or set aside with a reason. Pure.</summary>
internal static class SessionAnswers
{
    private static Refused NoQuestion { get; } = Refusing.With(RefusalCode.UnknownQuestion, "The session has no question of this number.");

    public static Verdict Answer(Step step, AnswerQuestion answer, EstateView? estate)
    {
        if (step.Dossier.Question(answer.Number) is null)
        {
            return NoQuestion;
        }

        if ((FloorPlans.UnlessNamed(answer.Answer, Refuse.MaxReason, "answer") ?? (answer.Ruling is { } ruling ? UnlessSpot(ruling, estate) : null)) is { } refusal)
        {
            return new Refused(refusal);
        }

        step.Record(new QuestionAnswered(answer.Number, answer.Answer, answer.Ruling));
        return step.Done();
    }

    public static Verdict SetAside(Step step, SetQuestionAside aside)
    {
        if (step.Dossier.Question(aside.Number) is null)
        {
            return NoQuestion;
        }

        if (Refuse.UnlessReason(aside.Reason) is { } refusal)
        {
            return new Refused(refusal);
        }

        step.Record(new QuestionSetAside(aside.Number, aside.Reason));
        if (!step.Dossier.NeedsAnswers())
        {
            step.Cancel(DecorationClocks.SessionAnswers);
        }

        return step.Done();
    }

    public static Verdict Publish(Step step)
    {
        var open = step.Dossier.Questions.Where(question => question.Aside is null).ToList();
        if (open.FirstOrDefault(question => question.Answer is null) is { } unanswered)
        {
            return Refusing.With(RefusalCode.QuestionUnanswered, $"Question {unanswered.Number} has no answer yet; answer it or set it aside.");
        }

        var rulings = open.Select(question => question.Ruling).OfType<SpotRuling>().ToList();
        if (rulings.DistinctBy(ruling => (ruling.PlanId, ruling.SpotId)).Count() < rulings.Count)
        {
            return Refusing.With(RefusalCode.InvalidValue, "Two answers rule the same spot; let one of them be a general answer.");
        }

        step.Answer(DecorationClocks.SessionAnswers);
        step.Record(new AnswersPublished([.. rulings]));
        return step.Done();
    }

    /// <summary>What the estate is told when answers are published: each ruling in place of the spot's, then the guidance of the plans that changed. Null where a spot is gone.</summary>
    /// <param name="session">With its answers.</param>
    /// <param name="estate">As it stands.</param>
    public static IReadOnlyList<DossierCommand>? Consequences(TeachingSession session, EstateView? estate)
    {
        List<DossierCommand> commands = [];
        foreach (var question in session.Questions.Where(question => question is { Aside: null, Ruling: not null }))
        {
            var (planId, spotId, ruling) = question.Ruling!;
            if (Spot(planId, spotId, estate) is not { } spot)
            {
                return null;
            }

            commands.Add(new MarkSpot { PlanId = planId, Spot = spot with { Ruling = ruling, Sentence = question.Answer! } });
        }

        commands.AddRange(commands.OfType<MarkSpot>().Select(mark => mark.PlanId).Distinct(StringComparer.Ordinal).Select(planId => new PublishGuidance { PlanId = planId }).ToList());
        return commands;
    }

    private static Refusal? UnlessSpot(SpotRuling ruling, EstateView? estate) =>
        estate?.Plans.FirstOrDefault(plan => plan.Id == ruling.PlanId) is not { } plan
            ? Refuse.With(RefusalCode.UnknownFloorPlan, "The estate has no such floor-plan type.")
            : plan.Spots.Any(spot => spot.Id == ruling.SpotId)
                ? null
                : Refuse.With(RefusalCode.UnknownSpot, "The plan has no such spot; mark it first.");

    private static ProneSpot? Spot(string planId, string spotId, EstateView? estate) =>
        estate?.Plans.FirstOrDefault(plan => plan.Id == planId)?.Spots.FirstOrDefault(spot => spot.Id == spotId);
}
