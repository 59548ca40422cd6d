using System.Text.Json;
using Dispatch.Contracts;
using Dispatch.Grains.Cases;
using Dispatch.Hub.Composition;
using Dispatch.Simulator;
using Dispatch.TestKit;
using Microsoft.Extensions.Configuration;

namespace Dispatch.Scenarios.LongRun;

/// <summary>Two months of a street with sixty officers, through the real grains into a real store.</summary>
public sealed class TwoMonthsTests : IDisposable
{
    private const int Days = 61;

    // September and October 2026: Mid-Autumn, the National Day week, and the working weekends around them.
    private static readonly DateTimeOffset Start = new DateTimeOffset(2026, 9, 1, 8, 0, 0, TimeSpan.FromHours(8)).ToUniversalTime();

    /// <summary>What happens seldom in a demonstration, and often enough here.</summary>
    private static readonly string[] Seldom =
    [
        "report", "update-external", "reply-external", "call-department", "department-report-in", "department-answer", "request-extension", "decide-extension",
        "take-extra-time", "suspend", "decide-suspension", "review-suspension", "raise-alarm",
    ];

    private readonly string _folder = Directory.CreateTempSubdirectory("dispatch-two-months-").FullName;

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    [Fact]
    public async Task Two_months_with_sixty_officers_ask_everybody_and_only_on_duty_and_leave_a_store_that_verifies()
    {
        var stop = TestContext.Current.CancellationToken;
        await using (var city = await SteppedCity.StartAsync(_folder, Start, SixtyOfficers.In, stop))
        {
            var opened = await LiveAsync(city, stop);
            var asked = await AskedAsync(city, opened, stop);
            Assert.True(opened.Count > 15 * Days, $"only {opened.Count} cases");
            Assert.Empty(SixtyOfficers.Names.Except(asked.Select(one => one.Officer)));
            foreach (var (officer, at) in asked)
            {
                Assert.Contains(await city.Team.OnDutyAt(at), duty => duty.UserName == officer);
            }
        }

        var settings = new ConfigurationBuilder().AddInMemoryCollection([new("Storage:Path", _folder)]).Build();
        var check = await new StoreTools().VerifyAsync(settings, stop);
        Assert.Empty(check.Findings);
        Assert.Equal((0, 0, 0), (check.Found, check.Doubled, check.Lost));
        Assert.True(check.Fired > 100 * Days, $"only {check.Fired} marks fired");
    }

    /// <summary>The months themselves; two busy rounds a day, and every third day the roster changes at noon. Answers with the cases that were opened.</summary>
    private static async Task<List<string>> LiveAsync(SteppedCity city, CancellationToken stop)
    {
        var opened = new List<string>();
        var simulation = new Simulation(
            DemoCity.Plan(city.Territory, Sample.Xiashi),
            new SimulationOptions { ReportsPerDay = 20, SignsOfLife = false, MostOpenCases = 2_000 },
            Start);
        var run = new CityRun(simulation, new GrainDoor(city.Grains));
        run.Acted += (act, answer) =>
        {
            if (act is FileReport && answer.View is { } view)
            {
                opened.Add(view.Id);
            }
        };
        var busy = new BusyStreet(city, seed: 5);
        for (var round = 0; round < 2 * Days; round++)
        {
            // At noon and at five in the afternoon.
            var now = Start.AddDays(round / 2).AddHours(round % 2 == 0 ? 4 : 9);
            await city.LiveAsync(simulation, run, now, stop);
            if (round % 6 == 0)
            {
                await SixtyOfficers.ChangeAsync(city.Team, now);
            }

            await busy.RoundAsync(now, surge: round % 9 is 3 or 5);
        }

        await city.LiveAsync(simulation, run, Start.AddDays(Days), stop);
        Assert.All(Seldom, name => Assert.True(busy.Done.GetValueOrDefault(name) >= 5, $"{name} was given {busy.Done.GetValueOrDefault(name)} times"));
        Assert.DoesNotContain("unknown-milestone", run.Refused.Keys);
        return [.. opened, .. busy.Opened];
    }

    /// <summary>Every officer whom the ranking asked, and when.</summary>
    private static async Task<List<(string Officer, DateTimeOffset At)>> AskedAsync(SteppedCity city, List<string> cases, CancellationToken stop)
    {
        var asked = new List<(string, DateTimeOffset)>();
        foreach (var id in cases)
        {
            foreach (var (_, _, happened) in await city.Store.EventsAsync(Scope.Case(id), 0, int.MaxValue, stop))
            {
                using var data = JsonDocument.Parse(happened.Data);
                if (happened.Name == nameof(OfferPassedOn))
                {
                    asked.Add((data.RootElement.GetProperty("officerId").GetString()!, happened.At));
                }
                else if (happened.Name == nameof(Assigned) && data.RootElement.TryGetProperty("automatic", out var by) && by.ValueKind == JsonValueKind.True)
                {
                    asked.AddRange(data.RootElement.GetProperty("officerIds").EnumerateArray().Select(officer => (officer.GetString()!, happened.At)));
                }
            }
        }

        return asked;
    }
}
