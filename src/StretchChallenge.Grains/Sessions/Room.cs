using StretchChallenge.Contracts.Outcomes;
using StretchChallenge.Contracts.Refusals;
using StretchChallenge.Contracts.Sessions;
using StretchChallenge.Domain.Sessions;
using StretchChallenge.Domain.Text;
using StretchChallenge.Storage.Sessions;

namespace StretchChallenge.Grains.Sessions;

/// <summary>The people who joined a session, and who of them is present.</summary>
internal sealed class Room
{
    /// <summary>The most guests present at once. Members always have a place.</summary>
    public const int MostGuests = 2_500;

    /// <summary>The most seats of guests, present or not: beyond it those absent for longest are forgotten.</summary>
    public const int MostGuestSeats = 2 * MostGuests;

    /// <summary>How many seats are forgotten at once when there are too many.</summary>
    private const int ForgottenAtOnce = 100;

    /// <summary>How long the seat of an absent guest is kept: 30 minutes, enough to create an account meanwhile.</summary>
    private static readonly TimeSpan GuestSeatTime = TimeSpan.FromMinutes(30);

    private readonly Dictionary<string, Attendee> _byId = new(StringComparer.Ordinal);
    private readonly Dictionary<string, Attendee> _byUser = new(StringComparer.Ordinal);
    private readonly Dictionary<string, Attendee> _bySeat = new(StringComparer.Ordinal);

    /// <summary>All who ever joined, in the order of joining.</summary>
    public IReadOnlyCollection<Attendee> Attendees => _byId.Values;

    /// <summary>How many people are present.</summary>
    public int Count { get; private set; }

    /// <summary>How many guests are present.</summary>
    public int Guests { get; private set; }

    /// <summary>Whether anybody is present, and since when that is so.</summary>
    public Occupancy Occupancy { get; private set; }

    /// <summary>Restores the room from the store.</summary>
    public static Room Of(StoredSession stored)
    {
        var room = new Room();
        foreach (var participant in stored.Participants)
        {
            room.Add(new Attendee(participant));
        }

        foreach (var presence in stored.Presences)
        {
            var attendee = room._byId[presence.ParticipantId];
            attendee.Restore(presence);
            room.UpdateCounts(attendee, presence.To is null ? +1 : 0);
        }

        var ends = stored.Presences.Select(presence => presence.To).OfType<DateTimeOffset>();
        room.Occupancy = new Occupancy(
            room.Count > 0,
            room.Count > 0
                ? stored.Presences.Where(presence => presence.To is null).Min(presence => presence.From).ToUnixTimeMilliseconds()
                : ends.Select(end => end.ToUnixTimeMilliseconds()).DefaultIfEmpty().Max());
        return room;
    }

    public Attendee? Find(string? participantId) => participantId is null ? null : _byId.GetValueOrDefault(participantId);

    public Attendee? FindMember(string? userId) => userId is null ? null : _byUser.GetValueOrDefault(userId);

    public Attendee? FindGuest(string seatHash) => _bySeat.GetValueOrDefault(seatHash);

    /// <summary>Why no other guest can join now; null when there is room.</summary>
    public Refusal? RefusalForGuest(string name) =>
        Guests >= MostGuests ? SessionRefusals.SessionFull(MostGuests)
        : DistinctName.Of(name) is var distinct && _byId.Values.Any(one => one.IsPresent && one.Name.IsLike(distinct)) ? SessionRefusals.NameTaken
        : null;

    /// <summary>The absent guests whose seats are to be forgotten: after a while, or when there are too many seats.</summary>
    public IReadOnlyList<Attendee> FindForgotten(DateTimeOffset now)
    {
        var absent = _byId.Values.Where(one => one is { Record: { User: null, RemovedAt: null }, IsPresent: false });
        return _bySeat.Count >= MostGuestSeats
            ? [.. absent.OrderBy(one => one.AbsentSince).Take(ForgottenAtOnce)]
            : [.. absent.Where(one => now - one.AbsentSince > GuestSeatTime)];
    }

    /// <summary>Whether so many guests have joined that some must be forgotten before another one joins.</summary>
    public bool HasTooManySeats => _bySeat.Count >= MostGuestSeats;

    /// <summary>Removes somebody who is not present as if they had never joined.</summary>
    public void Forget(Attendee attendee)
    {
        _byId.Remove(attendee.Record.Id);
        if (attendee.Record.User is { } user)
        {
            _byUser.Remove(user.Value);
        }

        if (attendee.Record.SeatHash is { } seat)
        {
            _bySeat.Remove(seat);
        }
    }

    /// <summary>A guest has become a member, with the same place; their seat's secret is of no more use.</summary>
    public void BecomeMember(Attendee attendee, ParticipantRecord record)
    {
        _bySeat.Remove(attendee.Record.SeatHash!);
        _byUser.Add(record.User!.Value.Value, attendee);
        Guests -= attendee.IsPresent ? 1 : 0;
        attendee.Record = record;
    }

    /// <summary>Adds somebody who joined; they are present once they arrive.</summary>
    public Attendee Add(Attendee attendee)
    {
        _byId.Add(attendee.Record.Id, attendee);
        if (attendee.Record.User is { } user)
        {
            _byUser.Add(user.Value, attendee);
        }

        if (attendee.Record.SeatHash is { } seat)
        {
            _bySeat.Add(seat, attendee);
        }

        return attendee;
    }

    /// <summary>Calls <see cref="Attendee.Arrive" /> and updates the counts.</summary>
    public PresenceRecord? Arrive(Attendee attendee, string server, DateTimeOffset now) =>
        UpdateCounts(attendee, attendee.Arrive(server, now), +1, now);

    /// <summary>Calls <see cref="Attendee.Depart" /> and updates the counts.</summary>
    public PresenceRecord? Depart(Attendee attendee, string server, DateTimeOffset at) =>
        UpdateCounts(attendee, attendee.Depart(server, at), -1, at);

    /// <summary>Calls <see cref="Attendee.End" /> and updates the counts.</summary>
    public PresenceRecord? End(Attendee attendee, DateTimeOffset at) => UpdateCounts(attendee, attendee.End(at), -1, at);

    private PresenceRecord? UpdateCounts(Attendee attendee, PresenceRecord? change, int by, DateTimeOffset at)
    {
        UpdateCounts(attendee, change is null ? 0 : by);
        if (Count > 0 != Occupancy.IsOccupied)
        {
            Occupancy = new Occupancy(Count > 0, at.ToUnixTimeMilliseconds());
        }

        return change;
    }

    private void UpdateCounts(Attendee attendee, int by)
    {
        Count += by;
        Guests += attendee.Record.User is null ? by : 0;
    }
}

/// <summary>Somebody who joined a session, with the spans in which they were present.</summary>
internal sealed class Attendee(ParticipantRecord record)
{
    private readonly HashSet<string> _servers = new(StringComparer.Ordinal);
    private readonly List<PresenceRecord> _past = [];

    /// <summary>The participant as saved last.</summary>
    public ParticipantRecord Record
    {
        get;
        set => (field, Name) = (value, DistinctName.Of(value.Name));
    } = record;

    /// <summary>The name as it is compared with others.</summary>
    public DistinctName Name { get; private set; } = DistinctName.Of(record.Name);

    /// <summary>A hash of the address that they last came from; null after a restart.</summary>
    public string? AddressHash { get; set; }

    /// <summary>Since when they have been present; null when they are not.</summary>
    public DateTimeOffset? Since { get; private set; }

    /// <summary>When they last left; null when they never did.</summary>
    public DateTimeOffset? WentAt => _past is [.., { To: var last }] ? last : null;

    /// <summary>The presences that have ended.</summary>
    public IReadOnlyList<PresenceRecord> Past => _past;

    /// <summary>Since when they have been away, of somebody who is not present.</summary>
    public DateTimeOffset AbsentSince => WentAt ?? Record.JoinedAt;

    /// <summary>Whether they are present, or were before a restart and may still reconnect.</summary>
    public bool IsPresent => Since is not null;

    /// <summary>Whether they were present before a restart and have not reconnected yet.</summary>
    public bool IsExpected => IsPresent && _servers.Count == 0;

    /// <summary>All presences as the rules need them; a current one ends at <see cref="long.MaxValue" />.</summary>
    public IEnumerable<TimeInterval> Spans => _past
        .Select(span => new TimeInterval(span.From.ToUnixTimeMilliseconds(), span.To!.Value.ToUnixTimeMilliseconds()))
        .Concat(Since is { } since ? [new TimeInterval(since.ToUnixTimeMilliseconds(), long.MaxValue)] : []);

    /// <summary>Restores a stored presence.</summary>
    public void Restore(PresenceRecord presence)
    {
        if (presence.To is null)
        {
            Since = presence.From;
        }
        else
        {
            _past.Add(presence);
        }
    }

    /// <summary>They have a connection to the server; returns the presence that begins, null when they were present already.</summary>
    public PresenceRecord? Arrive(string server, DateTimeOffset now)
    {
        _servers.Add(server);
        if (IsPresent)
        {
            return null;
        }

        Since = now;
        return new PresenceRecord(Record.Id, now, null);
    }

    /// <summary>They have no connection to the server any more; returns the presence that ends, null when they are present elsewhere.</summary>
    public PresenceRecord? Depart(string server, DateTimeOffset at) =>
        _servers.Remove(server) && _servers.Count == 0 ? End(at) : null;

    /// <summary>They have no connection at all any more; returns the presence that ends, null when there was none.</summary>
    public PresenceRecord? End(DateTimeOffset at)
    {
        _servers.Clear();
        if (Since is not { } since)
        {
            return null;
        }

        var ended = new PresenceRecord(Record.Id, since, at < since ? since : at);
        Since = null;
        _past.Add(ended);
        return ended;
    }

    /// <summary>Their role in a session with this host.</summary>
    public SessionRole RoleUnder(string? hostId) =>
        Record.User is not { } user ? SessionRole.Guest
        : user.Value == hostId ? SessionRole.Host
        : Record.IsCoHost ? SessionRole.CoHost
        : SessionRole.Participant;
}
