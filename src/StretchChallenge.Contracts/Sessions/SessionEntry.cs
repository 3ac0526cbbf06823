using System.Collections.Immutable;

namespace StretchChallenge.Contracts.Sessions;

/// <summary>Somebody's place in a session.</summary>
/// <param name="ParticipantId">Who they are in it.</param>
/// <param name="Role">What they may do in it.</param>
/// <param name="LateBy">How long it had been running when they came, in milliseconds; 0 where they were on time.</param>
/// <param name="Missed">The steps that they can do alone afterwards (rule 25), by index; empty where there are none.</param>
[GenerateSerializer, Immutable, Alias("SessionEntry")]
public sealed record SessionEntry(string ParticipantId, SessionRole Role, long LateBy, ImmutableArray<int> Missed);
