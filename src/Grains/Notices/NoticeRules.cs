using Dispatch.Contracts;
using Dispatch.Grains.Cases;
using Dispatch.Grains.Policies;
using Dispatch.Grains.Storage;

namespace Dispatch.Grains.Notices;

/// <summary>
/// What a step of a case leaves to be told: whatever waits for somebody now and did not before is opened, and whatever waited and
/// does no longer is over. So nobody is told twice of one matter, and nobody of a matter that is gone.
/// </summary>
public static class NoticeRules
{
    private const string Rework = "rework";

    /// <summary>The clocks of which captains are told, with the statuses in which that is news.</summary>
    private static readonly (string Clock, CaseStatus[] Lasts)[] Alarms =
    [
        (ClockNames.Assign, [CaseStatus.AwaitingDispatch, CaseStatus.Offered]),
        (ClockNames.Accept, [CaseStatus.AwaitingDispatch, CaseStatus.Offered]),
        (ClockNames.Arrive, [CaseStatus.EnRoute]),
    ];

    /// <summary>What is to be told, and what is over; nothing under a pack that tells nobody.</summary>
    /// <param name="before">The case before; null for a report.</param>
    /// <param name="decision">What was decided.</param>
    /// <param name="pack">The pack that the case keeps.</param>
    public static NoticeChanges Of(Case? before, Decision decision, PolicyPack pack)
    {
        if (pack.Telling is null)
        {
            return NoticeChanges.None;
        }

        var stood = before is null ? [] : Matters.Of(before).ToList();
        var stands = Matters.Of(decision.Case).ToList();
        List<Matter> news = [.. stands.Where(matter => !stood.Exists(old => old.Cause == matter.Cause)), .. Passing(decision)];
        List<string> gone =
        [
            .. stood.Where(matter => !stands.Exists(now => now.Cause == matter.Cause)).Select(matter => matter.Cause),
            .. before is null ? [] : Over(before, decision.Case),
        ];
        return news.Count + gone.Count == 0 ? NoticeChanges.None : new NoticeChanges(gone, [.. news.Select(matter => Notice(matter, decision, pack))]);
    }

    /// <summary>What events alone tell: the case does not show it.</summary>
    private static IEnumerable<Matter> Passing(Decision decision)
    {
        var (@case, told) = (decision.Case, new HashSet<string>(StringComparer.Ordinal));
        foreach (var happened in @case.IsOpen ? decision.Events : [])
        {
            var matter = happened.Event switch
            {
                CaptainAlarmed alarm => new Matter(Alarm(alarm.Clock), NoticeReceiver.Captain(@case.Place.StreetId), "alarm"),
                Checked { Passed: false } => new Matter(Rework, Matters.Receiver(@case.Responsible), Rework),
                _ => default,
            };
            if (matter.Cause is not null && Lasts(matter.Cause, @case) && told.Add(matter.Cause))
            {
                yield return matter;
            }
        }
    }

    /// <summary>Which of the passing matters may have stood before and stand no longer.</summary>
    private static IEnumerable<string> Over(Case before, Case after) => before.Status == after.Status && before.IsOpen == after.IsOpen
        ? Clocks(before).Select(Alarm).Where(cause => Lasts(cause, before) && !Lasts(cause, after))
        : Clocks(before).Select(Alarm).Append(Rework).Where(cause => Lasts(cause, before) && !Lasts(cause, after));

    private static bool Lasts(string cause, Case @case)
    {
        if (!@case.IsOpen || cause == Rework)
        {
            return @case.IsOpen && @case.Status is CaseStatus.AtGrid or CaseStatus.PreControl or CaseStatus.OnSite;
        }

        var clock = cause[(cause.IndexOf(':', StringComparison.Ordinal) + 1)..];
        var known = Array.Find(Alarms, alarm => alarm.Clock == clock);
        return known.Lasts is { } statuses ? statuses.Contains(@case.Status) : @case.FindClock(clock) is { IsOpen: true };
    }

    /// <summary>The clocks whose alarms may stand: those that run, or were missed and wait for an answer.</summary>
    private static IEnumerable<string> Clocks(Case @case) => @case.Clocks
        .Where(clock => clock.IsOpen && !SideClocks.IsSide(clock.Name)).Select(clock => clock.Name)
        .Union(Alarms.Where(alarm => alarm.Lasts.Contains(@case.Status)).Select(alarm => alarm.Clock), StringComparer.Ordinal);

    private static Text TitleOf(Case @case, PolicyPack pack)
    {
        var title = pack.Types[@case.Type].Title;
        return @case.IsDrill ? new Text(CaseViews.DrillTitle + title.Zh, $"Drill: {title.En}") : title;
    }

    private static string Alarm(string clock) => $"alarm:{clock}";

    private static NewNotice Notice(Matter matter, Decision decision, PolicyPack pack)
    {
        var @case = decision.Case;
        var returned = decision.Events.Any(happened => happened.Event is Returned) && matter.What is "verify" or "grid" or "acknowledge" or "assign";
        return new NewNotice
        {
            Receiver = matter.Receiver,
            Cause = matter.Cause,
            Urgent = matter.What is Matters.Offer or Matters.Help or Matters.Pair or "alarm" || @case.Course(pack).Urgent,
            At = decision.Events[^1].At,
            Payload = new NoticePayload(
                returned ? "returned" : matter.What, @case.Type, TitleOf(@case, pack), @case.Place.PlaceName, decision.Events[0].Actor).ToJson(),
        };
    }
}
