using System.Collections.Immutable;
using Orleans.Concurrency;
using StretchChallenge.Contracts.Outcomes;
using StretchChallenge.Domain;
using StretchChallenge.Domain.Sessions;

namespace StretchChallenge.Contracts.Sessions;

/// <summary>
/// One group session (key: session id): its timeline, its room, its attendance. Commands are durable when they return;
/// presences are saved about a second later.
/// </summary>
/// <remarks>Reads of the session can be cancelled. Commands cannot: one that has been sent may be committed already.</remarks>
[Alias("ISessionGrain")]
public interface ISessionGrain : IGrainWithStringKey
{
    /// <summary>The grain's type, with which the ids of these grains begin.</summary>
    const string GrainType = "session";

    /// <summary>Creates the session.</summary>
    [Alias("Create")]
    Task<Outcome<SessionCreated>> CreateAsync(CreateSession command);

    /// <summary>
    /// Plans the session as a schedule has it, or changes it to that. Nothing happens once its lobby is open, or when the schedule has
    /// another session on the date. Idempotent.
    /// </summary>
    [Repeatable, Alias("FollowSchedule")]
    Task FollowScheduleAsync(FollowSchedule command);

    /// <summary>Calls the session off because its schedule does not plan it any more; nothing happens once its lobby is open.</summary>
    [Repeatable, Alias("LeaveSchedule")]
    Task LeaveScheduleAsync();

    /// <summary>The session as shown to anybody who has its code.</summary>
    [ReadOnly, Alias("Get")]
    Task<Outcome<SessionView>> GetAsync(CancellationToken cancellationToken = default);

    /// <summary>The timeline and the participants, as shown to everybody in the session.</summary>
    [ReadOnly, Alias("GetRoom")]
    Task<Outcome<SessionRoom>> GetRoomAsync(CancellationToken cancellationToken = default);

    /// <summary>Changes the start or the routine of a session that has not begun (rule 24).</summary>
    [Alias("Change")]
    Task<Outcome<SessionView>> ChangeAsync(ChangeSession command);

    /// <summary>Calls off a session that has not begun (rule 24).</summary>
    /// <param name="userId">Who calls it off: a host, or an organiser.</param>
    /// <param name="role">Their role in the challenge.</param>
    [Alias("CallOff")]
    Task<Refusal?> CallOffAsync(string userId, ChallengeRole role);

    /// <summary>The place of somebody who joined before; not found for everybody else.</summary>
    [ReadOnly, Alias("GetEntry")]
    Task<Outcome<SessionEntry>> GetEntryAsync(string? userId, string? seatHash, CancellationToken cancellationToken = default);

    /// <summary>The session's clock, by which servers translate its instants into their own: Unix milliseconds.</summary>
    [AlwaysInterleave, Repeatable, ResponseTimeout("00:00:05"), Alias("ReadClock")]
    Task<double> ReadClockAsync();

    /// <summary>Lets people join or rejoin, in one transaction; answers each in the order given. Idempotent.</summary>
    [Alias("Join")]
    Task<ImmutableArray<Outcome<SessionEntry>>> JoinAsync(ImmutableArray<JoinSession> commands);

    /// <summary>Reports that a participant has no connection to the server any more.</summary>
    [Repeatable, ResponseTimeout("00:00:10"), Alias("Leave")]
    Task LeaveAsync(string server, string participantId);

    /// <summary>
    /// Begins or renews a server's subscription: changes are sent to the observer until the lease ends.
    /// </summary>
    /// <param name="server">The server's name.</param>
    /// <param name="observer">Where changes are sent.</param>
    /// <param name="present">Everybody who has a connection to the server, by participant id; all others have left it.</param>
    [Repeatable, ResponseTimeout("00:00:10"), Alias("Watch")]
    Task<Outcome<SessionRenewal>> WatchAsync(string server, ISessionObserver observer, ImmutableArray<string> present);

    /// <summary>Ends the server's subscription.</summary>
    [Repeatable, ResponseTimeout("00:00:10"), Alias("Unwatch")]
    Task UnwatchAsync(string server);

    /// <summary>Ends the session because its challenge was deleted, and nothing of it is stored any more.</summary>
    [Repeatable, Alias("ChallengeDeleted")]
    Task ChallengeDeletedAsync();

    /// <summary>Forgets a person whose account was deleted, as host and in the room; their seat ends.</summary>
    [Repeatable, ResponseTimeout("00:00:05"), Alias("AccountDeleted")]
    Task AccountDeletedAsync(string userId);

    /// <summary>Counts a reaction of a participant.</summary>
    [AlwaysInterleave, ResponseTimeout("00:00:05"), Alias("React")]
    Task ReactAsync(string participantId, ReactionKind kind);

    /// <summary>A command of the host or a co-host (rule 24).</summary>
    [Alias("Control")]
    Task<Refusal?> ControlAsync(string userId, SessionCommand command);

    /// <summary>A host or co-host skips to the next step; nothing happens when the room has reached it already (rule 24).</summary>
    [Alias("SkipTo")]
    Task<Refusal?> SkipToAsync(string userId, int step);

    /// <summary>Somebody in the room takes over from a host who is away (rule 26).</summary>
    /// <param name="userId">Who takes over.</param>
    /// <param name="role">Their role in the challenge.</param>
    [Alias("TakeOver")]
    Task<Refusal?> TakeOverAsync(string userId, ChallengeRole role);

    /// <summary>The host makes somebody in the room the host.</summary>
    [Alias("HandOver")]
    Task<Refusal?> HandOverAsync(string userId, string participantId);

    /// <summary>The host makes somebody a co-host.</summary>
    [Alias("MakeCoHost")]
    Task<Refusal?> MakeCoHostAsync(string userId, string participantId);

    /// <summary>The host or a co-host removes somebody: a member for good, a guest with their seat, and with their name from their address.</summary>
    [Alias("Remove")]
    Task<Refusal?> RemoveAsync(string userId, string participantId);

    /// <summary>What a member missed and may do alone now (rule 25).</summary>
    [ReadOnly, Alias("GetCatchUp")]
    Task<Outcome<SessionCatchUp>> GetCatchUpAsync(string userId, CancellationToken cancellationToken = default);

    /// <summary>
    /// Does what is due by now: a planned start, the finish, credits not yet given; and registers the session's reminder
    /// if it has none. Idempotent.
    /// </summary>
    [Repeatable, ResponseTimeout("00:00:05"), Alias("Wake")]
    Task WakeAsync();
}
