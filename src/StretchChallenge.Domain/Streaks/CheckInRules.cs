using StretchChallenge.Domain.Calendars;

namespace StretchChallenge.Domain.Streaks;

/// <summary>Decides whether something done becomes a credit (rules 5, 11 and 12) and which date it belongs to.</summary>
public static class CheckInRules
{
    /// <summary>
    /// A guided run, completed now: after 80 % of its planned time, before noon of the next due day. Its date of record is
    /// the local date of its planned end.
    /// </summary>
    /// <remarks>Among several challenges the latest noon counts: the day was done, only the news of it is late.</remarks>
    public static CheckInDecision Guided(GuidedRun run, PersonCalendars person, DateTimeOffset now)
    {
        if (now < run.EarliestCompletion)
        {
            return new CheckInDecision.TooEarly(run.EarliestCompletion);
        }

        var date = person.Zone.DateAt(run.PlannedEnd);
        var closed = person.DeliveryEnd(date);
        return now < closed ? new CheckInDecision.Accepted(date) : new CheckInDecision.TooLate(date, closed);
    }

    /// <summary>How long after a live break its missed steps can be started (rule 25): the rest of a working day.</summary>
    public static readonly TimeSpan CatchUpStartsWithin = TimeSpan.FromHours(12);

    /// <summary>The date of record of a live break: the local date of its end.</summary>
    public static DateOnly DateOfLive(DateTimeOffset endedAt, ZoneTimeline zone) => zone.DateAt(endedAt);

    /// <summary>
    /// The missed steps of a live break, done alone and completed now (rule 25): the credit is the break's own, of the local
    /// date of its end. As every run it takes 80 % of its planned time, and may be delivered until noon of the next due day.
    /// </summary>
    public static CheckInDecision CatchUp(GuidedRun run, DateTimeOffset breakEndedAt, PersonCalendars person, DateTimeOffset now)
    {
        if (now < run.EarliestCompletion)
        {
            return new CheckInDecision.TooEarly(run.EarliestCompletion);
        }

        var date = DateOfLive(breakEndedAt, person.Zone);
        var closed = person.DeliveryEnd(date);
        return now < closed ? new CheckInDecision.Accepted(date) : new CheckInDecision.TooLate(date, closed);
    }

    /// <summary>
    /// A self-report of a date, made now: accepted where it is the missed day in its grace in at least one challenge, once
    /// per ISO week of the day reported (rule 5).
    /// </summary>
    public static CheckInDecision SelfReport(DateOnly date, PersonCalendars person, DayLedger ledger, DateTimeOffset now)
    {
        if (ledger.Done.Contains(date))
        {
            return new CheckInDecision.AlreadyDone(date);
        }

        if (person.Challenges.Any(calendar => new DayJudge(calendar, ledger, now).Reportable == date))
        {
            return new CheckInDecision.Accepted(date);
        }

        var today = person.Zone.DateAt(now);
        return date < today && ledger.SelfReportedInWeekOf(date, today) is { } used
            ? new CheckInDecision.WeekUsed(date, used)
            : new CheckInDecision.NotReportable(date);
    }
}
