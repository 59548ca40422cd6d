using Dispatch.Contracts;
using Dispatch.Grains.Cases;
using Dispatch.Grains.Clocks;
using Dispatch.Grains.Policies;

namespace Dispatch.Grains.Teams.HandOvers;

/// <summary>How facts make a sheet: what changed is read from events between two instants, promises and alarms from how the cases stand.</summary>
internal static class HandOverFold
{
    /// <summary>The sheet of a shift.</summary>
    /// <param name="facts">Rows and events.</param>
    /// <param name="shift">What changed at its end or later belongs to the next one.</param>
    /// <param name="dueBefore">The end of the next shift: what falls due by then is promised.</param>
    /// <param name="asOf">The instant of the rows.</param>
    public static HandOverSheet Of(HandOverFacts facts, DutySpan shift, DateTimeOffset dueBefore, DateTimeOffset asOf)
    {
        var changed = facts.Rows.Select(row => Changed(row, facts, shift)).OfType<HandOverLine>().ToList();
        var promises = facts.Rows.Where(row => row.Status.IsOpen()).SelectMany(row => Promises(row, dueBefore)).ToList();
        var alarms = facts.Rows.Where(row => row.Status.IsOpen()).Select(row => Alarm(row, facts)).OfType<HandOverLine>().ToList();
        return new HandOverSheet
        {
            AsOf = asOf,
            Opened = Count(changed, HandOverMark.Opened),
            Ended = Count(changed, HandOverMark.Ended),
            Escalated = Count(changed, HandOverMark.Escalated),
            Missed = Count(changed, HandOverMark.Missed),
            Changed = Cut(changed.OrderBy(line => line.Marks.Any(mark => mark is HandOverMark.Missed or HandOverMark.Escalated) ? 0 : 1).ThenByDescending(line => line.At)),
            ChangedInAll = changed.Count,
            Promises = Cut(promises.OrderBy(line => line.At ?? DateTimeOffset.MaxValue).ThenBy(line => line.Number, StringComparer.Ordinal)),
            PromisesInAll = promises.Count,
            Alarms = Cut(alarms.OrderBy(line => line.At ?? DateTimeOffset.MinValue).ThenBy(line => line.Number, StringComparer.Ordinal)),
            AlarmsInAll = alarms.Count,
        };
    }

    private static int Count(List<HandOverLine> lines, HandOverMark mark) => lines.Count(line => line.Marks.Contains(mark));

    private static IReadOnlyList<HandOverLine> Cut(IEnumerable<HandOverLine> lines) => [.. lines.Take(HandOverSheet.MostLines)];

    private static HandOverLine? Changed(CaseRow row, HandOverFacts facts, DutySpan shift)
    {
        var (marks, last) = (new SortedSet<HandOverMark>(), shift.From);
        foreach (var happened in facts.Histories.GetValueOrDefault(row.Id) ?? [])
        {
            if (happened.At < shift.From || happened.At >= shift.To)
            {
                continue;
            }

            if (happened.Event is EscalationAnswered)
            {
                // It was done in time after all: nobody missed it.
                marks.Remove(HandOverMark.Missed);
                marks.Remove(HandOverMark.Escalated);
            }
            else if (MarkOf(happened.Event) is { } mark)
            {
                marks.Add(mark);
                last = happened.At;
            }
        }

        return marks.Count == 0 ? null : Line(row, [.. marks], last);
    }

    private static HandOverMark? MarkOf(OwnerEvent happening) => happening switch
    {
        Reported => HandOverMark.Opened,
        Closed or Rejected or Merged => HandOverMark.Ended,
        Escalated { Reason: EscalationReason.Expired or EscalationReason.Unstaffed or EscalationReason.ByHand } => HandOverMark.Escalated,
        DeadlineMissed missed when !ClockNames.OfConsent.Contains(missed.Clock) => HandOverMark.Missed,
        _ => null,
    };

    private static IEnumerable<HandOverLine> Promises(CaseRow row, DateTimeOffset dueBefore) =>
        from clock in row.Clocks
        let mark = MarkOf(clock.Name)
        where mark is not HandOverMark.Due || clock.DueAt < dueBefore
        select Line(row, [mark], clock.DueAt) with { Clock = clock.Name };

    private static HandOverMark MarkOf(string clock) => clock switch
    {
        ClockNames.ExtensionDecision => HandOverMark.ExtensionAsked,
        ClockNames.SuspensionDecision => HandOverMark.SuspensionAsked,
        ClockNames.SuspensionEnd => HandOverMark.SuspensionEnds,
        ClockNames.SuspensionReview => HandOverMark.SuspensionReview,
        ClockNames.Check => HandOverMark.Check,
        SideClocks.Instruction => HandOverMark.Instruction,
        _ => SideClocks.ReportInOf(clock) is not null ? HandOverMark.DepartmentReportsIn
            : SideClocks.AnswerOf(clock) is not null ? HandOverMark.DepartmentAnswers
            : HandOverMark.Due,
    };

    private static HandOverLine? Alarm(CaseRow row, HandOverFacts facts)
    {
        var alarmed = AlarmedSince(facts.Histories.GetValueOrDefault(row.Id) ?? []);
        var marks = new List<HandOverMark>(3);
        if (alarmed is not null)
        {
            marks.Add(HandOverMark.CaptainAlarmed);
        }

        if (row.OverdueSince is not null)
        {
            marks.Add(HandOverMark.Overdue);
        }

        if (row.Level == CaseLevel.Supervision)
        {
            marks.Add(HandOverMark.Supervised);
        }

        return marks.Count == 0 ? null : Line(row, marks, alarmed < row.OverdueSince ? alarmed : row.OverdueSince ?? alarmed);
    }

    /// <summary>Since when the captain's last alarm is open: nobody has taken the case on since, and no person has asked anybody.</summary>
    private static DateTimeOffset? AlarmedSince(IEnumerable<Happened> events)
    {
        DateTimeOffset? since = null;
        foreach (var happened in events)
        {
            since = happened.Event switch
            {
                CaptainAlarmed => since ?? happened.At,
                Assigned { Automatic: true } => since,
                Assigned or OfferAccepted or Arrived or TakenBack or Resolved or Suspended or Whistled or EscalationAnswered { TakenBack: true } => null,
                _ => since,
            };
        }

        return since;
    }

    private static HandOverLine Line(CaseRow row, IReadOnlyList<HandOverMark> marks, DateTimeOffset? at) => new()
    {
        CaseId = row.Id,
        Number = row.Number,
        Type = row.Type,
        GridId = row.GridId,
        PlaceName = row.PlaceName,
        Estate = row.Estate,
        Building = row.Building,
        Status = row.Status,
        Responsible = row.Responsible,
        Marks = marks,
        At = at,
    };
}
