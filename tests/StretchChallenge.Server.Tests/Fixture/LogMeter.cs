using System.Collections.Concurrent;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace StretchChallenge.Server.Tests.Fixture;

/// <summary>Measures what a server logs by its own settings: how much, and what as an error.</summary>
public sealed class LogMeter : ILoggerProvider
{
    private readonly ConcurrentQueue<string> _errors = new();
    private long _bytes;

    /// <summary>How many bytes were logged, about as the console writes them.</summary>
    public long Bytes => Interlocked.Read(ref _bytes);

    /// <summary>The errors.</summary>
    public IReadOnlyCollection<string> Errors => _errors;

    /// <summary>Adds the meter to a test server's services.</summary>
    public void AddTo(IServiceCollection services) => services.AddSingleton<ILoggerProvider>(this);

    /// <inheritdoc/>
    public ILogger CreateLogger(string categoryName) => new Meter(this, categoryName);

    /// <inheritdoc/>
    public void Dispose()
    {
    }

    private void Count(LogLevel level, string line)
    {
        Interlocked.Add(ref _bytes, line.Length);
        if (level >= LogLevel.Error)
        {
            _errors.Enqueue(line);
        }
    }

    private sealed class Meter(LogMeter meter, string category) : ILogger
    {
        public IDisposable? BeginScope<TState>(TState state)
            where TState : notnull => null;

        public bool IsEnabled(LogLevel logLevel) => true;

        public void Log<TState>(
            LogLevel logLevel, EventId eventId, TState state, Exception? exception, Func<TState, Exception?, string> formatter) =>
            meter.Count(logLevel, $"{logLevel}: {category}[{eventId.Id}]\n      {formatter(state, exception)}\n{exception}");
    }
}
