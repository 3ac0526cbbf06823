namespace StretchChallenge.Domain.SelfTests;

/// <summary>How many results of self-tests a person can have, and how late one can be entered.</summary>
public static class SelfTestRules
{
    /// <summary>How many results a person can have: years of the suggested ones, and a bound on storage.</summary>
    public const int MaxResults = 200;

    /// <summary>How many days late a result can be entered.</summary>
    public const int MaxDaysBack = 90;

    /// <summary>The earliest date of a result that is entered <paramref name="today" />; the latest is today.</summary>
    public static DateOnly EarliestFor(DateOnly today) => today.AddDays(-MaxDaysBack);
}

/// <summary>The valid values of a self-test. A result never earns points and never affects a rank (rule 14).</summary>
/// <param name="Lowest">The lowest value, included.</param>
/// <param name="Highest">The highest value, included.</param>
/// <param name="Step">Values are whole multiples of it.</param>
public sealed record SelfTestRange(decimal Lowest, decimal Highest, decimal Step)
{
    /// <summary>The angle to which a lying person lifts a straight leg, in whole degrees, for each leg.</summary>
    public static SelfTestRange StraightLegRaise { get; } = new(0, 120, 1);

    /// <summary>How far the hands reach beyond the toes, in centimetres with one decimal; negative when they do not reach them.</summary>
    public static SelfTestRange SitAndReach { get; } = new(-50, 40, 0.1m);

    /// <summary>How the lower back feels on the day, from 0 (very bad) to 10 (very good), in whole numbers.</summary>
    public static SelfTestRange BackFeeling { get; } = new(0, 10, 1);

    /// <summary>Whether the value is valid: within the bounds and a multiple of the step.</summary>
    public bool IsValid(decimal value) => value >= Lowest && value <= Highest && value % Step == 0;
}
