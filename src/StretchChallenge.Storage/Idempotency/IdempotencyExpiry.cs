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
    private readonly PeriodicTimer _hour = new(TimeSpan.FromHours(1), time);

    /// <inheritdoc />
    public override void Dispose()
    {
        _hour.Dispose();
        base.Dispose();
    }

    /// <inheritdoc />
    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        while (await _hour.WaitForNextTickAsync(stoppingToken))
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
