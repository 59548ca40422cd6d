using System.Collections.Frozen;
using System.Collections.Immutable;
using Dispatch.Contracts;
using Dispatch.Grains.Clocks;
using Dispatch.Grains.Policies;

namespace Dispatch.Grains.Cases;

/// <summary>
/// The clocks beside a case's own course: each called department has two of its own, the committee's instruction and the reply to another
/// system have one each, so has a case that stays overdue, and those who are on site have one for their next sign and one for an alarm.
/// Their rules are made from the case and its pack, since no type can name them; they stop like any other, and no status waits for them.
/// </summary>
public static class SideClocks
{
    /// <summary>The committee's instruction.</summary>
    public const string Instruction = "instruction";

    /// <summary>Until the next sign from those who are on site.</summary>
    public const string CheckIn = "check-in";

    /// <summary>From an alarm until somebody has acknowledged it.</summary>
    public const string Alarm = "alarm";

    /// <summary>The next reminder or card of a case that stays overdue.</summary>
    public const string Overdue = ClockView.Overdue;

    /// <summary>The reply that another system waits for.</summary>
    public const string ExternalReply = "external-reply";

    private const string ReportInPrefix = "report-in:";
    private const string AnswerPrefix = "answer:";
    private static readonly TimeSpan Minute = TimeSpan.FromMinutes(1);

    /// <summary>From a department's call until it has reported in.</summary>
    public static string ReportIn(string department) => ReportInPrefix + department;

    /// <summary>From a department's reporting in until its answer.</summary>
    public static string Answer(string department) => AnswerPrefix + department;

    /// <summary>The department whose reporting in a clock waits for; null for any other clock.</summary>
    public static string? ReportInOf(string clock) =>
        clock.StartsWith(ReportInPrefix, StringComparison.Ordinal) ? clock[ReportInPrefix.Length..] : null;

    /// <summary>The department whose answer a clock waits for; null for any other clock.</summary>
    public static string? AnswerOf(string clock) => clock.StartsWith(AnswerPrefix, StringComparison.Ordinal) ? clock[AnswerPrefix.Length..] : null;

    /// <summary>
    /// Whether a clock promises something about the matter or about time for it, so that a miss of it is counted and foretold. Ends of
    /// suspensions, surges and drills and the next reminder are appointments: nobody is late when they come.
    /// </summary>
    public static bool IsPromise(string clock) => !ClockNames.Appointments.Contains(clock) && clock != Overdue && !IsSafety(clock);

    /// <summary>Whether a clock is one of these.</summary>
    public static bool IsSide(string clock) =>
        clock is Instruction or Overdue or ExternalReply || IsSafety(clock) || ReportInOf(clock) is not null || AnswerOf(clock) is not null;

    /// <summary>Whether a clock is about those on site and not about the matter: no figure counts it, nothing excuses it, and no case is late by it.</summary>
    public static bool IsSafety(string clock) => clock is CheckIn or Alarm;

    /// <summary>The time between two signs from the site of a case; null where its pack waits for none.</summary>
    public static Budget? CheckInTime(Case @case, PolicyPack pack) => pack.Safety.CheckIn.GetValueOrDefault(@case.Type)?.For(@case.InProgress);

    /// <summary>The clocks of a case's course with those beside it.</summary>
    /// <param name="course">What the type gives.</param>
    /// <param name="case">The case.</param>
    /// <param name="pack">The pack that it keeps.</param>
    public static ClockSet With(ClockSet course, Case @case, PolicyPack pack)
    {
        var checkIn = @case.Status == CaseStatus.OnSite ? CheckInTime(@case, pack) : null;
        if (@case is { Called: null, Instruction: null, OpenAlarm: null, External: null } && checkIn is null)
        {
            return course;
        }

        var rules = ImmutableArray.CreateBuilder<ClockRule>(course.Rules.Length + (2 * @case.Assists.Length) + 4);
        rules.AddRange(course.Rules);
        foreach (var assist in @case.Assists)
        {
            if (pack.Callable.TryGetValue(assist.Department, out var rule))
            {
                rules.Add(Rule(ReportIn(assist.Department), rule.ReportInFor(course.Urgent), DepartmentReportedIn.TriggerOf(assist.Department), rule.Marks, pack));
                rules.Add(Rule(Answer(assist.Department), rule.AnswerFor(course.Urgent), DepartmentAnswered.TriggerOf(assist.Department), rule.Marks, pack));
            }
        }

        if (@case.Instruction is { } instruction && (BudgetUntil(instruction) ?? pack.Instruction) is { } budget)
        {
            rules.Add(Rule(Instruction, budget, nameof(InstructionAnswered), [SlaClock.Expiry], pack));
        }

        if (checkIn is { } every)
        {
            var time = @case.Signs?.PairAskedAt is null ? every : pack.Safety.Pair;
            rules.Add(Rule(CheckIn, time, nameof(CheckedIn), [SlaClock.Expiry], pack) with { StartOn = FrozenSet.Create(nameof(CaseStatus.OnSite)) });
        }

        if (@case.OpenAlarm is not null)
        {
            rules.Add(Rule(Alarm, pack.Safety.Alarm, nameof(AlarmAcknowledged), [SlaClock.Expiry], pack));
        }

        if (@case.External is { } external && pack.Sources.TryGetValue(external.Source, out var source))
        {
            rules.Add(Rule(ExternalReply, external.BudgetUntil ?? source.ReplyWithin, nameof(ExternalReplied), source.Marks, pack));
        }

        return new ClockSet(rules.ToImmutable());
    }

    /// <summary>
    /// From when an instruction's clock counts: of one with an instant of its own a little before it was given, since budgets are whole
    /// minutes and it ends to the millisecond; null for one that takes the pack's time.
    /// </summary>
    public static DateTimeOffset? CountsFrom(Instruction instruction) =>
        BudgetUntil(instruction) is { } budget ? instruction.Until - (budget.Amount * Minute) : null;

    private static Budget? BudgetUntil(Instruction instruction) => instruction.Until is { } until
        ? new Budget((int)Math.Ceiling((until - instruction.At) / Minute), BudgetUnit.Minute, isUrgent: true)
        : null;

    private static ClockRule Rule(string name, Budget budget, string stopOn, ImmutableArray<int> marks, PolicyPack pack) => new()
    {
        Name = name,
        Budget = budget,
        Calendar = pack.StreetCalendar.Id,
        Marks = marks,
        StartOn = [],
        StopOn = FrozenSet.Create(stopOn),
        OnExpiry = Expiry.Record,
    };
}
