using System.Collections.Immutable;

namespace StretchChallenge.Contracts.Sessions;

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
    ImmutableArray<SessionParticipant> Joined,
    ImmutableArray<string> Left,
    ImmutableArray<SessionParticipant> Changed);
