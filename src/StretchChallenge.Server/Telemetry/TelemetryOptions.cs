using Microsoft.Extensions.Options;

namespace StretchChallenge.Server.Telemetry;

/// <summary>
/// What is sent to an OpenTelemetry collector, by the variables that OpenTelemetry defines for every program. Without an
/// endpoint nothing is measured or sent.
/// </summary>
/// <param name="Metrics">Whether figures are sent.</param>
/// <param name="Traces">Whether spans are sent.</param>
internal sealed record TelemetryOptions(bool Metrics, bool Traces)
{
    private const string Endpoint = "OTEL_EXPORTER_OTLP_ENDPOINT";
    private const string Protocol = "OTEL_EXPORTER_OTLP_PROTOCOL";

    private static readonly string[] Protocols = ["grpc", "http/protobuf"];

    /// <summary>Whether anything is sent.</summary>
    public bool IsOn => Metrics || Traces;

    /// <summary>Reads the variables.</summary>
    /// <exception cref="OptionsValidationException">One is impossible; the message names it.</exception>
    public static TelemetryOptions Read(IConfiguration configuration)
    {
        if (configuration[Protocol] is { Length: > 0 } protocol && !Protocols.Contains(protocol, StringComparer.Ordinal))
        {
            throw Impossible($"{Protocol} is '{protocol}'; it must be {string.Join(" or ", Protocols)}.");
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
        var text => throw Impossible($"{Endpoint} is '{text}'; it must be an address such as http://collector:4317."),
    };

    private static bool Is(string? value, string word) => string.Equals(value, word, StringComparison.OrdinalIgnoreCase);

    private static OptionsValidationException Impossible(string message) =>
        new(nameof(TelemetryOptions), typeof(TelemetryOptions), [message]);
}
