using Dispatch.Contracts;
using Dispatch.Contracts.Decoration;
using Dispatch.Grains.Decoration.Sessions;

namespace Dispatch.Grains.Decoration.Committee.Sections;

/// <summary>Teaching in the month, and how many violations there were before and after the quarter's sessions.</summary>
internal static class TeachingSection
{
    private static readonly Text Title = new("普法", "Teaching the rules");
    private static readonly Text Note = new(
        "前后对比：本季度每场普法前后相同天数内该小区的违规数（限本季度内）；只列件数，件数少时不作结论。",
        "Before and after: violations at the estate in as many days before each session of the quarter as after it, within the quarter. Counts only: a few cases prove nothing.");

    private static readonly Text Held = new("本月举办", "Sessions held");
    private static readonly Text Asked = new("本月收到提问", "Questions asked");
    private static readonly Text Published = new("本月公布答复", "Answers published");
    private static readonly Text Signed = new("本月物业签收清单", "Spot lists signed by managers");
    private static readonly Text Before = new("普法前违规", "Violations before");
    private static readonly Text After = new("普法后违规", "Violations after");

    public static CommitteeSection Of(CommitteeFacts facts)
    {
        List<(CommitteeDossier Dossier, TeachingSession State)> sessions = [.. facts.Of<TeachingSession>()];
        return new CommitteeSection("teaching", Title, Note,
        [
            Line<SessionHeld>("held", Held),
            Line<QuestionAsked>("asked", Asked),
            Line<AnswersPublished>("published", Published),
            Line<SpotListSigned>("signed", Signed),
            Effect("violations-before", Before, static (opened, heldAt, length) => opened >= heldAt - length && opened < heldAt),
            Effect("violations-after", After, static (opened, heldAt, length) => opened >= heldAt && opened < heldAt + length),
        ]);

        CommitteeLine Line<TEvent>(string id, Text title) => CommitteeSources.Line(id, title,
            from session in sessions
            from happened in session.Dossier.Events
            where happened.Event is TEvent && facts.Month.Holds(happened.At)
            select CommitteeSources.Of(session.Dossier, facts));

        CommitteeLine Effect(string id, Text title, Func<DateTimeOffset, DateTimeOffset, TimeSpan, bool> counts) => CommitteeSources.Line(id, title,
            from session in sessions
            where session.State.HeldAt is { } at && facts.Month.QuarterHolds(at)
            let heldAt = session.State.HeldAt!.Value
            let length = Comparable(heldAt, facts)
            from one in facts.Cases
            where one.State.Place.Estate == session.State.Opened!.EstateId && facts.IsViolation(one) && counts(one.Facts.OpenedAt, heldAt, length)
            select CommitteeSources.Of(one, facts));
    }

    /// <summary>How long both sides of a session are known in the quarter; at most as long as the pack compares.</summary>
    private static TimeSpan Comparable(DateTimeOffset heldAt, CommitteeFacts facts)
    {
        var end = facts.AsOf < facts.Month.QuarterTo ? facts.AsOf : facts.Month.QuarterTo;
        return new[] { heldAt - facts.Month.QuarterFrom, end - heldAt, TimeSpan.FromDays(facts.Number(DecorationNumbers.SessionEffectDays)) }.Min();
    }
}
