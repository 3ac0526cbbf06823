using StretchChallenge.Domain.Calendars;

namespace StretchChallenge.Domain.Streaks;

/// <summary>Whether a credit may be undone.</summary>
public abstract record UndoDecision
{
    private UndoDecision()
    {
    }

    /// <summary>It may.</summary>
    public sealed record Allowed : UndoDecision;

    /// <summary>The last day on which it could be undone is over.</summary>
    public sealed record TooLate(DateOnly LastDay) : UndoDecision;
}

/// <summary>Decides whether a credit may be undone (rule 9).</summary>
public static class UndoRules
{
    /// <summary>A credit can be undone until the end of its date of record, a self-report on the day it was made.</summary>
    public static UndoDecision Decide(Credit credit, ZoneTimeline zone, DateTimeOffset now)
    {
        var lastDay = credit.Kind == CreditKind.SelfReported ? zone.DateAt(credit.MadeAt) : credit.Date;
        return zone.DateAt(now) <= lastDay ? new UndoDecision.Allowed() : new UndoDecision.TooLate(lastDay);
    }
}
