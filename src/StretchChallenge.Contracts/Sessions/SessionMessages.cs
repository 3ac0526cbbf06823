using System.Collections.Immutable;
using StretchChallenge.Contracts.Users;
using StretchChallenge.Domain;
using StretchChallenge.Domain.Sessions;

namespace StretchChallenge.Contracts.Sessions;

/// <summary>A group session to create.</summary>
/// <param name="UserId">Who creates it, and becomes its host.</param>
/// <param name="ChallengeId">A challenge that they are in.</param>
/// <param name="RoutineId">The routine that will run.</param>
/// <param name="Steps">The planned milliseconds of each step.</param>
/// <param name="StartsAt">When it starts without a command; null when the lobby opens at once and the host starts it.</param>
[GenerateSerializer, Immutable, Alias("CreateSession")]
public sealed record CreateSession(
    string UserId,
    string ChallengeId,
    string RoutineId,
    ImmutableArray<long> Steps,
    DateTimeOffset? StartsAt)
{
    /// <summary>How many planned sessions the host may have at a time; null without a limit.</summary>
    [Id(0)]
    public int? MostPlanned { get; init; }
}

/// <summary>A change of a session that has not begun, by its hosts and by organisers.</summary>
/// <param name="UserId">Who changes it.</param>
/// <param name="Role">Their role in the challenge.</param>
/// <param name="StartsAt">The new start; null to keep it.</param>
/// <param name="RoutineId">The new routine; null to keep it.</param>
/// <param name="Steps">The planned milliseconds of each step of the new routine.</param>
[GenerateSerializer, Immutable, Alias("ChangeSession")]
public sealed record ChangeSession(
    string UserId,
    ChallengeRole Role,
    DateTimeOffset? StartsAt,
    string? RoutineId,
    ImmutableArray<long> Steps);

/// <summary>A break of a schedule, as it is to be planned (rule 24).</summary>
/// <param name="ScheduleId">The schedule.</param>
/// <param name="Revision">How often the schedule was changed: what hosts changed of the break stays while this does.</param>
/// <param name="Date">The date in the challenge's zone.</param>
/// <param name="ChallengeId">The challenge.</param>
/// <param name="HostId">Who leads it; null where nobody does.</param>
/// <param name="TeamId">The team whose members find it first; null when it is for the whole challenge.</param>
/// <param name="RoutineId">The routine.</param>
/// <param name="Steps">The planned milliseconds of each step.</param>
/// <param name="StartsAt">When it starts.</param>
[GenerateSerializer, Immutable, Alias("FollowSchedule")]
public sealed record FollowSchedule(
    string ScheduleId,
    int Revision,
    DateOnly Date,
    string ChallengeId,
    string? HostId,
    string? TeamId,
    string RoutineId,
    ImmutableArray<long> Steps,
    DateTimeOffset StartsAt);

/// <summary>A session that was made.</summary>
/// <param name="Id">The session.</param>
/// <param name="Code">What people type to join it: 6 characters, none of which looks like another.</param>
[GenerateSerializer, Immutable, Alias("SessionCreated")]
public sealed record SessionCreated(string Id, string Code);

/// <summary>A session as shown to anybody who has its code.</summary>
/// <param name="Id">The session.</param>
/// <param name="Code">Its code.</param>
/// <param name="ChallengeId">The challenge whose people it is for.</param>
/// <param name="RoutineId">The routine.</param>
/// <param name="Phase">The phase now.</param>
/// <param name="OpensAt">When its lobby opens or opened.</param>
/// <param name="StartsAt">When it is planned to start; null when its host starts it.</param>
/// <param name="HostId">The host's account; null when it was deleted.</param>
/// <param name="Participants">How many people are present now.</param>
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

/// <summary>Somebody joins or rejoins a session.</summary>
/// <param name="Server">The server that has the connection and is subscribed to the session.</param>
/// <param name="UserId">A member's account; null for guests.</param>
/// <param name="SeatHash">
/// The hash of the secret by which a guest rejoins. With an account too, what was done on the guest's seat becomes the member's.
/// </param>
/// <param name="Name">The name to show, already sanitised; null to admit only somebody who joined before.</param>
[GenerateSerializer, Immutable, Alias("JoinSession")]
public sealed record JoinSession(string Server, string? UserId, string? SeatHash, string? Name)
{
    /// <summary>A hash of the address that they come from, so that somebody who was removed does not come back by the same name.</summary>
    [Id(0)]
    public string? AddressHash { get; init; }
}

/// <summary>The answer to joining a session.</summary>
/// <param name="ParticipantId">Their id in this session.</param>
/// <param name="Role">Their role in it.</param>
/// <param name="LateBy">How long the session had run when they joined, in milliseconds; 0 when they were on time.</param>
/// <param name="Missed">The steps that they can do alone afterwards (rule 25), by index; empty when there are none.</param>
[GenerateSerializer, Immutable, Alias("SessionEntry")]
public sealed record SessionEntry(string ParticipantId, SessionRole Role, long LateBy, ImmutableArray<int> Missed);

/// <summary>The steps of a finished session that somebody missed and may do alone (rule 25).</summary>
/// <param name="RoutineId">The routine.</param>
/// <param name="Steps">The steps by index, in their order.</param>
/// <param name="StepMs">The planned milliseconds of each of them.</param>
/// <param name="Session">The session as the run's token carries it.</param>
[GenerateSerializer, Immutable, Alias("SessionCatchUp")]
public sealed record SessionCatchUp(
    string RoutineId, ImmutableArray<int> Steps, ImmutableArray<long> StepMs, CaughtUpSession Session);

/// <summary>The role of a participant in a session.</summary>
public enum SessionRole
{
    /// <summary>A member of the challenge.</summary>
    Participant,

    /// <summary>Not a member of the challenge; takes part without a credit.</summary>
    Guest,

    /// <summary>A member whom the host made co-host; may do all that the host may, except choosing hosts.</summary>
    CoHost,

    /// <summary>Leads the session.</summary>
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
