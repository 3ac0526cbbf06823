using StretchChallenge.Domain.Streaks;

namespace StretchChallenge.Contracts.Users;

/// <summary>One day of a person in a challenge.</summary>
[GenerateSerializer, Immutable, Alias("Day")]
public sealed record Day(DateOnly Date, DayState State);
