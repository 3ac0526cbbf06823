namespace StretchChallenge.Domain.Streaks;

/// <summary>One day's credit: there is at most one for each date (rule 1).</summary>
/// <param name="Date">The date of record.</param>
/// <param name="Kind">How the day was done.</param>
/// <param name="MadeAt">When it was recorded.</param>
public readonly record struct Credit(DateOnly Date, CreditKind Kind, DateTimeOffset MadeAt);
