using Dispatch.Contracts;
using Dispatch.Grains.Cases;
using Dispatch.Grains.Clocks;
using Dispatch.Grains.Policies;

namespace Dispatch.Grains.Mornings;

/// <summary>Makes a morning of its facts. Pure.</summary>
public static class Morning
{
    /// <summary>How far back cards are listed.</summary>
    public static readonly TimeSpan CardsOf = TimeSpan.FromDays(7);

    /// <summary>How often an open case was returned that is worth a look.</summary>
    private const int Often = 2;

    /// <summary>The page.</summary>
    public static MorningView Of(MorningFacts facts)
    {
        var (days, late) = (facts.Days, Late(facts));
        return new MorningView
        {
            Scope = facts.Query.Scope,
            Day = days.Day,
            At = facts.Query.Now,
            Since = days.Since,
            LateYesterday = Listed(facts, late.Where(one => one.Missed.DueAt >= days.Since && one.Missed.DueAt < days.From)),
            LateToday = Listed(facts, late.Where(one => one.Missed.DueAt >= days.From && one.Missed.DueAt < days.To)),
            ToBeLate = ToBeLate(facts),
            Approvals = Approvals(facts),
            ReturnedTwice = ReturnedTwice(facts),
            SilentHubs = facts.Silent,
            Cards = CardsIn(facts),
            Outages = facts.Outages,
        };
    }

    /// <summary>The misses that a morning's lists show, so that only their cases need be read: the first of each list.</summary>
    public static IEnumerable<string> OwnersOf(MorningFacts facts)
    {
        var (days, late) = (facts.Days, Late(facts));
        return late.Where(one => one.Missed.DueAt < days.From).Take(MorningQuery.MostItems)
            .Concat(late.Where(one => one.Missed.DueAt >= days.From).Take(MorningQuery.MostItems))
            .Select(one => one.OwnerId)
            .Concat((facts.Ahead?.Items ?? []).Take(MorningQuery.MostItems).Select(item => Scope.Case(item.CaseId).ToString()))
            .Distinct(StringComparer.Ordinal);
    }

    /// <summary>Whether an open case is on the page for what waits in it.</summary>
    public static bool Concerns(Case @case, PolicyPack pack, MorningDays days) => @case.TimesReturned >= Often || Asked(@case, pack, days).Any();

    /// <summary>Misses within the days, without those that were answered in time after all, the longest late first.</summary>
    private static List<(string OwnerId, DeadlineMissed Missed)> Late(MorningFacts facts)
    {
        var answered = facts.Misses.Select(one => (one.OwnerId, Answer: one.Happened.Event as EscalationAnswered))
            .Where(one => one.Answer is not null).Select(one => (one.OwnerId, one.Answer!.Clock, one.Answer.Generation)).ToHashSet();
        return
        [
            .. facts.Misses.Select(one => (one.OwnerId, Missed: one.Happened.Event as DeadlineMissed))
                .Where(one => one.Missed is { } missed && SideClocks.IsPromise(missed.Clock)
                    && missed.DueAt >= facts.Days.Since && missed.DueAt < facts.Days.To
                    && !answered.Contains((one.OwnerId, missed.Clock, missed.Generation)))
                .Select(one => (one.OwnerId, one.Missed!))
                .OrderBy(one => one.Item2.DueAt).ThenBy(one => one.OwnerId, StringComparer.Ordinal),
        ];
    }

    private static MorningCases Listed(MorningFacts facts, IEnumerable<(string OwnerId, DeadlineMissed Missed)> late)
    {
        var all = late.ToList();
        return new MorningCases(all.Count, [
            .. all.Take(MorningQuery.MostItems).Where(one => facts.Cases.ContainsKey(one.OwnerId)).Select(one =>
                Row(facts.Cases[one.OwnerId]) with { Clock = one.Missed.Clock, DueAt = one.Missed.DueAt, Excused = one.Missed.Excused }),
        ]);
    }

    private static MorningCases ToBeLate(MorningFacts facts) => facts.Ahead is not { } ahead
        ? new MorningCases(0, [])
        : new MorningCases(ahead.Total, [
            .. ahead.Items.Take(MorningQuery.MostItems)
                .Select(item => (Item: item, Fact: facts.Cases.GetValueOrDefault(Scope.Case(item.CaseId).ToString())))
                .Where(one => one.Fact is not null)
                .Select(one => Row(one.Fact!) with { Clock = one.Item.Clock, DueAt = one.Item.DueAt, Responsible = one.Item.Responsible }),
        ]);

    private static MorningApprovals Approvals(MorningFacts facts)
    {
        var all = facts.Cases.Values.SelectMany(fact => Asked(fact.Case, fact.Pack, facts.Days).Select(asked => asked with { Case = Row(fact) }))
            .OrderBy(asked => asked.DecideBy ?? asked.Card?.At ?? DateTimeOffset.MaxValue).ThenBy(asked => asked.Case.Number, StringComparer.Ordinal)
            .ToList();
        return new MorningApprovals(all.Count, [.. all.Take(MorningQuery.MostItems)]);
    }

    private static MorningCases ReturnedTwice(MorningFacts facts)
    {
        var all = facts.Cases.Values.Where(fact => fact.Case.IsOpen && fact.Case.TimesReturned >= Often)
            .OrderByDescending(fact => fact.Case.TimesReturned).ThenBy(fact => fact.Number, StringComparer.Ordinal).ToList();
        return new MorningCases(all.Count, [.. all.Take(MorningQuery.MostItems).Select(Row)]);
    }

    private static MorningCards CardsIn(MorningFacts facts)
    {
        var since = facts.Query.Now - CardsOf;
        var all = facts.Cases.Values
            .SelectMany(fact => fact.Case.Cards.Where(card => card.State != CardState.Proposed && card.At >= since).Select(card => (Fact: fact, Card: card)))
            .OrderByDescending(one => one.Card.At).ThenBy(one => one.Fact.Number, StringComparer.Ordinal).ToList();
        return new MorningCards(all.Count, [.. all.Take(MorningQuery.MostItems).Select(one => new MorningCard(Row(one.Fact), CaseViews.Card(one.Card)))]);
    }

    /// <summary>What waits for the supervisor in a case; a review from the day on by whose end it is due.</summary>
    private static IEnumerable<MorningApproval> Asked(Case @case, PolicyPack pack, MorningDays days)
    {
        if (@case is { IsOpen: true, PendingExtension: { } extension })
        {
            yield return Approval(ApprovalKind.Extension, DueAt(@case, ClockNames.ExtensionDecision, pack)) with
            {
                By = extension.By,
                Reason = extension.Reason,
                Clock = extension.Clock,
                Length = extension.Length.ToString(),
            };
        }

        if (@case is { IsOpen: true, PendingSuspension: { } suspension })
        {
            yield return Approval(ApprovalKind.Suspension, DueAt(@case, ClockNames.SuspensionDecision, pack)) with
            {
                By = suspension.By,
                Reason = suspension.Reason,
                Until = suspension.Until,
            };
        }

        if (@case.Status == CaseStatus.Suspended && DueAt(@case, ClockNames.SuspensionReview, pack) is { } review
            && (review < days.To || @case.ReviewsMissed > 0))
        {
            yield return Approval(ApprovalKind.Review, review);
        }

        foreach (var card in @case.Cards.Where(card => card.State == CardState.Proposed))
        {
            yield return Approval(ApprovalKind.Card, decideBy: null) with { Card = CaseViews.Card(card) };
        }
    }

    private static MorningApproval Approval(ApprovalKind kind, DateTimeOffset? decideBy) => new() { Case = null!, Kind = kind, DecideBy = decideBy };

    private static DateTimeOffset? DueAt(Case @case, string clock, PolicyPack pack) =>
        @case.FindClock(clock) is { State: ClockState.Running } running ? running.DueAt(pack.Calendars[running.Calendar]) : null;

    private static MorningCase Row(MorningFact fact) => new()
    {
        Id = fact.Case.Id,
        Number = fact.Number,
        Type = fact.Case.Type,
        Title = fact.Pack.Types[fact.Case.Type].Title.Zh,
        Status = fact.Case.Status,
        Responsible = fact.Case.Responsible,
        TimesReturned = fact.Case.TimesReturned is > 0 and var times ? times : null,
    };
}
