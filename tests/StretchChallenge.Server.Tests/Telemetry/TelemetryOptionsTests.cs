using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;
using OpenTelemetry.Metrics;
using OpenTelemetry.Trace;
using StretchChallenge.Server.Telemetry;
using StretchChallenge.Server.Tests.Fixture;
using StretchChallenge.Testing.Databases;
using StretchChallenge.Testing.Telemetry;

namespace StretchChallenge.Server.Tests.Telemetry;

public sealed class TelemetryOptionsTests
{
    private const string Endpoint = "OTEL_EXPORTER_OTLP_ENDPOINT";
    private const string Collector = "http://collector:4317";

    [Fact]
    public void Read_WithoutAnEndpoint_IsOff()
    {
        Assert.False(Read().IsOn);
    }

    [Fact]
    public void Read_Endpoint_TurnsBothOn()
    {
        Assert.Equal(new TelemetryOptions(Metrics: true, Traces: true), Read((Endpoint, Collector)));
    }

    [Theory]
    [InlineData("OTEL_METRICS_EXPORTER", "none", false, true)]
    [InlineData("OTEL_TRACES_EXPORTER", "none", true, false)]
    [InlineData("OTEL_SDK_DISABLED", "true", false, false)]
    public void Read_SignalTurnedOff_IsOff(string name, string value, bool metrics, bool traces)
    {
        Assert.Equal(new TelemetryOptions(metrics, traces), Read((Endpoint, Collector), (name, value)));
    }

    [Theory]
    [InlineData(Endpoint, "collector:4317")]
    [InlineData(Endpoint, "somewhere")]
    [InlineData("OTEL_EXPORTER_OTLP_PROTOCOL", "http/json")]
    public void Read_ImpossibleValue_NamesTheVariable(string name, string value)
    {
        var fault = Assert.Throws<OptionsValidationException>(() => Read((name, value)));

        Assert.Contains($"{name} is '{value}'", fault.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Server_WithoutAnEndpoint_HasNothingThatListens()
    {
        using var server = new TestServer();

        Assert.Null(server.Services.GetService<MeterProvider>());
        Assert.Null(server.Services.GetService<TracerProvider>());
    }

    [Fact]
    public async Task Server_WithAnEndpoint_SendsThereUnderItsName()
    {
        await using var receiver = await OtlpReceiver.StartAsync();
        using var server = new TestServer
        {
            Settings =
            {
                [Endpoint] = receiver.Address,
                ["OTEL_EXPORTER_OTLP_PROTOCOL"] = "http/protobuf",
                ["OTEL_METRIC_EXPORT_INTERVAL"] = "250",
                ["OTEL_SERVICE_NAME"] = "stretching",
            },
        };
        using var visitor = server.CreateVisitor();

        await receiver.UntilAsync(metrics => metrics.Points.Any(point => point.Instrument == "live.walls"));

        Assert.Equal("stretching", receiver.Resource["service.name"]);
    }

    [Fact]
    public async Task Server_CollectorIsAway_SaysSoInItsLog()
    {
        var log = new LogRecorder();
        using var server = new TestServer
        {
            Settings =
            {
                [Endpoint] = $"http://127.0.0.1:{FreePort.Find()}",
                ["OTEL_EXPORTER_OTLP_PROTOCOL"] = "http/protobuf",
                ["OTEL_METRIC_EXPORT_INTERVAL"] = "250",
            },
            Replace = log.AddTo,
        };
        using var visitor = server.CreateVisitor();
        using var timeout = new CancellationTokenSource(TimeSpan.FromMinutes(2));

        while (!log.Lines.Any(line => line.Contains("could not be sent to the collector", StringComparison.Ordinal)))
        {
            await Task.Delay(50, timeout.Token);
        }
    }

    private static TelemetryOptions Read(params (string Name, string Value)[] variables) => TelemetryOptions.Read(
        new ConfigurationBuilder()
            .AddInMemoryCollection(variables.ToDictionary(variable => variable.Name, variable => (string?)variable.Value))
            .Build());
}
