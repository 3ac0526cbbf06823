namespace StretchChallenge.Server.Live;

/// <summary>Messages on their way to clients.</summary>
internal static class Sending
{
    /// <summary>
    /// Lets a message go out by itself, and logs where it fails: a client that reads slowly holds up nobody else. SignalR
    /// keeps the order for each client.
    /// </summary>
    public static void Unawaited(this Task sending, Action<Exception> log) => _ = sending.ContinueWith(
        static (sent, state) => ((Action<Exception>)state!)(sent.Exception!),
        log,
        CancellationToken.None,
        TaskContinuationOptions.OnlyOnFaulted,
        TaskScheduler.Default);
}
