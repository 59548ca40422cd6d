using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using Dispatch.Contracts;
using Dispatch.Silo.Clock;
using Dispatch.Silo.Hosting;
using Dispatch.Silo.Storage;
using Dispatch.Silo.Storage.Migrations;
using Dispatch.TestKit.Postgres;
using Dispatch.TestKit.Processes;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace Dispatch.Cluster.Tests;

public sealed class TwoSilosTests : IAsyncLifetime
{
    private static readonly string[] Demo = ["--Demo:Enabled=true", "--Clock:Speed=600"];
    private readonly CancellationTokenSource _patience = CancellationTokenSource.CreateLinkedTokenSource(TestContext.Current.CancellationToken);
    private PostgresDatabase _database = null!;
    private IHost? _outside;

    private CancellationToken Stop => _patience.Token;

    private IGrainFactory Grains => _outside!.Services.GetRequiredService<IGrainFactory>();

    public async ValueTask InitializeAsync()
    {
        _patience.CancelAfter(TimeSpan.FromMinutes(3));
        _database = await PostgresServer.NewDatabaseAsync(Stop);
    }

    public async ValueTask DisposeAsync()
    {
        if (_outside is not null)
        {
            await _outside.StopAsync(CancellationToken.None);
            _outside.Dispose();
        }

        await _database.DisposeAsync();
        _patience.Dispose();
    }

    [Fact]
    public async Task A_database_that_was_not_migrated_stops_a_silo_with_one_sentence()
    {
        var ended = await CityProcess.RunAsync(
            CityProcess.Silo, Stop, "--Storage:Provider=postgres", $"--ConnectionStrings:Dispatch={_database.ConnectionString}");

        Assert.Equal(1, ended.Code);
        Assert.Contains("run the verb migrate", ended.Said, StringComparison.Ordinal);
        Assert.DoesNotContain("   at ", ended.Said, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_wrong_setting_stops_a_silo_with_one_sentence()
    {
        var ended = await CityProcess.RunAsync(CityProcess.Silo, Stop, "--Clock:Speed=fast");

        Assert.Equal(1, ended.Code);
        Assert.Equal("Clock:Speed is 'fast', which is not a number such as 1 or 60.", ended.Said.Trim());
    }

    [Fact]
    public async Task A_report_climbs_to_supervision_once_although_one_of_two_silos_is_killed_on_the_way()
    {
        StoreMigrations.Migrate(new StorageOptions { Provider = StorageProvider.Postgres, ConnectionString = _database.ConnectionString });
        await using var first = await CityProcess.StartAsync(CityProcess.Silo, _database.ConnectionString, Stop, Demo);
        await using var second = await CityProcess.StartAsync(CityProcess.Silo, _database.ConnectionString, Stop, Demo);
        await ConnectAsync();
        var members = await Grains.GetGrain<IManagementGrain>(0).GetHosts(onlyActive: true, Stop);
        Assert.Equal(2, members.Count);
        string[] cases = [.. Enumerable.Range(1, 20).Select(n => $"left-alone-{n}")];
        foreach (var caseId in cases)
        {
            await ReportAsync(caseId);
        }

        await UntilAsync(cases[0], view => view.Level >= CaseLevel.Community);
        await first.KillAsync();

        foreach (var caseId in cases)
        {
            await UntilAsync(caseId, view => view.Level == CaseLevel.Supervision);
            var history = await AskAsync(() => Grains.GetGrain<ICityQueryGrain>(0).History($"case:{caseId}", 0, 200));
            Assert.Equal(3, history!.Count(entry => entry.Event == "Escalated"));
        }
    }

    [Fact]
    public async Task A_hub_has_the_same_time_as_the_silo_it_asks()
    {
        StoreMigrations.Migrate(new StorageOptions { Provider = StorageProvider.Postgres, ConnectionString = _database.ConnectionString });
        await using var silo = await CityProcess.StartAsync(CityProcess.Silo, _database.ConnectionString, Stop, Demo);
        await ConnectAsync();
        var clock = _outside!.Services.GetRequiredService<CityClock>();

        var before = clock.Now;
        var there = await Grains.GetGrain<IClockGrain>(0).Now();
        var after = clock.Now;

        Assert.Equal(600, clock.Speed);
        Assert.InRange(there.Now, before.AddMinutes(-5), after.AddMinutes(5));
    }

    [Fact]
    public async Task A_report_made_at_a_hub_of_its_own_climbs_through_two_silos()
    {
        StoreMigrations.Migrate(new StorageOptions { Provider = StorageProvider.Postgres, ConnectionString = _database.ConnectionString });
        await using var first = await CityProcess.StartAsync(CityProcess.Silo, _database.ConnectionString, Stop, Demo);
        await using var second = await CityProcess.StartAsync(CityProcess.Silo, _database.ConnectionString, Stop, Demo);
        await using var hub = await CityProcess.StartAsync(
            CityProcess.Hub, _database.ConnectionString, Stop, "--Cluster:Mode=clustered", "--Demo:Enabled=true");
        using var http = new HttpClient { BaseAddress = hub.Address };
        var people = await http.GetFromJsonAsync<JsonElement>("/api/session/demo", Stop);
        var dispatcher = people.EnumerateArray().First(person => person.GetProperty("role").GetString() == "dispatcher");
        var session = await (await http.PostAsJsonAsync(
            "/api/session", new { userName = dispatcher.GetProperty("userName").GetString(), password = "demo" }, Stop))
            .Content.ReadFromJsonAsync<JsonElement>(Stop);
        http.DefaultRequestHeaders.Authorization = new("Bearer", session.GetProperty("accessToken").GetString());
        http.DefaultRequestHeaders.Add("Idempotency-Key", "seen-at-the-hub");

        var reported = await http.PostAsJsonAsync("/api/reports", new { type = "DEC-03", place = new { gridId = "xishan-01" } }, Stop);

        Assert.True(reported.StatusCode == HttpStatusCode.Created, await reported.Content.ReadAsStringAsync(Stop));
        await ConnectAsync();
        await UntilAsync(reported.Headers.Location!.OriginalString.Split('/')[^1], view => view.Level == CaseLevel.Supervision);
        var time = await http.GetFromJsonAsync<JsonElement>("/api/clock", Stop);
        Assert.Equal(600, time.GetProperty("speed").GetDouble());
    }

    private async Task ConnectAsync()
    {
        var builder = Host.CreateApplicationBuilder(
            ["--Cluster:Mode=clustered", "--Storage:Provider=postgres", $"--ConnectionStrings:Dispatch={_database.ConnectionString}"]);
        builder.Logging.ClearProviders();
        builder.AddDispatchClient(DispatchSettings.Read(builder.Configuration));
        _outside = builder.Build();
        await _outside.StartAsync(Stop);
    }

    private async Task ReportAsync(string caseId)
    {
        var answer = await Grains.GetGrain<ICaseGrain>($"case:{caseId}").Execute(new CommandEnvelope
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
            ReceivedAt = _outside!.Services.GetRequiredService<ICityClock>().Now,
        });
        Assert.Null(answer.Refusal);
    }

    private async Task UntilAsync(string caseId, Func<CaseView, bool> seen)
    {
        while (await AskAsync(() => Grains.GetGrain<ICaseGrain>($"case:{caseId}").View()) is not { } view || !seen(view))
        {
            Stop.ThrowIfCancellationRequested();
            await Task.Yield();
        }
    }

    /// <summary>Asks again while a silo that died is still believed to be alive.</summary>
    private async Task<T> AskAsync<T>(Func<Task<T>> ask)
    {
        while (true)
        {
            Stop.ThrowIfCancellationRequested();
            try
            {
                return await ask();
            }
            catch (Exception fault) when (fault is OrleansException or TimeoutException)
            {
                await Task.Yield();
            }
        }
    }
}
