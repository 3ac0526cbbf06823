using StretchChallenge.Testing.Telemetry;

namespace StretchChallenge.Server.Tests.Telemetry;

public sealed class PrometheusNameTests
{
    [Theory]
    [InlineData("http.server.request.duration", OtlpKind.Histogram, "s", "http_server_request_duration_seconds_bucket")]
    [InlineData("dotnet.process.memory.working_set", OtlpKind.UpDownCounter, "By", "dotnet_process_memory_working_set_bytes")]
    [InlineData("dotnet.process.cpu.time", OtlpKind.Counter, "s", "dotnet_process_cpu_time_seconds_total")]
    [InlineData("stretch.credits", OtlpKind.Counter, "{day}", "stretch_credits_total")]
    [InlineData("orleans-catalog-activations", OtlpKind.Gauge, "", "orleans_catalog_activations")]
    public void Of_Figure_IsItsNameInPrometheus(string instrument, OtlpKind kind, string unit, string name)
    {
        Assert.Equal(name, PrometheusName.Of(instrument, kind, unit).First());
    }

    [Fact]
    public void Label_OfATag_HasUnderscores()
    {
        Assert.Equal("http_response_status_code", PrometheusName.Label("http.response.status_code"));
    }
}
