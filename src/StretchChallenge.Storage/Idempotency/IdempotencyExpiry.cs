using System.Data.Common;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace StretchChallenge.Storage.Idempotency;

/// <summary>Deletes outdated answers once an hour.</summary>
internal sealed partial class IdempotencyExpiry(
    IIdempotencyStore store,
    TimeProvider time,
    ILogger<IdempotencyExpiry> logger) : BackgroundService
{
    private static readonly TimeSpan _period = TimeSpan.FromHours(1);

    /// <inheritdoc />
    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var timer = new PeriodicTimer(_period, time);
        while (await timer.WaitForNextTickAsync(stoppingToken))
        {
            try
            {
                await store.ExpireAsync(time.GetUtcNow(), stoppingToken);
            }
            catch (DbException error)
            {
                // Nothing depends on it: a reservation looks at the age by itself. The next hour tries again.
                LogFailed(error);
            }
        }
    }
}
