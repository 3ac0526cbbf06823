using System.Collections.Immutable;
using StretchChallenge.Domain.Streaks;

namespace StretchChallenge.Contracts.Users;

/// <summary>What a check-in did; durable when it is given.</summary>
/// <param name="Date">The date of record.</param>
/// <param name="Credited">False where that date had its credit already: the routine added minutes only (rule 1).</param>
/// <param name="Kind">How the day of record was done by this command.</param>
/// <param name="Streaks">The person's streak afterwards in each challenge they are in.</param>
[GenerateSerializer, Immutable, Alias("CheckInAnswer")]
public sealed record CheckInAnswer(DateOnly Date, bool Credited, CreditKind Kind, ImmutableArray<ChallengeStreak> Streaks);
