using StretchChallenge.Contracts.Outcomes;
using StretchChallenge.Contracts.Refusals;
using StretchChallenge.Domain.SelfTests;
using StretchChallenge.Server.Problems.Fields;

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

/// <summary>The straight-leg raise as it is entered: whole degrees from 0 to 120, one side or both.</summary>
public sealed record StraightLegRaiseRequest(decimal? Left = null, decimal? Right = null);

/// <summary>Validation of a self-test's fields.</summary>
internal static class SelfTestFields
{
    /// <summary>Validates a request; the result is meaningless when the rules report faults.</summary>
    public static SelfTestRecord SelfTest(this FieldRules rules, SelfTestRequest request, DateOnly today, DateTimeOffset now)
    {
        var takenOn = rules.Date("takenOn", request.TakenOn ?? today, SelfTestRules.EarliestFor(today), today);
        var left = rules.Degrees("straightLegRaise.left", request.StraightLegRaise?.Left);
        var right = rules.Degrees("straightLegRaise.right", request.StraightLegRaise?.Right);
        var reach = rules.Reach("sitAndReach", request.SitAndReach);
        var feeling = rules.Feeling("backFeeling", request.BackFeeling);
        var legs = left is null && right is null ? null : new StraightLegRaise(left, right);
        rules.Check(
            legs is not null || reach is not null || feeling is not null,
            AccountRefusals.NoMeasurement);
        return new SelfTestRecord(takenOn, now, legs, reach, feeling);
    }

    private static int? Degrees(this FieldRules rules, string field, decimal? value) =>
        (int?)rules.Of(SelfTestRange.StraightLegRaise, value, WholeNumber(field, SelfTestRange.StraightLegRaise));

    private static int? Feeling(this FieldRules rules, string field, decimal? value) =>
        (int?)rules.Of(SelfTestRange.BackFeeling, value, WholeNumber(field, SelfTestRange.BackFeeling));

    // Normalises the representation: 3, 3.0 and 3.00 are the same value, and so are 0 and -0.
    private static decimal? Reach(this FieldRules rules, string field, decimal? value) =>
        rules.Of(SelfTestRange.SitAndReach, value, FieldRefusals.NotADecimal(field, SelfTestRange.SitAndReach.Lowest, SelfTestRange.SitAndReach.Highest)) switch
        {
            null => null,
            0 => 0.0m,
            { } reach => decimal.Round(reach, 1),
        };

    private static decimal? Of(this FieldRules rules, SelfTestRange scale, decimal? value, Refusal fault) =>
        value is { } given && !rules.Check(scale.IsValid(given), fault) ? scale.Lowest : value;

    private static Refusal WholeNumber(string field, SelfTestRange scale) =>
        FieldRefusals.NotAWholeNumber(field, (int)scale.Lowest, (int)scale.Highest);
}
