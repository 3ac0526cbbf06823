using System.Collections.Immutable;
using StretchChallenge.Domain.Calendars;
using StretchChallenge.Domain.Sessions;

namespace StretchChallenge.Domain.Streaks;

/// <summary>A routine done alone, measured by the server's clock (rule 11).</summary>
/// <param name="StartedAt">When the run was started.</param>
/// <param name="PlannedSeconds">The planned time of the routine: that of its steps without their get-ready.</param>
/// <param name="SkippedSeconds">The part of it for the steps that the client reports as skipped.</param>
public readonly record struct GuidedRun(DateTimeOffset StartedAt, int PlannedSeconds, int SkippedSeconds = 0)
{
    private const int RequiredPercent = 80;

    /// <summary>The planned time without the skipped steps; at most half of it can be skipped.</summary>
    public TimeSpan Planned
    {
        get
        {
            var planned = TimeSpan.FromSeconds(PlannedSeconds);
            var skipped = TimeSpan.FromSeconds(Math.Max(0, SkippedSeconds));
            return skipped < planned / 2 ? planned - skipped : planned / 2;
        }
    }

    /// <summary>
    /// The first instant at which the run can be completed: when 80 % of the planned time have passed since its start, without
    /// the time that is occupied.
    /// </summary>
    public DateTimeOffset EarliestCompletion(OccupiedTime occupied) => occupied.After(StartedAt, Planned * RequiredPercent / 100);

    /// <summary>
    /// The time that the completed run occupies: its planned time from its start, at most until its completion. Where other
    /// time was occupied before, the planned time passes beside it.
    /// </summary>
    /// <returns>One interval; none for a run without planned time.</returns>
    public ImmutableArray<TimeInterval> Occupies(OccupiedTime others, DateTimeOffset completedAt)
    {
        var end = others.After(StartedAt, Planned);
        var to = end < completedAt ? end : completedAt;
        var interval = new TimeInterval(StartedAt.ToUnixTimeMilliseconds(), to.ToUnixTimeMilliseconds());
        return Planned > TimeSpan.Zero && interval.Length > 0 ? [interval] : [];
    }
}

/// <summary>Whether an activity becomes a credit, and for which date.</summary>
public abstract record CheckInDecision
{
    private CheckInDecision()
    {
    }

    /// <summary>The date gets a credit; when it has one already, only minutes are added.</summary>
    public sealed record Accepted(DateOnly Date) : CheckInDecision;

    /// <summary>Less than the required share of the routine's planned time has passed.</summary>
    public sealed record TooEarly(DateTimeOffset Earliest) : CheckInDecision;

    /// <summary>The run was delivered after the deadline of its date, which was at <paramref name="Closed" />.</summary>
    public sealed record TooLate(DateOnly Date, DateTimeOffset Closed) : CheckInDecision;

    /// <summary>The date to be reported has a credit already.</summary>
    public sealed record AlreadyDone(DateOnly Date) : CheckInDecision;

    /// <summary>The self-report of the date's ISO week has been used for another date.</summary>
    public sealed record WeekUsed(DateOnly Date, DateOnly UsedBy) : CheckInDecision;

    /// <summary>The date is not a missed due day in its grace in any of the person's challenges.</summary>
    public sealed record NotReportable(DateOnly Date) : CheckInDecision;
}

/// <summary>Decides whether an activity becomes a credit, and what its date of record is.</summary>
public static class CheckInRules
{
    /// <summary>How long after a live session its missed steps can be started (rule 25): 12 hours, the rest of a working day.</summary>
    public static readonly TimeSpan CatchUpStartWindow = TimeSpan.FromHours(12);

    /// <summary>
    /// A run completed now: a routine, or the missed steps of a live session ("catch-up"). It needs 80 % of its planned time
    /// beside the time that is occupied, and is accepted until the grace of its day ends, even where the week's self-report is
    /// used up. The date of record is the local date of the run's start; for a catch-up it is that of the session's start.
    /// </summary>
    /// <remarks>In several challenges the latest noon counts: the routine was done in time, only its delivery is late.</remarks>
    /// <param name="run">The run.</param>
    /// <param name="person">The person's calendars.</param>
    /// <param name="occupied">The time that the person's other runs and sessions occupy.</param>
    /// <param name="now">The instant of the completion.</param>
    /// <param name="sessionStartedAt">For a catch-up, when the live session started; otherwise null.</param>
    public static CheckInDecision CompleteRun(
        GuidedRun run, PersonCalendars person, OccupiedTime occupied, DateTimeOffset now, DateTimeOffset? sessionStartedAt = null)
    {
        if (run.EarliestCompletion(occupied) is var earliest && now < earliest)
        {
            return new CheckInDecision.TooEarly(earliest);
        }

        var date = person.Zone.DateAt(sessionStartedAt ?? run.StartedAt);
        var deadline = person.DeliveryDeadline(date);
        return now < deadline ? new CheckInDecision.Accepted(date) : new CheckInDecision.TooLate(date, deadline);
    }

    /// <summary>
    /// A self-report of a date, made now (rule 13): accepted when the date is the missed due day in its grace in at least one
    /// challenge, once per ISO week of the date reported (rule 5).
    /// </summary>
    public static CheckInDecision SelfReport(DateOnly date, PersonCalendars person, DayLedger ledger, DateTimeOffset now)
    {
        if (ledger.Done.Contains(date))
        {
            return new CheckInDecision.AlreadyDone(date);
        }

        if (person.Challenges.Any(calendar => IsReportable(date, calendar, ledger, now)))
        {
            return new CheckInDecision.Accepted(date);
        }

        var today = person.Zone.DateAt(now);
        var joined = person.Challenges.Select(calendar => calendar.Joined).DefaultIfEmpty(today).Min();
        return date < today && ledger.SelfReportedInWeekOf(date, joined, today) is { } used
            ? new CheckInDecision.WeekUsed(date, used)
            : new CheckInDecision.NotReportable(date);
    }

    private static bool IsReportable(DateOnly date, PersonCalendar calendar, DayLedger ledger, DateTimeOffset now)
    {
        var clock = new LocalClock(calendar.Zone, now);
        return DayStates.At(calendar.Challenge, ChallengeDays.Of(calendar, ledger), clock).Reportable == calendar.Challenge.DayOf(date);
    }
}
