using StretchChallenge.Contracts.Teams;

namespace StretchChallenge.Contracts.Users;

/// <summary>The person's team today, as everybody may see it (rule 21).</summary>
[GenerateSerializer, Immutable, Alias("TodayInTeam")]
public sealed record TodayInTeam(string Id, string Name, int Streak, TeamToday Today);
