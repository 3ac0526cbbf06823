namespace StretchChallenge.Domain.SelfTests;

/// <summary>Which results of self-tests are taken.</summary>
public static class SelfTestRules
{
    /// <summary>How many results a person may have: years of the suggested ones, and no room for a flood.</summary>
    public const int MostResults = 200;

    /// <summary>By how many days a result may be entered late.</summary>
    public const int FurthestBack = 90;

    /// <summary>The earliest date of a result that is entered on <paramref name="today" />; the latest is today itself.</summary>
    public static DateOnly EarliestFor(DateOnly today) => today.AddDays(-FurthestBack);
}
