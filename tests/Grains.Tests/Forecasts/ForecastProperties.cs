using CsCheck;
using Dispatch.Contracts;
using Dispatch.Grains.Cases;
using Dispatch.Grains.Clocks;
using Dispatch.Grains.Forecasts;
using Dispatch.Grains.Policies;
using Dispatch.Grains.Storage;
using Dispatch.Grains.Tests.Cases;
using Dispatch.TestKit;

namespace Dispatch.Grains.Tests.Forecasts;

public sealed class ForecastProperties
{
    private static readonly Gen<(int At, long After, long Ahead, long[] Visits)> Questions =
        Gen.Select(Gen.Int[0, 30], Gen.Long[0, 50 * 3_600_000L], Gen.Long[1, 7 * 86_400_000L], Gen.Long[0, 7 * 86_400_000L].Array[0, 12]);

    [Fact]
    public void What_is_foretold_is_what_happens_when_nobody_acts() => Gen.Select(CaseWalks.All, Questions).Sample(
        (walk, question) =>
        {
            if (CaseWalks.Of(walk).Take(question.At + 1).LastOrDefault() is not ({ Case: var @case }, var then))
            {
                return;
            }

            var from = then.AddMilliseconds(question.After);
            var until = from.AddMilliseconds(question.Ahead);

            var foretold = Foretold(@case, from, until);

            Assert.Equal(Swept(@case, from, until, question.Visits), foretold);
        },
        iter: 5_000);

    [Fact]
    public void Looking_as_far_in_two_looks_is_the_same_as_in_one() => Gen.Select(CaseWalks.All, Questions).Sample(
        (walk, question) =>
        {
            if (CaseWalks.Of(walk).Take(question.At + 1).LastOrDefault() is not ({ Case: var @case }, var from))
            {
                return;
            }

            var (until, between) = (from.AddMilliseconds(question.Ahead), from.AddMilliseconds(question.Ahead / 2));
            var halfway = LeftAlone.Until(@case, Sample.Xiashi, from, between, Known).LastOrDefault()?.Case ?? @case;

            Assert.Equal(Foretold(@case, from, until), Foretold(@case, from, between).Concat(Foretold(halfway, between, until)));
        },
        iter: 2_000);

    private static Known Known(Case @case, DateTimeOffset at) =>
        CaseWalks.Known(@case) with { GridStaffed = at.Hour % 2 == 0, CommunityStaffed = at.Hour % 3 == 0 };

    private static List<(string Clock, int Generation, DateTimeOffset DueAt, CaseLevel Before, CaseLevel After, Scope Responsible)> Foretold(
        Case @case, DateTimeOffset from, DateTimeOffset until)
    {
        var (found, before) = (new List<(string, int, DateTimeOffset, CaseLevel, CaseLevel, Scope)>(), @case);
        foreach (var decision in LeftAlone.Until(@case, Sample.Xiashi, from, until, Known))
        {
            found.AddRange(Breaches.Of(before, decision).Select(breach => (
                breach.Missed.Clock, breach.Missed.Generation, breach.Missed.DueAt, breach.Before.Level, breach.LevelAfter, breach.Before.Responsible)));
            before = decision.Case;
        }

        return found;
    }

    /// <summary>
    /// What a store holds in the end when a sweeper comes the moment a row of it is past, and at other times, when it must find nothing;
    /// the case is read from the store before each firing.
    /// </summary>
    private static List<(string Clock, int Generation, DateTimeOffset DueAt, CaseLevel Before, CaseLevel After, Scope Responsible)> Swept(
        Case @case, DateTimeOffset from, DateTimeOffset until, long[] visits)
    {
        var stored = new List<EventRecord>();
        var (snapshot, rows) = (CaseJson.Snapshot(@case), CaseFiring.Deadlines(@case, Sample.Xiashi));
        var idle = new Queue<DateTimeOffset>(visits.Select(visit => from.AddMilliseconds(visit)).Order());
        while (rows.Count > 0 || idle.Count > 0)
        {
            var past = rows.Select(row => row.DueAt).DefaultIfEmpty(DateTimeOffset.MaxValue.AddDays(-1)).Min().AddMilliseconds(1);
            past = past < from ? from : past;
            var now = idle.TryPeek(out var visit) && visit < past ? idle.Dequeue() : past;
            var read = CaseJson.Case(snapshot);
            now = now < read.LastEventAt ? read.LastEventAt : now;
            if (now > until)
            {
                break;
            }

            var fired = CaseFiring.Fire(read, now, Sample.Xiashi, Known(read, now));
            Assert.Equal(now < past, fired.Events.IsEmpty);
            stored.AddRange(fired.Events.Select(CaseJson.Record));
            (snapshot, rows) = (CaseJson.Snapshot(fired.Case), CaseFiring.Deadlines(fired.Case, Sample.Xiashi));
        }

        return Misses(@case, [.. stored.Select(CaseJson.Happened)]);
    }

    /// <summary>The misses of a history; a level is what it is until the next miss.</summary>
    private static List<(string, int, DateTimeOffset, CaseLevel, CaseLevel, Scope)> Misses(Case before, Happened[] events)
    {
        var states = new List<Case> { before };
        foreach (var happened in events)
        {
            states.Add(states[^1].Apply(happened));
        }

        var found = new List<(string, int, DateTimeOffset, CaseLevel, CaseLevel, Scope)>();
        for (var i = 0; i < events.Length; i++)
        {
            if (events[i].Event is DeadlineMissed { Clock: not (ClockNames.SuspensionEnd or SideClocks.Overdue) } missed)
            {
                var end = Array.FindIndex(events, i + 1, later => later.At != events[i].At || later.Event is DeadlineMissed { Clock: not (ClockNames.SuspensionEnd or SideClocks.Overdue) });
                found.Add((missed.Clock, missed.Generation, missed.DueAt, states[i].Level, states[end < 0 ? events.Length : end].Level, states[i].Responsible));
            }
        }

        return found;
    }
}
