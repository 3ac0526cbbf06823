using OpenTelemetry.Metrics;
using OpenTelemetry.Trace;

namespace StretchChallenge.Server.Telemetry;

/// <summary>
/// Makes the providers listen before anything else starts; the host's container ends them, after they have sent the rest.
/// It stands in for OpenTelemetry.Extensions.Hosting, which not every registry carries.
/// </summary>
internal sealed class TelemetryService(IServiceProvider services) : IHostedLifecycleService
{
    /// <inheritdoc />
    public Task StartingAsync(CancellationToken cancellationToken)
    {
        services.GetRequiredService<SendingFaults>();
        services.GetService<MeterProvider>();
        services.GetService<TracerProvider>();
        return Task.CompletedTask;
    }

    /// <inheritdoc />
    public Task StartAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    /// <inheritdoc />
    public Task StartedAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    /// <inheritdoc />
    public Task StoppingAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    /// <inheritdoc />
    public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    /// <inheritdoc />
    public Task StoppedAsync(CancellationToken cancellationToken) => Task.CompletedTask;
}
