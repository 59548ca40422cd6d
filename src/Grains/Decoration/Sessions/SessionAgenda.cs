using System.Text.RegularExpressions;
using Dispatch.Contracts;
using Dispatch.Contracts.Decoration;
using Dispatch.Grains.Cases;
using Dispatch.Grains.Routing;
using Step = Dispatch.Grains.Decoration.Dossiers.DossierStep<Dispatch.Grains.Decoration.Sessions.TeachingSession>;

namespace Dispatch.Grains.Decoration.Sessions;

/// <summary>How a session comes about: topics of the menu are ordered and questions are asked. Pure.</summary>
internal static partial class SessionAgenda
{
    private const int MostTopics = 20;
    private const int MostOrders = 10_000;
    private const int MostQuestions = 100;
    private const int LongestQuestion = 300;

    public static Verdict Order(Step step, string id, OrderTopics order, Actor by, Territory territory, DecorationRules rules, TeachingRules menu)
    {
        var refusal = Opens(step.Dossier, order.EstateId, order.Audience, typeof(OrderTopics), by, territory)
            ?? (order.Topics.Count is 0 or > MostTopics || order.Topics.Distinct(StringComparer.Ordinal).Count() < order.Topics.Count
                ? Refuse.With(RefusalCode.InvalidValue, $"Order 1 to {MostTopics} topics, each once.")
                : null)
            ?? (order.Topics.FirstOrDefault(topic => menu.Topic(topic) is null) is null
                ? null
                : Refuse.With(RefusalCode.UnknownTopic, "The menu has no such topic."))
            ?? (step.Dossier.Topics.Any(topic => topic.Orders >= MostOrders) ? Refuse.With(RefusalCode.SessionFull, "This session was ordered often enough.") : null);
        if (refusal is not null)
        {
            return new Refused(refusal);
        }

        Open(step, id, order.EstateId, order.Audience, territory, rules);
        step.Record(new TopicsOrdered([.. order.Topics], by.Role == Role.Citizen));
        return step.Done();
    }

    public static Verdict Ask(Step step, string id, AskQuestion ask, Actor by, Territory territory, DecorationRules rules)
    {
        var audience = step.Dossier.Opened?.Audience ?? TeachingAudience.Owners;
        var refusal = Opens(step.Dossier, ask.EstateId, audience, typeof(AskQuestion), by, territory)
            ?? Refusing.UnlessSaid(ask.Question, LongestQuestion, "question")
            ?? (Telephone().IsMatch(ask.Question)
                ? Refuse.With(RefusalCode.QuestionNamesSomebody, "Leave out telephone numbers and names: the question may be read by all.")
                : null)
            ?? (step.Dossier.Questions.Length >= MostQuestions ? Refuse.With(RefusalCode.SessionFull, $"This session has {MostQuestions} questions already.") : null);
        if (refusal is not null)
        {
            return new Refused(refusal);
        }

        Open(step, id, ask.EstateId, audience, territory, rules);
        step.Record(new QuestionAsked(ask.Question.Trim(), by.Role == Role.Citizen));
        return step.Done();
    }

    private static Refusal? Opens(TeachingSession session, string estateId, TeachingAudience audience, Type command, Actor by, Territory territory)
    {
        if (territory.FindEstate(estateId) is not { } estate || (session.Opened is { } opened && opened.EstateId != estateId))
        {
            return Refuse.With(RefusalCode.UnknownPlace, "The territory has no such estate, or the session is another's.");
        }

        return SessionRoles.Refuses(by, command, estate.GridId, territory)
            ?? (by.Role == Role.Citizen && audience != TeachingAudience.Owners
                ? Refuse.With(RefusalCode.RoleNotAllowed, "Owners order and ask for owners.")
                : null)
            ?? (session.Opened is not null && session.State() != TeachingState.Collecting
                ? Refuse.With(RefusalCode.StatusNotAllowed, "This session was held, or called off; order another.")
                : null)
            ?? (session.Opened is { } other && other.Audience != audience
                ? Refuse.With(RefusalCode.InvalidValue, "This session is for others; order another.")
                : null);
    }

    private static void Open(Step step, string id, string estateId, TeachingAudience audience, Territory territory, DecorationRules rules)
    {
        if (step.Dossier.Opened is null)
        {
            var estate = territory.FindEstate(estateId)!;
            step.Record(new SessionOpened(id, estateId, territory.FindCommunity(estate.CommunityId)!.StreetId, estate.CommunityId, estate.GridId, audience));
            step.Start(DecorationClocks.SessionHeld, rules.Clocks[DecorationClocks.SessionHeld]);
        }
    }

    /// <summary>Seven digits or more, however they are grouped: shorter ones are flats, dates and amounts.</summary>
    [GeneratedRegex(@"\d(?:[ \-]?\d){6,}", RegexOptions.CultureInvariant)]
    private static partial Regex Telephone();
}
