using System.Collections.Immutable;
using StretchChallenge.Domain.Sessions;

namespace StretchChallenge.Contracts.Sessions;

/// <summary>A group session to make.</summary>
/// <param name="UserId">Who makes it, and is its host.</param>
/// <param name="ChallengeId">A challenge that they are in.</param>
/// <param name="RoutineId">The routine that will run.</param>
/// <param name="Steps">The planned milliseconds of each step.</param>
/// <param name="StartsAt">When it is to start by itself; null where the lobby opens at once and the host starts it.</param>
[GenerateSerializer, Immutable, Alias("CreateSession")]
public sealed record CreateSession(
    string UserId,
    string ChallengeId,
    string RoutineId,
    ImmutableArray<long> Steps,
    DateTimeOffset? StartsAt);

/// <summary>A session that was made.</summary>
/// <param name="Id">The session.</param>
/// <param name="Code">What people type to join it: 6 characters, none of which looks like another.</param>
[GenerateSerializer, Immutable, Alias("SessionCreated")]
public sealed record SessionCreated(string Id, string Code);

/// <summary>A session as anybody sees it who has its code.</summary>
/// <param name="Id">The session.</param>
/// <param name="Code">Its code.</param>
/// <param name="ChallengeId">The challenge whose people it is for.</param>
/// <param name="RoutineId">The routine.</param>
/// <param name="Phase">Where it stands.</param>
/// <param name="OpensAt">When its lobby opens or opened.</param>
/// <param name="StartsAt">When it is planned to start; null where its host starts it.</param>
/// <param name="HostId">The host's account; null where it is gone.</param>
/// <param name="Participants">How many people are there now.</param>
[GenerateSerializer, Immutable, Alias("SessionView")]
public sealed record SessionView(
    string Id,
    string Code,
    string ChallengeId,
    string RoutineId,
    SessionPhase Phase,
    DateTimeOffset OpensAt,
    DateTimeOffset? StartsAt,
    string? HostId,
    int Participants);

/// <summary>Somebody comes in, or comes back.</summary>
/// <param name="Server">The server whose connection it is; it watches the session.</param>
/// <param name="UserId">A member's account; null for guests.</param>
/// <param name="SeatHash">The hash of a guest's secret seat; null for members.</param>
/// <param name="Name">The name to show, already cleaned; null where only somebody known is let in.</param>
[GenerateSerializer, Immutable, Alias("JoinSession")]
public sealed record JoinSession(string Server, string? UserId, string? SeatHash, string? Name);

/// <summary>Somebody's place in a session.</summary>
/// <param name="ParticipantId">Who they are in it.</param>
/// <param name="Role">What they may do in it.</param>
/// <param name="LateBy">How long it had been running when they came, in milliseconds; 0 where they were on time.</param>
/// <param name="Missed">The steps that they can do alone afterwards (rule 25), by index; empty where there are none.</param>
[GenerateSerializer, Immutable, Alias("SessionEntry")]
public sealed record SessionEntry(string ParticipantId, SessionRole Role, long LateBy, ImmutableArray<int> Missed);

/// <summary>The steps of a finished session that somebody missed and may do alone (rule 25).</summary>
/// <param name="RoutineId">The routine.</param>
/// <param name="Steps">The steps by index, in their order.</param>
/// <param name="StepMs">The planned milliseconds of each of them.</param>
/// <param name="EndedAt">When the session ended.</param>
[GenerateSerializer, Immutable, Alias("SessionCatchUp")]
public sealed record SessionCatchUp(
    string RoutineId, ImmutableArray<int> Steps, ImmutableArray<long> StepMs, DateTimeOffset EndedAt);

/// <summary>What somebody is in a session.</summary>
public enum SessionRole
{
    /// <summary>A member of the challenge.</summary>
    Participant,

    /// <summary>Somebody else: takes part, and gets no credit.</summary>
    Guest,

    /// <summary>Made by the host: may do all that the host may, but choose hosts.</summary>
    CoHost,

    /// <summary>Leads it.</summary>
    Host,
}

/// <summary>The reactions that participants can send.</summary>
public enum ReactionKind
{
    /// <summary>Applause.</summary>
    Clap,

    /// <summary>I like this.</summary>
    Heart,

    /// <summary>This makes me smile.</summary>
    Smile,

    /// <summary>Well done, strong.</summary>
    Strong,

    /// <summary>Hello, or goodbye.</summary>
    Wave,
}
