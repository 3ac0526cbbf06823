using System.Collections.Immutable;
using StretchChallenge.Contracts.Outcomes;
using StretchChallenge.Contracts.Refusals;
using StretchChallenge.Contracts.Sessions;
using StretchChallenge.Domain.Sessions;
using StretchChallenge.Storage.Sessions;

namespace StretchChallenge.Grains.Sessions;

/// <summary>Joining, leaving, and the leases of the servers through which people are connected.</summary>
internal sealed partial class SessionGrain
{
    /// <summary>The most participants whom a room names: each name goes to everybody in it.</summary>
    private const int MostListed = 200;

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
    private ServerSubscriptions Servers => _servers ??= new(ServerLease, time, Clock, logger);

    /// <inheritdoc />
    public async Task<ImmutableArray<Outcome<SessionEntry>>> JoinAsync(ImmutableArray<JoinSession> commands)
    {
        if (_session is null)
        {
            return [.. commands.Select(_ => (Outcome<SessionEntry>)SessionRefusals.UnknownSession)];
        }

        // An empty lobby may have waited for too long by now.
        await DoWhatIsDueAsync();
        var now = Now;
        var seated = new List<Outcome<Attendee>>(commands.Length);
        foreach (var command in commands)
        {
            seated.Add(await SeatAsync(command, now));
            if (seated[^1].Value is { } attendee)
            {
                attendee.AddressHash = command.AddressHash;
                Arrive(attendee, command.Server, now);
            }
        }

        await SaveNewAsync();
        // A planned session starts with the first who comes.
        await DoWhatIsDueAsync();
        return [.. seated.Select(one => one.IsRefused(out var refusal, out var attendee) ? (Outcome<SessionEntry>)refusal : EntryOf(attendee))];
    }

    /// <inheritdoc />
    public Task<Outcome<SessionEntry>> GetEntryAsync(string? userId, string? seatHash, CancellationToken cancellationToken) =>
        Task.FromResult<Outcome<SessionEntry>>(
            _session is not { } session ? SessionRefusals.UnknownSession
            : Now < session.OpensAt ? SessionRefusals.LobbyClosed(session.OpensAt)
            : Find(new JoinSession("", userId, seatHash, null)) is not { } attendee ? SessionRefusals.UnknownSeat
            : attendee.Record.RemovedAt is not null ? SessionRefusals.Removed
            : EntryOf(attendee));

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
            return Task.FromResult<Outcome<SessionRenewal>>(SessionRefusals.UnknownSession);
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
        SetPublishedRoster();
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
            ScheduleNext();
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
