using System.Text.Json;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Diagnostics.HealthChecks;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Diagnostics.HealthChecks;

namespace Dispatch.Silo.Health;

/// <summary><c>/health/live</c> and <c>/health/ready</c>, the same in a hub and in a silo.</summary>
public static class HealthEndpoints
{
    /// <summary>The tag of checks that <c>/health/ready</c> asks.</summary>
    public const string Ready = "ready";

    /// <summary>Registers the checks of a process that has a silo.</summary>
    public static IServiceCollection AddDispatchHealth(this IServiceCollection services)
    {
        services.AddHealthChecks()
            .AddCheck<StoreReadiness>("store", tags: [Ready])
            .AddCheck<ClockReadiness>("clock", tags: [Ready])
            .AddCheck<SweeperReadiness>("sweeper", tags: [Ready]);
        return services;
    }

    /// <summary>Registers the checks of a process that is a cluster's client.</summary>
    public static IServiceCollection AddDispatchClientHealth(this IServiceCollection services)
    {
        services.AddHealthChecks()
            .AddCheck<SiloReadiness>("silo", tags: [Ready])
            .AddCheck<ClockReadiness>("clock", tags: [Ready]);
        return services;
    }

    /// <summary>
    /// Maps both. Live asks nothing and never touches the database: a restart cures no outage of it. Ready answers 503 when a check
    /// fails, with what is wrong, and names what <see cref="IReadinessNote"/>s say.
    /// </summary>
    public static IEndpointRouteBuilder MapDispatchHealth(this IEndpointRouteBuilder endpoints)
    {
        endpoints.MapHealthChecks("/health/live", new HealthCheckOptions { Predicate = _ => false, ResponseWriter = WriteAsync }).AllowAnonymous();
        endpoints.MapHealthChecks(
            "/health/ready", new HealthCheckOptions { Predicate = check => check.Tags.Contains(Ready), ResponseWriter = WriteReadyAsync })
            .AllowAnonymous();
        return endpoints;
    }

    private static Task WriteAsync(HttpContext http, HealthReport report) => WriteAsync(http, report, []);

    private static Task WriteReadyAsync(HttpContext http, HealthReport report) => WriteAsync(
        http, report, http.RequestServices.GetServices<IReadinessNote>().SelectMany(note => note.Notes()));

    private static Task WriteAsync(HttpContext http, HealthReport report, IEnumerable<string> notes) => http.Response.WriteAsJsonAsync(
        new HealthAnswer(
            report.Status.ToString(),
            report.Entries.ToDictionary(
                entry => entry.Key, entry => new HealthAnswer.Check(entry.Value.Status.ToString(), entry.Value.Description)),
            [.. notes]),
        JsonSerializerOptions.Web,
        http.RequestAborted);
}

/// <summary>The body of both health endpoints.</summary>
/// <param name="Status"><c>Healthy</c> or <c>Unhealthy</c>.</param>
/// <param name="Checks">Each check by name.</param>
/// <param name="Notes">What an operator should know besides.</param>
public sealed record HealthAnswer(string Status, IReadOnlyDictionary<string, HealthAnswer.Check> Checks, IReadOnlyList<string> Notes)
{
    /// <summary>One check.</summary>
    /// <param name="Status"><c>Healthy</c> or <c>Unhealthy</c>.</param>
    /// <param name="Says">A sentence.</param>
    public sealed record Check(string Status, string? Says);
}
