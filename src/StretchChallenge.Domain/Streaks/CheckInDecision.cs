namespace StretchChallenge.Domain.Streaks;

/// <summary>Whether something done becomes a credit, and of which date.</summary>
public abstract record CheckInDecision
{
    private CheckInDecision()
    {
    }

    /// <summary>The date gets its credit; where it has one already, minutes only (rule 1).</summary>
    public sealed record Accepted(DateOnly Date) : CheckInDecision;

    /// <summary>Too little of the routine's time has passed (rule 11).</summary>
    public sealed record TooEarly(DateTimeOffset Earliest) : CheckInDecision;

    /// <summary>The run's day was closed at that instant: its next due day's noon has passed.</summary>
    public sealed record TooLate(DateOnly Date, DateTimeOffset Closed) : CheckInDecision;

    /// <summary>The date has its credit: there is nothing to report.</summary>
    public sealed record AlreadyDone(DateOnly Date) : CheckInDecision;

    /// <summary>The date's ISO week has had its self-report (rule 5).</summary>
    public sealed record WeekUsed(DateOnly Date, DateOnly UsedBy) : CheckInDecision;

    /// <summary>The date is not a missed due day in its grace in any challenge of the person (rule 5).</summary>
    public sealed record NotReportable(DateOnly Date) : CheckInDecision;
}
