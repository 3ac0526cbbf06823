using System.Diagnostics.Tracing;
using System.Globalization;

namespace StretchChallenge.Server.Telemetry;

/// <summary>Logs when the OTLP exporter cannot reach the collector. The exporter itself reports this only through its event source.</summary>
internal sealed partial class ExportFailureLog(TimeProvider time, ILogger<ExportFailureLog> logger) : EventListener
{
    private const string Exporter = "OpenTelemetry-Exporter-OpenTelemetryProtocol";

    /// <summary>The shortest time between two warnings: while the collector is away, every export fails.</summary>
    private static readonly TimeSpan MinInterval = TimeSpan.FromMinutes(10);

    private readonly Lock _lock = new();
    private DateTimeOffset _silentUntil;

    /// <inheritdoc />
    protected override void OnEventSourceCreated(EventSource eventSource)
    {
        if (eventSource.Name == Exporter)
        {
            EnableEvents(eventSource, EventLevel.Warning);
        }
    }

    /// <inheritdoc />
    protected override void OnEventWritten(EventWrittenEventArgs eventData)
    {
        lock (_lock)
        {
            var now = time.GetUtcNow();
            if (eventData.EventSource.Name != Exporter || now < _silentUntil)
            {
                return;
            }

            _silentUntil = now + MinInterval;
        }

        LogExportFailed(string.Format(CultureInfo.InvariantCulture, eventData.Message ?? "", [.. eventData.Payload ?? []]));
    }

    [LoggerMessage(Level = LogLevel.Warning, Message = "Metrics or traces could not be sent to the collector. {Reason}")]
    private partial void LogExportFailed(string reason);
}
