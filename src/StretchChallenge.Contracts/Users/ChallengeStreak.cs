
namespace StretchChallenge.Contracts.Users;

/// <summary>A person's streak in one challenge, in due days (rules 2 and 8), and the freezes held (rule 4).</summary>
[GenerateSerializer, Immutable, Alias("ChallengeStreak")]
public sealed record ChallengeStreak(string ChallengeId, int Streak, int Best, int Freezes);
