namespace StretchChallenge.Server.SelfTests;

/// <summary>The result of a self-test as it is sealed.</summary>
/// <param name="TakenOn">The local date on which it was taken.</param>
/// <param name="EnteredAt">When it was entered: what orders the results of one date.</param>
/// <param name="StraightLegRaise">Whole degrees; null where it was not measured.</param>
/// <param name="SitAndReach">Centimetres beyond the toes; null where it was not measured.</param>
/// <param name="BackFeeling">From 0 to 10; null where it was not asked.</param>
internal sealed record SelfTestRecord(
    DateOnly TakenOn,
    DateTimeOffset EnteredAt,
    StraightLegRaise? StraightLegRaise,
    decimal? SitAndReach,
    int? BackFeeling);
