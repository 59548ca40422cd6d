using CsCheck;
using Dispatch.Contracts;
using Dispatch.Contracts.Decoration;
using Dispatch.Grains.Decoration.Dossiers;
using Dispatch.Grains.Decoration.Filings;
using Dispatch.TestKit;

namespace Dispatch.Grains.Tests.Decoration;

/// <summary>What holds of a flat's filings however they are filed, inspected and left lying.</summary>
public sealed class FilingProperties
{
    private static readonly WorkStage[] Stages = Enum.GetValues<WorkStage>();

    private static readonly Gen<(int Hours, int What, int From, int Days, bool Good)[]> Walks =
        Gen.Select(Gen.Int[0, 200], Gen.Int[0, 4], Gen.Int[0, 60], Gen.Int[0, 40], Gen.Bool).Array[1, 25];

    [Fact]
    public void Open_filings_never_overlap_and_clocks_run_for_open_ones_alone() => Walks.Sample(walk =>
    {
        foreach (var flat in Walked(walk))
        {
            var open = flat.Filings.Where(UnitFilings.IsOpen).ToList();
            Assert.All(open, one => Assert.DoesNotContain(open, other => other.Number != one.Number && one.From <= other.To && other.From <= one.To));
            var running = DossierClocks.Deadlines(flat.Clocks, Sample.Xiashi).Select(deadline => deadline.Clock[(deadline.Clock.LastIndexOf('-') + 1)..]);
            Assert.All(running, number => Assert.Contains(open, filing => $"{filing.Number}" == number));
        }
    });

    [Fact]
    public void An_inspection_of_a_standing_filing_was_passed_or_has_a_clock_or_is_with_supervision() => Walks.Sample(walk =>
    {
        foreach (var flat in Walked(walk))
        {
            foreach (var filing in flat.Filings.Where(filing => filing.State == FilingState.Standing))
            {
                Assert.All(filing.Inspections, inspection => Assert.True(
                    inspection.IsPassed() || inspection.Level == FilingLevel.Supervision
                    || flat.Clock(FilingClock.Inspection(filing.Number, inspection.Stage)) is { State: ClockState.Running }));
            }
        }
    });

    [Fact]
    public void A_levels_time_is_never_over_before_the_level_below_had_its_own() => Walks.Sample(walk =>
    {
        var before = new UnitFilings();
        foreach (var flat in Walked(walk))
        {
            foreach (var (was, now) in before.Filings.Zip(flat.Filings))
            {
                Assert.All(was.Inspections.Zip(now.Inspections), pair => Assert.True(pair.Second.Level <= pair.First.Level + 1));
            }

            before = flat;
        }
    });

    // After each step: time passes hour by hour, so that every mark fires by itself, then somebody does something or is refused.
    private static IEnumerable<UnitFilings> Walked((int Hours, int What, int From, int Days, bool Good)[] walk)
    {
        var flat = new UnitFilings();
        var now = FilingDeciderTests.Now;
        foreach (var (hours, what, from, days, good) in walk)
        {
            for (var hour = 0; hour < hours; hour += 4)
            {
                now = now.AddHours(4);
                flat = FilingDeciderTests.Fired(flat, now);
                yield return flat;
            }

            var day = DateOnly.FromDateTime(now.UtcDateTime).AddDays(from + 1);
            DossierCommand command = what switch
            {
                0 => FilingDeciderTests.Good with { From = day, To = day.AddDays(days) },
                1 => FilingDeciderTests.Good with { From = day, To = day.AddDays(days), Works = ["facade-change"] },
                2 => new ApproveFiling { Number = 1 + (from % 5), Office = "planning", Permit = "1" },
                3 => new WithdrawFiling { Number = 1 + (from % 5), Reason = "No." },
                _ => Inspection(flat, 1 + (from % 5), Stages[days % Stages.Length], good),
            };
            if (FilingDecider.Decide(flat, FilingDeciderTests.Id, FilingDeciderTests.Act(command, FilingDeciderTests.Community), now, FilingDeciderTests.Known) is DossierDecision done)
            {
                flat = (UnitFilings)done.Dossier;
                yield return flat;
            }
        }
    }

    private static InspectWorks Inspection(UnitFilings flat, int number, WorkStage stage, bool good) => new()
    {
        Number = number,
        Stage = stage,
        Findings = [.. (flat.Find(number)?.Inspections.FirstOrDefault(one => one.Stage == stage)?.Items ?? []).Select(item => new InspectionFinding(item, good, "Seen."))],
    };
}
