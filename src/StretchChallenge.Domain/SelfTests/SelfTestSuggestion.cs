namespace StretchChallenge.Domain.SelfTests;

/// <summary>A date on which a self-test is suggested.</summary>
/// <param name="Date">From this date on, until the next suggestion.</param>
/// <param name="After">How many weeks of the challenge lie before it: 0, 2, 4, 6 or 8.</param>
/// <param name="Done">Whether a result was taken in that time.</param>
public sealed record SelfTestSuggestion(DateOnly Date, int After, bool Done);
