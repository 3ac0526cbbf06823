using System.Collections.Immutable;
using Orleans;

namespace StretchChallenge.Contracts.Users;

/// <summary>A person's way through one challenge (rule 23).</summary>
[GenerateSerializer, Immutable, Alias("Progress")]
public sealed record Progress(
    string ChallengeId,
    int Streak,
    int Best,
    int Freezes,
    ProgressRing Ring,
    ImmutableArray<ProgressWeek> Weeks);
