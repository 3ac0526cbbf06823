namespace StretchChallenge.Domain.Calendars;

/// <summary>What a change of the stored zone does to dates (rule 3).</summary>
/// <param name="Old">The zone left.</param>
/// <param name="New">The zone entered.</param>
/// <param name="At">A midnight of the old zone.</param>
internal readonly record struct ZoneShift(TimeZoneInfo Old, TimeZoneInfo New, DateTimeOffset At)
{
    private const int DaysBetweenNeutral = 14;

    /// <summary>The date that would have begun in the old zone.</summary>
    public DateOnly Date => ZoneTimeline.Fixed(Old).DateAt(At);

    /// <summary>Dates that begin late or not at all: only a change eastwards has any.</summary>
    public IEnumerable<DateOnly> ShortenedDates()
    {
        var entered = ZoneTimeline.Fixed(New);
        for (var date = Date; date <= entered.DateAt(At) && entered.StartOf(date) < At; date = date.AddDays(1))
        {
            yield return date;
        }
    }

    /// <summary>Whether this change may neutralise dates, given the one that did last: one in 14 days (rule 3).</summary>
    public bool MayFollow(ZoneShift earlier) => Date.DayNumber - earlier.Date.DayNumber >= DaysBetweenNeutral;
}
