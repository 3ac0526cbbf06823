using System.Diagnostics.Tracing;
using System.Globalization;

namespace StretchChallenge.Server.Telemetry;

/// <summary>
/// Tells the log that a collector does not get what it is sent: the exporter itself says so to nobody but those who listen.
/// </summary>
internal sealed partial class SendingFaults(TimeProvider time, ILogger<SendingFaults> logger) : EventListener
{
    private const string Exporter = "OpenTelemetry-Exporter-OpenTelemetryProtocol";

    /// <summary>How long it says no more after it has said so: each export would fail alike.</summary>
    private static readonly TimeSpan Pause = TimeSpan.FromMinutes(10);

    private readonly Lock _lock = new();
    private DateTimeOffset _quietUntil;

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
            if (eventData.EventSource.Name != Exporter || now < _quietUntil)
            {
                return;
            }

            _quietUntil = now + Pause;
        }

        LogNotSent(string.Format(CultureInfo.InvariantCulture, eventData.Message ?? "", [.. eventData.Payload ?? []]));
    }

    [LoggerMessage(Level = LogLevel.Warning, Message = "Figures or traces could not be sent to the collector. {Reason}")]
    private partial void LogNotSent(string reason);
}
