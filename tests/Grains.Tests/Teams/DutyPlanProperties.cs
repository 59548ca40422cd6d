using CsCheck;
using Dispatch.Contracts;
using Dispatch.Grains.Teams;
using Dispatch.Grains.Tests.Clocks;

namespace Dispatch.Grains.Tests.Teams;

public sealed class DutyPlanProperties
{
    private const int Minutes = 40 * 1_440;
    private static readonly string[] Names = ["a", "b", "c", "d", "e"];
    private static readonly DateOnly FirstDay = new(2026, 9, 1);
    private static readonly DateTimeOffset Origin = TestCalendars.Xiashi.At("2026-09-01 00:00");

    private static readonly Gen<string> Name = Gen.OneOf([.. Names]);
    private static readonly Gen<int> Minute = Gen.Int[0, 1_439];

    private static readonly Gen<IReadOnlyList<IReadOnlyList<string>>> Crews =
        Name.Array[1, 2].Select(crew => (IReadOnlyList<string>)[.. crew.Distinct()]).Array[1, 3].Select(crews => (IReadOnlyList<IReadOnlyList<string>>)crews);

    private static readonly Gen<PlannedDuty> Duties = Gen.Select(
        Crews, Minute, Minute, Gen.Enum<DutyDays>(), Gen.Int[0, 30], Gen.Int[0, 40], Gen.Int[1, 8], Gen.Int[1, 2]).Select(
        (crews, from, to, days, first, length, turn, line) => new PlannedDuty
        {
            Id = $"d{first}-{from}",
            Name = "Duty",
            Crews = crews,
            FromMinute = from,
            ToMinute = to,
            Days = days,
            Line = line,
            First = FirstDay.AddDays(first),
            Last = length == 40 ? null : FirstDay.AddDays(first + length),
            TurnDays = turn,
        });

    private static readonly Gen<DutySpan> Spans = Gen.Select(Gen.Int[0, Minutes], Gen.Int[1, 3_000])
        .Select((from, length) => new DutySpan(Origin.AddMinutes(from), Origin.AddMinutes(from + length)));

    private static readonly Gen<DutyOverride> Overrides = Gen.Select(Name, Gen.OneOf(Gen.Const((string?)null), Name.Select(name => (string?)name)), Spans).Select(
        (name, replaced, span) => new DutyOverride
        {
            Id = $"o{span.From:O}",
            UserName = name,
            Replaces = replaced == name ? null : replaced,
            Line = 1,
            From = span.From,
            To = span.To,
            By = "a",
        });

    private static readonly Gen<DutyLeave> Leaves = Gen.Select(Name, Spans, Gen.Enum<AskState>())
        .Select((name, span, state) => new DutyLeave { Id = "l", UserName = name, From = span.From, To = span.To, State = state });

    private static readonly Gen<Roster> Rosters = Gen.Select(Duties.Array[0, 4], Overrides.Array[0, 5], Leaves.Array[0, 3])
        .Select((planned, overrides, leave) => new Roster { Planned = planned, Overrides = overrides, Leave = leave });

    [Fact]
    public void Who_is_on_duty_is_what_reading_the_roster_line_by_line_says() =>
        Gen.Select(Rosters, Gen.Int[0, Minutes]).Sample(
            (roster, minute) =>
            {
                var at = Origin.AddMinutes(minute);
                var duty = PlanOf(roster).At(at);

                Assert.Equal(Naive(roster, at), duty.Select(one => one.UserName).ToHashSet());
                Assert.Equal(duty.Count, duty.DistinctBy(one => one.UserName).Count());
                Assert.All(duty, one => Assert.True(one.From <= at && at < one.Until));
            },
            iter: 4_000);

    [Fact]
    public void What_is_shown_of_a_stretch_of_time_is_what_each_of_its_instants_says() =>
        Gen.Select(Rosters, Spans, Gen.Double[0, 0.999]).Sample(
            (roster, span, part) =>
            {
                var plan = PlanOf(roster);
                var at = span.From.AddMinutes(Math.Floor((span.To - span.From).TotalMinutes * part));

                Assert.Equal(
                    plan.At(at).Select(one => one.UserName).Order(StringComparer.Ordinal),
                    plan.Between(span.From, span.To).Where(one => one.From <= at && at < one.Until).Select(one => one.UserName).Distinct().Order(StringComparer.Ordinal));
            },
            iter: 2_000);

    [Fact]
    public void Round_the_clock_exactly_one_crew_is_there_at_every_instant_in_every_zone() =>
        Gen.Select(Gen.OneOf([.. TestCalendars.All]), Crews, Minute, Gen.Int[1, 400], Gen.Int[0, 365 * 1_440]).Sample(
            (calendar, crews, hour, turn, minute) =>
            {
                var duty = new PlannedDuty
                {
                    Id = "d1",
                    Name = "Duty",
                    Crews = crews,
                    FromMinute = hour,
                    ToMinute = hour,
                    First = new DateOnly(2025, 12, 1),
                    TurnDays = Math.Min(turn, 366),
                };
                var days = new DutyCalendar(calendar.Zone, calendar);
                var plan = new DutyPlan(new Roster { Planned = [duty] }, days);
                var at = days.At(new DateOnly(2026, 1, 1), 0).AddMinutes(minute);

                var there = plan.At(at).Select(one => one.UserName).ToHashSet();
                Assert.Contains(crews, crew => there.SetEquals(crew));
                Assert.Empty(plan.Gaps(at, at.AddDays(3)));
                Assert.Null(plan.Doubled(Names, at, at.AddDays(3)));
            },
            iter: 3_000);

    [Fact]
    public void A_gap_is_where_a_duty_lacks_its_people_and_nowhere_else() =>
        Gen.Select(Duties, Leaves.Array[0, 3], Gen.Int[0, Minutes]).Sample(
            (duty, leave, minute) =>
            {
                var roster = new Roster { Planned = [duty with { Last = null, Line = 2 }], Leave = leave };
                var at = Origin.AddMinutes(minute);
                var lacks = PlanOf(roster with { Leave = [] }).At(at).Count > 0 && PlanOf(roster).At(at).Count == 0;

                Assert.Equal(lacks, PlanOf(roster).Gaps(Origin, Origin.AddMinutes(Minutes + 1)).Any(gap => gap.From <= at && at < gap.To));
            },
            iter: 2_000);

    [Fact]
    public void A_swap_that_both_agreed_leaves_as_many_on_duty_as_before() =>
        Gen.Select(Gen.Int[0, 30], Gen.Int[0, 9], Gen.Int[0, 30]).Sample(
            (mine, hours, theirs) =>
            {
                var world = new TeamWorld();
                world.Do("2026-08-31 12:00", TeamWorld.Captain, new PlanDuty(TeamWorld.Duty("08:00-20:00", "officer-1 officer-2")))
                    .Do("2026-08-31 12:00", TeamWorld.Captain, new PlanDuty(TeamWorld.Duty("20:00-08:00", "officer-3 officer-4")));
                var before = Counts(world);
                var (given, taken) = (world.At("2026-09-08 08:00").AddDays(mine), world.At("2026-09-08 20:00").AddDays(theirs));

                world.Do("2026-09-07 09:00", TeamWorld.As("officer-1"), new AskSwap("officer-3", new(given, given.AddHours(12 - hours)), new(taken, taken.AddHours(12))))
                    .Do("2026-09-07 10:00", TeamWorld.As("officer-3"), new AnswerSwap("s3", true));

                Assert.Equal(before, Counts(world));
                Assert.Null(world.Plan.Doubled(["officer-1", "officer-3"], given, given.AddDays(60)));
            },
            iter: 40);

    private static List<int> Counts(TeamWorld world) =>
        [.. Enumerable.Range(0, 45 * 24).Select(hour => world.Plan.At(world.At("2026-09-07 08:00").AddHours(hour)).Count)];

    private static DutyPlan PlanOf(Roster roster) => new(roster, new DutyCalendar(TestCalendars.Xiashi.Zone, TestCalendars.Xiashi));

    /// <summary>By the wall clock, without stretches of time: where no hour is ever skipped, that is the same.</summary>
    private static HashSet<string> Naive(Roster roster, DateTimeOffset at)
    {
        var local = TimeZoneInfo.ConvertTime(at, TestCalendars.Xiashi.Zone).DateTime;
        var there = new List<string>();
        foreach (var duty in roster.Planned)
        {
            foreach (var day in (DateOnly[])[DateOnly.FromDateTime(local), DateOnly.FromDateTime(local).AddDays(-1)])
            {
                var begins = day.ToDateTime(default).AddMinutes(duty.FromMinute);
                var ends = day.ToDateTime(default).AddMinutes(duty.ToMinute > duty.FromMinute ? duty.ToMinute : duty.ToMinute + 1_440);
                var works = TestCalendars.Xiashi.IsWorkingDay(day);
                if (begins <= local && local < ends && day >= duty.First && !(day > duty.Last)
                    && (duty.Days == DutyDays.EveryDay || works == (duty.Days == DutyDays.WorkingDays)))
                {
                    there.AddRange(duty.Crews[(day.DayNumber - duty.First.DayNumber) / duty.TurnDays % duty.Crews.Count]);
                }
            }
        }

        foreach (var one in roster.Overrides.Where(one => one.From <= at && at < one.To))
        {
            there = one.Replaces is null ? [.. there, one.UserName] : [.. there.Select(name => name == one.Replaces ? one.UserName : name)];
        }

        there.RemoveAll(name => roster.Leave.Any(leave => leave.State == AskState.Agreed && leave.UserName == name && leave.From <= at && at < leave.To));
        return [.. there];
    }
}
