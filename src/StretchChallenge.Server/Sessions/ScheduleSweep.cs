using StretchChallenge.Server.Hosting;

namespace StretchChallenge.Server.Sessions;

/// <summary>
/// Plans what recurring breaks bring in the next days, at the start of the server and once a minute. It runs on every node; each
/// break is planned once, because the database refuses a second one on its date.
/// </summary>
internal sealed partial class ScheduleSweep(ScheduledBreaks breaks, TimeProvider time, ILogger<ScheduleSweep> logger) : BackgroundService
{
    /// <summary>How often schedules and sessions are compared.</summary>
    public static readonly TimeSpan Interval = TimeSpan.FromMinutes(1);

    /// <inheritdoc />
    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        await SweepAsync(stoppingToken);
        await PeriodicWork.RunAsync(Interval, time, () => SweepAsync(stoppingToken), stoppingToken);
    }

    private async Task SweepAsync(CancellationToken stoppingToken)
    {
        try
        {
            await breaks.AlignAsync(challenge: null, stoppingToken);
        }
        catch (OperationCanceledException) when (stoppingToken.IsCancellationRequested)
        {
            // The server stops.
        }
        catch (Exception exception)
        {
            // The database is unavailable. The next sweep does the same.
            LogFailed(exception);
        }
    }

    [LoggerMessage(Level = LogLevel.Warning, Message = "Reading the recurring breaks failed and will be retried.")]
    private partial void LogFailed(Exception exception);
}
