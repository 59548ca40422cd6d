using Dispatch.Contracts;
using Dispatch.Silo.Clock;
using Dispatch.Silo.Deadlines;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Diagnostics.HealthChecks;
using Microsoft.Extensions.Hosting;

namespace Dispatch.Silo.Tests.Hosting;

public sealed class EmbeddedSiloTests : IAsyncDisposable
{
    private readonly EmbeddedCity _city = new();
    private readonly CancellationTokenSource _patience = CancellationTokenSource.CreateLinkedTokenSource(TestContext.Current.CancellationToken);

    public EmbeddedSiloTests() => _patience.CancelAfter(TimeSpan.FromMinutes(1));

    private CancellationToken Stop => _patience.Token;

    public async ValueTask DisposeAsync()
    {
        await _city.DisposeAsync();
        _patience.Dispose();
    }

    [Fact]
    public async Task An_empty_folder_becomes_a_migrated_store_with_a_silo_on_it_that_tells_the_citys_time()
    {
        var host = await _city.StartAsync(Stop);

        var time = await Grains(host).GetGrain<IClockGrain>(0).Now();

        Assert.Equal(ClockOptions.DemoSpeed, time.Speed);
        Assert.True(time.Now >= ClockOptions.DemoStart);
        Assert.Equal(TimeSpan.FromHours(8), time.Now.Offset);
    }

    [Fact]
    public async Task It_is_ready_when_the_store_answers_the_clock_is_steady_and_the_sweeper_sweeps()
    {
        var host = await _city.StartAsync(Stop);
        var health = host.Services.GetRequiredService<HealthCheckService>();

        var report = await UntilAsync(() => health.CheckHealthAsync(Stop), report => report.Status == HealthStatus.Healthy);

        Assert.Equal(["clock", "store", "sweeper"], report.Entries.Keys.Order());
        await host.StopAsync(Stop);
        Assert.Equal(SweeperState.Stopped, host.Services.GetRequiredService<DeadlineSweeper>().State);
    }

    [Fact]
    public async Task What_fired_late_is_told_for_the_whole_city()
    {
        var host = await _city.StartAsync(Stop);
        host.Services.GetRequiredService<Grains.Deadlines.DeadlineLatency>()
            .Record(ClockOptions.DemoStart, ClockOptions.DemoStart.AddSeconds(6), speed: 60);

        var lateness = await UntilAsync(() => Grains(host).GetGrain<ILatenessGrain>(0).Read(), lateness => lateness.Max > 0);

        Assert.Equal(new Lateness(100, 100, 100), lateness);
    }

    [Fact]
    public async Task A_public_report_that_nobody_touches_reaches_supervision_by_itself_also_across_a_restart()
    {
        var host = await _city.StartAsync(Stop, "--Clock:Speed=2000");
        await ReportAsync(host, "left-alone");
        await UntilAsync(() => LookAsync(host, "left-alone"), view => view.Level >= CaseLevel.Community);
        await _city.StopAsync(host, Stop);

        host = await _city.StartAsync(Stop, "--Clock:Speed=2000");
        await UntilAsync(() => LookAsync(host, "left-alone"), view => view.Level == CaseLevel.Supervision);

        var history = await Grains(host).GetGrain<ICityQueryGrain>(0).History("case:left-alone", 0, 100);
        var escalations = history!.Where(entry => entry.Event == "Escalated").ToList();
        Assert.Equal(3, escalations.Count);
        Assert.Equal(history!.Select(entry => entry.At).Order(), history!.Select(entry => entry.At));
    }

    [Fact]
    public async Task Figures_of_the_past_stay_what_they_were_while_the_city_goes_on()
    {
        var host = await _city.StartAsync(Stop, "--Clock:Speed=2000");
        var (figures, clock) = (Grains(host).GetGrain<IFigureGrain>(0), host.Services.GetRequiredService<ICityClock>());
        await ReportAsync(host, "first");
        var before = Query(clock.Now);
        var then = await figures.Count(before);

        await ReportAsync(host, "second");
        await UntilAsync(() => LookAsync(host, "second"), view => view.Level >= CaseLevel.Community);
        var now = await figures.Count(Query(clock.Now));

        Assert.Equivalent(then, await figures.Count(before), strict: true);
        Assert.Equal(1, then.Total.Counts.Opened);
        Assert.Equal(2, now.Total.Counts.Opened);
        Assert.Equal(2, Assert.Single(now.Rows).Counts.OverdueOpen);
        var listed = await figures.Cases(new FigureCaseQuery { Figures = Query(clock.Now), Key = "xiashi", Measure = Measure.OverdueOpen, Limit = 1 });
        Assert.Equal("second", Assert.Single(listed.Items).Id);
        Assert.Equal("xiashi-2026-000002", listed.Items[0].Number);

        static FigureQuery Query(DateTimeOffset asOf) => new()
        {
            Scope = Scope.Street("xiashi"),
            StreetId = "xiashi",
            From = ClockOptions.DemoStart,
            To = ClockOptions.DemoStart.AddDays(100),
            AsOf = asOf,
            By = FigureBy.Street,
        };
    }

    [Fact]
    public async Task A_restart_goes_on_in_the_citys_time_and_not_from_its_start()
    {
        var host = await _city.StartAsync(Stop, "--Clock:Speed=2000");
        await ReportAsync(host, "first");
        await UntilAsync(() => LookAsync(host, "first"), view => view.Level >= CaseLevel.Community);
        await _city.StopAsync(host, Stop);

        host = await _city.StartAsync(Stop, "--Clock:Speed=2");

        var now = host.Services.GetRequiredService<ICityClock>().Now;
        Assert.InRange(now, ClockOptions.DemoStart.AddMinutes(30), ClockOptions.DemoStart.AddDays(3));
    }

    [Fact]
    public async Task A_file_that_is_no_store_stops_the_start_with_one_sentence()
    {
        await File.WriteAllTextAsync(Path.Combine(_city.Folder, "dispatch.db"), new string('x', 5_000), Stop);

        Assert.Contains("dispatch.db", await FaultAsync(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_territory_with_faults_stops_the_start_and_names_them_by_path()
    {
        var folder = Directory.CreateDirectory(Path.Combine(_city.Folder, "broken")).FullName;
        await File.WriteAllTextAsync(Path.Combine(folder, "territory.json"), """{ "polygons": false, "streets": 7 }""", Stop);

        var fault = await FaultAsync($"--Territory:Path={folder}");

        Assert.Contains("streets", fault, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_policy_that_is_no_JSON_stops_the_start_and_is_named()
    {
        var file = Path.Combine(_city.Folder, "policy.json");
        await File.WriteAllTextAsync(file, "{ not json", Stop);

        Assert.Contains("policy.json", await FaultAsync($"--Policy:Path={file}"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_demo_has_its_officers_on_duty_and_what_is_changed_of_a_roster_outlives_a_restart()
    {
        var at = ClockOptions.DemoStart.AddMinutes(1);
        var host = await _city.StartAsync(Stop);
        var duty = await UntilAsync(() => Team(host).OnDutyAt(at), duty => duty.Count > 0);
        Assert.Equal(["officer-1", "officer-2", "officer-3", "officer-4", "captain"], duty.Select(one => one.UserName));

        var captain = new Actor("captain", Role.Captain, Scope.Street("xiashi"));
        var leave = new AskLeave(ClockOptions.DemoStart.AddDays(3), ClockOptions.DemoStart.AddDays(2), "officer-1");
        Assert.Null((await Team(host).Change(new RosterChange(leave, captain, ClockOptions.DemoStart))).Refusal);
        await _city.StopAsync(host, Stop);

        host = await _city.StartAsync(Stop);
        Assert.DoesNotContain(await Team(host).OnDutyAt(at.AddDays(2)), one => one.UserName == "officer-1");
        Assert.Contains(await Team(host).OnDutyAt(at.AddDays(3)), one => one.UserName == "officer-1");
    }

    private static IGrainFactory Grains(IHost host) => host.Services.GetRequiredService<IGrainFactory>();

    private static ITeamGrain Team(IHost host) => Grains(host).GetGrain<ITeamGrain>("street:xiashi");

    private static async Task<CaseView> LookAsync(IHost host, string caseId) =>
        await Grains(host).GetGrain<ICaseGrain>($"case:{caseId}").View() ?? throw new InvalidOperationException($"There is no case {caseId}.");

    private static async Task ReportAsync(IHost host, string caseId)
    {
        var answer = await Grains(host).GetGrain<ICaseGrain>($"case:{caseId}").Execute(new CommandEnvelope
        {
            Command = new Report
            {
                CaseId = caseId,
                Type = "DEC-03",
                Place = new CasePlace { StreetId = "xiashi", CommunityId = "xishan", GridId = "xishan-01" },
            },
            Actor = new Actor("citizen", Role.Citizen, null),
            Key = caseId,
            BodyHash = "hash",
            ReceivedAt = host.Services.GetRequiredService<ICityClock>().Now,
        });
        Assert.Null(answer.Refusal);
    }

    private async Task<string> FaultAsync(params string[] settings)
    {
        var fault = await Assert.ThrowsAsync<StartFaultException>(() => _city.StartAsync(Stop, settings));
        Assert.DoesNotContain("   at ", fault.Message, StringComparison.Ordinal);
        return fault.Message;
    }

    private async Task<T> UntilAsync<T>(Func<Task<T>> look, Func<T, bool> seen)
    {
        while (true)
        {
            Stop.ThrowIfCancellationRequested();
            var now = await look();
            if (seen(now))
            {
                return now;
            }

            await Task.Yield();
        }
    }
}
