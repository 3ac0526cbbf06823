using System.Reflection;
using OpenTelemetry;
using OpenTelemetry.Metrics;
using OpenTelemetry.Resources;
using OpenTelemetry.Trace;

namespace StretchChallenge.Server.Telemetry;

/// <summary>Sends figures and spans to an OpenTelemetry collector, where one is named (<see cref="TelemetryOptions" />).</summary>
internal static class TelemetrySetup
{
    private const string ServiceName = "stretch-challenge";

    /// <summary>Adds the providers that collect and send, and what runs them.</summary>
    public static void AddTelemetry(this WebApplicationBuilder builder)
    {
        var options = TelemetryOptions.Read(builder.Configuration);
        builder.Services.AddSingleton(options);
        if (options.Metrics)
        {
            builder.Services.AddSingleton(BuildMeters(builder.Configuration));
        }

        if (options.Traces)
        {
            builder.Services.AddSingleton(BuildSpans(builder.Configuration));
        }

        if (options.IsOn)
        {
            builder.Services.AddSingleton<SendingFaults>();
            builder.Services.AddHostedService<TelemetryService>();
        }
    }

    /// <summary>Names the spans of requests by their routes, where spans are sent.</summary>
    public static void UseTelemetry(this WebApplication app)
    {
        if (app.Services.GetRequiredService<TelemetryOptions>().Traces)
        {
            app.UseMiddleware<RequestSpans>();
        }
    }

    private static Func<IServiceProvider, MeterProvider> BuildMeters(IConfiguration configuration) => _ => Sdk
        .CreateMeterProviderBuilder()
        .ConfigureServices(services => services.AddSingleton(configuration))
        .ConfigureResource(Describe)
        .AddMeter(TelemetrySources.Meters)
        .AddOtlpExporter()
        .Build();

    private static Func<IServiceProvider, TracerProvider> BuildSpans(IConfiguration configuration) => _ => Sdk
        .CreateTracerProviderBuilder()
        .ConfigureServices(services => services.AddSingleton(configuration))
        .ConfigureResource(Describe)
        .AddSource(TelemetrySources.Spans)
        .AddProcessor(new SpanAttributes())
        .AddOtlpExporter()
        .Build();

    // What the administrator says comes last, and counts: OTEL_SERVICE_NAME, OTEL_RESOURCE_ATTRIBUTES.
    private static void Describe(ResourceBuilder resource) => resource
        .Clear()
        .AddService(ServiceName, serviceVersion: Version, serviceInstanceId: $"{Environment.MachineName}-{Environment.ProcessId}")
        .AddTelemetrySdk()
        .AddEnvironmentVariableDetector();

    private static string? Version =>
        typeof(TelemetrySetup).Assembly.GetCustomAttribute<AssemblyInformationalVersionAttribute>()?.InformationalVersion;
}
