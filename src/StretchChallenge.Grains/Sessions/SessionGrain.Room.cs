using System.Collections.Immutable;
using StretchChallenge.Contracts.Outcomes;
using StretchChallenge.Contracts.Sessions;
using StretchChallenge.Domain;
using StretchChallenge.Domain.Sessions;
using StretchChallenge.Storage.Sessions;

namespace StretchChallenge.Grains.Sessions;

/// <summary>Joining, leaving, and the leases of the servers through which people are connected.</summary>
internal sealed partial class SessionGrain
{
    /// <summary>The most participants that a snapshot of the room lists.</summary>
    private const int MostListed = 500;

    /// <summary>How long after a restart participants may take to reconnect and still count as present without a gap.</summary>
    private static readonly TimeSpan ReconnectWindow = TimeSpan.FromSeconds(60);

    /// <summary>How long a server's subscription lasts without renewal.</summary>
    private static readonly TimeSpan ServerLease = TimeSpan.FromSeconds(60);

    // Presences that are not saved yet, by participant and beginning.
    private readonly Dictionary<(string Id, DateTimeOffset From), PresenceRecord> _unsaved = [];
    private Room _room = new();
    private ServerSubscriptions? _servers;
    private DateTimeOffset _restoredAt;

    // After a restart: whether some participants were present before it and have not reconnected yet.
    private bool _awaitsReconnects;

    // The subscribed servers by name, each with the ids of the participants who have a connection to it.
    private ServerSubscriptions Servers => _servers ??= new(ServerLease, time, logger);

    /// <inheritdoc />
    public async Task<Outcome<SessionEntry>> JoinAsync(JoinSession command)
    {
        if (_session is not { } session)
        {
            return SessionRefusals.Unknown;
        }

        var now = Now;
        if (now < session.OpensAt)
        {
            return SessionRefusals.NotOpen(session.OpensAt);
        }

        var attendee = Find(command);
        if (attendee is null)
        {
            if (RefuseNewParticipant(command) is { } refusal)
            {
                return refusal;
            }

            attendee = await AddAsync(command, now);
        }

        if (attendee.Record.RemovedAt is not null)
        {
            return SessionRefusals.Removed;
        }

        Arrive(attendee, command.Server, now);
        return EntryOf(attendee);
    }

    /// <inheritdoc />
    public Task LeaveAsync(string server, string participantId)
    {
        if (_session is not null && _room.Find(participantId) is { } attendee)
        {
            Depart(attendee, server, Now);
        }

        return Task.CompletedTask;
    }

    /// <inheritdoc />
    public Task<Outcome<SessionRenewal>> WatchAsync(string server, ISessionObserver observer, ImmutableArray<string> present)
    {
        if (_session is null)
        {
            return Task.FromResult<Outcome<SessionRenewal>>(SessionRefusals.Unknown);
        }

        var people = Servers.Renew(server, observer);
        var now = Now;
        foreach (var departed in people.Except(present).ToArray())
        {
            Depart(_room.Find(departed)!, server, now);
        }

        foreach (var arrived in present)
        {
            if (_room.Find(arrived) is { Record.RemovedAt: null } attendee)
            {
                Arrive(attendee, server, now);
            }
        }

        return Task.FromResult<Outcome<SessionRenewal>>(new SessionRenewal(SnapshotAt(now), _room.Count));
    }

    /// <inheritdoc />
    public Task UnwatchAsync(string server)
    {
        foreach (var departed in Servers.ParticipantsOf(server).ToArray())
        {
            Depart(_room.Find(departed)!, server, Now);
        }

        Servers.Remove(server);
        return Task.CompletedTask;
    }

    private void RestoreRoom(StoredSession stored)
    {
        _room = Room.Of(stored);
        _restoredAt = Now;
        _awaitsReconnects = _room.Count > 0;
        SetPublishedRoster(_room.Attendees.Where(attendee => attendee.IsPresent));
    }

    private Attendee? Find(JoinSession command) =>
        command.UserId is { } user ? _room.FindMember(user)
        : command.SeatHash is { } seat ? _room.FindGuest(seat)
        : null;

    private Refusal? RefuseNewParticipant(JoinSession command) =>
        command.Name is null ? SessionRefusals.UnknownSeat
        : IsOver ? SessionRefusals.Over
        : command.UserId is { } user && IsHost(user) ? null
        : _room.RefusalFor(isGuest: command.UserId is null);

    private async Task<Attendee> AddAsync(JoinSession command, DateTimeOffset now)
    {
        var record = new ParticipantRecord(
            Identifier.Next(),
            command.UserId is { } user ? new UserId(user) : null,
            command.SeatHash,
            command.Name!,
            IsCoHost: false,
            now,
            RemovedAt: null);
        await DeactivateOnFailureAsync(() => sessions.AddParticipantAsync(Id, record));
        return _room.Add(new Attendee(record));
    }

    private void Arrive(Attendee attendee, string server, DateTimeOffset now)
    {
        if (Servers.ParticipantsOf(server).Add(attendee.Record.Id))
        {
            RecordPresence(attendee, _room.Arrive(attendee, server, now));
            if (_awaitsReconnects && !_room.Attendees.Any(one => one.IsExpected))
            {
                StopAwaitingReconnects();
            }
        }
    }

    private void Depart(Attendee attendee, string server, DateTimeOffset at)
    {
        Servers.ParticipantsOf(server).Remove(attendee.Record.Id);
        RecordPresence(attendee, _room.Depart(attendee, server, at));
    }

    private void RecordPresence(Attendee attendee, PresenceRecord? presence)
    {
        if (presence is not null)
        {
            _unsaved[(presence.ParticipantId, presence.From)] = presence;
            Touch(attendee);
        }
    }

    // Participants who have not reconnected after a restart count as present until the last heartbeat before it.
    private void EndMissingPresences()
    {
        foreach (var attendee in _room.Attendees.Where(attendee => attendee.IsExpected))
        {
            RecordPresence(attendee, _room.End(attendee, _session!.SeenAt));
        }

        StopAwaitingReconnects();
    }

    private void StopAwaitingReconnects()
    {
        _awaitsReconnects = false;
        if (IsOver)
        {
            ScheduleSettling(TimeSpan.Zero);
        }
    }

    private void RemoveExpiredServers()
    {
        foreach (var server in Servers.TakeExpired())
        {
            foreach (var id in server.Participants)
            {
                var attendee = _room.Find(id)!;
                RecordPresence(attendee, _room.Depart(attendee, server.Server, server.RenewedAt));
            }
        }
    }

    private SessionEntry EntryOf(Attendee attendee)
    {
        var joined = JoinedAt(attendee);
        var then = History.StateAt(joined);
        return new SessionEntry(
            attendee.Record.Id,
            attendee.RoleUnder(_session!.Host?.Value),
            then.PositionAt(joined).Elapsed,
            attendee.Record.User is not null && JoinOutcome.At(then, joined) is JoinOutcome.CatchUp(var steps) ? steps : []);
    }

    // When they first joined, in Unix milliseconds; rejoining does not change it. Visits to the lobby that ended before the start
    // do not count.
    private long JoinedAt(Attendee attendee)
    {
        var started = History.Events.IsEmpty ? 0 : History.Events[0].At;
        return attendee.Spans.Where(span => span.To > started).Select(span => span.From).DefaultIfEmpty(Now.ToUnixTimeMilliseconds()).Min();
    }
}
