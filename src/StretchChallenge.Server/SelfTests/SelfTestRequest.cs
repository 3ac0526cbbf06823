namespace StretchChallenge.Server.SelfTests;

/// <summary>The result of a self-test to enter: at least one value.</summary>
/// <param name="TakenOn">The local date on which it was taken; today by default, at most 90 days back.</param>
/// <param name="StraightLegRaise">Whole degrees from 0 to 120.</param>
/// <param name="SitAndReach">Centimetres beyond the toes, from -50.0 to 40.0 with one decimal.</param>
/// <param name="BackFeeling">How the low back feels: a whole number from 0, very bad, to 10, very good.</param>
public sealed record SelfTestRequest(
    DateOnly? TakenOn = null,
    StraightLegRaiseRequest? StraightLegRaise = null,
    decimal? SitAndReach = null,
    decimal? BackFeeling = null);
