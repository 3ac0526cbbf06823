using System.Collections.Immutable;
using StretchChallenge.Domain;
using StretchChallenge.Domain.Sessions;

namespace StretchChallenge.Storage.Sessions;

/// <summary>Group sessions: their histories, rooms and attendance. Each call is one transaction.</summary>
public interface ISessionStore
{
    /// <summary>
    /// Saves a new session, unless its host has the most allowed. Of several at once for one host, each sees those before it.
    /// </summary>
    Task<SessionInsertion> CreateAsync(
        SessionRecord session, SessionLimits limits = default, CancellationToken cancellationToken = default);

    /// <summary>Whether there is a session with this id.</summary>
    Task<bool> ExistsAsync(SessionId session, CancellationToken cancellationToken = default);

    /// <summary>Returns a session with its events, participants and presences; null when it does not exist.</summary>
    Task<StoredSession?> LoadAsync(SessionId session, CancellationToken cancellationToken = default);

    /// <summary>Returns the session with this code, over or not; null when there is none.</summary>
    Task<SessionRecord?> FindByCodeAsync(string code, CancellationToken cancellationToken = default);

    /// <summary>Saves a command that was applied, and the phase after it.</summary>
    /// <param name="session">The session.</param>
    /// <param name="seq">The event's number in the session, from 1; a number that exists already is an error.</param>
    /// <param name="entry">The command.</param>
    /// <param name="phase">The phase after it.</param>
    /// <param name="cancellationToken">Cancels the work.</param>
    Task AddEventAsync(SessionId session, int seq, SessionEvent entry, SessionPhase phase, CancellationToken cancellationToken = default);

    /// <summary>Saves another start or routine of a session that has not begun, as the next revision of its plan.</summary>
    Task ChangePlanAsync(SessionRecord session, DateTimeOffset at, CancellationToken cancellationToken = default);

    /// <summary>
    /// Saves what a schedule gives a session that has not opened: its host, team and place in the schedule, and where
    /// <paramref name="isReplanned" /> its start and routine, as the next revision of its plan. Returns the schedule's hosts.
    /// </summary>
    Task<ImmutableArray<UserId>> FollowScheduleAsync(
        SessionRecord session, bool isReplanned, DateTimeOffset at, CancellationToken cancellationToken = default);

    /// <summary>Saves that a session is called off because its schedule does not plan it any more, and frees its date.</summary>
    /// <param name="session">The session.</param>
    /// <param name="seq">The number of the event in the session.</param>
    /// <param name="entry">The command that ends it.</param>
    /// <param name="cancellationToken">Cancels the work.</param>
    Task GiveUpAsync(SessionId session, int seq, SessionEvent entry, CancellationToken cancellationToken = default);

    /// <summary>Saves that the session has run to its end.</summary>
    Task FinishAsync(SessionId session, CancellationToken cancellationToken = default);

    /// <summary>Saves that all credits are in the ledger, so that nothing is left to do.</summary>
    Task SettleAsync(SessionId session, DateTimeOffset at, CancellationToken cancellationToken = default);

    /// <summary>Saves people who join, and the presences that begin then, in one transaction.</summary>
    Task AddParticipantsAsync(
        SessionId session, IReadOnlyCollection<ParticipantRecord> participants, CancellationToken cancellationToken = default);

    /// <summary>Saves presences, each identified by its beginning, and the last instant at which the grain was alive.</summary>
    Task SavePresencesAsync(
        SessionId session,
        IReadOnlyCollection<PresenceRecord> presences,
        DateTimeOffset seenAt,
        CancellationToken cancellationToken = default);

    /// <summary>Saves the host, and the participants whose role, name or account changed or who were removed.</summary>
    Task SaveRolesAsync(
        SessionId session,
        UserId? host,
        IReadOnlyCollection<ParticipantRecord> changed,
        CancellationToken cancellationToken = default);

    /// <summary>Deletes participants and their presences.</summary>
    Task ForgetAsync(SessionId session, IReadOnlyCollection<string> participants, CancellationToken cancellationToken = default);

    /// <summary>Returns the sessions that are not settled and whose lobby has opened at this instant.</summary>
    Task<ImmutableArray<SessionId>> FindUnsettledAsync(DateTimeOffset opensBy, CancellationToken cancellationToken = default);

    /// <summary>Returns the sessions that are not settled and have no reminder, future ones included.</summary>
    /// <param name="grainType">The type of the sessions' grains, with which the reminders' grain ids begin.</param>
    /// <param name="cancellationToken">Cancels the work.</param>
    Task<ImmutableArray<SessionId>> FindWithoutReminderAsync(string grainType, CancellationToken cancellationToken = default);

    /// <summary>Returns the sessions in the lobby of challenges that were cancelled.</summary>
    Task<ImmutableArray<SessionId>> FindOfCancelledAsync(CancellationToken cancellationToken = default);

    /// <summary>Returns the sessions in the lobby whose planned start is in (<paramref name="after" />, <paramref name="by" />].</summary>
    Task<ImmutableArray<SessionId>> FindStartingAsync(
        DateTimeOffset after, DateTimeOffset by, CancellationToken cancellationToken = default);

    /// <summary>Returns the sessions of the challenge that are not over, ordered by when they start or their lobby opened.</summary>
    Task<ImmutableArray<SessionRecord>> LoadOpenAsync(ChallengeId challenge, CancellationToken cancellationToken = default);

    /// <summary>
    /// Returns the session of the challenge that comes next: one that runs; else a planned one whose lobby is open, so that
    /// nobody's own lobby hides it; else a lobby opened by hand; else the one that opens first. Null when there is none.
    /// </summary>
    Task<SessionRecord?> FindNextAsync(ChallengeId challenge, DateTimeOffset now, CancellationToken cancellationToken = default);

    /// <summary>
    /// Returns the same over all challenges that the person is in; those for a team that they are not in come last.
    /// </summary>
    Task<SessionRecord?> FindNextAsync(UserId user, DateTimeOffset now, CancellationToken cancellationToken = default);

    /// <summary>
    /// Returns the planned sessions of the challenges that the person is in that start after an instant, ordered by start; without
    /// those for a team that they are not in.
    /// </summary>
    Task<ImmutableArray<PlannedSession>> LoadPlannedAsync(
        UserId user, DateTimeOffset after, CancellationToken cancellationToken = default);
}

/// <summary>How many sessions that are not over a person may host; null without a limit.</summary>
/// <param name="MostOpen">Planned ones included, without those of schedules.</param>
/// <param name="MostPlanned">
/// Those in the session's challenge that have a planned start and have not begun, and the schedules there that they planned,
/// each once.
/// </param>
public readonly record struct SessionLimits(int? MostOpen, int? MostPlanned);

/// <summary>Whether a new session was saved.</summary>
public enum SessionInsertion
{
    /// <summary>It was.</summary>
    Created,

    /// <summary>Another session has its code.</summary>
    CodeTaken,

    /// <summary>Its host has <see cref="SessionLimits.MostOpen" /> sessions.</summary>
    TooManyOpen,

    /// <summary>Its host has <see cref="SessionLimits.MostPlanned" /> planned ones.</summary>
    TooManyPlanned,

    /// <summary>Its schedule has a session on its date already.</summary>
    DateTaken,
}
