using System.Buffers;
using System.Diagnostics;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Logging.Console;

namespace StretchChallenge.Server.Telemetry;

/// <summary>
/// Writes each log event as one line of JSON with its trace and span ids
/// (<c>Logging:Console:FormatterName=json-lines</c>).
/// </summary>
/// <remarks>
/// The framework's own JSON formatter writes trace ids only together with all scopes. These contain the request's path,
/// and paths may contain secrets.
/// </remarks>
internal sealed class JsonLinesFormatter(TimeProvider time) : ConsoleFormatter(FormatterName)
{
    /// <summary>The value of <c>Logging:Console:FormatterName</c>.</summary>
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

/// <summary>Registers <see cref="JsonLinesFormatter" />.</summary>
internal static class LogFormatSetup
{
    /// <summary>Makes <c>json-lines</c> available to <c>Logging:Console:FormatterName</c>.</summary>
    public static void AddLogFormats(this WebApplicationBuilder builder) =>
        builder.Logging.AddConsoleFormatter<JsonLinesFormatter, ConsoleFormatterOptions>();
}
