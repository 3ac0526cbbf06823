using System.Collections.Immutable;
using Orleans.Concurrency;

namespace StretchChallenge.Contracts.Sessions;

/// <summary>
/// Receives the changes of the sessions it watches; one for each server. Its methods are one-way, so a server that does not
/// answer holds up no session. What it missed it notices at its next renewal.
/// </summary>
[Alias("ISessionObserver")]
public interface ISessionObserver : IGrainObserver
{
    /// <summary>The timeline has changed.</summary>
    [OneWay, Alias("SessionChanged")]
    Task SessionChangedAsync(TimelineSnapshot now);

    /// <summary>People came and went.</summary>
    [OneWay, Alias("RosterChanged")]
    Task RosterChangedAsync(RosterChange change);

    /// <summary>People reacted.</summary>
    [OneWay, Alias("Reacted")]
    Task ReactedAsync(SessionReactions reactions);

    /// <summary>The host removed somebody: their connections leave the session.</summary>
    [OneWay, Alias("Removed")]
    Task RemovedAsync(string sessionId, string participantId);
}

/// <summary>Who came and went since the last one; at most four a second.</summary>
/// <param name="SessionId">The session.</param>
/// <param name="Count">How many people are there now.</param>
/// <param name="Joined">Who came.</param>
/// <param name="Left">The ids of those who went.</param>
/// <param name="Changed">Who is there still, in another role.</param>
[GenerateSerializer, Immutable, Alias("RosterChange")]
public sealed record RosterChange(
    string SessionId,
    int Count,
    ImmutableArray<RosterMember> Joined,
    ImmutableArray<string> Left,
    ImmutableArray<RosterMember> Changed);

/// <summary>How often each reaction was given since the last message; at most four a second.</summary>
/// <param name="SessionId">The session.</param>
/// <param name="Counts">The kinds given, each with its number.</param>
[GenerateSerializer, Immutable, Alias("SessionReactions")]
public sealed record SessionReactions(string SessionId, ImmutableDictionary<ReactionKind, int> Counts);
