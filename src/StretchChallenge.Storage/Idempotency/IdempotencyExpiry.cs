using System.Data.Common;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace StretchChallenge.Storage.Idempotency;

/// <summary>Deletes expired answers once an hour.</summary>
internal sealed partial class IdempotencyExpiry(
    IIdempotencyStore store,
    TimeProvider time,
    ILogger<IdempotencyExpiry> logger) : BackgroundService
{
    private readonly PeriodicTimer _timer = new(TimeSpan.FromHours(1), time);

    /// <inheritdoc />
    public override void Dispose()
    {
        _timer.Dispose();
        base.Dispose();
    }

    /// <inheritdoc />
    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        while (await _timer.WaitForNextTickAsync(stoppingToken))
        {
            try
            {
                await store.ExpireAsync(time.GetUtcNow(), stoppingToken);
            }
            catch (DbException error)
            {
                // Harmless, since a reservation checks the age itself; the next hour tries again.
                LogFailed(error);
            }
        }
    }

    [LoggerMessage(1, LogLevel.Warning, "Outdated idempotency keys could not be deleted")]
    private partial void LogFailed(Exception error);
}
