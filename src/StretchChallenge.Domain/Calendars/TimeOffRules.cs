using System.Collections.Immutable;

namespace StretchChallenge.Domain.Calendars;

/// <summary>A range of days off as a person entered it.</summary>
/// <param name="Range">The dates.</param>
/// <param name="EnteredOn">The person's local date of the entry.</param>
public readonly record struct TimeOffEntry(DateRange Range, DateOnly EnteredOn)
{
    /// <summary>The dates that were not in the future when they were entered: the back-dated ones, and that day itself.</summary>
    public IEnumerable<DateOnly> LateDates
    {
        get
        {
            for (var date = Range.From; date <= EnteredOn && date <= Range.To; date = date.AddDays(1))
            {
                yield return date;
            }
        }
    }

    /// <summary>Whether the date was in the future when it was entered.</summary>
    public bool Announced(DateOnly date) => date > EnteredOn && Range.Contains(date);
}

/// <summary>Whether a person may enter a range of days off.</summary>
public abstract record TimeOffDecision
{
    private TimeOffDecision()
    {
    }

    /// <summary>The range is accepted. These entries, in order of date, are to be stored: the range without the dates that are done.</summary>
    public sealed record Accepted(ImmutableArray<TimeOffEntry> Entries) : TimeOffDecision;

    /// <summary>The range ends before it begins, or is longer than <see cref="TimeOffRules.MaxRangeDays" />.</summary>
    public sealed record InvalidRange : TimeOffDecision;

    /// <summary>All dates of the range are done already.</summary>
    public sealed record AllDone : TimeOffDecision;

    /// <summary>The range begins before <paramref name="Earliest" />, the first date that can be entered today.</summary>
    public sealed record TooFarBack(DateOnly Earliest) : TimeOffDecision;

    /// <summary>A challenge would have more days entered late than it allows.</summary>
    public sealed record TooManyLate(int Days, int Allowed) : TimeOffDecision;

    /// <summary>Today or a back-dated day is in a challenge that has closed.</summary>
    public sealed record ChallengeClosed(DateOnly Date) : TimeOffDecision;
}

/// <summary>
/// Decides about days off: any range from tomorrow on, a few days up to today, no reason and no approval (rule 6).
/// </summary>
public static class TimeOffRules
{
    /// <summary>How many days of one challenge may be entered on the day itself or afterwards, in total.</summary>
    public const int MaxLateDays = 5;

    /// <summary>How many days before today a range may begin.</summary>
    public const int MaxDaysBack = 7;

    /// <summary>The longest range in days: ten years, so that a mistyped year is rejected.</summary>
    public const int MaxRangeDays = 3653;

    /// <summary>Accepts or refuses a range of days off.</summary>
    /// <remarks>
    /// For the limit every date counts, work day or not. A date that was entered twice counts once, and not at all if it was
    /// entered in advance as well.
    /// </remarks>
    /// <param name="range">The dates asked for.</param>
    /// <param name="today">The person's local date.</param>
    /// <param name="done">The dates on which the person has a credit.</param>
    /// <param name="entries">The person's entries so far.</param>
    /// <param name="running">The person's challenges that have not closed.</param>
    /// <param name="closed">The person's challenges that are closed or final.</param>
    public static TimeOffDecision Decide(
        DateRange range,
        DateOnly today,
        IReadOnlySet<DateOnly> done,
        IReadOnlyCollection<TimeOffEntry> entries,
        IEnumerable<ChallengeCalendar> running,
        IEnumerable<ChallengeCalendar> closed)
    {
        if (range.Days is 0 or > MaxRangeDays)
        {
            return new TimeOffDecision.InvalidRange();
        }

        var earliest = today.AddDays(-MaxDaysBack);
        if (range.From < earliest)
        {
            return new TimeOffDecision.TooFarBack(earliest);
        }

        ImmutableArray<TimeOffEntry> added = [.. WithoutDone(range, done, today).Select(part => new TimeOffEntry(part, today))];
        if (added.IsEmpty)
        {
            return new TimeOffDecision.AllDone();
        }

        if (FirstClosedDate(added, closed) is { } date)
        {
            return new TimeOffDecision.ChallengeClosed(date);
        }

        var late = MostLateDays([.. entries, .. added], running);
        return late > MaxLateDays ? new TimeOffDecision.TooManyLate(late, MaxLateDays) : new TimeOffDecision.Accepted(added);
    }

    /// <summary>
    /// What is left of a range that is taken back today: its dates up to today, or null when it lies in the future. Unchanged when
    /// it has no later date.
    /// </summary>
    public static DateRange? RemainderAfterCancelling(DateRange range, DateOnly today) =>
        range.From > today ? null : range with { To = range.To < today ? range.To : today };

    // A date after today cannot be done, so only the last part can reach into the future.
    private static IEnumerable<DateRange> WithoutDone(DateRange range, IReadOnlySet<DateOnly> done, DateOnly today)
    {
        var from = range.From;
        for (var date = range.From; date <= today && date <= range.To; date = date.AddDays(1))
        {
            if (done.Contains(date))
            {
                var part = new DateRange(from, date.AddDays(-1));
                from = date.AddDays(1);
                if (!part.IsEmpty)
                {
                    yield return part;
                }
            }
        }

        if (from <= range.To)
        {
            yield return range with { From = from };
        }
    }

    private static DateOnly? FirstClosedDate(IEnumerable<TimeOffEntry> added, IEnumerable<ChallengeCalendar> closed)
    {
        var dates = added.SelectMany(entry => entry.LateDates).Where(date => closed.Any(challenge => challenge.Contains(date)));
        return dates.Select(date => (DateOnly?)date).FirstOrDefault();
    }

    private static int MostLateDays(IReadOnlyCollection<TimeOffEntry> entries, IEnumerable<ChallengeCalendar> running)
    {
        var late = entries.SelectMany(entry => entry.LateDates)
            .Where(date => !entries.Any(entry => entry.Announced(date)))
            .ToHashSet();
        return running.Select(challenge => late.Count(challenge.Contains)).DefaultIfEmpty().Max();
    }
}
