namespace StretchChallenge.Domain.SelfTests;

/// <summary>
/// What one of the three self-tests measures, and between which bounds, both included. None of them ever earns a point
/// (rule 14).
/// </summary>
/// <param name="Lowest">The lowest value.</param>
/// <param name="Highest">The highest value.</param>
/// <param name="Step">Values are whole multiples of it.</param>
public sealed record SelfTestScale(decimal Lowest, decimal Highest, decimal Step)
{
    /// <summary>The angle of the straight leg that a lying person lifts, in whole degrees; left and right are measured apart.</summary>
    public static SelfTestScale StraightLegRaise { get; } = new(0, 120, 1);

    /// <summary>How far beyond the toes the hands reach, in centimetres with one decimal; short of them is negative.</summary>
    public static SelfTestScale SitAndReach { get; } = new(-50, 40, 0.1m);

    /// <summary>How the low back feels on the day: 0 is very bad, 10 very good.</summary>
    public static SelfTestScale BackFeeling { get; } = new(0, 10, 1);

    /// <summary>Whether the value is one of the scale.</summary>
    public bool Holds(decimal value) => value >= Lowest && value <= Highest && value % Step == 0;
}
