using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Logging.Testing;

namespace StretchChallenge.Server.Tests.Fixture;

/// <summary>Collects everything that a server logs, at all levels.</summary>
public sealed class LogRecorder
{
    private readonly FakeLogCollector _collector = new();

    /// <summary>The records so far as text, each with its values, scopes and exception.</summary>
    public IReadOnlyCollection<string> Lines => [.. _collector.GetSnapshot().Select(TextOf)];

    /// <summary>Adds the recorder to a test server's services.</summary>
    public void AddTo(IServiceCollection services)
    {
        services.AddSingleton<ILoggerProvider>(new FakeLoggerProvider(_collector));
        services.PostConfigure<LoggerFilterOptions>(options =>
        {
            options.MinLevel = LogLevel.Trace;
            options.Rules.Clear();
        });
    }

    private static string TextOf(FakeLogRecord record) =>
        $"{record.Message} {string.Join(' ', record.StructuredState ?? [])} {string.Join(' ', record.Scopes)} {record.Exception}";
}
