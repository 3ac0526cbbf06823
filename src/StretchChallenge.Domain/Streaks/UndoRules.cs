using StretchChallenge.Domain.Calendars;

namespace StretchChallenge.Domain.Streaks;

/// <summary>Decides whether a credit may be taken back (rule 9).</summary>
public static class UndoRules
{
    /// <summary>A credit may be taken back until its date of record is over, a self-report on the day it was made.</summary>
    /// <remarks>
    /// A run completed just before midnight may belong to tomorrow; it can be taken back at once as well.
    /// </remarks>
    public static UndoDecision Decide(Credit credit, ZoneTimeline zone, DateTimeOffset now)
    {
        var lastDay = credit.Kind == CreditKind.SelfReported ? zone.DateAt(credit.MadeAt) : credit.Date;
        return zone.DateAt(now) <= lastDay ? new UndoDecision.Allowed() : new UndoDecision.TooLate(lastDay);
    }
}
