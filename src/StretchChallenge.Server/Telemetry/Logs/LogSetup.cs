using Microsoft.Extensions.Logging.Console;

namespace StretchChallenge.Server.Telemetry.Logs;

/// <summary>How the log is written.</summary>
internal static class LogSetup
{
    /// <summary>Adds <see cref="JsonLines" /> to what <c>Logging:Console:FormatterName</c> can choose.</summary>
    public static void AddLogFormats(this WebApplicationBuilder builder) =>
        builder.Logging.AddConsoleFormatter<JsonLines, ConsoleFormatterOptions>();
}
