using System.Collections.Immutable;
using StretchChallenge.Domain.Sessions;

namespace StretchChallenge.Storage.Sessions;

/// <summary>All that the database holds of a session, as of one moment.</summary>
/// <param name="Session">The session.</param>
/// <param name="Events">The commands that it obeyed, in their order.</param>
/// <param name="Participants">Everybody who ever joined, first come first.</param>
/// <param name="Presences">When they were there, oldest first.</param>
public sealed record StoredSession(
    SessionRecord Session,
    ImmutableArray<SessionEvent> Events,
    ImmutableArray<ParticipantRecord> Participants,
    ImmutableArray<PresenceRecord> Presences);
