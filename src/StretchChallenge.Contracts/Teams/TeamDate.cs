using StretchChallenge.Domain.Teams;

namespace StretchChallenge.Contracts.Teams;

/// <summary>One team day as everybody in the challenge may see it.</summary>
/// <param name="Date">The date.</param>
/// <param name="State">What it is to the streak; null where that would tell who was off (rule 21).</param>
/// <param name="Done">How many did it.</param>
/// <param name="Due">How many were due; null where the team was small that day, or is now (rule 21), and on days to come.</param>
[GenerateSerializer, Immutable, Alias("TeamDate")]
public sealed record TeamDate(DateOnly Date, TeamDayState? State, int Done, int? Due);
