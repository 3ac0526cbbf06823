using StretchChallenge.Domain;
using StretchChallenge.Domain.Calendars;

namespace StretchChallenge.Storage.Users;

/// <summary>A row of <c>work_patterns</c>.</summary>
internal sealed class WorkPatternRow
{
    public UserId UserId { get; init; }

    public DateOnly FromDate { get; init; }

    public WorkDays WorkDays { get; init; }

    public WorkPatternChange ToValue() => new(FromDate, WorkDays);
}
