using System.Collections.Immutable;
using StretchChallenge.Domain.Sessions;

namespace StretchChallenge.Contracts.Sessions;

/// <summary>The snapshot for somebody who joins a session; later changes apply to it.</summary>
/// <param name="Now">The timeline now.</param>
/// <param name="Code">Its code.</param>
/// <param name="ChallengeId">The challenge whose people it is for.</param>
/// <param name="RoutineId">The routine.</param>
/// <param name="Steps">The planned milliseconds of each step.</param>
/// <param name="StartsAt">When it is planned to start; null when its host starts it.</param>
/// <param name="Count">How many people are present.</param>
/// <param name="Participants">The people present, in the order of joining; 200, and hosts.</param>
[GenerateSerializer, Immutable, Alias("SessionRoom")]
public sealed record SessionRoom(
    TimelineSnapshot Now,
    string Code,
    string ChallengeId,
    string RoutineId,
    ImmutableArray<long> Steps,
    DateTimeOffset? StartsAt,
    int Count,
    ImmutableArray<RosterMember> Participants)
{
    /// <summary>Whether any of its hosts has come so far.</summary>
    [Id(0)]
    public bool WasHosted { get; init; }
}

/// <summary>A participant as everybody in the session sees them.</summary>
/// <param name="Id">Their id in this session; it does not reveal the account.</param>
/// <param name="Name">The name shown.</param>
/// <param name="Role">Their role in it.</param>
[GenerateSerializer, Immutable, Alias("RosterMember")]
public sealed record RosterMember(string Id, string Name, SessionRole Role);

/// <summary>The state of the timeline (rule 27): pushed on every change, never periodically.</summary>
/// <param name="SessionId">The session.</param>
/// <param name="Seq">The number of changes so far; it grows by one at each, also across restarts.</param>
/// <param name="ServerMs">The server's clock when this held: milliseconds since 1970-01-01 UTC.</param>
/// <param name="Phase">The phase.</param>
/// <param name="Step">The step by index; the number of steps once finished.</param>
/// <param name="RemainingMs">The milliseconds left of the step.</param>
[GenerateSerializer, Immutable, Alias("TimelineSnapshot")]
public sealed record TimelineSnapshot(string SessionId, int Seq, long ServerMs, SessionPhase Phase, int Step, long RemainingMs)
{
    /// <summary>The milliseconds that the timeline has run, without pauses and skipped time (rule 24).</summary>
    [Id(0)]
    public long ElapsedMs { get; init; }
}

/// <summary>The answer to a renewal, from which a server notices that it missed something.</summary>
/// <param name="Now">The timeline now.</param>
/// <param name="Count">How many people are present.</param>
[GenerateSerializer, Immutable, Alias("SessionRenewal")]
public sealed record SessionRenewal(TimelineSnapshot Now, int Count);
