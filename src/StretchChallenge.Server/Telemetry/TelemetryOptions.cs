using Microsoft.Extensions.Options;

namespace StretchChallenge.Server.Telemetry;

/// <summary>
/// Which signals are exported, read from OpenTelemetry's own environment variables. Without an endpoint nothing is
/// measured or exported.
/// </summary>
/// <param name="Metrics">Whether metrics are exported.</param>
/// <param name="Traces">Whether traces are exported.</param>
internal sealed record TelemetryOptions(bool Metrics, bool Traces)
{
    private const string Endpoint = "OTEL_EXPORTER_OTLP_ENDPOINT";
    private const string Protocol = "OTEL_EXPORTER_OTLP_PROTOCOL";

    private static readonly string[] Protocols = ["grpc", "http/protobuf"];

    /// <summary>Whether any signal is exported.</summary>
    public bool IsOn => Metrics || Traces;

    /// <summary>Reads and validates the variables.</summary>
    /// <exception cref="OptionsValidationException">A value is not valid; the message names the variable.</exception>
    public static TelemetryOptions Read(IConfiguration configuration)
    {
        if (configuration[Protocol] is { Length: > 0 } protocol && !Protocols.Contains(protocol, StringComparer.Ordinal))
        {
            throw Invalid($"{Protocol} is '{protocol}'; it must be {string.Join(" or ", Protocols)}.");
        }

        var isOn = HasEndpoint(configuration) && !Is(configuration["OTEL_SDK_DISABLED"], "true");
        return new TelemetryOptions(
            isOn && !Is(configuration["OTEL_METRICS_EXPORTER"], "none"),
            isOn && !Is(configuration["OTEL_TRACES_EXPORTER"], "none"));
    }

    private static bool HasEndpoint(IConfiguration configuration) => configuration[Endpoint] switch
    {
        null or "" => false,
        var text when Uri.TryCreate(text, UriKind.Absolute, out var uri) && uri.Scheme is "http" or "https" => true,
        var text => throw Invalid($"{Endpoint} is '{text}'; it must be an address such as http://collector:4317."),
    };

    private static bool Is(string? value, string expected) => string.Equals(value, expected, StringComparison.OrdinalIgnoreCase);

    private static OptionsValidationException Invalid(string message) =>
        new(nameof(TelemetryOptions), typeof(TelemetryOptions), [message]);
}
