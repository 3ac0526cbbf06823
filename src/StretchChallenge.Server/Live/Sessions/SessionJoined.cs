using System.Collections.Immutable;
using System.Text.Json.Serialization;
using StretchChallenge.Contracts.Sessions;
using StretchChallenge.Domain;
using StretchChallenge.Domain.Sessions;

namespace StretchChallenge.Server.Live.Sessions;

/// <summary>The answer to joining or rejoining a live break; later events apply to it.</summary>
/// <param name="SessionId">The session.</param>
/// <param name="Code">Its code.</param>
/// <param name="ChallengeId">The challenge whose people it is for.</param>
/// <param name="RoutineId">The routine.</param>
/// <param name="Seq">The number of its last change; the next <c>SessionChanged</c> has the next one.</param>
/// <param name="ServerMs">The server's clock when this held: milliseconds since 1970-01-01 UTC.</param>
/// <param name="Phase">The phase.</param>
/// <param name="Step">The step by index; the number of steps once finished.</param>
/// <param name="RemainingMs">What was left of the step.</param>
/// <param name="ElapsedMs">How long the timeline has run, without pauses and skipped time.</param>
/// <param name="StartsAt">When it is planned to start; null when its host starts it.</param>
/// <param name="Steps">The room's steps.</param>
/// <param name="Count">How many people are present.</param>
/// <param name="Participants">The people present, in the order of joining; at most 500. <c>RosterChanged</c> brings later changes.</param>
/// <param name="ParticipantId">The caller among them.</param>
/// <param name="Seat">The secret with which a guest rejoins, known to the caller alone; for a member, the user id.</param>
/// <param name="Role">The caller's role in the session.</param>
/// <param name="ChallengeRole">The caller's role in the challenge, which decides whether they may take over (rule 26); null for guests.</param>
/// <param name="LateBy">How long the session had run when the caller joined, in milliseconds; 0 when they were on time.</param>
/// <param name="Missed">The steps that the caller can do alone afterwards for the credit (rule 25), by index.</param>
/// <param name="WasHosted">Whether any of its hosts has come so far; a planned break starts without them too.</param>
/// <param name="OwnSteps">
/// The caller's own gentle steps, fitted to the room's planned time (rule 28); null when they do the room's steps. A position
/// on the room's timeline is the same position in them. They are sent to nobody else.
/// </param>
public sealed record SessionJoined(
    string SessionId,
    string Code,
    string ChallengeId,
    string RoutineId,
    int Seq,
    long ServerMs,
    SessionPhase Phase,
    int Step,
    long RemainingMs,
    long ElapsedMs,
    DateTimeOffset? StartsAt,
    ImmutableArray<SessionStep> Steps,
    int Count,
    ImmutableArray<RosterMember> Participants,
    string ParticipantId,
    string Seat,
    SessionRole Role,
    ChallengeRole? ChallengeRole,
    long LateBy,
    ImmutableArray<int> Missed,
    bool WasHosted,
    [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] ImmutableArray<SessionStep>? OwnSteps);

/// <summary>The plan of a live break has changed; rejoining tells it.</summary>
/// <param name="SessionId">The session.</param>
public sealed record SessionReplanned(string SessionId);

/// <summary>The host has removed the caller from a live break; no more of its events follow.</summary>
/// <param name="SessionId">The session.</param>
public sealed record SessionLeft(string SessionId);
