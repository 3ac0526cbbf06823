using System.Collections;
using Microsoft.Extensions.Logging;

namespace Orleans.Utilities;

/// <summary>
/// A set of observers, each on a lease: who does not subscribe again in time, or fails when notified, is removed.
/// Like the grain that owns it, it is used by one turn at a time.
/// </summary>
public partial class ObserverManager<TIdentity, TObserver> : IEnumerable<TObserver>
    where TIdentity : notnull
{
    private readonly Dictionary<TIdentity, Subscription> _subscriptions = [];
    private readonly ILogger _log;

    /// <summary>A set of observers with leases of length <paramref name="expiration"/>.</summary>
    public ObserverManager(TimeSpan expiration, ILogger log)
    {
        ArgumentNullException.ThrowIfNull(log);
        ExpirationDuration = expiration;
        GetDateTime = () => TimeProvider.System.GetUtcNow().UtcDateTime;
        _log = log;
    }

    /// <summary>Tells the time, in UTC.</summary>
    public Func<DateTime> GetDateTime { get; set; }

    /// <summary>How long a lease lasts.</summary>
    public TimeSpan ExpirationDuration { get; set; }

    /// <summary>How many observers there are, expired ones included until they are next looked at.</summary>
    public int Count => _subscriptions.Count;

    /// <summary>Adds an observer, or renews its lease.</summary>
    public void Subscribe(TIdentity id, TObserver observer) => _subscriptions[id] = new(observer, GetDateTime());

    /// <summary>Removes an observer.</summary>
    public void Unsubscribe(TIdentity id) => _subscriptions.Remove(id);

    /// <summary>Removes all observers.</summary>
    public void Clear() => _subscriptions.Clear();

    /// <summary>Removes the observers whose leases have run out.</summary>
    public void ClearExpired()
    {
        foreach (var (id, subscription) in _subscriptions.ToArray())
        {
            RemoveIfExpired(id, subscription);
        }
    }

    /// <summary>Notifies the observers, one after the other.</summary>
    /// <param name="notification">What to call on each.</param>
    /// <param name="predicate">Which to notify; all by default.</param>
    public async Task Notify(Func<TObserver, Task> notification, Func<TObserver, bool>? predicate = null)
    {
        ArgumentNullException.ThrowIfNull(notification);
        foreach (var (id, subscription) in Notifiable(predicate))
        {
            try
            {
                await notification(subscription.Observer);
            }
            catch (Exception exception)
            {
                RemoveFailed(id, subscription, exception);
            }
        }
    }

    /// <summary>Notifies the observers without waiting for them.</summary>
    /// <param name="notification">What to call on each.</param>
    /// <param name="predicate">Which to notify; all by default.</param>
    public void Notify(Action<TObserver> notification, Func<TObserver, bool>? predicate = null)
    {
        ArgumentNullException.ThrowIfNull(notification);
        foreach (var (id, subscription) in Notifiable(predicate))
        {
            try
            {
                notification(subscription.Observer);
            }
            catch (Exception exception)
            {
                RemoveFailed(id, subscription, exception);
            }
        }
    }

    /// <summary>The observers as they are now.</summary>
    public IEnumerator<TObserver> GetEnumerator() =>
        _subscriptions.Values.Select(subscription => subscription.Observer).ToList().GetEnumerator();

    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();

    private IEnumerable<KeyValuePair<TIdentity, Subscription>> Notifiable(Func<TObserver, bool>? predicate) =>
        _subscriptions.ToArray().Where(pair =>
            !RemoveIfExpired(pair.Key, pair.Value) && predicate?.Invoke(pair.Value.Observer) != false);

    private bool RemoveIfExpired(TIdentity id, Subscription subscription) =>
        subscription.LastSeen + ExpirationDuration < GetDateTime() && Remove(id, subscription);

    /// <summary>Takes an observer that fails for gone; if it is not, it subscribes again.</summary>
    private void RemoveFailed(TIdentity id, Subscription subscription, Exception exception)
    {
        LogFailed(exception, id);
        Remove(id, subscription);
    }

    /// <summary>Removes a subscription, unless it was renewed in the meantime.</summary>
    private bool Remove(TIdentity id, Subscription subscription) =>
        ((ICollection<KeyValuePair<TIdentity, Subscription>>)_subscriptions).Remove(new(id, subscription));

    private sealed record Subscription(TObserver Observer, DateTime LastSeen);
}
