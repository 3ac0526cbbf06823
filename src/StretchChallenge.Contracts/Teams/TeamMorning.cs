
namespace StretchChallenge.Contracts.Teams;

/// <summary>What a team's places on the boards are made of, as it stood before today.</summary>
/// <param name="Streak">The team streak.</param>
/// <param name="Best">The longest one.</param>
/// <param name="MicroPoints">Points in millionths.</param>
/// <param name="Started">Current members who had started.</param>
[GenerateSerializer, Immutable, Alias("TeamMorning")]
public sealed record TeamMorning(int Streak, int Best, long MicroPoints, int Started);
