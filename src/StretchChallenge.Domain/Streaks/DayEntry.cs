namespace StretchChallenge.Domain.Streaks;

/// <summary>One day of a person's challenge.</summary>
/// <param name="Date">The date.</param>
/// <param name="State">What it is as of now.</param>
/// <param name="IsDue">Whether it is a due day; a done day may be an off-day.</param>
public readonly record struct DayEntry(DateOnly Date, DayState State, bool IsDue);
