using System.Net;
using System.Net.Http.Json;
using Dispatch.Silo.Deadlines;
using Dispatch.Silo.Health;
using Dispatch.Silo.Hosting;
using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace Dispatch.Silo.Tests.Hosting;

public sealed class HealthEndpointsTests : IAsyncLifetime
{
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("dispatch-health-");
    private readonly HttpClient _http = new();
    private WebApplication _silo = null!;

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync()
    {
        var builder = WebApplication.CreateSlimBuilder([$"--Storage:Path={_folder.FullName}", "--urls=http://127.0.0.1:0"]);
        builder.Logging.ClearProviders();
        builder.AddDispatchSilo(DispatchSettings.Read(builder.Configuration));
        builder.Services.AddSingleton<IReadinessNote, YearMissing>();
        _silo = builder.Build();
        _silo.MapDispatchHealth();
        await _silo.TakeStartStepsAsync(Stop);
        await _silo.StartAsync(Stop);
        _http.BaseAddress = new Uri(_silo.Urls.Single());
    }

    public async ValueTask DisposeAsync()
    {
        _http.Dispose();
        await _silo.DisposeAsync();
        _folder.Delete(recursive: true);
    }

    [Fact]
    public async Task A_silo_that_cannot_fire_deadlines_is_live_and_not_ready_and_says_why()
    {
        // A service that is stopped before it began never ends.
        while ((await _http.GetAsync("/health/ready", Stop)).StatusCode != HttpStatusCode.OK)
        {
        }

        await _silo.Services.GetRequiredService<DeadlineSweeper>().StopAsync(Stop);

        var live = await _http.GetAsync("/health/live", Stop);
        var ready = await _http.GetAsync("/health/ready", Stop);

        Assert.Equal(HttpStatusCode.OK, live.StatusCode);
        Assert.Equal(HttpStatusCode.ServiceUnavailable, ready.StatusCode);
        var answer = await ready.Content.ReadFromJsonAsync<HealthAnswer>(Stop);
        Assert.Equal("The sweeper has ended.", answer!.Checks["sweeper"].Says);
        Assert.Equal("Healthy", answer.Checks["store"].Status);
    }

    [Fact]
    public async Task A_deadline_in_a_year_without_holidays_is_named_and_keeps_nobody_from_being_ready()
    {
        HttpResponseMessage ready;
        do
        {
            ready = await _http.GetAsync("/health/ready", Stop);
        }
        while (ready.StatusCode != HttpStatusCode.OK);

        var answer = await ready.Content.ReadFromJsonAsync<HealthAnswer>(Stop);
        Assert.Equal(["3 deadlines lie in 2027, which the calendar cn lacks."], answer!.Notes);
    }

    private sealed class YearMissing : IReadinessNote
    {
        public IEnumerable<string> Notes() => ["3 deadlines lie in 2027, which the calendar cn lacks."];
    }
}
