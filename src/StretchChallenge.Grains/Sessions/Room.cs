using StretchChallenge.Contracts.Outcomes;
using StretchChallenge.Storage.Sessions;

namespace StretchChallenge.Grains.Sessions;

/// <summary>Who joined a session, and who of them is there.</summary>
internal sealed class Room
{
    /// <summary>The most people there at once.</summary>
    public const int MostPeople = 3_000;

    /// <summary>The most guests among them: members find a place even where a code became known to everybody.</summary>
    public const int MostGuests = 2_500;

    /// <summary>The most people who ever join one session, there or gone.</summary>
    public const int MostSeats = 10_000;

    private readonly Dictionary<string, Attendee> _byId = new(StringComparer.Ordinal);
    private readonly Dictionary<string, Attendee> _byUser = new(StringComparer.Ordinal);
    private readonly Dictionary<string, Attendee> _bySeat = new(StringComparer.Ordinal);

    /// <summary>Everybody who ever joined, first come first.</summary>
    public IReadOnlyCollection<Attendee> Everybody => _byId.Values;

    /// <summary>How many are there.</summary>
    public int Count { get; private set; }

    /// <summary>How many guests are there.</summary>
    public int Guests { get; private set; }

    /// <summary>The room as saved.</summary>
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
            attendee.Remember(presence);
            room.Counted(attendee, presence.To is null ? +1 : 0);
        }

        return room;
    }

    public Attendee? Find(string participantId) => _byId.GetValueOrDefault(participantId);

    public Attendee? FindMember(string userId) => _byUser.GetValueOrDefault(userId);

    public Attendee? FindGuest(string seatHash) => _bySeat.GetValueOrDefault(seatHash);

    /// <summary>Why nobody new of this sort fits in; null where there is room.</summary>
    public Refusal? RefusalFor(bool isGuest) =>
        Count >= MostPeople || _byId.Count >= MostSeats ? SessionRefusals.Full
        : isGuest && Guests >= MostGuests ? SessionRefusals.FullOfGuests
        : null;

    /// <summary>Adds somebody who joined; they are there once they arrive.</summary>
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

    /// <summary>A connection of theirs is on a server; answers the presence that begins.</summary>
    public PresenceRecord? Arrive(Attendee attendee, string server, DateTimeOffset now) =>
        Counted(attendee, attendee.Arrive(server, now), +1);

    /// <summary>A server has none of theirs any more; answers the presence that ends.</summary>
    public PresenceRecord? Depart(Attendee attendee, string server, DateTimeOffset at) =>
        Counted(attendee, attendee.Depart(server, at), -1);

    /// <summary>They are gone from everywhere; answers the presence that ends.</summary>
    public PresenceRecord? End(Attendee attendee, DateTimeOffset at) => Counted(attendee, attendee.End(at), -1);

    private PresenceRecord? Counted(Attendee attendee, PresenceRecord? change, int by)
    {
        Counted(attendee, change is null ? 0 : by);
        return change;
    }

    private void Counted(Attendee attendee, int by)
    {
        Count += by;
        Guests += attendee.Record.User is null ? by : 0;
    }
}
