using Dispatch.Contracts;
using Dispatch.Grains.Cases;
using Dispatch.Simulator;
using Dispatch.TestKit;

namespace Dispatch.Scenarios.Simulator;

/// <summary>The simulated city against the pure decider, in virtual time.</summary>
public sealed class SimulationTests
{
    // Refusals that a city brings about by itself: somebody was quicker, or had a hand in the case already.
    private static readonly string[] Known = ["status-not-allowed", "own-work", "not-yours", "unknown-milestone", "alarm-open"];

    [Fact]
    public async Task The_same_seed_gives_the_same_acts()
    {
        Assert.Equal(await ActsAsync(7), await ActsAsync(7));
    }

    [Fact]
    public async Task Another_seed_gives_another_city()
    {
        Assert.NotEqual(await ActsAsync(7), await ActsAsync(8));
    }

    [Fact]
    public async Task Twenty_reports_come_in_the_first_quarter_of_an_hour()
    {
        var (_, _, acts) = await LiveAsync(TimeSpan.FromMinutes(15), new SimulationOptions());
        Assert.InRange(acts.OfType<FileReport>().Count(), 20, 30);
    }

    [Fact]
    public async Task A_week_of_acts_is_legal_or_a_known_refusal()
    {
        var (_, run, acts) = await LiveAsync(TimeSpan.FromDays(7), new SimulationOptions());
        Assert.Empty(run.Refused.Keys.Except(Known));
        Assert.True(run.Done > 20 * run.Refused.Values.Sum(), $"{run.Done} acts, refused {string.Join(", ", run.Refused)}");
        var commands = acts.OfType<GiveCommand>().Select(act => act.Command.GetType()).Distinct().ToList();
        Type[] seen =
        [
            typeof(VerifyReport), typeof(Settle), typeof(PassUp), typeof(Acknowledge), typeof(StartPreControl), typeof(Whistle), typeof(TakeBack),
            typeof(Assign), typeof(OfferAccept), typeof(OfferDecline), typeof(Arrive), typeof(RecordMilestone), typeof(Resolve), typeof(Check),
            typeof(Suspend), typeof(Reject), typeof(Comment), typeof(CheckIn),
        ];
        Assert.Empty(seen.Except(commands));
    }

    [Fact]
    public async Task A_week_sees_cases_closed_and_cases_at_every_level()
    {
        var (city, _, _) = await LiveAsync(TimeSpan.FromDays(7), new SimulationOptions());
        var closed = city.Cases.Count(@case => @case.Status == CaseStatus.Closed);
        Assert.True(closed > city.Cases.Count() / 3, $"{closed} of {city.Cases.Count()} closed");
        Assert.Equal([CaseLevel.Grid, CaseLevel.Community, CaseLevel.Street, CaseLevel.Supervision], city.Highest.Values.Distinct().Order());
        Assert.Contains(city.Events, happened => happened is Acknowledged { Late: true });
        Assert.Contains(city.Events, happened => happened is Checked { Passed: false });
        Assert.True(city.Patrols > 40, $"{city.Patrols} patrols");
        Assert.True(city.SignsOfLife > 1_000, $"{city.SignsOfLife} signs of life");
    }

    [Fact]
    public async Task With_nobody_to_act_cases_reach_supervision()
    {
        var plan = SampleCity.Plan with { People = [.. SampleCity.Plan.All(Role.Citizen)] };
        var (city, _, _) = await LiveAsync(TimeSpan.FromDays(3), new SimulationOptions { MostOpenCases = 30 }, plan);
        Assert.Equal(30, city.Highest.Count);
        Assert.All(city.Highest, highest => Assert.Equal(CaseLevel.Supervision, highest.Value));
    }

    [Fact]
    public async Task A_full_city_reports_no_more()
    {
        var (city, _, _) = await LiveAsync(TimeSpan.FromDays(2), new SimulationOptions { MostOpenCases = 12, ReportsPerDay = 2_000 });
        Assert.True(city.Cases.Count(@case => @case.IsOpen) <= 12);
    }

    [Fact]
    public async Task Nights_are_quiet()
    {
        var (_, _, acts) = await LiveAsync(TimeSpan.FromDays(7), new SimulationOptions { MostOpenCases = 10_000 });
        var hours = acts.OfType<FileReport>().Skip(20).CountBy(act => TimeZoneInfo.ConvertTime(act.At, SampleCity.Plan.Zone).Hour).ToDictionary();
        Assert.True(hours[9] > 5 * hours.GetValueOrDefault(3), $"at nine {hours[9]}, at three {hours.GetValueOrDefault(3)}");
    }

    [Fact]
    public async Task A_stopped_city_goes_on_with_its_open_cases()
    {
        var (city, _, _) = await LiveAsync(TimeSpan.FromHours(3), new SimulationOptions());
        var open = city.Cases.Count(@case => @case.IsOpen);
        var later = SampleCity.Morning + TimeSpan.FromHours(3);
        var simulation = new Simulation(SampleCity.Plan, new SimulationOptions { ReportsPerDay = 0.001, FirstReports = 0 }, later);
        var run = new CityRun(simulation, city);
        await run.AdoptAsync("xiashi", 100, later, TestContext.Current.CancellationToken);
        await PassAsync(city, simulation, run, later + TimeSpan.FromDays(5));
        Assert.True(city.Cases.Count(@case => @case.IsOpen) < open / 2, $"{city.Cases.Count(@case => @case.IsOpen)} of {open} are still open");
    }

    private static async Task<List<string>> ActsAsync(ulong seed)
    {
        var (_, _, acts) = await LiveAsync(TimeSpan.FromHours(10), new SimulationOptions { Seed = seed });
        return [.. acts.Select(act => act switch
        {
            GiveCommand given => $"{given.At:O} {given.By.Id} {given.CaseId} {given.Command}",
            FileReport report => $"{report.At:O} {report.By.Id} {report.Report}",
            _ => $"{act}",
        })];
    }

    private static async Task<(DeciderCity City, CityRun Run, List<CityAct> Acts)> LiveAsync(TimeSpan span, SimulationOptions options, CityPlan? plan = null)
    {
        plan ??= SampleCity.Plan;
        var city = new DeciderCity(Sample.Xiashi, plan);
        var simulation = new Simulation(plan, options, SampleCity.Morning);
        var run = new CityRun(simulation, city);
        var acts = new List<CityAct>();
        run.Acted += (act, _) => acts.Add(act);
        await PassAsync(city, simulation, run, SampleCity.Morning + span);
        return (city, run, acts);
    }

    private static async Task PassAsync(DeciderCity city, Simulation simulation, CityRun run, DateTimeOffset end)
    {
        while (simulation.Next <= end)
        {
            var now = simulation.Next;
            city.PassUntil(now);
            await run.RunDueAsync(() => now, TestContext.Current.CancellationToken);
        }

        city.PassUntil(end);
    }
}
