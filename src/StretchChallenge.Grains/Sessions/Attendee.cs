using StretchChallenge.Contracts.Sessions;
using StretchChallenge.Domain.Sessions;
using StretchChallenge.Storage.Sessions;

namespace StretchChallenge.Grains.Sessions;

/// <summary>Somebody who joined a session, and when they were there.</summary>
internal sealed class Attendee(ParticipantRecord record)
{
    private readonly HashSet<string> _servers = new(StringComparer.Ordinal);
    private readonly List<PresenceRecord> _past = [];

    /// <summary>The participant as saved last.</summary>
    public ParticipantRecord Record { get; set; } = record;

    /// <summary>Since when they are there; null where they are not.</summary>
    public DateTimeOffset? Since { get; private set; }

    /// <summary>When they went last; null where they never did.</summary>
    public DateTimeOffset? WentAt => _past is [.., { To: var last }] ? last : null;

    /// <summary>Whether they are there, or may be on their way back after the program was interrupted.</summary>
    public bool IsPresent => Since is not null;

    /// <summary>Whether they were there when the program was interrupted, and have not come back yet.</summary>
    public bool IsExpected => IsPresent && _servers.Count == 0;

    /// <summary>All presences as the rules take them; the open one goes on.</summary>
    public IEnumerable<ClockSpan> Spans => _past
        .Select(span => new ClockSpan(span.From.ToUnixTimeMilliseconds(), span.To!.Value.ToUnixTimeMilliseconds()))
        .Concat(Since is { } since ? [new ClockSpan(since.ToUnixTimeMilliseconds(), long.MaxValue)] : []);

    /// <summary>Takes a presence as it was saved.</summary>
    public void Remember(PresenceRecord presence)
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

    /// <summary>A connection of theirs is on a server; answers the presence that begins, null where it goes on.</summary>
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

    /// <summary>A server has no connection of theirs any more; answers the presence that ends, null where it goes on.</summary>
    public PresenceRecord? Depart(string server, DateTimeOffset at) =>
        _servers.Remove(server) && _servers.Count == 0 ? End(at) : null;

    /// <summary>They are gone from everywhere; answers the presence that ends, null where there was none.</summary>
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

    /// <summary>What they are in a session of this host.</summary>
    public SessionRole RoleUnder(string? hostId) =>
        Record.User is not { } user ? SessionRole.Guest
        : user.Value == hostId ? SessionRole.Host
        : Record.IsCoHost ? SessionRole.CoHost
        : SessionRole.Participant;
}
