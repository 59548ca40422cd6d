using Dispatch.Contracts;
using Dispatch.Grains.Cases;
using Dispatch.Grains.Clocks;
using Dispatch.Grains.Teams.HandOvers;
using Dispatch.TestKit;

namespace Dispatch.Grains.Tests.Teams;

/// <summary>What a sheet says of one case, told by the case's own commands and clocks. The shift is 08:30 to 17:30, the next one until 08:30.</summary>
public sealed class HandOverFoldTests
{
    private const string Monday = "2026-09-07";

    private readonly CaseWorld _world = new(Sample.Xiashi);

    [Fact]
    public void What_is_opened_and_ended_in_a_shift_changed_and_promises_nothing()
    {
        _world.Report($"{Monday} 09:00", Role.GridWorker, "DEC-03").Do($"{Monday} 09:10", Role.GridWorker, new Settle())
            .Do($"{Monday} 10:00", Role.CommunityStaff, new Check(true));

        var sheet = Sheet();

        Assert.Equal((1, 1, 0, 0), (sheet.Opened, sheet.Ended, sheet.Escalated, sheet.Missed));
        Assert.Equal([HandOverMark.Opened, HandOverMark.Ended], Assert.Single(sheet.Changed).Marks);
        Assert.Equal(_world.At($"{Monday} 10:00"), sheet.Changed[0].At);
        Assert.Empty(sheet.Promises);
        Assert.Empty(sheet.Alarms);
    }

    [Fact]
    public void What_nobody_handles_is_missed_and_escalated_and_an_open_alarm()
    {
        _world.Report($"{Monday} 09:00", Role.CommunityStaff, "DEC-03").PassUntil($"{Monday} 11:00");

        var sheet = Sheet();

        Assert.Equal([HandOverMark.Opened, HandOverMark.Escalated, HandOverMark.Missed], Assert.Single(sheet.Changed).Marks);
        var alarm = Assert.Single(sheet.Alarms);
        Assert.Contains(HandOverMark.CaptainAlarmed, alarm.Marks);
        Assert.Contains(HandOverMark.Supervised, alarm.Marks);
    }

    [Fact]
    public void A_captains_alarm_is_over_once_somebody_was_asked_by_hand()
    {
        _world.Report($"{Monday} 09:00", Role.CommunityStaff, "DEC-03").PassUntil($"{Monday} 09:45");
        Assert.Contains(HandOverMark.CaptainAlarmed, Assert.Single(Sheet().Alarms).Marks);

        _world.Do($"{Monday} 09:46", Role.Dispatcher, new Assign(["o.zhang", "o.li"])).Do($"{Monday} 09:47", Role.Officer, new OfferAccept(), "o.zhang");

        Assert.DoesNotContain(Sheet().Alarms, line => line.Marks.Contains(HandOverMark.CaptainAlarmed));
    }

    [Fact]
    public void What_happened_before_the_shift_or_after_it_is_not_of_it()
    {
        _world.Report($"{Monday} 08:20", Role.GridWorker, "DEC-03").Do($"{Monday} 08:25", Role.GridWorker, new Settle())
            .Do($"{Monday} 17:30", Role.CommunityStaff, new Check(true));

        Assert.Equal(0, Sheet().ChangedInAll);
    }

    [Fact]
    public void Departments_that_were_called_and_an_instruction_are_promises_whenever_they_fall_due()
    {
        _world.Report($"{Monday} 09:00", Role.CommunityStaff, "FIRE-01")
            .Do($"{Monday} 09:05", Role.CommunityStaff, new Acknowledge())
            .Do($"{Monday} 09:06", Role.CommunityStaff, new CallDepartment(["fire"], WhistleGround.Emergency, "The exit is built up."))
            .Do($"{Monday} 09:10", Role.Committee, new Instruct("Tell me tonight."));

        var sheet = Sheet();

        Assert.Contains(sheet.Promises, line => line.Marks.SequenceEqual([HandOverMark.DepartmentReportsIn]) && line.Clock == "report-in:fire");
        Assert.Contains(sheet.Promises, line => line.Marks.SequenceEqual([HandOverMark.Instruction]));
        Assert.Equal(sheet.Promises.Select(line => line.At), sheet.Promises.Select(line => line.At).Order());
    }

    [Fact]
    public void A_clock_is_promised_only_when_it_falls_due_by_the_end_of_the_next_shift()
    {
        _world.Report($"{Monday} 09:00", Role.CommunityStaff, "DEC-03").Do($"{Monday} 09:05", Role.CommunityStaff, new Acknowledge());

        var (within, beyond) = (Sheet(dueBefore: $"{Monday} 18:00"), Sheet(dueBefore: $"{Monday} 10:00"));

        Assert.Equal((HandOverMark.Due, "pre-control"), (Assert.Single(Assert.Single(within.Promises).Marks), within.Promises[0].Clock));
        Assert.Empty(beyond.Promises);
    }

    [Fact]
    public void Lists_are_cut_and_counts_are_whole()
    {
        _world.Report($"{Monday} 09:00", Role.GridWorker, "DEC-03");
        var row = CaseViews.View(_world.Case, "2026-000001", 1, Sample.Xiashi).AsRow();
        var rows = Enumerable.Range(0, 100).Select(i => row with { Id = $"case-{i}" }).ToList();
        var facts = new HandOverFacts(rows, rows.ToDictionary(one => one.Id, _ => _world.Events));

        var sheet = HandOverFold.Of(facts, Shift, _world.At("2026-09-08 08:30"), _world.At($"{Monday} 17:30"));

        Assert.Equal((HandOverSheet.MostLines, 100, 100), (sheet.Changed.Count, sheet.ChangedInAll, sheet.Opened));
    }

    private DutySpan Shift => new(_world.At($"{Monday} 08:30"), _world.At($"{Monday} 17:30"));

    private HandOverSheet Sheet(string dueBefore = "2026-09-08 08:30")
    {
        var row = CaseViews.View(_world.Case, "2026-000001", 1, Sample.Xiashi).AsRow();
        var facts = new HandOverFacts([row], new Dictionary<string, IReadOnlyList<Happened>> { [row.Id] = _world.Events });
        return HandOverFold.Of(facts, Shift, _world.At(dueBefore), _world.At($"{Monday} 17:30"));
    }
}
