using Dispatch.Contracts;
using Dispatch.Silo.Hosting;
using Microsoft.Extensions.DependencyInjection;
using OpenTelemetry.Metrics;
using OpenTelemetry.Resources;
using OpenTelemetry.Trace;

namespace Dispatch.Silo.Telemetry;

/// <summary>Sends what <see cref="DispatchMetrics"/>, Orleans and ASP.NET Core measure where <see cref="TelemetryOptions"/> says.</summary>
public static class TelemetryRegistration
{
    private static readonly string[] Meters = [DispatchMetrics.Name, "Microsoft.Orleans", "Microsoft.AspNetCore.Hosting", "Npgsql"];
    private static readonly string[] Sources = [DispatchMetrics.Name, "Microsoft.Orleans.Application", "Microsoft.AspNetCore", "Npgsql"];

    /// <summary>Registers the exporter; nothing at all for <see cref="TelemetryExporter.None"/>, so that it costs nothing.</summary>
    /// <param name="services">Where to.</param>
    /// <param name="options">Which exporter.</param>
    /// <param name="process">The name under which this process appears, such as <c>dispatch-silo</c>.</param>
    public static IServiceCollection AddDispatchTelemetry(this IServiceCollection services, TelemetryOptions options, string process)
    {
        if (options.Exporter == TelemetryExporter.None)
        {
            return services;
        }

        services.AddOpenTelemetry()
            .ConfigureResource(resource => resource.AddService(process))
            .WithMetrics(metrics =>
            {
                metrics.AddMeter(Meters);
                _ = options.Exporter == TelemetryExporter.Console ? metrics.AddConsoleExporter() : metrics.AddOtlpExporter();
            })
            .WithTracing(traces =>
            {
                traces.AddSource(Sources);
                _ = options.Exporter == TelemetryExporter.Console ? traces.AddConsoleExporter() : traces.AddOtlpExporter();
            });
        return services;
    }
}
