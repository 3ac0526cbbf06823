namespace StretchChallenge.Domain.Calendars;

/// <summary>A range of days off as a person entered it.</summary>
/// <param name="Range">The dates.</param>
/// <param name="EnteredOn">The person's local date of the entry; dates before it are back-dated.</param>
public readonly record struct TimeOffEntry(DateRange Range, DateOnly EnteredOn)
{
    /// <summary>The dates of the range before the day it was entered.</summary>
    public IEnumerable<DateOnly> BackDated
    {
        get
        {
            for (var date = Range.From; date < EnteredOn && date <= Range.To; date = date.AddDays(1))
            {
                yield return date;
            }
        }
    }
}

/// <summary>Whether a person may enter a range of days off.</summary>
public abstract record TimeOffDecision
{
    private TimeOffDecision()
    {
    }

    /// <summary>The range is accepted; the entry is what to store.</summary>
    public sealed record Accepted(TimeOffEntry Entry) : TimeOffDecision;

    /// <summary>The range ends before it begins, or is longer than <see cref="TimeOffRules.MaxRangeDays" />.</summary>
    public sealed record InvalidRange : TimeOffDecision;

    /// <summary>The range begins before <paramref name="Earliest" />, the first date that can be entered today.</summary>
    public sealed record TooFarBack(DateOnly Earliest) : TimeOffDecision;

    /// <summary>A challenge would have more back-dated days than it allows.</summary>
    public sealed record TooManyBackDated(int Days, int Allowed) : TimeOffDecision;

    /// <summary>A back-dated day is in a challenge that has closed.</summary>
    public sealed record ChallengeClosed(DateOnly Date) : TimeOffDecision;
}

/// <summary>Decides about days off: any range from today on, a few back-dated days, no reason and no approval (rule 6).</summary>
public static class TimeOffRules
{
    /// <summary>How many days of one challenge may be back-dated in total.</summary>
    public const int MaxBackDatedDays = 3;

    /// <summary>How many days before today a range may begin.</summary>
    public const int MaxDaysBack = 7;

    /// <summary>The longest range in days. A year, so that a mistyped year is rejected.</summary>
    public const int MaxRangeDays = 366;

    /// <summary>Accepts or refuses a range of days off.</summary>
    /// <remarks>For the limit every date counts, work day or not; a date that was entered twice counts once.</remarks>
    /// <param name="range">The dates asked for.</param>
    /// <param name="today">The person's local date.</param>
    /// <param name="entries">The person's entries so far.</param>
    /// <param name="running">The person's challenges that have not closed.</param>
    /// <param name="closed">The person's challenges that are closed or final.</param>
    public static TimeOffDecision Decide(
        DateRange range,
        DateOnly today,
        IReadOnlyCollection<TimeOffEntry> entries,
        IEnumerable<ChallengeCalendar> running,
        IEnumerable<ChallengeCalendar> closed)
    {
        var entry = new TimeOffEntry(range, today);
        if (range.Days is 0 or > MaxRangeDays)
        {
            return new TimeOffDecision.InvalidRange();
        }

        var earliest = today.AddDays(-MaxDaysBack);
        if (range.From < earliest)
        {
            return new TimeOffDecision.TooFarBack(earliest);
        }

        if (FirstClosedDate(entry, closed) is { } date)
        {
            return new TimeOffDecision.ChallengeClosed(date);
        }

        var days = MostBackDated([.. entries, entry], running);
        return days > MaxBackDatedDays
            ? new TimeOffDecision.TooManyBackDated(days, MaxBackDatedDays)
            : new TimeOffDecision.Accepted(entry);
    }

    /// <summary>What is left of a range that is taken back today: its dates up to today, or null when there are none.</summary>
    public static DateRange? RemainderAfterCancelling(DateRange range, DateOnly today) =>
        range.From > today ? null : range with { To = range.To < today ? range.To : today };

    private static DateOnly? FirstClosedDate(TimeOffEntry entry, IEnumerable<ChallengeCalendar> closed)
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
