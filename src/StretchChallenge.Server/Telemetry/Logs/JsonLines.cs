using System.Buffers;
using System.Diagnostics;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Logging.Console;

namespace StretchChallenge.Server.Telemetry.Logs;

/// <summary>
/// Writes each event of the log as a line of JSON (<c>Logging:Console:FormatterName=json-lines</c>), with the ids of the
/// trace it belongs to.
/// </summary>
/// <remarks>
/// The framework's own JSON has trace ids only with all that surrounds an event, which includes the request's address; and
/// addresses may hold secrets.
/// </remarks>
internal sealed class JsonLines(TimeProvider time) : ConsoleFormatter(FormatterName)
{
    /// <summary>What the setting calls it.</summary>
    public const string FormatterName = "json-lines";

    private static readonly JsonWriterOptions Options = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    /// <inheritdoc />
    public override void Write<TState>(in LogEntry<TState> logEntry, IExternalScopeProvider? scopeProvider, TextWriter textWriter)
    {
        var line = new ArrayBufferWriter<byte>(512);
        using (var json = new Utf8JsonWriter(line, Options))
        {
            json.WriteStartObject();
            json.WriteString("Timestamp", time.GetUtcNow().UtcDateTime.ToString("O"));
            json.WriteString("Level", $"{logEntry.LogLevel}");
            json.WriteString("Category", logEntry.Category);
            WriteIfAny(json, "Event", logEntry.EventId.Name);
            json.WriteString("Message", logEntry.Formatter(logEntry.State, logEntry.Exception));
            WriteIfAny(json, "Exception", logEntry.Exception?.ToString());
            WriteIfAny(json, "TraceId", Activity.Current?.TraceId.ToString());
            WriteIfAny(json, "SpanId", Activity.Current?.SpanId.ToString());
            json.WriteEndObject();
        }

        textWriter.WriteLine(Encoding.UTF8.GetString(line.WrittenSpan));
    }

    private static void WriteIfAny(Utf8JsonWriter json, string name, string? text)
    {
        if (text is not null)
        {
            json.WriteString(name, text);
        }
    }
}
