using System.Collections.Immutable;
using Orleans.Concurrency;

namespace StretchChallenge.Contracts.Sessions;

/// <summary>
/// Receives the changes of the sessions that a server subscribes to; one for each server. Its methods are one-way, so that a
/// server that does not answer cannot hold up a session. The server notices at its next renewal what it missed.
/// </summary>
[Alias("ISessionObserver")]
public interface ISessionObserver : IGrainObserver
{
    /// <summary>The timeline has changed.</summary>
    [OneWay, Alias("SessionChanged")]
    Task SessionChangedAsync(TimelineSnapshot now);

    /// <summary>The start or the routine was changed in the lobby.</summary>
    [OneWay, Alias("SessionReplanned")]
    Task SessionReplannedAsync(string sessionId);

    /// <summary>People joined, left, or changed their role.</summary>
    [OneWay, Alias("RosterChanged")]
    Task RosterChangedAsync(RosterChange change);

    /// <summary>People reacted.</summary>
    [OneWay, Alias("Reacted")]
    Task ReactedAsync(SessionReactions reactions);

    /// <summary>The host removed somebody: their connections leave the session.</summary>
    [OneWay, Alias("Removed")]
    Task RemovedAsync(string sessionId, string participantId);
}

/// <summary>The roster changes since the last message; at most four a second. In a full room most people are counted alone.</summary>
/// <param name="SessionId">The session.</param>
/// <param name="Count">How many people are present now.</param>
/// <param name="Joined">Who joined or rejoined, of those who are named.</param>
/// <param name="Left">The ids of those who left.</param>
/// <param name="Changed">Those present whose role changed.</param>
[GenerateSerializer, Immutable, Alias("RosterChange")]
public sealed record RosterChange(
    string SessionId,
    int Count,
    ImmutableArray<RosterMember> Joined,
    ImmutableArray<string> Left,
    ImmutableArray<RosterMember> Changed);

/// <summary>How often each reaction was given since the last message; at most four a second.</summary>
/// <param name="SessionId">The session.</param>
/// <param name="Counts">The number of each kind that was given.</param>
[GenerateSerializer, Immutable, Alias("SessionReactions")]
public sealed record SessionReactions(string SessionId, ImmutableDictionary<ReactionKind, int> Counts);
