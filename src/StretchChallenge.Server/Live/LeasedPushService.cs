using System.Collections.Concurrent;
using StretchChallenge.Server.Hosting;

namespace StretchChallenge.Server.Live;

/// <summary>
/// The base of the services that push to clients: it renews the leases that connections of this server need at a fixed
/// interval, and sends messages without waiting for them to be delivered.
/// </summary>
/// <param name="interval">The time between two renewals of a lease.</param>
/// <param name="metrics">Counts what is sent.</param>
/// <param name="time">The clock.</param>
/// <param name="logger">The derived service's logger, whose category names the service.</param>
internal abstract class LeasedPushService<TLease>(
    TimeSpan interval, LiveMetrics metrics, TimeProvider time, ILogger logger) : BackgroundService
{
    /// <summary>How many leases are renewed at once.</summary>
    private const int RenewalsAtOnce = 32;

    /// <summary>The leases by key.</summary>
    protected ConcurrentDictionary<string, TLease> Leases { get; } = new(StringComparer.Ordinal);

    /// <summary>Counts what happens.</summary>
    protected LiveMetrics Metrics => metrics;

    /// <summary>The clock.</summary>
    protected TimeProvider Time => time;

    /// <summary>Renews one lease, and pushes what was missed since the last time.</summary>
    protected abstract Task RenewAsync(string key, TLease lease);

    /// <inheritdoc />
    protected override Task ExecuteAsync(CancellationToken stoppingToken) =>
        PeriodicWork.RunAsync(interval, time, () => RenewAllAsync(Leases), stoppingToken);

    /// <summary>Renews several leases; a failure does not affect the others.</summary>
    protected Task RenewAllAsync(IEnumerable<KeyValuePair<string, TLease>> leases) => Parallel.ForEachAsync(
        leases,
        new ParallelOptions { MaxDegreeOfParallelism = RenewalsAtOnce },
        async (lease, _) => await TryRenewAsync(lease.Key, lease.Value));

    /// <summary>
    /// Counts a message and does not wait for it, so that a client that reads slowly does not delay the others. SignalR keeps
    /// the order of messages for each client.
    /// </summary>
    /// <param name="message">The message's name among the metrics.</param>
    /// <param name="sending">The task of SignalR's send.</param>
    protected void Push(string message, Task sending)
    {
        metrics.Sent(message);
        _ = sending.ContinueWith(
            static (sent, state) => ((LeasedPushService<TLease>)state!).OnSendFailed(sent.Exception!),
            this,
            CancellationToken.None,
            TaskContinuationOptions.OnlyOnFaulted,
            TaskScheduler.Default);
    }

    private async Task TryRenewAsync(string key, TLease lease)
    {
        try
        {
            await RenewAsync(key, lease);
        }
        catch (Exception exception)
        {
            // Clients keep showing what they have. The next renewal tries again and pushes what was missed.
            LeaseLog.RenewalFailed(logger, exception);
        }
    }

    private void OnSendFailed(Exception exception)
    {
        metrics.SendFailed();
        LeaseLog.SendFailed(logger, exception);
    }
}

/// <summary>The log messages of leases, in a class that is not generic.</summary>
internal static partial class LeaseLog
{
    /// <summary>A lease could not be renewed.</summary>
    [LoggerMessage(Level = LogLevel.Warning, Message = "Renewing a lease failed and will be retried.")]
    public static partial void RenewalFailed(ILogger logger, Exception exception);

    /// <summary>A client could not be reached.</summary>
    [LoggerMessage(Level = LogLevel.Debug, Message = "A live message could not be sent.")]
    public static partial void SendFailed(ILogger logger, Exception exception);
}
