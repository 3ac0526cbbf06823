using System.Collections.Immutable;
using StretchChallenge.Server.Problems.Fields;

namespace StretchChallenge.Server.Challenges;

/// <summary>Rules for the fields of challenges and teams.</summary>
internal static class ChallengeFields
{
    /// <summary>Percent of the due members who keep a team streak, where nothing else is said (rule 17).</summary>
    public const int DefaultThreshold = 70;

    private const int LongestName = 80;
    private const int LongestTeamName = 40;
    private const int MostHolidays = 100;

    public static string ChallengeName(this FieldRules rules, string? name) => rules.Text("name", name, 1, LongestName);

    public static string TeamName(this FieldRules rules, string? name) => rules.Text("name", name, 1, LongestTeamName);

    public static ImmutableArray<DateOnly> Holidays(this FieldRules rules, ImmutableArray<DateOnly>? holidays)
    {
        var dates = holidays ?? [];
        rules.Check(dates.Length <= MostHolidays, "holidays", $"'holidays' may have up to {MostHolidays} dates.");
        return dates;
    }

    public static int Threshold(this FieldRules rules, int threshold)
    {
        rules.Check(threshold is >= 1 and <= 100, "teamThreshold", "'teamThreshold' is a percentage from 1 to 100.");
        return threshold;
    }
}
