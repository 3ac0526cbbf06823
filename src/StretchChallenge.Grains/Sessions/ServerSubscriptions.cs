using Microsoft.Extensions.Logging;
using StretchChallenge.Contracts.Sessions;

namespace StretchChallenge.Grains.Sessions;

/// <summary>
/// The servers that a session is pushed to, each with a lease and the participants connected there. Used instead of
/// Orleans' ObserverManager, which removes expired observers without reporting them: their participants have left.
/// </summary>
/// <param name="lease">How long a subscription holds without renewal.</param>
/// <param name="time">By whose timestamps leases end, so that a correction of the machine's clock ends none.</param>
/// <param name="clock">The session's clock, in which renewals are recorded.</param>
/// <param name="logger">Where failures to reach a server are logged.</param>
internal sealed partial class ServerSubscriptions(TimeSpan lease, TimeProvider time, SteadyClock clock, ILogger logger)
{
    private readonly Dictionary<string, Subscription> _subscriptions = new(StringComparer.Ordinal);

    private IEnumerable<Subscription> Current => _subscriptions.Values.Where(subscription => !HasExpired(subscription));

    /// <summary>Begins a server's subscription or renews its lease; returns the ids of the participants connected there.</summary>
    public HashSet<string> Renew(string server, ISessionObserver observer)
    {
        var subscription = GetOrAdd(server);
        subscription.Observer = observer;
        Touch(subscription);
        return subscription.Participants;
    }

    /// <summary>The ids of the participants connected to a server; a new server gets a lease, without an observer yet.</summary>
    public HashSet<string> ParticipantsOf(string server) => GetOrAdd(server).Participants;

    /// <summary>Forgets a participant.</summary>
    public void Forget(string participantId)
    {
        foreach (var subscription in _subscriptions.Values)
        {
            subscription.Participants.Remove(participantId);
        }
    }

    /// <summary>Ends a server's subscription.</summary>
    public void Remove(string server) => _subscriptions.Remove(server);

    /// <summary>Ends the subscriptions whose leases have run out, and returns them.</summary>
    public IReadOnlyList<Subscription> TakeExpired()
    {
        var expired = _subscriptions.Values.Where(HasExpired).ToArray();
        foreach (var subscription in expired)
        {
            _subscriptions.Remove(subscription.Server);
        }

        return expired;
    }

    /// <summary>Sends a message to every server whose lease holds; a failure does not affect the others.</summary>
    public async Task NotifyAsync(Func<ISessionObserver, Task> notify)
    {
        foreach (var subscription in Current.Where(subscription => subscription.Observer is not null).ToArray())
        {
            try
            {
                await notify(subscription.Observer!);
            }
            catch (Exception exception)
            {
                // The server notices at its next renewal what it missed, or its lease ends.
                LogNotifyFailed(exception);
            }
        }
    }

    private bool HasExpired(Subscription subscription) => time.GetElapsedTime(subscription.Timestamp) > lease;

    private Subscription GetOrAdd(string server)
    {
        if (!_subscriptions.TryGetValue(server, out var subscription))
        {
            _subscriptions[server] = subscription = new Subscription(server);
            Touch(subscription);
        }

        return subscription;
    }

    private void Touch(Subscription subscription) =>
        (subscription.RenewedAt, subscription.Timestamp) = (clock.Now, time.GetTimestamp());

    [LoggerMessage(Level = LogLevel.Debug, Message = "A server could not be reached.")]
    private partial void LogNotifyFailed(Exception exception);

    /// <summary>One server.</summary>
    internal sealed class Subscription(string server)
    {
        /// <summary>Its name.</summary>
        public string Server => server;

        /// <summary>Where messages are sent; null until it has subscribed.</summary>
        public ISessionObserver? Observer { get; set; }

        /// <summary>The ids of the participants connected there.</summary>
        public HashSet<string> Participants { get; } = new(StringComparer.Ordinal);

        /// <summary>When its lease was renewed last.</summary>
        public DateTimeOffset RenewedAt { get; set; }

        /// <summary>The timestamp of that renewal.</summary>
        public long Timestamp { get; set; }
    }
}
