using System.Collections.Immutable;
using StretchChallenge.Contracts.Outcomes;
using StretchChallenge.Contracts.Sessions;

namespace StretchChallenge.Server.Live.Sessions;

/// <summary>The connections of this server in one session, and the lease on it.</summary>
internal sealed class SessionSubscription(string server, ISessionGrain grain, ISessionObserver observer)
{
    private readonly SemaphoreSlim _gate = new(1, 1);
    private readonly Dictionary<string, HashSet<string>> _people = new(StringComparer.Ordinal);
    private readonly HashSet<string> _walls = new(StringComparer.Ordinal);
    private readonly Lock _sentLock = new();
    private bool _isLeased;
    private bool _isClosed;
    private int _sent;

    /// <summary>How many people are in it through this server; may be read at any time.</summary>
    public int People => _people.Count;

    private bool IsIdle => _people.Count == 0 && _walls.Count == 0;

    /// <summary>Lets a connection join; null when this subscription has ended and another one is needed.</summary>
    public Task<Outcome<SessionEntry>?> JoinAsync(string connection, JoinSession command) => InTurnAsync(async () =>
    {
        if (await LeaseAsync() is { } unknown)
        {
            return unknown;
        }

        var outcome = await grain.JoinAsync(command);
        if (outcome.Value is { } entry)
        {
            if (!_people.TryGetValue(entry.ParticipantId, out var connections))
            {
                _people[entry.ParticipantId] = connections = new HashSet<string>(StringComparer.Ordinal);
            }

            connections.Add(connection);
        }

        return outcome;
    });

    /// <summary>A connection has left or is gone; the grain is told when it was the last one of the participant.</summary>
    public Task LeaveAsync(string connection, string participantId) => InTurnAsync<object>(async () =>
    {
        if (_people.TryGetValue(participantId, out var connections) && connections.Remove(connection) && connections.Count == 0)
        {
            _people.Remove(participantId);
            await grain.LeaveAsync(server, participantId);
        }

        return null;
    });

    /// <summary>Lets a wall watch; null when this subscription has ended and another one is needed.</summary>
    public Task<Outcome<SessionRoom>?> WatchAsync(string wall) => InTurnAsync(async () =>
    {
        if (await LeaseAsync() is { } unknown)
        {
            return unknown.Refusal!;
        }

        _walls.Add(wall);
        return await grain.GetRoomAsync();
    });

    /// <summary>A wall stops watching.</summary>
    public Task UnwatchAsync(string wall) => InTurnAsync<object>(() =>
    {
        _walls.Remove(wall);
        return Task.FromResult<object?>(null);
    });

    /// <summary>Removes the connections of somebody whom the host removed, and returns them.</summary>
    public async Task<IReadOnlyCollection<string>> TakeConnectionsAsync(string participantId)
    {
        IReadOnlyCollection<string> connections = [];
        await InTurnAsync<object>(() =>
        {
            connections = _people.Remove(participantId, out var theirs) ? theirs : [];
            return Task.FromResult<object?>(null);
        });
        return connections;
    }

    /// <summary>Renews the lease; returns the state of the session when it has not been sent yet.</summary>
    public async Task<TimelineSnapshot?> RenewAsync()
    {
        TimelineSnapshot? missed = null;
        await InTurnAsync<object>(async () =>
        {
            var outcome = await grain.WatchAsync(server, observer, Present());
            missed = outcome.Value is { } watch && IsNewer(watch.Now) ? watch.Now : null;
            return null;
        });
        return missed;
    }

    /// <summary>Notes that a change is sent to the connections; false when they have it or a later one already.</summary>
    public bool IsNewer(TimelineSnapshot now)
    {
        lock (_sentLock)
        {
            var isNews = now.Seq > _sent;
            _sent = Math.Max(_sent, now.Seq);
            return isNews;
        }
    }

    /// <summary>Ends the subscription when nobody is left; true when it has ended.</summary>
    public async Task<bool> CloseIfIdleAsync()
    {
        await InTurnAsync<object>(async () =>
        {
            if (IsIdle)
            {
                _isClosed = true;
                if (_isLeased)
                {
                    await grain.UnwatchAsync(server);
                }
            }

            return null;
        });
        return _isClosed;
    }

    private ImmutableArray<string> Present() => [.. _people.Keys];

    // Subscribes before anybody joins, so that no change after their snapshot is missed.
    private async Task<Outcome<SessionEntry>?> LeaseAsync()
    {
        if (_isLeased)
        {
            return null;
        }

        if ((await grain.WatchAsync(server, observer, [])).IsRefused(out var refusal, out var watch))
        {
            return refusal;
        }

        IsNewer(watch.Now);
        _isLeased = true;
        return null;
    }

    private async Task<T?> InTurnAsync<T>(Func<Task<T?>> work)
        where T : class
    {
        await _gate.WaitAsync();
        try
        {
            return _isClosed ? null : await work();
        }
        finally
        {
            _gate.Release();
        }
    }
}

/// <summary>The place of one connection in a session that it has joined.</summary>
internal sealed record ConnectionSeat(string SessionId, string ParticipantId, string? Seat)
{
    /// <summary>The group of all connections in a session.</summary>
    public static string GroupOf(string sessionId) => $"session:{sessionId}";
}
