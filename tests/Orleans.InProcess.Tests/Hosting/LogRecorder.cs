using System.Collections.Concurrent;
using Microsoft.Extensions.Logging;

namespace Orleans.InProcess.Tests;

/// <summary>Keeps the exceptions that were logged, and lets a test wait for one.</summary>
internal sealed class LogRecorder : ILoggerProvider, ILogger
{
    private readonly ConcurrentDictionary<string, TaskCompletionSource<Exception>> _awaited = new();

    /// <summary>Completes when an exception with this message is logged.</summary>
    public Task<Exception> WhenLoggedAsync(string message) => Awaited(message).Task;

    public ILogger CreateLogger(string categoryName) => this;

    public IDisposable? BeginScope<TState>(TState state)
        where TState : notnull => null;

    public bool IsEnabled(LogLevel logLevel) => true;

    public void Log<TState>(
        LogLevel logLevel,
        EventId eventId,
        TState state,
        Exception? exception,
        Func<TState, Exception?, string> formatter)
    {
        if (exception is not null)
        {
            Awaited(exception.Message).TrySetResult(exception);
        }
    }

    public void Dispose()
    {
    }

    private TaskCompletionSource<Exception> Awaited(string message) =>
        _awaited.GetOrAdd(message, _ => new(TaskCreationOptions.RunContinuationsAsynchronously));
}
