namespace StretchChallenge.Domain.Calendars;

/// <summary>A person's work pattern from a Monday on (rule 10).</summary>
public readonly record struct WorkPatternChange(DateOnly From, WorkDays WorkDays);
