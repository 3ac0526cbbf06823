using System.Collections.Concurrent;
using System.Collections.Immutable;
using StretchChallenge.Contracts.Outcomes;
using StretchChallenge.Contracts.Sessions;

namespace StretchChallenge.Server.Live.Sessions;

/// <summary>The connections of this server in one session, and the lease on its grain.</summary>
internal sealed class SessionSubscription(string server, ISessionGrain grain, ISessionObserver observer, ClockOffset clock)
{
    /// <summary>How often the session's clock is read when the subscription begins; later once for each renewal.</summary>
    private const int FirstReadings = 3;

    private const int MostJoinsAtOnce = 256;

    private readonly SemaphoreSlim _gate = new(1, 1);
    private readonly ConcurrentQueue<PendingJoin> _joins = new();
    // The connections of each participant, by participant id.
    private readonly Dictionary<string, HashSet<string>> _people = new(StringComparer.Ordinal);
    private readonly HashSet<string> _walls = new(StringComparer.Ordinal);
    private readonly Lock _sentLock = new();
    private bool _isLeased;
    private volatile bool _isClosed;
    private int _sentSeq;

    /// <summary>How many people are in the session through this server; may be read at any time.</summary>
    public int People => _people.Count;

    private bool IsIdle => _people.Count == 0 && _walls.Count == 0;

    /// <summary>Lets a connection join; null when this subscription was closed and another one is needed.</summary>
    public async Task<Outcome<SessionEntry>?> JoinAsync(string connection, JoinSession command)
    {
        var join = new PendingJoin(connection, command);
        _joins.Enqueue(join);
        while (!join.Outcome.IsCompleted && !_isClosed)
        {
            await RunExclusivelyAsync(AdmitAsync);
        }

        return join.Outcome.IsCompleted ? await join.Outcome : null;
    }

    /// <summary>A connection has left or was closed; the grain is notified when it was the participant's last one here.</summary>
    public Task LeaveAsync(string connection, string participantId) => RunExclusivelyAsync<object>(async () =>
    {
        if (_people.TryGetValue(participantId, out var connections) && connections.Remove(connection) && connections.Count == 0)
        {
            _people.Remove(participantId);
            await grain.LeaveAsync(server, participantId);
        }

        return null;
    });

    /// <summary>Lets a wall watch; null when this subscription was closed and another one is needed.</summary>
    public Task<Outcome<SessionRoom>?> WatchAsync(string wall) => RunExclusivelyAsync(async () =>
    {
        if (await LeaseAsync() is { } refused)
        {
            return refused.Refusal!;
        }

        _walls.Add(wall);
        return InServerTime(await grain.GetRoomAsync());
    });

    /// <summary>The room with its instants on this server's clock.</summary>
    public Outcome<SessionRoom> InServerTime(Outcome<SessionRoom> outcome) =>
        outcome.Value is { } room ? room with { Now = InServerTime(room.Now) } : outcome;

    /// <summary>The timeline with its instants on this server's clock.</summary>
    public TimelineSnapshot InServerTime(TimelineSnapshot now) => now with { ServerMs = clock.ToServer(now.ServerMs) };

    /// <summary>A wall stops watching.</summary>
    public Task UnwatchAsync(string wall) => RunExclusivelyAsync<object>(() =>
    {
        _walls.Remove(wall);
        return Task.FromResult<object?>(null);
    });

    /// <summary>Removes the connections of somebody whom the host removed, and returns them.</summary>
    public async Task<IReadOnlyCollection<string>> TakeConnectionsAsync(string participantId)
    {
        IReadOnlyCollection<string> connections = [];
        await RunExclusivelyAsync<object>(() =>
        {
            connections = _people.Remove(participantId, out var theirs) ? theirs : [];
            return Task.FromResult<object?>(null);
        });
        return connections;
    }

    /// <summary>Renews the lease; returns the timeline when it has changes that were not pushed yet.</summary>
    public async Task<TimelineSnapshot?> RenewAsync()
    {
        TimelineSnapshot? missed = null;
        await RunExclusivelyAsync<object>(async () =>
        {
            var outcome = await grain.WatchAsync(server, observer, Present());
            await clock.MeasureAsync(grain.ReadClockAsync);
            missed = outcome.Value is { } watch && IsNewer(watch.Now) ? InServerTime(watch.Now) : null;
            return null;
        });
        return missed;
    }

    /// <summary>Records that a change is pushed now; returns false when it or a later one was pushed already.</summary>
    public bool IsNewer(TimelineSnapshot now)
    {
        lock (_sentLock)
        {
            var isNews = now.Seq > _sentSeq;
            _sentSeq = Math.Max(_sentSeq, now.Seq);
            return isNews;
        }
    }

    /// <summary>Closes the subscription when nobody is left; returns whether it is closed.</summary>
    public async Task<bool> CloseIfIdleAsync()
    {
        await RunExclusivelyAsync<object>(async () =>
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

    // Admits those who wait, in one call: the next ones gather meanwhile.
    private async Task<object?> AdmitAsync()
    {
        var joins = new List<PendingJoin>();
        while (joins.Count < MostJoinsAtOnce && _joins.TryDequeue(out var join))
        {
            joins.Add(join);
        }

        try
        {
            if (joins.Count > 0)
            {
                var refused = await LeaseAsync();
                var outcomes = refused is null
                    ? await grain.JoinAsync([.. joins.Select(join => join.Command)])
                    : [.. joins.Select(_ => refused)];
                foreach (var (join, outcome) in joins.Zip(outcomes))
                {
                    Note(join.Connection, outcome);
                    join.Complete(outcome);
                }
            }
        }
        catch (Exception error)
        {
            joins.ForEach(join => join.Fail(error));
        }

        return null;
    }

    private void Note(string connection, Outcome<SessionEntry> outcome)
    {
        if (outcome.Value is { } entry)
        {
            if (!_people.TryGetValue(entry.ParticipantId, out var connections))
            {
                _people[entry.ParticipantId] = connections = new HashSet<string>(StringComparer.Ordinal);
            }

            connections.Add(connection);
        }
    }

    private ImmutableArray<string> Present() => [.. _people.Keys];

    // Subscribes before anybody joins, so that every change after their snapshot is received. Null when subscribed.
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

        for (var reading = 0; reading < FirstReadings; reading++)
        {
            await clock.MeasureAsync(grain.ReadClockAsync);
        }

        IsNewer(watch.Now);
        _isLeased = true;
        return null;
    }

    private async Task<T?> RunExclusivelyAsync<T>(Func<Task<T?>> work)
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

    private sealed class PendingJoin(string connection, JoinSession command)
    {
        private readonly TaskCompletionSource<Outcome<SessionEntry>> _completion = new(TaskCreationOptions.RunContinuationsAsynchronously);

        public string Connection => connection;

        public JoinSession Command => command;

        public Task<Outcome<SessionEntry>> Outcome => _completion.Task;

        public void Complete(Outcome<SessionEntry> outcome) => _completion.TrySetResult(outcome);

        public void Fail(Exception error) => _completion.TrySetException(error);
    }
}

/// <summary>The seat of one connection in a session that it has joined. The secret is null for members.</summary>
internal sealed record ConnectionSeat(string SessionId, string ParticipantId, string? Seat)
{
    /// <summary>The group of all connections in a session.</summary>
    public static string GroupOf(string sessionId) => $"session:{sessionId}";
}
