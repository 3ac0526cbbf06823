using System.Collections.Immutable;

namespace StretchChallenge.Contracts.Sessions;

/// <summary>How often each reaction was given since the last message; at most four a second.</summary>
/// <param name="SessionId">The session.</param>
/// <param name="Counts">The kinds given, each with its number.</param>
[GenerateSerializer, Immutable, Alias("SessionReactions")]
public sealed record SessionReactions(string SessionId, ImmutableDictionary<ReactionKind, int> Counts);
