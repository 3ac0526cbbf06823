using Microsoft.Extensions.Logging;

namespace StretchChallenge.Grains;

/// <summary>
/// The observers of a grain, each with a key, a lease and the state that the grain keeps for it. Used instead of Orleans'
/// ObserverManager, which removes expired observers without reporting them: their state could not be released.
/// </summary>
/// <param name="lease">How long a subscription holds without renewal.</param>
/// <param name="time">The clock.</param>
/// <param name="logger">Where failures to reach an observer are logged.</param>
/// <typeparam name="TKey">The key of an observer, such as its server's name.</typeparam>
/// <typeparam name="TObserver">The observer's interface.</typeparam>
/// <typeparam name="TState">What the grain keeps for each observer.</typeparam>
internal sealed partial class SubscriptionRegistry<TKey, TObserver, TState>(TimeSpan lease, TimeProvider time, ILogger logger)
    where TKey : notnull
    where TObserver : class, IGrainObserver
    where TState : class, new()
{
    private readonly Dictionary<TKey, Subscription> _subscriptions = [];

    /// <summary>The subscriptions whose leases hold.</summary>
    public IEnumerable<Subscription> Current => _subscriptions.Values.Where(subscription => !HasExpired(subscription));

    /// <summary>Begins a subscription or renews its lease; returns its state.</summary>
    public TState Renew(TKey key, TObserver observer)
    {
        var subscription = GetOrAdd(key);
        (subscription.Observer, subscription.RenewedAt) = (observer, time.GetUtcNow());
        return subscription.State;
    }

    /// <summary>The state of a key; a new key gets a lease, without an observer yet.</summary>
    public TState StateOf(TKey key) => GetOrAdd(key).State;

    /// <summary>Ends a subscription.</summary>
    public void Remove(TKey key) => _subscriptions.Remove(key);

    /// <summary>Ends the subscriptions whose leases have run out, and returns them.</summary>
    public IReadOnlyList<Subscription> TakeExpired()
    {
        var expired = _subscriptions.Values.Where(HasExpired).ToArray();
        foreach (var subscription in expired)
        {
            _subscriptions.Remove(subscription.Key);
        }

        return expired;
    }

    /// <summary>Sends a message to every observer whose lease holds; a failure does not affect the others.</summary>
    public async Task NotifyAsync(Func<TObserver, TState, Task> notify)
    {
        foreach (var subscription in Current.Where(subscription => subscription.Observer is not null).ToArray())
        {
            try
            {
                await notify(subscription.Observer!, subscription.State);
            }
            catch (Exception exception)
            {
                // The observer notices at its next renewal what it missed, or its lease ends.
                LogNotifyFailed(logger, exception);
            }
        }
    }

    private bool HasExpired(Subscription subscription) => time.GetUtcNow() - subscription.RenewedAt > lease;

    private Subscription GetOrAdd(TKey key)
    {
        if (!_subscriptions.TryGetValue(key, out var subscription))
        {
            _subscriptions[key] = subscription = new Subscription(key) { RenewedAt = time.GetUtcNow() };
        }

        return subscription;
    }

    [LoggerMessage(Level = LogLevel.Debug, Message = "An observer could not be reached.")]
    private static partial void LogNotifyFailed(ILogger logger, Exception exception);

    /// <summary>One observer.</summary>
    internal sealed class Subscription(TKey key)
    {
        /// <summary>Its key.</summary>
        public TKey Key => key;

        /// <summary>Where messages are sent; null until it has subscribed.</summary>
        public TObserver? Observer { get; set; }

        /// <summary>What the grain keeps for it.</summary>
        public TState State { get; } = new();

        /// <summary>When its lease was renewed last.</summary>
        public DateTimeOffset RenewedAt { get; set; }
    }
}
