namespace StretchChallenge.Domain.Calendars;

/// <summary>Decides over days off: no reason, no approval (rule 6).</summary>
public static class TimeOffRules
{
    /// <summary>How many days of one challenge may be back-dated in all.</summary>
    public const int BackDatedDays = 3;

    /// <summary>By how many days an entry may reach back.</summary>
    public const int FurthestBack = 7;

    /// <summary>The longest range, in days: a year, so that a slip of the year is caught.</summary>
    public const int LongestRange = 366;

    /// <summary>Days off from today on, or a few back-dated ones, but none in a closed challenge.</summary>
    /// <remarks>Every date counts as a day, work day or not; a date entered twice counts once.</remarks>
    /// <param name="range">The dates wished.</param>
    /// <param name="today">The person's local date.</param>
    /// <param name="entries">What the person entered before, as it stands now.</param>
    /// <param name="running">The person's challenges that are not yet closed.</param>
    /// <param name="closed">The person's challenges that are closed or final.</param>
    public static TimeOffDecision Decide(
        DateRange range,
        DateOnly today,
        IReadOnlyCollection<TimeOffEntry> entries,
        IEnumerable<ChallengeCalendar> running,
        IEnumerable<ChallengeCalendar> closed)
    {
        var entry = new TimeOffEntry(range, today);
        if (range.Days is 0 or > LongestRange)
        {
            return new TimeOffDecision.NoRange();
        }

        var earliest = today.AddDays(-FurthestBack);
        if (range.From < earliest)
        {
            return new TimeOffDecision.TooFarBack(earliest);
        }

        if (ClosedDate(entry, closed) is { } date)
        {
            return new TimeOffDecision.ChallengeClosed(date);
        }

        var days = MostBackDated([.. entries, entry], running);
        return days > BackDatedDays
            ? new TimeOffDecision.TooManyBackDated(days, BackDatedDays)
            : new TimeOffDecision.Accepted(entry);
    }

    /// <summary>What remains of a range that is taken back today: its dates before today, or null where there are none.</summary>
    public static DateRange? TakeBack(DateRange range, DateOnly today)
    {
        var yesterday = today.AddDays(-1);
        return range.From >= today ? null : range with { To = range.To < yesterday ? range.To : yesterday };
    }

    private static DateOnly? ClosedDate(TimeOffEntry entry, IEnumerable<ChallengeCalendar> closed)
    {
        var dates = entry.BackDated.Where(date => closed.Any(challenge => challenge.Contains(date)));
        return dates.Select(date => (DateOnly?)date).FirstOrDefault();
    }

    private static int MostBackDated(IReadOnlyCollection<TimeOffEntry> entries, IEnumerable<ChallengeCalendar> running)
    {
        var dates = entries.SelectMany(entry => entry.BackDated).ToHashSet();
        return running.Select(challenge => dates.Count(challenge.Contains)).DefaultIfEmpty().Max();
    }
}
