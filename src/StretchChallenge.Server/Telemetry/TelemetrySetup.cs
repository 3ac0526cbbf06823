using System.Reflection;
using Npgsql;
using OpenTelemetry.Metrics;
using OpenTelemetry.Resources;
using OpenTelemetry.Trace;
using StretchChallenge.Server.Health;
using StretchChallenge.Server.Live;
using StretchChallenge.Storage.Metrics;

namespace StretchChallenge.Server.Telemetry;

/// <summary>Exports metrics and traces to an OpenTelemetry collector when one is configured (<see cref="TelemetryOptions" />).</summary>
internal static class TelemetrySetup
{
    private const string ServiceName = "stretch-challenge";

    /// <summary>Adds the meter and tracer providers with their instrumentation.</summary>
    public static void AddTelemetry(this WebApplicationBuilder builder)
    {
        var options = TelemetryOptions.Read(builder.Configuration);
        if (!options.IsOn)
        {
            return;
        }

        builder.Services.AddSingleton<ExportFailureLog>();
        var telemetry = builder.Services.AddOpenTelemetry().ConfigureResource(Describe);
        if (options.Metrics)
        {
            telemetry.WithMetrics(AddMetrics);
        }

        if (options.Traces)
        {
            telemetry.WithTracing(AddTraces);
        }
    }

    private static void AddMetrics(MeterProviderBuilder metrics) => metrics
        .AddMeter(LedgerSources.Meter, ParticipationMetrics.MeterName, LiveMetrics.MeterName, "Microsoft.Orleans")
        .AddAspNetCoreInstrumentation()
        .AddNpgsqlInstrumentation()
        .AddRuntimeInstrumentation()
        .AddInstrumentation(services => services.GetRequiredService<ExportFailureLog>())
        .AddOtlpExporter();

    // The filter must be added before the exporter: processors run in the order in which they were added.
    private static void AddTraces(TracerProviderBuilder traces) => traces
        .AddSource(LedgerSources.Spans, "Microsoft.Orleans.Application", "Microsoft.Orleans.Runtime")
        .AddAspNetCoreInstrumentation(requests =>
            requests.Filter = context => !context.Request.Path.StartsWithSegments(HealthEndpoints.Path))
        .AddNpgsql()
        .AddProcessor<SpanAttributeFilter>()
        .AddInstrumentation(services => services.GetRequiredService<ExportFailureLog>())
        .AddOtlpExporter();

    // Environment variables come last, so that OTEL_SERVICE_NAME and OTEL_RESOURCE_ATTRIBUTES override the rest.
    private static void Describe(ResourceBuilder resource) => resource
        .Clear()
        .AddService(ServiceName, serviceVersion: Version, serviceInstanceId: $"{Environment.MachineName}-{Environment.ProcessId}")
        .AddTelemetrySdk()
        .AddEnvironmentVariableDetector();

    private static string? Version =>
        typeof(TelemetrySetup).Assembly.GetCustomAttribute<AssemblyInformationalVersionAttribute>()?.InformationalVersion;
}
