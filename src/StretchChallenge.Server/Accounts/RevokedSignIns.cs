using System.Collections.Concurrent;
using StretchChallenge.Server.Hosting;
using StretchChallenge.Storage.Accounts;

namespace StretchChallenge.Server.Accounts;

/// <summary>
/// The sign-ins that were ended before their cookies expire. They are held in memory, so that no request waits for the
/// database; those of other nodes are read every 15 s.
/// </summary>
internal sealed partial class RevokedSignIns(
    IRevokedSignInStore store, ISignInStore signIns, TimeProvider time, ILogger<RevokedSignIns> log) : BackgroundService
{
    /// <summary>How often those of other nodes are read.</summary>
    public static readonly TimeSpan Interval = TimeSpan.FromSeconds(15);

    // The clocks of the nodes may differ by this.
    private static readonly TimeSpan Overlap = TimeSpan.FromMinutes(2);
    private static readonly TimeSpan ExpiryInterval = TimeSpan.FromHours(1);

    // The instant at which the cookie expires, by sign-in.
    private readonly ConcurrentDictionary<string, DateTimeOffset> _revoked = new(StringComparer.Ordinal);
    private DateTimeOffset _readUntil = DateTimeOffset.UnixEpoch;
    private DateTimeOffset _nextExpiry = DateTimeOffset.MinValue;

    /// <summary>Whether the sign-in was ended.</summary>
    public bool Contains(string? signInId) => signInId is not null && _revoked.ContainsKey(signInId);

    /// <summary>Ends a sign-in on this node at once, and on all others within <see cref="Interval" />.</summary>
    public async Task RevokeAsync(string signInId)
    {
        var now = time.GetUtcNow();
        var revoked = new RevokedSignIn(signInId, now, now + AccountsSetup.SignInLifetime);
        Remember(revoked);
        await store.AddAsync(revoked);
    }

    /// <summary>Refuses from now on, on this node, a sign-in that a store has ended.</summary>
    public void Remember(RevokedSignIn revoked) => _revoked[revoked.Id] = revoked.ExpiresAt;

    /// <summary>Reads what stores and other nodes have ended.</summary>
    public async Task RefreshAsync()
    {
        var now = time.GetUtcNow();
        foreach (var revoked in await store.LoadSinceAsync(_readUntil))
        {
            Remember(revoked);
        }

        _readUntil = now - Overlap;
        if (now >= _nextExpiry)
        {
            await store.ExpireAsync(now);
            await signIns.ExpireAsync(now - AccountsSetup.SignInLifetime);
            foreach (var expired in _revoked.Where(revoked => revoked.Value <= now))
            {
                _revoked.TryRemove(expired);
            }

            _nextExpiry = now + ExpiryInterval;
        }
    }

    /// <inheritdoc />
    public override async Task StartAsync(CancellationToken cancellationToken)
    {
        await RefreshAsync();
        await base.StartAsync(cancellationToken);
    }

    /// <inheritdoc />
    protected override Task ExecuteAsync(CancellationToken stoppingToken) =>
        PeriodicWork.RunAsync(Interval, time, TryRefreshAsync, stoppingToken);

    private async Task TryRefreshAsync()
    {
        try
        {
            await RefreshAsync();
        }
        catch (Exception exception)
        {
            // The database is not available; the next time reads what was missed.
            ReadingFailed(exception);
        }
    }

    [LoggerMessage(LogLevel.Warning, "The sign-ins ended through other nodes could not be read. They will be read again.")]
    private partial void ReadingFailed(Exception exception);
}
