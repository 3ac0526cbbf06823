namespace StretchChallenge.Domain.Teams;

/// <summary>One work day of the challenge, as the team's.</summary>
/// <param name="Date">The date.</param>
/// <param name="Count">The members due and done; none on days to come.</param>
/// <param name="State">What it is to the streak.</param>
/// <param name="MicroPoints">What it adds to the team's points; 0 on days to come.</param>
public readonly record struct TeamDay(DateOnly Date, TeamCount Count, TeamDayState State, long MicroPoints);
