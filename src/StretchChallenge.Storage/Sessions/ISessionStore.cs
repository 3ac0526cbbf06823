using System.Collections.Immutable;
using StretchChallenge.Domain;
using StretchChallenge.Domain.Sessions;

namespace StretchChallenge.Storage.Sessions;

/// <summary>Group sessions: their histories, rooms and attendance. Each call is one transaction.</summary>
public interface ISessionStore
{
    /// <summary>Saves a new session; false when another session has its code.</summary>
    Task<bool> CreateAsync(SessionRecord session, CancellationToken cancellationToken = default);

    /// <summary>One session with all that belongs to it; null when it does not exist.</summary>
    Task<StoredSession?> LoadAsync(SessionId session, CancellationToken cancellationToken = default);

    /// <summary>The session with this code, over or not; null when there is none.</summary>
    Task<SessionRecord?> FindByCodeAsync(string code, CancellationToken cancellationToken = default);

    /// <summary>Saves a command that was applied, and the phase after it.</summary>
    /// <param name="session">The session.</param>
    /// <param name="seq">Its number: 1 for the first. Another one of that number is an error.</param>
    /// <param name="entry">The command.</param>
    /// <param name="phase">The phase after it.</param>
    /// <param name="cancellationToken">Stops waiting.</param>
    Task AddEventAsync(SessionId session, int seq, SessionEvent entry, SessionPhase phase, CancellationToken cancellationToken = default);

    /// <summary>Saves that the session has run to its end.</summary>
    Task FinishAsync(SessionId session, CancellationToken cancellationToken = default);

    /// <summary>Saves that everybody's credit is in the ledger, so that nothing is left to do.</summary>
    Task SettleAsync(SessionId session, DateTimeOffset at, CancellationToken cancellationToken = default);

    /// <summary>Saves somebody who joins, as present from then on.</summary>
    Task AddParticipantAsync(SessionId session, ParticipantRecord participant, CancellationToken cancellationToken = default);

    /// <summary>Saves presences, each identified by its beginning, and the last instant at which the grain was alive.</summary>
    Task SavePresencesAsync(
        SessionId session,
        IReadOnlyCollection<PresenceRecord> presences,
        DateTimeOffset seenAt,
        CancellationToken cancellationToken = default);

    /// <summary>Saves the host, and the participants whose role changed or who were removed.</summary>
    Task SaveRolesAsync(
        SessionId session,
        UserId? host,
        IReadOnlyCollection<ParticipantRecord> changed,
        CancellationToken cancellationToken = default);

    /// <summary>The sessions whose lobby opens by then, and that are not settled.</summary>
    Task<ImmutableArray<SessionId>> FindUnsettledAsync(DateTimeOffset opensBy, CancellationToken cancellationToken = default);

    /// <summary>The sessions that are not settled and have no reminder, whenever they open.</summary>
    /// <param name="grainType">The type of the sessions' grains, with which the reminders' grain ids begin.</param>
    /// <param name="cancellationToken">Stops waiting.</param>
    Task<ImmutableArray<SessionId>> FindWithoutReminderAsync(string grainType, CancellationToken cancellationToken = default);

    /// <summary>The sessions still in the lobby whose planned start is in (<paramref name="after" />, <paramref name="by" />].</summary>
    Task<ImmutableArray<SessionId>> FindStartingAsync(
        DateTimeOffset after, DateTimeOffset by, CancellationToken cancellationToken = default);

    /// <summary>How many sessions that are not over the person hosts.</summary>
    Task<int> CountOpenAsync(UserId host, CancellationToken cancellationToken = default);

    /// <summary>The next session that is not over in a challenge: one that is open, else the one to open first; null when there is none.</summary>
    Task<SessionRecord?> FindNextAsync(ChallengeId challenge, CancellationToken cancellationToken = default);

    /// <summary>The same over all challenges that the person is in.</summary>
    Task<SessionRecord?> FindNextAsync(UserId user, CancellationToken cancellationToken = default);

    /// <summary>The planned sessions that start after an instant in the challenges that the person is in, by start.</summary>
    Task<ImmutableArray<PlannedSession>> LoadPlannedAsync(
        UserId user, DateTimeOffset after, CancellationToken cancellationToken = default);
}
