namespace StretchChallenge.Server.SelfTests;

/// <summary>The result of a self-test, for the person alone who took it.</summary>
/// <param name="Id">Its id.</param>
/// <param name="TakenOn">The local date on which it was taken.</param>
/// <param name="StraightLegRaise">Whole degrees; null where it was not measured.</param>
/// <param name="SitAndReach">Centimetres beyond the toes, with one decimal; null where it was not measured.</param>
/// <param name="BackFeeling">From 0, very bad, to 10, very good; null where it was not asked.</param>
public sealed record SelfTestResult(
    string Id,
    DateOnly TakenOn,
    StraightLegRaise? StraightLegRaise,
    decimal? SitAndReach,
    int? BackFeeling);
