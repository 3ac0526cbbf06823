using Microsoft.Extensions.Diagnostics.HealthChecks;
using StretchChallenge.Server.Hosting;
using StretchChallenge.Storage.Hosting;

namespace StretchChallenge.Server.Health;

/// <summary>
/// Compares the node's clock with the database's once a minute. A node whose clock is wrong gives wrong dates and starts planned
/// breaks at the wrong instant; people in one break stay in step all the same.
/// </summary>
internal sealed partial class ClockSkewMonitor(IDatabaseClock database, TimeProvider time, ILogger<ClockSkewMonitor> logger)
    : BackgroundService, IHealthCheck
{
    /// <summary>The largest skew that is not reported: 250 ms.</summary>
    public static readonly TimeSpan Tolerance = TimeSpan.FromMilliseconds(250);

    private static readonly TimeSpan Interval = TimeSpan.FromMinutes(1);

    private TimeSpan _skew;

    /// <summary>By how much the node's clock is ahead of the database's, in milliseconds; null while that is tolerable or unknown.</summary>
    public long? ReportedMs => _skew.Duration() > Tolerance ? (long)Math.Round(_skew.TotalMilliseconds) : null;

    /// <inheritdoc />
    public Task<HealthCheckResult> CheckHealthAsync(HealthCheckContext context, CancellationToken cancellationToken = default) =>
        Task.FromResult(ReportedMs is { } skew
            ? HealthCheckResult.Degraded($"The node's clock is {skew} ms ahead of the database's.")
            : HealthCheckResult.Healthy());

    /// <inheritdoc />
    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        await MeasureAsync(stoppingToken);
        await PeriodicWork.RunAsync(Interval, time, () => MeasureAsync(stoppingToken), stoppingToken);
    }

    // The database read its clock somewhere between asking and answering: half of that time is the largest error.
    private async Task MeasureAsync(CancellationToken stoppingToken)
    {
        try
        {
            var (asked, started) = (time.GetUtcNow(), time.GetTimestamp());
            if (await database.ReadAsync(stoppingToken) is { } theirs)
            {
                var error = time.GetElapsedTime(started) / 2;
                var skew = asked + error - theirs;
                _skew = skew.Duration() > error ? skew : TimeSpan.Zero;
                if (ReportedMs is { } reported)
                {
                    LogSkew(reported, (long)Tolerance.TotalMilliseconds, (long)Math.Ceiling(error.TotalMilliseconds));
                }
            }
        }
        catch (OperationCanceledException) when (stoppingToken.IsCancellationRequested)
        {
            // The server stops.
        }
        catch (Exception exception)
        {
            // The database is unavailable, which its own check reports. The next measurement follows in a minute.
            LogMeasuringFailed(exception);
        }
    }

    [LoggerMessage(
        Level = LogLevel.Warning,
        Message = "This node's clock is {SkewMs} ms ahead of the database's (measured to ±{ErrorMs} ms); more than {ToleranceMs} ms is "
            + "too much. Synchronise the clocks of all nodes and of the database, for instance by NTP.")]
    private partial void LogSkew(long skewMs, long toleranceMs, long errorMs);

    [LoggerMessage(Level = LogLevel.Debug, Message = "The database's clock could not be read.")]
    private partial void LogMeasuringFailed(Exception exception);
}
